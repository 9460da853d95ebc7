"""The ontology's quality, after ROBOT's report and the FOOPS catalogue (findable, accessible, interoperable, reusable)."""

import re
from collections import Counter
from pathlib import Path

import pytest
import rdflib
from rdflib.namespace import DCTERMS, OWL, RDF, RDFS, SKOS, VANN

ROOT = Path(__file__).resolve().parents[2]
NS = "https://w3id.org/valgraf/ns#"
IRI = rdflib.URIRef("https://w3id.org/valgraf/ns")
KINDS = (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty)
BIBO = rdflib.Namespace("http://purl.org/ontology/bibo/")


@pytest.fixture(scope="module")
def ontology():
    return rdflib.Graph().parse(ROOT / "ontology" / "valgraf.ttl")


@pytest.fixture(scope="module")
def terms(ontology):
    """Return the terms of our own, by kind."""
    return {
        kind: sorted(t for t in ontology.subjects(RDF.type, kind) if str(t).startswith(NS))
        for kind in KINDS
    }


@pytest.fixture(scope="module")
def everything():
    """Return the vocabulary, the schemes and the register in one graph."""
    graph = rdflib.Graph()
    for path in (ROOT / "ontology").rglob("*.ttl"):
        if not path.name.endswith("shapes.ttl") and path.name != "dataset.ttl":
            graph.parse(path)
    return graph


def every(terms):
    return [term for kind in KINDS for term in terms[kind]]


def texts(graph, subject, predicate, language):
    return [o for o in graph.objects(subject, predicate) if o.language == language]


def test_every_term_has_one_label_and_one_definition_in_each_language(ontology, terms):
    for term in every(terms):
        for predicate in (RDFS.label, SKOS.definition):
            for language in ("sv", "en"):
                assert len(texts(ontology, term, predicate, language)) == 1, (term, predicate)


def test_labels_and_definitions_are_clean_text(ontology, terms):
    for term in every(terms):
        for text in (*ontology.objects(term, RDFS.label), *ontology.objects(term, SKOS.definition)):
            assert str(text) == " ".join(text.split()), text
            assert not re.search(r"[<>&]|\bTODO\b", text), text
        for definition in ontology.objects(term, SKOS.definition):
            assert re.fullmatch(r"[A-ZÅÄÖ].*\.", definition), definition


def test_no_two_terms_of_a_kind_share_a_label_and_no_two_at_all_a_definition(ontology, terms):
    for language in ("sv", "en"):
        for kind in KINDS:
            labels = Counter(str(t) for term in terms[kind] for t in texts(ontology, term, RDFS.label, language))  # fmt: skip
            assert [label for label, n in labels.items() if n > 1] == []
        told = Counter(str(t) for term in every(terms) for t in texts(ontology, term, SKOS.definition, language))  # fmt: skip
        assert [definition for definition, n in told.items() if n > 1] == []


def test_every_term_is_of_one_kind_and_belongs_to_the_ontology(ontology, terms):
    assert max(Counter(every(terms)).values()) == 1
    for term in every(terms):
        assert ontology.value(term, RDFS.isDefinedBy) == IRI
        local = str(term).removeprefix(NS)
        assert re.fullmatch(r"[A-Z]\w*" if term in terms[OWL.Class] else r"[a-z]\w*", local), term


def test_every_property_has_a_domain_and_a_range(ontology, terms):
    for kind in (OWL.ObjectProperty, OWL.DatatypeProperty):
        for term in terms[kind]:
            assert ontology.value(term, RDFS.domain), term
            assert ontology.value(term, RDFS.range), term


def test_nothing_in_the_ontology_dangles(ontology):
    """Superclasses, domains and ranges are declared, of whatever vocabulary they come."""
    classes = set(ontology.subjects(RDF.type, OWL.Class)) | {RDFS.Resource, RDFS.Literal, RDF.langString}  # fmt: skip
    for predicate in (RDFS.subClassOf, RDFS.domain, RDFS.range, OWL.disjointWith):
        for value in ontology.objects(None, predicate):
            assert value in classes or str(value).startswith(str(rdflib.XSD)), value


def test_no_class_is_above_itself(ontology):
    for class_ in ontology.subjects(RDF.type, OWL.Class):
        above = set(ontology.transitive_objects(class_, RDFS.subClassOf)) - {class_}
        assert all((a, RDFS.subClassOf, class_) not in ontology for a in above), class_


def test_no_term_is_obsolete_without_saying_so(ontology, terms):
    for term in every(terms):
        assert not any("obsolete" in str(t).lower() for t in ontology.objects(term, RDFS.label))
        assert (term, OWL.deprecated, rdflib.Literal("true", datatype=rdflib.XSD.boolean)) not in ontology  # fmt: skip


def test_the_header_has_what_foops_asks_for(ontology):
    for predicate in (DCTERMS.title, DCTERMS.description):
        assert {t.language for t in ontology.objects(IRI, predicate)} == {"sv", "en"}
    for predicate in (
        DCTERMS.creator, DCTERMS.publisher, DCTERMS.license, DCTERMS.created, DCTERMS.modified, DCTERMS.bibliographicCitation,
        BIBO.status, OWL.versionIRI, OWL.versionInfo, VANN.preferredNamespacePrefix, VANN.preferredNamespaceUri,
    ):  # fmt: skip
        assert len(list(ontology.objects(IRI, predicate))) == 1, predicate
    assert str(ontology.value(IRI, VANN.preferredNamespaceUri)) == NS
    version = str(ontology.value(IRI, OWL.versionInfo))
    assert str(ontology.value(IRI, OWL.versionIRI)) == f"{IRI}/{version}"
    assert version in str(ontology.value(IRI, DCTERMS.bibliographicCitation))


def test_the_ontology_reuses_vocabularies_that_others_know(ontology, terms):
    above = {str(c) for term in terms[OWL.Class] for c in ontology.objects(term, RDFS.subClassOf)}
    outside = {iri for iri in above if not iri.startswith(NS)}
    assert len({re.split(r"[^/#]*$", iri)[0] for iri in outside}) >= 5


def test_no_concept_is_broader_than_itself_or_of_two_schemes(everything):
    for concept in everything.subjects(RDF.type, SKOS.Concept):
        broader = set(everything.objects(concept, SKOS.broader))
        above = {a for b in broader for a in everything.transitive_objects(b, SKOS.broader)}
        assert concept not in above
        assert len(list(everything.objects(concept, SKOS.inScheme))) == 1


def test_no_two_concepts_of_a_scheme_share_a_preferred_label(everything):
    for language in ("sv", "en"):
        labels = Counter(
            (str(everything.value(concept, SKOS.inScheme)), str(label).casefold())
            for concept in everything.subjects(RDF.type, SKOS.Concept)
            for label in texts(everything, concept, SKOS.prefLabel, language)
        )
        assert [label for label, n in labels.items() if n > 1] == []


@pytest.mark.parametrize(
    ("accept", "media_type"),
    [
        ("text/html", "text/html"),
        ("text/turtle", "text/turtle"),
        ("application/rdf+xml", "application/rdf+xml"),
        ("application/ld+json", "application/ld+json"),
        ("application/n-triples", "application/n-triples"),
    ],
)
def test_the_namespace_answers_people_and_machines(client, accept, media_type):
    answer = client.get("/ns", headers={"Accept": accept})
    assert answer.status_code == 200
    assert answer.headers["content-type"].partition(";")[0] == media_type


def test_the_version_s_address_leads_to_the_ontology(client, ontology):
    version = ontology.value(IRI, OWL.versionInfo)
    answer = client.get(f"/ns/{version}", follow_redirects=True, headers={"Accept": "text/turtle"})
    assert answer.status_code == 200
    assert rdflib.Graph().parse(data=answer.content).isomorphic(ontology)
