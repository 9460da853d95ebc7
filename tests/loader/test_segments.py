"""Typed units: how party pages break their lines, and that no character is lost."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loader.segments import segment, sentences


def kinds(text: str) -> list[tuple[str, str]]:
    return [(u.kind, " ".join(text[u.start : u.end].split())) for u in segment(text)]


def bullets(text: str) -> list[str]:
    return [words for kind, words in kinds(text) if kind == "bullet"]


def of_kind(text: str, kind: str) -> list[str]:
    return [words for k, words in kinds(text) if k == kind]


@pytest.mark.parametrize(
    "mark", ["•", "-", "–", "*", "▪", "✓", "»", "+", "o", "■", "\uf0b7", "1.", "2)", "a)"]
)
def test_a_mark_at_the_start_of_a_line_makes_a_bullet(mark: str) -> None:
    assert bullets(f"Vi vill:\n{mark} Öppna träffpunkten\n{mark} Rusta badet\n") == [
        "Öppna träffpunkten",
        "Rusta badet",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "1.Fler platser\n2.Kortare köer\n",
        "-Fler platser\n-Kortare köer\n",
        " • Fler\n   platser\n • Kortare köer\n",
        "• Fler platser\n\n• Kortare köer\n",
        "•\tFler platser\n•\tKortare köer\n",
    ],
)
def test_bullets_without_a_space_wrapped_or_apart_are_the_same(text: str) -> None:
    assert bullets(text) == ["Fler platser", "Kortare köer"]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Det räcker inte.Kommunen måste göra mer.", 2),
        ("Vi vill bl.a. satsa på t.ex. lovskola.", 1),
        ("Stöd, råd m.m. Alla ska få det.", 2),
        ("Den 1 maj öppnar vi. Välkomna!", 2),
        ("Vänd dig till resp. nämnd, dvs. den som beslutar.", 1),
        ("Taxan är 1.200 kr. Den bör sänkas.", 2),
        ("”Det går inte.” Så sade de.", 2),
        ("Läs mer på www.exempel.se nu.", 1),
    ],
)
def test_sentences_end_where_a_reader_ends_them(text: str, count: int) -> None:
    assert len(list(sentences(text, 0, len(text)))) == count


def test_hard_wrapped_prose_is_joined() -> None:
    text = (
        "Den som vårdar en anhörig gör en insats som kommunen annars hade\n"
        "fått betala. Därför vill vi att avlösningen i hemmet blir fri upp\n"
        "till tjugo timmar i månaden.\n"
    )
    assert of_kind(text, "sentence") == [
        "Den som vårdar en anhörig gör en insats som kommunen annars hade fått betala.",
        "Därför vill vi att avlösningen i hemmet blir fri upp till tjugo timmar i månaden.",
    ]


def test_a_lone_dash_opens_speech_and_no_list() -> None:
    text = "Pressmeddelande\n\n– Det är dags nu. Vi vill bygga ett äldreboende.\n\nMer text följer här.\n"
    assert bullets(text) == []
    assert "Vi vill bygga ett äldreboende." in of_kind(text, "sentence")


def test_att_clauses_below_one_another_are_bullets_also_after_commas() -> None:
    text = (
        "Vi föreslår fullmäktige besluta\n\n"
        "att socialnämnden inrättar en tjänst som anhörigkonsulent,\n"
        "att tjänsten finansieras inom ramen, samt\n"
        "att nämnden redovisar arbetet om ett år.\n"
    )
    assert len(bullets(text)) == 3
    assert of_kind(text, "lead-in") == ["Vi föreslår fullmäktige besluta"]


def test_a_line_over_bullets_that_breaks_off_with_att_leads_them_in() -> None:
    text = "Om vi får väljarnas förtroende lovar vi i Tierp att\n\n• öppna en träffpunkt\n• rusta badet\n"
    assert of_kind(text, "lead-in") == ["Om vi får väljarnas förtroende lovar vi i Tierp att"]


def test_what_is_longer_than_any_sentence_is_debris() -> None:
    assert {kind for kind, _ in kinds("ska vill " * 1000)} == {"debris"}


def test_known_headings_are_headings_whatever_their_form() -> None:
    text = "Vi finns här för dig, hela vägen.\nSedan kommer prosan."
    assert segment(text, [(0, 33)])[0].kind == "heading"


LINES = st.lists(
    st.one_of(
        st.sampled_from(
            [
                "Vi vill:",
                "• Bygga ut",
                "– Så är det. Nu räcker det.",
                "att nämnden får i uppdrag",
                "1.Fler",
                "",
                "  - indraget",
                "OMSORG",
            ]
        ),
        st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\r"), max_size=60),
    ),
    max_size=20,
).map("\n".join)


@given(LINES)
def test_units_cover_every_character_that_is_no_space_exactly_once(text: str) -> None:
    covered = [0] * len(text)
    for unit in segment(text):
        assert 0 <= unit.start < unit.end <= len(text)
        for i in range(unit.start, unit.end):
            covered[i] += 1
    assert all(
        n == (not c.isspace()) or (c.isspace() and n == 1)
        for c, n in zip(text, covered, strict=True)
    )


@given(LINES)
def test_units_stand_in_order_without_white_space_at_their_ends(text: str) -> None:
    units = segment(text)
    assert all(a.end <= b.start for a, b in pairwise(units))
    assert all(text[u.start : u.end] == text[u.start : u.end].strip() for u in units)


@pytest.mark.parametrize(
    "caption",
    [
        "Två barn läser i en soffa",
        "En äldre man matar duvor på torget",
        "Kommunalrådet skakar hand med en företagare",
        "Ungdomar spelar basket på skolgården",
        "En hemtjänstpersonal cyklar genom regnet",
    ],
)
def test_what_a_picture_shows_is_no_heading(caption):
    text = f"Vi vill:\n\n • rusta skolan\n • anställa fler\n{caption}\n\nHär börjar brödtexten om annat.\n"
    assert caption in of_kind(text, "debris")


@pytest.mark.parametrize("heading", ["Trygghet", "Fler bostäder åt unga", "Det här vill vi", "Skolan ska vara trygg"])  # fmt: skip
def test_a_line_under_a_list_that_shows_no_picture_is_a_heading(heading):
    text = f"Vi vill:\n\n • rusta skolan\n • anställa fler\n{heading}\n\nHär börjar brödtexten om annat.\n"
    assert heading in of_kind(text, "heading")


def test_att_clauses_under_a_line_that_leads_them_in_are_items():
    text = "Vi i Åsele vill\natt badet rustas\natt bussen går i tid\n"
    assert of_kind(text, "bullet") == ["att badet rustas", "att bussen går i tid"]


@pytest.mark.parametrize("lead", ["Partiet ska verka", "Vi yrkar att fullmäktige beslutar"])
def test_a_clause_over_att_clauses_of_their_own_leads_them_in(lead):
    assert of_kind(f"{lead}\n\natt badet rustas,\natt bussen går i tid\n", "lead-in") == [lead]


def test_a_chapter_of_one_word_is_a_heading_and_a_list_of_words_a_list():
    text = "3. Äldre\n\nMånga bor långt bort.\n\n4. Barn och unga\n\nSkolan är bra.\n"
    assert of_kind(text, "heading") == ["Äldre", "Barn och unga"]
    assert of_kind("1. Barn\n\n2. Äldre\n", "heading") == []


def test_one_att_clause_after_a_wrapped_line_goes_on_with_it():
    text = "Vi som bor längst ut i kommunen och har längst till allt vill\natt bussen går även på kvällen och att den väntar in tåget.\n"
    assert len(of_kind(text, "sentence")) == 1


def test_a_writer_without_capitals_writes_sentences_all_the_same():
    text = "vi i ungdomsförbundet tröttnade på att vänta. bussen ska gå hem efter tio på fredagar. fattar ni hur det är?\n"
    assert len(of_kind(text, "sentence")) == 3


def test_an_abbreviation_in_a_small_hand_ends_no_sentence():
    text = "vi vill ha mer av allt det som är bra, t.ex. bussar och badhus m.m. på landet också, för det behövs verkligen.\n"
    assert len(of_kind(text, "sentence")) == 1
