"""A document as RDF: MODEL.md's properties, under MODEL.md's names."""

from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, RdfFormat, parse

from loader.corpus import Document
from loader.description import describe, shortened, withdrawn
from loader.names import Names
from loader.reading import Text
from loader.register import register
from loader.statements import Extraction, Mention, Section, Statement
from loader.triples import term

ID = "https://w3id.org/valgraf/id"
TEXT = "Skola\n\nFler kuratorer i skolan!\n"
START = TEXT.index("Fler")
END = TEXT.index("!") + 1


def extraction(kind="proposal"):
    words = TEXT.index("kuratorer")
    mentions = (Mention("actor", "skolan", "actor-label", words, words + 9),)
    statement = Statement(kind, "demand-list", START, END, 0, mentions)
    return Extraction((Section(0, len(TEXT), 5),), (statement,))


def read(triples):
    """Return N-Triples without their dots as triples."""
    lines = "".join(f"{triple} .\n" for triple in triples)
    return [quad.triple for quad in parse(lines, format=RdfFormat.N_TRIPLES)]


def described(kind="proposal", text=None, **known):
    document = Document(file=Path("a.txt"), slug="a", **known)
    triples = describe(
        document,
        text or Text(TEXT),
        extraction(kind),
        names=Names(),
        register=register(),
        activity="f" * 64,
    )
    facts = {}
    for triple in read(triples):
        facts.setdefault(triple.subject.value.removeprefix(ID), {}).setdefault(
            triple.predicate, []
        ).append(triple.object)
    return facts


@pytest.fixture(scope="module")
def facts():
    return described(party="c", municipality="2080", election=2022, term="2022/2026")


def statement(facts):
    return next(
        about for name, about in facts.items() if name.startswith("/statement/") and "#" not in name
    )


def test_a_statement_repeats_what_is_known_of_its_document(facts):
    found = statement(facts)
    for name, value in {
        "vg:party": "party/c",
        "vg:branch": "branch/c-2080",
        "vg:municipality": "municipality/2080",
        "vg:county": "county/20",
        "vg:term": "term/2022-2026",
        "vg:document": "document/a",
    }.items():
        assert found[term(name)] == [NamedNode(f"{ID}/{value}")]
        assert name == "vg:document" or facts["/document/a"][term(name)] == found[term(name)]
    assert found[term("vg:election")] == [Literal("2022", datatype=term("xsd:gYear"))]


def test_a_statement_has_its_words_and_its_place(facts):
    found = statement(facts)
    assert found[term("vg:quote")] == [Literal("Fler kuratorer i skolan!", language="sv")]
    assert (found[term("nif:beginIndex")][0].value, found[term("nif:endIndex")][0].value) == (
        str(START),
        str(END),
    )


def test_a_mention_is_a_fragment_of_its_statement_named_for_its_concept(facts):
    (name,) = (name for name in facts if name.endswith("#actor-skolan"))
    assert facts[name][term("nif:anchorOf")] == [Literal("kuratorer")]
    assert (
        facts[name][term("vg:concept")]
        == statement(facts)[term("vg:actor")]
        == [NamedNode(f"{ID}/actor/skolan")]
    )


def test_what_a_document_does_not_state_is_absent():
    found = described()
    context = [
        term(f"vg:{n}") for n in ("party", "branch", "municipality", "county", "election", "term")
    ]
    assert not [
        name for name in context if name in statement(found) or name in found["/document/a"]
    ]
    assert not [name for name in found if name.startswith(("/branch/", "/term/"))]


def test_a_county_makes_no_branch():
    found = described(party="c", county="01")
    assert statement(found)[term("vg:county")] == [NamedNode(f"{ID}/county/01")]
    assert term("vg:branch") not in statement(found)


@pytest.mark.parametrize(("rights", "published"), [("quotes", False), ("full", True)])
def test_the_text_is_published_only_where_that_is_allowed(rights, published):
    assert (term("vg:text") in described(rights=rights)["/document/a"]) is published


@pytest.mark.parametrize(
    ("published", "datatype"),
    [("2022", "gYear"), ("2022-08", "gYearMonth"), ("2022-08-15", "date")],
)
def test_a_date_of_issue_is_as_exact_as_it_is_known(published, datatype):
    assert described(published=published)["/document/a"][term("dct:issued")] == [
        Literal(published, datatype=term(f"xsd:{datatype}"))
    ]


def test_what_was_inferred_is_said_to_be():
    found = described(party="c", inferred=("party",))
    assert found["/document/a"][term("vg:inferred")] == [term("vg:party")]


def test_an_achievement_is_no_proposal():
    assert statement(described("achievement"))[term("rdf:type")] == [term("vg:Achievement")]


def test_a_statement_of_a_pdf_tells_its_page():
    found = described(text=Text(TEXT, pages=(0, START)))
    assert statement(found)[term("vg:page")] == [Literal("2", datatype=term("xsd:positiveInteger"))]


def test_a_withdrawn_document_keeps_its_name_and_loses_its_words():
    document = Document(file=Path("a.txt"), slug="a", title="Skola", withdrawn=True)
    facts = read(withdrawn(document, Names()))
    assert {t.subject.value for t in facts} == {f"{ID}/document/a"}
    assert not any("Skola" in str(t.object) for t in facts)


@pytest.mark.parametrize(
    ("quote", "label"),
    [
        ("Fler\n  kuratorer", "Fler kuratorer"),
        ("x" * 80, "x" * 80),
        (f"{'ord ' * 30}slut", f"{'ord ' * 19}ord …"),
    ],
)
def test_a_label_is_a_quote_shortened_at_a_word(quote, label):
    assert shortened(quote) == label
