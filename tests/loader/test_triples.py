"""What no document adds is in the graph under the deployment's base."""

from pyoxigraph import Literal, NamedNode

from loader.names import Names
from loader.register import Entry
from loader.triples import local_party, ontology, term

ID = "https://w3id.org/valgraf/id"


def test_a_local_party_is_described():
    facts = {
        t.predicate: t.object
        for t in local_party(
            Entry("fap", "FAP", "Falupartiet", "Falupartiet", ("Falupartiet",)), Names()
        )
    }
    assert facts[term("rdf:type")] == term("vg:Party")
    assert facts[term("skos:notation")] == Literal("FAP")


def test_the_ontology_comes_with_every_rule_and_without_blank_nodes():
    triples = list(ontology(Names()))
    assert any(t.subject == NamedNode(f"{ID}/rule/demand-list") for t in triples)
    assert all(
        isinstance(t.subject, NamedNode) and isinstance(t.object, NamedNode | Literal)
        for t in triples
    )
