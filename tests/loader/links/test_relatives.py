"""People told by whose they are."""

import pytest

KIND = "target-group"


@pytest.mark.parametrize(
    ("sentence", "concepts"),
    [
        ("Maken till en dement ska få fria timmar.", {"anhoriga"}),
        ("Närstående till personer med psykisk sjukdom ska få kurser.", {"anhoriga"}),
        ("Föräldrar till vuxna barn ska få råd.", {"foraldrar"}),
        ("Barn som växer upp bland missbrukare ska gå före.", {"barn-i-missbruksmiljo"}),
        ("Barn som vuxit upp hos någon som super ska få stöd.", {"barn-i-missbruksmiljo"}),
        ("Barn och deras föräldrar ska få ett gemensamt samtal.", {"barn", "foraldrar"}),
    ],
)
def test_the_relatives_are_meant_not_those_by_whom_they_are_told(linked, sentence, concepts):
    assert set(linked(KIND, sentence)) == concepts
