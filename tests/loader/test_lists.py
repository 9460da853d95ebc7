"""What a list is a list of."""

import pytest

from loader.lists import heading_mood, judge, lead_mood, moods
from loader.passages import Passage, passages
from loader.recognition import voices
from loader.segments import Unit, segment

VOICE = voices(("Centerpartiet", "Socialdemokraterna"))


def bullets(items: list[str]) -> list[Passage]:
    return [Passage(item, Unit("bullet", 0, len(item), 0)) for item in items]


@pytest.mark.parametrize(
    "items",
    [
        ["Bygga fler boenden", "Fri färdtjänst", "Rusta badet"],
        ["Fler lärare", "Bättre lokaler", "Trygga skolvägar"],
        ["Att hemtjänsten får fasta grupper", "Att maten lagas på plats"],
        [
            "Inför ett tak för taxan",
            "Skolsköterska på varje skola",
            "Anhörigstöd i hela kommunen",
            "Stoppa vräkningarna av barnfamiljer",
        ],
        ["Alla barn ska lära sig simma", "Ingen ska behöva vänta"],
        ["Kortare kö till stödsamtal"],
        [
            "Frukt till skolbarnen",
            "Vi gillar nattvandrarna. Vi vill se fler av dem.",
            "Badet är en pärla. Det ska rustas.",
            "Fria resor till dagverksamheten",
        ],
    ],
)
def test_a_list_is_of_demands_when_its_items_demand(items: list[str]) -> None:
    assert judge(bullets(items)) == "demands"


@pytest.mark.parametrize(
    "items",
    [
        ["Hem", "Kontakt", "Om oss"],
        ["Skolan +31 mnkr", "Omsorgen +22 mnkr"],
        ["för att fler ska våga söka hjälp", "för att barn inte kan vänta"],
        ["Kommunen har växt", "Kvinnojouren fick mer pengar", "Fler barn går i förskolan"],
        ["Helt nöjd", "Ganska nöjd"],
        ["Vi lovar inte sänkt skatt", "Vi lovar inte nya badhus"],
        ["Torsdag 12 maj"],
    ],
)
def test_menus_sums_reasons_and_facts_are_no_demands(items: list[str]) -> None:
    assert judge(bullets(items)) == "none"


@pytest.mark.parametrize(
    "items",
    [
        ["Byggt ett äldreboende", "Anställt fältare"],
        ["Sänkt taxan", "Infört fri lovskola", "Öppnat träffen"],
    ],
)
def test_what_is_done_is_an_achievement(items: list[str]) -> None:
    assert judge(bullets(items)) == "achievements"


@pytest.mark.parametrize(
    ("lead", "mood"),
    [
        ("Därför vill vi:", "demands"),
        ("Centerpartiet i Tierp går till val på:", "demands"),
        ("Med hänvisning till ovanstående yrkar jag:", "demands"),
        ("Det här har vi gjort under mandatperioden:", "achievements"),
        ("Brukarföreningens krav är:", "foreign"),
        ("Enligt lagen ska kommunen:", "foreign"),
        ("Socialnämnden ansvarar för:", "foreign"),
        ("Kommunen har beslutat om dessa mål:", "foreign"),
        ("Regionen har sedan tidigare som mål att:", "foreign"),
        ("Kommunen ska ha som mål att:", "demands"),
        ("Rädda Barnen föreslår att kommunen ska:", "foreign"),
        ("Dagens politik leder till:", "foreign"),
        ("Det här vill majoriteten:", "foreign"),
        ("Det här får du hjälp med:", "foreign"),
        ("Detta är redan på plats:", "achievements"),
        ("Det här blev av:", "achievements"),
        ("Så långt har vi kommit:", "achievements"),
        ("Vår politik vilar på tre ben:", "none"),
        ("Vi utgår från tre principer:", "none"),
        ("Fyra skäl att rösta på oss:", "none"),
        ("Det här kan vi bocka av:", "achievements"),
        ("Löften vi hållit:", "achievements"),
        ("Centerpartiet har som mål att:", "demands"),
        ("Vi har som ambition att:", "demands"),
        ("Tre ord som sammanfattar oss:", "none"),
    ],
)
def test_a_lead_in_says_whose_list_it_is_and_of_what(lead: str, mood: str) -> None:
    assert lead_mood(lead, VOICE) == mood


@pytest.mark.parametrize(
    ("heading", "mood"),
    [
        ("Våra förslag", "demands"),
        ("Vad går vi till val på?", "demands"),
        ("Socialdemokraterna prioriterar", "demands"),
        ("Det har vi fått gjort", "achievements"),
        ("Mål enligt fullmäktige", "foreign"),
        ("Vad säger lagen?", "foreign"),
        ("Äldreomsorg", "none"),
    ],
)
def test_a_heading_sets_the_mood_where_it_says_so(heading: str, mood: str) -> None:
    assert heading_mood(heading, VOICE) == mood


def test_prose_under_somebody_elses_heading_is_theirs_up_to_the_next() -> None:
    text = "Mål enligt fullmäktige\n\nAlla ska trivas.\n\nVår politik\n\nAlla ska trivas här.\n"
    read = passages(text, segment(text))
    assert [
        m for m, p in zip(moods(read, VOICE), read, strict=True) if p.unit.kind == "sentence"
    ] == ["foreign", "none"]


@pytest.mark.parametrize("lead", ["Vår lösning:", "Vårt svar:", "Det här vill vi:"])
def test_sentences_without_a_main_clause_are_items_under_a_lead_in(lead: str) -> None:
    text = f"Skola\n\nLäget:\nKuratorn har slutat.\n{lead}\nTvå kuratorer till. Ett lag som möter dem som stannat hemma.\n"
    read = passages(text, segment(text))
    assert [
        m for m, p in zip(moods(read, VOICE), read, strict=True) if p.unit.kind == "sentence"
    ] == ["none", "open", "open"]


@pytest.mark.parametrize(
    "text",
    [
        "Vi bryr oss om:\n\n • Solidaritet med de fattiga\n • Omtanke om barnen\n",
        "Vi vill:\n\n • rusta badet\n\nVårt parti\n\n • Alla är lika mycket värda\n • Ingen är perfekt\n",
    ],
)
def test_a_list_of_values_or_truths_demands_nothing(text: str) -> None:
    read = passages(text, segment(text))
    last = [m for m, p in zip(moods(read, VOICE), read, strict=True) if p.unit.kind == "bullet"]
    assert last[-2:] == ["none", "none"]


@pytest.mark.parametrize(
    ("question", "answer", "mood"),
    [
        ("Hur vill ni korta köerna?", "Genom att anställa två psykologer.", "open"),
        ("Vad ska göras åt ensamheten?", "Fler träffpunkter och gratis buss.", "open"),
        ("Hur många platser behövs?", "Minst 40 till före 2030.", "open"),
        ("Hur löser ni bristen på personal?", "Heltid och bättre scheman.", "open"),
        ("Fler vakter på stan?", "Hellre fältare.", "open"),
        ("Vad är viktigast framöver?", "– Att vi slutar skicka barn långt bort.", "open"),
        ("Vilken fråga är viktigast?", "Skolan.", "none"),
        ("Hur ska det gå?", "Det vet ingen.", "none"),
    ],
)
def test_an_answer_without_a_verb_completes_its_question(
    question: str, answer: str, mood: str
) -> None:
    text = f"{question}\n{answer}\n"
    read = passages(text, segment(text))
    assert moods(read, VOICE)[-1] == mood
