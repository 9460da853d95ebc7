"""People who are only mentioned are no target group."""

import pytest

KIND = "target-group"


@pytest.mark.parametrize(
    ("sentence", "concepts"),
    [
        ("Socialtjänsten måste kunna ingripa även mot föräldrarnas vilja.", set()),
        ("Den som slår ska flytta, inte barnen.", {"valdsutovare"}),
        ("Läxhjälp på biblioteket med pensionärer som läxfarmor.", set()),
        ("Stödet ska ges utan att föräldrarna tvingas tjata, och barnen ska få svar.", {"barn"}),
        ("Barn som bor växelvis hos två föräldrar ska få en egen kontakt.", {"barn"}),
        ("All personal som möter barn ska ha en lugn arbetsmiljö.", {"anstallda"}),
        ("Tingshuset ska bli ungdomens hus.", set()),
        ("Barnets bästa går före föräldrarnas rätt.", {"barn"}),
    ],
)
def test_who_gives_way_acts_for_others_or_tells_who_is_meant_is_no_group(
    linked, sentence, concepts
):
    assert set(linked(KIND, sentence)) == concepts


@pytest.mark.parametrize(
    ("sentence", "concepts"),
    [
        ("Föräldrar och andra anhöriga som regel ska få vara med.", {"anhoriga"}),
        ("Hitta tonåringar som fastnat i droger och ge föräldrarna en egen grupp.", {"personer-med-missbruk", "tonaringar", "foraldrar"}),
        ("Det ska finnas insatser mot ungas drickande.", {"unga"}),
        ("Föräldrarnas rätt till ledighet ska värnas.", {"foraldrar"}),
        ("Barnen ska ha någonstans att gå.", {"barn"}),
    ],
)  # fmt: skip
def test_who_is_meant_is_a_group_beside_such_words(linked, sentence, concepts):
    found = set(linked(KIND, sentence))
    assert found & concepts
    assert found <= concepts | {"unga"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Anslaget till jouren för kvinnor ska vara kvar.",
        "Tjejerna på jouren ska få en större lokal.",
        "Träffarna ska ordnas ihop med pensionärernas organisationer.",
        "Under barnens första år ska familjerådgivningen vara gratis.",
        "Aktiviteten kan bestå av praktik och jobbsökande.",
        "Placeringen ska ske hos en farmor, moster eller annan närstående.",
    ],
)
def test_people_who_name_something_of_others_are_no_group(linked, sentence):
    assert linked(KIND, sentence) == {}
