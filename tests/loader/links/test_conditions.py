"""Conditions name people as relative clauses do."""

import pytest

KIND = "target-group"


@pytest.mark.parametrize(
    ("sentence", "concept"),
    [
        ("Har du ett spelproblem ska du få hjälp inom en vecka.", "personer-med-spelberoende"),
        ("Om du vårdar en anhörig ska du få avlösning i hemmet.", "anhorigvardare"),
        ("Saknar du bostad ska socialtjänsten ordna en säng samma dag.", "hemlosa"),
        ("Hotas någon av sin partner ska socialjouren ordna skydd direkt.", "valdsutsatta"),
        ("Blir en kvinna slagen av sin man ska hon få en fristad.", "valdsutsatta-kvinnor"),
        ("Om ett barn placeras i familjehem ska skolan få veta det.", "familjehemsplacerade"),
        ("Slipp biståndsbedömning när du fyllt 85.", "aldre"),
        ("Den dag du fyller 85 ska du få ett eget samtal.", "aldre"),
    ],
)
def test_whoever_meets_a_condition_is_the_group(linked, sentence, concept):
    assert set(linked(KIND, sentence)) == {concept}


@pytest.mark.parametrize(
    "sentence",
    [
        "Har du en idé ska du kunna lämna den på kommunens webb.",
        "När kommunen saknar bostäder ska den köpa.",
        "Alla ska veta vart man ringer när någon slår.",
        "Får någon avslag ska beslutet förklaras.",
    ],
)
def test_a_condition_of_other_things_names_nobody(linked, sentence):
    assert linked(KIND, sentence) == {}
