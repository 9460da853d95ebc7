"""The five concept schemes: what the graph calls things, and what the loader looks for."""

import csv
import unicodedata
from collections import defaultdict
from pathlib import Path

import pytest
from rdflib import RDF, RDFS, SKOS, Graph, Namespace, URIRef

from loader.lexicon import lexicon
from loader.swedish.tokens import tokenise

ROOT = Path(__file__).resolve().parents[2]
TABLE = ROOT.parent / "shared" / "gold" / "concepts.tsv"
VG = Namespace("https://w3id.org/valgraf/ns#")
ID = "https://w3id.org/valgraf/id/"
LABELS = (SKOS.prefLabel, SKOS.altLabel, SKOS.hiddenLabel)
SCHEMES = {
    "target-group": ("target-groups", VG.TargetGroup),
    "actor": ("actors", VG.Actor),
    "instrument": ("instruments", VG.Instrument),
    "theme": ("themes", VG.Theme),
    "stance": ("stances", VG.Stance),
}


@pytest.fixture(scope="module")
def graphs() -> dict[str, Graph]:
    return {
        kind: Graph().parse(ROOT / "ontology" / "schemes" / f"{name}.ttl")
        for kind, (name, _) in SCHEMES.items()
    }


@pytest.fixture(params=SCHEMES)
def kind(request):
    return request.param


@pytest.fixture
def graph(graphs, kind):
    return graphs[kind]


@pytest.fixture
def concepts(graph):
    return sorted(graph.subjects(RDF.type, SKOS.Concept))


def labels(graph, concept, language="sv"):
    return [str(o) for p in LABELS for o in graph.objects(concept, p) if o.language == language]


def test_every_concept_has_the_class_and_the_scheme_of_its_file(graph, kind, concepts):
    scheme = URIRef(f"{ID}scheme/{kind}")
    assert (scheme, RDF.type, SKOS.ConceptScheme) in graph
    for concept in concepts:
        assert str(concept).startswith(f"{ID}{kind}/")
        assert (concept, RDF.type, SCHEMES[kind][1]) in graph, concept
        assert list(graph.objects(concept, SKOS.inScheme)) == [scheme], concept


def test_nothing_is_said_of_what_is_not_a_concept_or_the_scheme(graph, kind, concepts):
    assert set(graph.subjects()) == {*concepts, URIRef(f"{ID}scheme/{kind}")}


def test_slugs_are_lower_case_ascii(concepts, kind):
    for concept in concepts:
        slug = str(concept).removeprefix(f"{ID}{kind}/")
        assert all(part.isascii() and part.isalnum() for part in slug.split("-")), slug
        assert slug == slug.lower()


def test_the_table_of_the_gold_standard_is_held(graph, kind):
    if not TABLE.exists():
        pytest.skip("concepts.tsv of the gold standard is not beside the repository")
    with TABLE.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file, delimiter="\t") if row["scheme"] == kind]
    assert rows
    for row in rows:
        concept = URIRef(f"{ID}{kind}/{row['id']}")
        assert (concept, RDF.type, SKOS.Concept) in graph, row["id"]
        broader = [str(o).rpartition("/")[2] for o in graph.objects(concept, SKOS.broader)]
        assert broader == ([row["broader"]] if row["broader"] else []), row["id"]
        for language in ("sv", "en"):
            names = [o for o in graph.objects(concept, SKOS.prefLabel) if o.language == language]
            assert [str(o) for o in names] == [row[language]], row["id"]
        if row["note"]:
            notes = {o.language for o in graph.objects(concept, SKOS.scopeNote)}
            assert notes == {"sv", "en"}, row["id"]


def test_every_concept_is_named_once_in_each_language(graph, concepts):
    for concept in concepts:
        for predicate in (SKOS.prefLabel, RDFS.label):
            languages = sorted(o.language for o in graph.objects(concept, predicate))
            assert languages == ["en", "sv"], (concept, predicate)
        assert set(graph.objects(concept, RDFS.label)) == set(
            graph.objects(concept, SKOS.prefLabel)
        )


def test_definitions_and_notes_come_in_both_languages(graph, concepts):
    for concept in concepts:
        for predicate in (SKOS.definition, SKOS.scopeNote):
            languages = sorted(o.language for o in graph.objects(concept, predicate))
            assert languages in ([], ["en", "sv"]), (concept, predicate)


def test_broader_links_end_at_a_top_concept_of_the_scheme(graph, kind, concepts):
    scheme = URIRef(f"{ID}scheme/{kind}")
    tops = set(graph.subjects(SKOS.topConceptOf, scheme))
    for concept in concepts:
        broader = set(graph.objects(concept, SKOS.broader))
        assert broader <= set(concepts), f"{concept} has a broader concept that does not exist"
        assert bool(broader) != (concept in tops), f"{concept} is either a top or has a broader"
        seen = {concept}
        while broader:
            assert not broader & seen, f"{concept} is its own ancestor"
            seen |= broader
            broader = {b for a in broader for b in graph.objects(a, SKOS.broader)}
        assert seen & tops


def test_a_label_is_clean_text_and_has_a_language(graph, concepts):
    for concept in concepts:
        for predicate in LABELS:
            for label in graph.objects(concept, predicate):
                text = str(label)
                assert label.language in {"sv", "en"}, (concept, text)
                assert text == unicodedata.normalize("NFC", text), (concept, text)
                assert text == " ".join(text.split()) != "", (concept, text)


def test_a_concept_has_each_label_once(graph, concepts):
    for concept in concepts:
        found = labels(graph, concept)
        assert len(found) == len(set(found)), concept


def test_no_label_stands_under_two_concepts(graph, kind, concepts):
    holders = defaultdict(set)
    for concept in concepts:
        for label in labels(graph, concept):
            holders[label.casefold()].add(concept)
    most = 2 if kind == "theme" else 1  # a word may show two themes, as "gruppbostad" does
    shared = {label: found for label, found in holders.items() if len(found) > most}
    assert not shared


def test_the_loader_finds_each_concept_by_its_names(graph, kind, concepts):
    words = lexicon(kind)
    for concept in concepts:
        for predicate in (SKOS.prefLabel, SKOS.altLabel):
            for label in graph.objects(concept, predicate):
                if label.language == "sv":
                    tokens = tokenise(str(label), 0, len(label))
                    found = [(m.concept, m.first, m.last) for m in words.matches(tokens)]
                    slug = str(concept).rpartition("/")[2]
                    assert (slug, 0, len(tokens)) in found, (concept, str(label))


def test_matches_point_at_eurovoc_alone(graph):
    for predicate in (SKOS.exactMatch, SKOS.closeMatch, SKOS.broadMatch, SKOS.narrowMatch):
        for match in graph.objects(None, predicate):
            number = str(match).removeprefix("http://eurovoc.europa.eu/")
            assert number.isdigit(), match
