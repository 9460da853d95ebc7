"""The measures that a statement names."""

import pytest

KIND = "instrument"


@pytest.mark.parametrize(
    ("sentence", "concepts"),
    [
        ("Inför en väg in till socialtjänsten.", {"en-vag-in"}),
        ("Ta fram en handlingsplan mot ensamhet.", {"handlingsplan"}),
        ("Kartlägg behoven i alla tätorter.", {"kartlaggning"}),
        ("Gratisarbete för den som söker försörjningsstöd säger vi nej till.", {"aktivitetskrav", "forsorjningsstod"}),
        ("Hyresvärdarna ska sänka sina inkomstkrav.", {"hyreskrav"}),
        ("Låt Bostad först bli regel.", {"bostad-forst"}),
        ("Alla orosanmälningar ska bedömas samma dag.", {"orosanmalan"}),
    ],
)  # fmt: skip
def test_a_label_names_a_measure(linked, sentence, concepts):
    assert set(linked(KIND, sentence)) == concepts


@pytest.mark.parametrize(
    "sentence",
    [
        "Den som får försörjningsstöd ska kunna ha en telefon.",
        "Människor ska slippa bli beroende av försörjningsstöd.",
        "Familjer med försörjningsstöd ska få gå gratis på badet.",
        "Färre personer med ekonomiskt bistånd är målet.",
        "De uppsökande teamen ska få ett vitt bälte.",
    ],
)
def test_what_only_tells_who_is_meant_is_no_measure(linked, sentence):
    assert not {"forsorjningsstod", "uppsokande-arbete"} & set(linked(KIND, sentence))


@pytest.mark.parametrize(
    ("before", "sentence", "concept"),
    [
        ("Vi vill ha en handlingsplan mot ensamhet.", "Planen ska följas upp varje år.", "handlingsplan"),
        ("Ta fram ett handlingsprogram mot våld.", "Programmet ska gälla alla förvaltningar.", "handlingsplan"),
        ("Hyresvärdarna ska sänka sina inkomstkrav.", "Det kravet ska bort helt.", "hyreskrav"),
        ("Inför en tak över huvudet-garanti.", "Garantin ska gälla även sommartid.", "tak-over-huvudet-garanti"),
        ("Vi vill rekrytera fler familjehem.", "Den satsningen ska pågå i tre år.", "familjehemsrekrytering"),
    ],
)  # fmt: skip
def test_a_word_that_refers_back_names_the_measure_before(linked, before, sentence, concept):
    found = linked(KIND, sentence, before=before)
    assert set(found) == {concept}
    assert found[concept] in before


def test_a_word_that_refers_back_to_two_measures_names_neither(linked):
    before = "Vi vill ha öppenvård och sprututbyte."
    assert linked(KIND, "Satsningen ska pågå länge.", before=before) == {}
