"""People named together."""

import pytest

KIND = "target-group"


@pytest.mark.parametrize(
    ("sentence", "concepts"),
    [
        ("Barn såväl som ungdomar ska ha någonstans att gå.", {"barn-och-unga"}),
        ("Småbarn och tonåringar ska få simma gratis.", {"barn-och-unga"}),
        ("Unga mammor ska få träffa andra.", {"foraldrar"}),
        ("Inga föräldrar ska gå utan eget hem.", {"hemlosa-familjer"}),
        ("Föräldrar, syskon och andra närstående ska få vara med.", {"anhoriga"}),
        ("Familjer och hemlösa ska få mat.", {"familjer", "hemlosa"}),
    ],
)
def test_people_named_together_are_one_group_where_they_have_a_name(linked, sentence, concepts):
    assert set(linked(KIND, sentence)) == concepts
