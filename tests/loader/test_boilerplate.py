"""What stands on a party's page beside its politics."""

import pytest

from loader.boilerplate import is_call, is_debris, is_furniture, is_record


@pytest.mark.parametrize(
    "line",
    [
        "Läs mer om äldreomsorgen",
        "Visa fler inlägg",
        "Foto: Partiets arkiv",
        "Publicerad 4 april 2022",
        "Dela på Facebook",
        "4.2 Barn och unga ..... 17",
        "Sida 3 av 12",
        "kontakt@exempel.se",
        "Påstående 4. Kommunen bör sälja sina lägenheter. Svar: 2",
        "© Partiet 2021",
        "* * *",
    ],
)
def test_furniture_lines_are_debris(line: str) -> None:
    assert is_debris(line)


@pytest.mark.parametrize(
    "line",
    [
        "Vi vill bygga ut hemtjänsten.",
        "Hemlösheten ska minska",
        "Sökande ska få svar i tid",
        "Dela upp arbetspassen rättvist",
        "Fotbollsplaner i alla tätorter",
        "Gå från ord till handling mot våldet",
    ],
)
def test_politics_is_no_debris(line: str) -> None:
    assert not is_debris(line)


@pytest.mark.parametrize(
    "heading",
    [
        "Senaste nytt",
        "Kontakta oss",
        "Styrelsen 2023",
        "Våra kandidater",
        "Kassör",
        "Hitta hit",
        "Kommentarer",
        "Tidigare nyheter",
        "Så här påverkar du",
    ],
)
def test_nothing_under_these_headings_is_politics(heading: str) -> None:
    assert is_furniture(heading)


@pytest.mark.parametrize(
    "heading",
    [
        "Vård och omsorg",
        "Kontaktpersoner för fler",
        "Styrning och ledning",
        "Mötesplatser",
        "Nyanlända",
    ],
)
def test_headings_of_politics_are_no_furniture(heading: str) -> None:
    assert not is_furniture(heading)


@pytest.mark.parametrize(
    "sentence",
    [
        "Alla medlemmar ska anmäla sig senast på fredag.",
        "Vi måste bli fler som står på torget.",
        "Motioner ska skickas in till distriktet före jul.",
        "Öppet möte på biblioteket kl. 18.30, du ska känna dig välkommen!",
        "Om du vill ha förändring ska du rösta på oss i höst.",
        "Vi behöver din hjälp, så bli medlem.",
        "Tveka inte att höra av dig till oss.",
        "Åmål behöver fler gröna i fullmäktige.",
        "Vårt parti ska vara öppet för alla.",
        "Ska vi lyckas måste fler rösta.",
        "Föreningens uppdrag är att stödja dem som valts.",
        "Svar ska lämnas senast den 1 oktober.",
        "Som medlem har du rätt att nominera.",
        "Kretsstyrelsen ska samordna arbetet.",
        "Nämnden ska fatta sitt beslut den 12 oktober.",
        "Då ska en ny styrelse väljas.",
        "Vår uppgift är att stödja de förtroendevalda.",
        "Partiets politik ska nå varje by.",
        "Våra möten ska vara öppna för alla.",
        "Vi vill bli kommunens största parti.",
        "Ett samtycke krävs innan vi sparar något.",
    ],
)
def test_calls_to_the_reader_and_the_partys_own_life_are_calls(sentence: str) -> None:
    assert is_call(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Fritidsgården ska ha öppet till kl. 22 på fredagar.",
        "Föreningar med många unga medlemmar bör få mer stöd.",
        "Alla som ringer socialjouren ska få svar.",
        "Kommunen måste bli bättre på att svara i telefon.",
        "Socialtjänsten behöver knacka på innan hyran är obetald.",
        "Räkna på vad hemlösheten kostar.",
        "Vi lovar väljarna ett nytt särskilt boende.",
        "Ett program mot våld ska tas fram.",
        "Föreningarna ska få stöd att växa.",
        "Familjehemmen ska ha någon att ringa på kvällar och helger.",
        "Kommunens e-tjänster ska gå att använda för den som ser dåligt.",
    ],
)
def test_demands_that_share_words_with_calls_are_none(sentence: str) -> None:
    assert not is_call(sentence)


@pytest.mark.parametrize(
    ("title", "record"),
    [
        ("Verksamhetsberättelse 2021", True),
        ("Kalender för hösten", True),
        ("Stadgar för partiföreningen", True),
        ("Valprogram 2022", False),
        ("Vår budget för 2024", False),
    ],
)
def test_documents_about_the_party_itself_are_told_by_their_titles(
    title: str, *, record: bool
) -> None:
    assert is_record(title) is record
