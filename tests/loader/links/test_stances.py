"""What a proposal wants done with its matter, told by the demanded verb, its subject and its object."""

import pytest

from loader.extraction import extract

OPPOSE = [
    "Vi säger nej till att sälja äldreboendet.",
    "Avskaffa karensen i hemtjänsten.",
    "Ledsagningen får inte försämras.",
    "Kommunen ska inte köpa platser av bolag med vinstkrav.",
    "Bolaget måste sluta vräka barnfamiljer.",
    "Avgifter på trygghetslarm är vi emot.",
    "Lägg inte ned träffpunkten.",
    "Vi vill slopa kravet på fast inkomst.",
]
INVESTIGATE = [
    "Vi vill utreda en egen familjerådgivning.",
    "Riktlinjerna för biståndet måste ses över.",
    "Låt göra en oberoende översyn av avtalen.",
    "Kartlägga hur många som sover i bilar.",
    "Korta köerna genom att se över rutinerna.",
    "Alla placeringar bör gås igenom varje år.",
]
KEEP = [
    "Kvinnojouren ska finnas kvar.",
    "Fortsätta samverka med kyrkorna.",
    "Vi slår vakt om LSS.",
    "Bostad först ska fortsätta användas.",
    "Behåll byskolans kök.",
    "Vi vill att de får bo kvar i sitt kvarter.",
    "Centerpartiet värnar färdtjänsten.",
]
INTRODUCE = [
    "Vi vill inrätta en tjänst som lots.",
    "Det ska finnas ett jourboende i kommunen.",
    "Starta en öppen mottagning för anhöriga.",
    "Den som vårdar en närstående ska få avlastning.",
    "Socialtjänsten ska erbjuda samtal på kvällstid.",
    "Ge förtur i kön till den som flyr våld.",
    "Vi vill se ett samlat program mot hedersförtryck.",
    "Verka för ett gemensamt akutteam.",
    "En samordnare ska leda arbetet.",
    "Bostadslösa familjer ska inte hänvisas till vandrarhem utan erbjudas en lägenhet.",
]
STRENGTHEN = [
    "Hemtjänsten ska arbeta i små grupper.",
    "Bygga ut boendestödet.",
    "Vi vill ha fler fältare.",
    "Fortsätta utveckla anhörigstödet.",
    "Ge socialsekreterarna bättre villkor.",
    "Alla larm ska besvaras av egen personal.",
    "Utredningarna ska ha barnet i centrum.",
    "Kortare handläggning av ansökningar.",
    "Kommunen måste bli bättre på att förebygga vräkningar.",
    "Det krävs ett gott samarbete med skolan.",
]
GOAL = [
    "Ingen ska behöva sova ute.",
    "Alla barn ska växa upp i trygghet.",
    "Var och en ska få bestämma över sin vardag.",
    "Du ska kunna lita på att hjälpen kommer.",
    "Hemlösheten ska minska.",
    "Den som har en funktionsnedsättning ska ha samma möjligheter som alla andra.",
    "Samhället ska finnas där när livet vänder.",
    "Mora ska vara en kommun där äldre trivs.",
    "Människor med missbruk ska få den hjälp de behöver.",
    "Varje barn har rätt till en trygg barndom.",
]

CASES = [
    (stance, text)
    for stance, texts in {
        "oppose": OPPOSE,
        "investigate": INVESTIGATE,
        "keep": KEEP,
        "introduce": INTRODUCE,
        "strengthen": STRENGTHEN,
        "goal": GOAL,
    }.items()
    for text in texts
]


def stance(text: str) -> tuple[str, str]:
    page = f"Därför vill vi:\n\n• {text}\n• Korta köerna till vuxenpsykiatrin\n"
    mention = next(m for m in extract(page).statements[0].mentions if m.scheme == "stance")
    return mention.concept, page[mention.start : mention.end]


@pytest.mark.parametrize(("expected", "text"), CASES)
def test_the_stance_is_that_of_what_is_asked_for(expected: str, text: str) -> None:
    assert stance(text)[0] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Utöka skolstödet. Gör en översyn av köpta platser.", "investigate"),
        ("Arbetet ska fortsätta och fler vägar ut ska skapas.", "keep"),
        ("Träffpunkten ska finnas kvar och utvecklas.", "keep"),
        ("Ingen ska utsättas för våld och socialtjänsten ska kunna erbjuda skydd.", "introduce"),
        ("Alla ska garanteras ett hem och det ska byggas fler lägenheter.", "strengthen"),
    ],
)
def test_of_several_the_first_in_the_guidelines_order_counts(text: str, expected: str) -> None:
    assert stance(text)[0] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Stärka elevhälsan för att minska skolfrånvaron.", "strengthen"),
        ("Bygga ut stödet så att ingen behöver vänta.", "strengthen"),
        ("Utveckla verksamheten som startade i fjol.", "strengthen"),
        ("Inför en gräns när taxan höjs.", "introduce"),
    ],
)
def test_purposes_conditions_and_relative_clauses_do_not_count(text: str, expected: str) -> None:
    assert stance(text)[0] == expected


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Vi vill slå vakt om badet.", "slå vakt om"),
        ("Ta fram en plan.", "Ta fram"),
        ("Riktlinjerna måste ses över.", "ses över"),
        ("Vi säger nej till avgiften.", "säger nej till"),
    ],
)
def test_the_stance_is_grounded_in_its_own_words(text: str, words: str) -> None:
    assert stance(text)[1] == words
