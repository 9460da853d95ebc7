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
        "Handläggningen av bistånd inom LSS ska bli snabbare.",
        "Bistånd till hemtjänst ska kunna ges utan utredning.",
        "Ledsagning ska vara ett bistånd som alla får.",
        "Avlösning ska beviljas som bistånd även på helger.",
        "Färdtjänst är ett bistånd som ska fungera.",
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


@pytest.mark.parametrize(
    ("sentence", "concepts"),
    [
        ("Privata fastighetsägare måste sluta neka folk som lever på bidrag.", {"hyreskrav"}),
        ("Nacka kommuns eget bostadsaktiebolag ska inte få avhysa hushåll med minderåriga.", {"vrakningsforebyggande"}),
        ("Införa en kommunal handlingsplan mot könsrelaterat våld", {"handlingsplan"}),
        ("Ordna fler platser med hemlig adress för dem som flyr en hotfull partner", {"skyddat-boende"}),
        ("Utbilda personal på vårdcentraler i att ställa frågan om våld", {"kompetensutveckling"}),
        ("Vi vill återinföra ledsagarservicen för synskadade.", {"ledsagning"}),
        ("Den som lever på socialbidrag ska delta i heltidsaktiviteter för att få sina pengar.", {"aktivitetskrav", "forsorjningsstod"}),
        ("Den som slår larm om missförhållanden i omsorgen ska kunna göra det anonymt.", {"visselblasarfunktion"}),
        ("Söner och döttrar till alkoholberoende ska få träffa jämnåriga i samtalsgrupper.", {"stodgrupper"}),
        ("Vi vill ha en gemensam ingång till hela socialtjänsten, ett enda telefonnummer att komma ihåg.", {"en-vag-in"}),
        ("Anmälningar om oro för ett barn ska bedömas samma dag.", {"orosanmalan"}),
        ("Jourfamiljer behöver bli fler, och därför ska kommunen kampanja för att hitta nya.", {"familjehemsrekrytering"}),
        ("De unga som varken arbetar eller studerar ska sökas upp.", {"uppsokande-arbete"}),
        ("Människor som injicerar droger ska kunna byta sina sprutor.", {"sprututbyte"}),
        ("Missbruksvården ska vara frivillig och finnas nära, i öppna former.", {"oppenvard"}),
        ("Fler lägenheter ska gå till dem som kommer direkt från gatan, enligt housing first.", {"bostad-forst"}),
    ],
)  # fmt: skip
def test_a_measure_is_found_in_the_words_of_any_party_branch(linked, sentence, concepts):
    assert set(linked(KIND, sentence)) == concepts


@pytest.mark.parametrize(
    ("sentence", "concept"),
    [
        ("Värva nya familjer som jourhem.", "familjehemsrekrytering"),
        ("Avsätt lägenheter åt dem som länge saknat en bostad.", "sociala-kontrakt"),
        ("Socialtjänsten och polisen ska tillsammans bedöma risken.", "samverkan"),
        ("Skolan och socialtjänsten ska tala med varandra.", "samverkan"),
    ],
)
def test_a_measure_is_named_in_two_words_apart(linked, sentence, concept):
    assert set(linked(KIND, sentence)) == {concept}


def test_one_body_does_nothing_together(linked):
    assert linked(KIND, "Skolan ska äta lunch tillsammans.") == {}
