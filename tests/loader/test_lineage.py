"""No IRI of an earlier release is lost, whatever happens to the documents."""

from collections.abc import Iterable, Mapping
from functools import cache
from itertools import groupby
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loader.corpus import Document
from loader.description import describe
from loader.description import withdrawn as withdrawal
from loader.extraction import extract
from loader.lineage import THRESHOLD, followers, tombstones
from loader.names import NAMESPACE, Names
from loader.reading import Text
from loader.register import register
from loader.subjects import subjects

NAMES = Names("https://data.example")
WITHDRAWN = f"<{NAMESPACE}Withdrawn> .\n".encode()

#: What a document is: its bullets under headings, or None where it is withdrawn.
Texts = Mapping[str, tuple[tuple[str, ...], ...] | None]

BULLETS = (
    "Anställa fler socialsekreterare i hela kommunen.",
    "Införa Bostad först för den som är hemlös.",
    "Öppna ett nytt korttidsboende för personer med missbruk.",
    "Ge varje elev tid hos kuratorn samma vecka.",
    "Stärka stödet till anhöriga som vårdar en närstående.",
    "Bygga ut familjecentralerna i alla kommundelar.",
    "Utreda en egen mottagning för våldsutsatta kvinnor.",
    "Säga nej till att stänga fritidsgården.",
)
HEADINGS = ("Socialtjänst", "Barn och unga", "Trygga hem")


@cache
def lines_of(slug: str, sections: tuple[tuple[str, ...], ...] | None) -> tuple[bytes, ...]:
    document = Document(file=Path(f"{slug}.txt"), slug=slug, party="c", municipality="0163")
    if sections is None:
        return tuple(f"{t} .\n".encode() for t in withdrawal(document, NAMES))
    text = "\n\n".join(
        f"{heading}\n\nVi vill:\n\n" + "\n".join(f"- {bullet}" for bullet in bullets)
        for heading, bullets in zip(HEADINGS, sections, strict=False)
    )
    read = Text(text)
    found = extract(text, parties=("Centerpartiet",), places=("Sollentuna",))
    triples = describe(document, read, found, names=NAMES, register=register(), activity="a" * 64)
    return tuple(f"{triple} .\n".encode() for triple in triples)


def live(texts: Texts) -> list[bytes]:
    return sorted({line for slug, sections in texts.items() for line in lines_of(slug, sections)})


def release(old: Iterable[bytes], texts: Texts, predecessor: str) -> list[bytes]:
    gone = {slug for slug, sections in texts.items() if sections is None}
    remain = tombstones(old, live(texts), predecessor=predecessor * 64, names=NAMES, withdrawn=gone)
    return sorted({*live(texts), *remain})


def tombs(graph: Iterable[bytes]) -> dict[str, dict[str, str]]:
    return {
        s.iri: {predicate.rpartition("/")[2].rpartition("#")[2]: value for predicate, value, _ in s.facts()}
        for s in subjects(graph)
        if any(line.endswith(WITHDRAWN) for line in s.lines)
    }  # fmt: skip


def names(graph: Iterable[bytes]) -> set[bytes]:
    return {name for name, _ in groupby(line.partition(b" ")[0] for line in graph)}


def statement(slug: str, quote: str) -> str:
    return NAMES.statement(slug, quote)


def test_a_mended_typo_leads_from_the_old_statement_to_the_new() -> None:
    old = "Öppna ett nytt kortidsboende för personer med missbruk."
    first = release((), {"a": ((old,),)}, "0")
    second = release(first, {"a": ((BULLETS[2],),)}, "1")
    tomb = tombs(second)[statement("a", old)]
    assert tomb["isReplacedBy"] == statement("a", BULLETS[2])
    assert tomb["quote"] == old
    assert tomb["document"] == NAMES.iri("document", "a")
    assert tomb["lastRelease"] == "1" * 64


def test_a_bullet_that_is_split_leads_to_the_larger_part() -> None:
    whole = "Anställa fler socialsekreterare i hela kommunen och öppna en ny mottagning."
    parts = ("Anställa fler socialsekreterare i hela kommunen.", "Öppna en ny mottagning.")
    second = release(release((), {"a": ((whole,),)}, "0"), {"a": (parts,)}, "1")
    assert tombs(second)[statement("a", whole)]["isReplacedBy"] == statement("a", parts[0])


def test_two_bullets_that_are_joined_both_lead_to_the_one() -> None:
    parts = ("Anställa fler socialsekreterare.", "Öppna en mottagning för våldsutsatta.")
    whole = "Anställa fler socialsekreterare och öppna en mottagning för våldsutsatta."
    found = tombs(release(release((), {"a": (parts,)}, "0"), {"a": ((whole,),)}, "1"))
    assert [found[statement("a", p)]["isReplacedBy"] for p in parts] == [statement("a", whole)] * 2


def test_a_section_that_is_moved_changes_no_iri() -> None:
    sections = (BULLETS[:2], BULLETS[2:4])
    first = release((), {"a": sections}, "0")
    moved = release(first, {"a": sections[::-1]}, "1")
    assert {iri for iri in tombs(moved) if "/statement/" in iri and "#" not in iri} == set()


def test_a_statement_of_another_document_takes_no_ones_place() -> None:
    first = release((), {"a": (BULLETS[:2],), "b": (BULLETS[2:3],)}, "0")
    second = release(first, {"a": (BULLETS[:1],), "b": (BULLETS[1:3],)}, "1")
    assert "isReplacedBy" not in tombs(second)[statement("a", BULLETS[1])]


def test_what_stood_there_before_takes_no_ones_place() -> None:
    near = "Anställa fler socialsekreterare i kommunen."
    first = release((), {"a": ((BULLETS[0], near),)}, "0")
    second = release(first, {"a": ((near,),)}, "1")
    assert "isReplacedBy" not in tombs(second)[statement("a", BULLETS[0])]


def test_a_statement_that_comes_back_is_no_tombstone() -> None:
    first = release((), {"a": (BULLETS[:2],)}, "0")
    second = release(first, {"a": (BULLETS[:1],)}, "1")
    third = release(second, {"a": (BULLETS[:2],)}, "2")
    assert statement("a", BULLETS[1]) in tombs(second)
    assert not [
        iri for iri in tombs(third) if "#" not in iri
    ]  # a mention may go with its neighbours
    assert set(first) <= set(third)


def test_a_tombstone_keeps_the_last_release_that_had_it() -> None:
    graph = release((), {"a": (BULLETS[:2],)}, "0")
    for predecessor in "123":
        graph = release(graph, {"a": (BULLETS[:1],)}, predecessor)
    assert tombs(graph)[statement("a", BULLETS[1])]["lastRelease"] == "1" * 64


def test_a_withdrawn_document_leaves_none_of_its_words() -> None:
    first = release((), {"a": (BULLETS[:2],), "b": (BULLETS[2:3],)}, "0")
    removed = release(first, {"b": (BULLETS[2:3],)}, "1")
    assert tombs(removed)[statement("a", BULLETS[0])]["quote"] == BULLETS[0]
    second = release(removed, {"a": None, "b": (BULLETS[2:3],)}, "2")
    assert not any(
        word in line for line in second for word in (b"fler socialsekreterare", b"Bostad f")
    )
    assert tombs(second)[NAMES.iri("document", "a")]["lastRelease"] == "1" * 64
    assert names(first) <= names(second)
    back = release(second, {"a": (BULLETS[:2],), "b": (BULLETS[2:3],)}, "3")
    assert set(first) <= set(back)


@pytest.mark.parametrize(("shared", "found"), [(2, True), (1, False)])
def test_a_statement_is_replaced_from_the_threshold_on(shared: int, found: bool) -> None:
    old = "kurator skola lärare"  # three words; the new one has two more of its own where it shares two
    words = old.split()[:shared] + ["bostad", "hemlös"][: 4 - shared]
    alike = shared / len({*old.split(), *words})
    assert (alike >= THRESHOLD) == found
    assert bool(followers({b"<a>": old}, {b"<b>": " ".join(words)})) == found


def test_words_that_say_nothing_make_no_one_similar() -> None:
    assert not followers(
        {b"<a>": "Vi vill att alla ska ha det bra"}, {b"<b>": "Vi vill att alla ska få tak"}
    )


sections = st.lists(
    st.lists(st.sampled_from(BULLETS), min_size=1, max_size=4, unique=True).map(tuple),
    min_size=1,
    max_size=2,
).map(tuple)
edited = sections.flatmap(
    lambda given_: st.sampled_from((
        given_,
        given_[::-1],  # sections moved
        tuple(tuple(b.replace("ll", "l", 1) for b in part) for part in given_),  # typos
        tuple((" och ".join(part),) for part in given_),  # joined
        tuple(tuple(piece + "." for b in part for piece in b.split(" för ")) for part in given_),  # split
    ))
)  # fmt: skip
documents = st.dictionaries(st.sampled_from("abc"), st.none() | edited, min_size=1)


@given(st.lists(documents, min_size=2, max_size=4))
@settings(deadline=None, max_examples=60)
def test_no_edit_loses_an_iri(history: list[Texts]) -> None:
    graph: list[bytes] = []
    for number, texts in enumerate(history):
        old, graph = graph, release(graph, texts, str(number))
        assert names(old) <= names(graph)
        assert release(old, texts, str(number)) == graph, (
            "the same predecessor gives the same graph"
        )
        assert release(graph, texts, "9") == graph, "loading the same again changes nothing"
        alive = {s.iri for s in subjects(live(texts))} - set(tombs(live(texts)))
        found = tombs(graph)
        assert not alive & set(found)
        assert {t["isReplacedBy"] for t in found.values() if "isReplacedBy" in t} <= {
            n[1:-1].decode() for n in names(graph)
        }
        for slug in (slug for slug, text in texts.items() if text is None):
            mine = [
                t for iri, t in found.items() if iri.startswith(f"{NAMES.iri('statement', slug)}/")
            ]
            assert not any("quote" in t or "label" in t for t in mine)
