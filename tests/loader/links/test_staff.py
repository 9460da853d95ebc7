"""Staff is a group where it benefits, and none where it is a means."""

import pytest

KIND = "target-group"


@pytest.mark.parametrize(
    "sentence",
    [
        "Att de som arbetar i hemtjänsten från och med i höst får fria vinterskor.",
        "Nya vikarier i omsorgen ska få en veckas inskolning.",
        "Nattpersonalen ska inte behöva vara ensam.",
        "Högre helglön för undersköterskor.",
        "Sex timmars arbetsdag för undersköterskor.",
        "Socialsekreterarna som arbetar med unga behöver en lugnare vardag.",
        "Därför behöver all personal på boendena veta hur man frågar.",
        "Rimliga ärendemängder för dem som utreder barnärenden, och bättre arbetsmiljö.",
    ],
)
def test_staff_that_gets_something_is_a_group(linked, sentence):
    assert len(linked(KIND, sentence)) == 1


@pytest.mark.parametrize(
    "sentence",
    [
        "Utbildade undersköterskor ska finnas på varje boende.",
        "Handläggarna behöver bli fler.",
        "Undersköterskorna ska ha goda kunskaper om demens.",
        "Självstyrande lag om högst 12 anställda prövas.",
    ],
)
def test_staff_as_a_means_is_none(linked, sentence):
    assert linked(KIND, sentence) == {}


def test_what_others_get_is_not_the_staffs(linked):
    sentence = "Byn behöver utbildade undersköterskor och barnen behöver lekplatser."
    assert set(linked(KIND, sentence)) == {"barn"}


def test_those_who_become_staff_are_not_the_staff(linked):
    assert set(linked(KIND, "Utbilda fler arbetslösa till vårdbiträden.")) == {"arbetslosa"}
