"""The shapes: a graph as MODEL.md promises it passes, and each promise that is broken is told."""

import re
from pathlib import Path

import pytest
import rdflib

from loader.check import check_graph

ROOT = Path(__file__).resolve().parents[2]

PREFIXES = """
@prefix : <https://w3id.org/valgraf/id/> .
@prefix dct: <http://purl.org/dc/terms/> .
@prefix nif: <http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#> .
@prefix org: <http://www.w3.org/ns/org#> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix qb: <http://purl.org/linked-data/cube#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix vg: <https://w3id.org/valgraf/ns#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""

#: One of each thing that a release holds; each fact stands on a line of its own, under its subject.
VALID = """
:party/c | a vg:Party | rdfs:label "Centerpartiet"@sv, "Centre Party"@en | skos:notation "C"
:county/20 | a vg:County | rdfs:label "Dalarnas län"@sv, "Dalarna County"@en | skos:notation "20"
:municipality/2080 | a vg:Municipality | rdfs:label "Falun"@sv, "Falun"@en | skos:notation "2080" | vg:county :county/20
:branch/c-2080 | a vg:PartyBranch | rdfs:label "C i Falun"@sv, "C in Falun"@en | vg:party :party/c | org:unitOf :party/c | vg:municipality :municipality/2080
:term/2022-2026 | a vg:Term | rdfs:label "2022–2026"@sv, "2022–2026"@en | vg:firstYear "2022"^^xsd:gYear | vg:lastYear "2026"^^xsd:gYear
:scheme/actor | a skos:ConceptScheme
:scheme/stance | a skos:ConceptScheme
:actor/kommunen | a skos:Concept, vg:Actor | rdfs:label "kommunen"@sv, "the municipality"@en | skos:prefLabel "kommunen"@sv, "the municipality"@en | skos:inScheme :scheme/actor
:actor/skolan | a skos:Concept, vg:Actor | rdfs:label "skolan"@sv, "schools"@en | skos:prefLabel "skolan"@sv, "schools"@en | skos:inScheme :scheme/actor | skos:broader :actor/kommunen
:stance/keep | a skos:Concept, vg:Stance | rdfs:label "behålla"@sv, "keep"@en | skos:prefLabel "behålla"@sv, "keep"@en | skos:inScheme :scheme/stance
:rule/party-wants | a vg:Rule | rdfs:label "partiet vill"@sv, "the party wants"@en | skos:definition "x"@sv, "x"@en | vg:support 10 | vg:precision 0.7
:extraction/1 | a vg:Extraction | rdfs:label "Extraktion 1"@sv, "Extraction 1"@en
:document/d | a vg:Document | rdfs:label "Skola"@sv, "School"@en | dct:title "Skola"@sv | dct:identifier "d" | dct:rights "x"@sv, "x"@en | dct:source <https://falun.example/> | vg:textHash "HASH" | vg:textLength 60 | vg:retrieved "2022-09-01"^^xsd:date | vg:text "x"@sv | prov:wasGeneratedBy :extraction/1 | vg:party :party/c | vg:municipality :municipality/2080 | vg:county :county/20 | vg:branch :branch/c-2080 | vg:election "2022"^^xsd:gYear | vg:term :term/2022-2026
:document/d#section-a | a vg:Section | rdfs:label "Skola"@sv, "Skola"@en | vg:document :document/d | nif:beginIndex 0 | nif:endIndex 60
:statement/d/a | a vg:Proposal | vg:document :document/d | vg:section :document/d#section-a | vg:quote "Behåll skolan"@sv | nif:beginIndex 10 | nif:endIndex 23 | vg:rule :rule/party-wants | vg:actor :actor/skolan | vg:stance :stance/keep | vg:mention :statement/d/a#actor-skolan, :statement/d/a#stance-keep | vg:correction :statement/d/a#correction-1 | vg:party :party/c | vg:municipality :municipality/2080 | vg:county :county/20 | vg:branch :branch/c-2080 | vg:election "2022"^^xsd:gYear | vg:term :term/2022-2026
:statement/d/a#actor-skolan | a vg:Mention | vg:concept :actor/skolan | vg:rule :rule/party-wants | nif:anchorOf "skolan" | nif:beginIndex 17 | nif:endIndex 23
:statement/d/a#stance-keep | a vg:Mention | vg:concept :stance/keep | vg:rule :rule/party-wants | nif:anchorOf "Behåll" | nif:beginIndex 10 | nif:endIndex 16
:statement/d/a#correction-1 | a vg:Correction | rdfs:label "x"@sv, "x"@en | vg:corrector "Redaktionen" | vg:reason "Fel." | dct:date "2026-11-25"^^xsd:date | vg:added :actor/skolan | vg:removed :actor/kommunen
:statement/d/b | a vg:Achievement | vg:document :document/d | vg:quote "Byggt"@sv | nif:beginIndex 30 | nif:endIndex 35 | vg:rule :rule/party-wants | vg:party :party/c | vg:municipality :municipality/2080 | vg:county :county/20 | vg:branch :branch/c-2080 | vg:election "2022"^^xsd:gYear | vg:term :term/2022-2026
:statement/d/c | a vg:Withdrawn | vg:document :document/d | vg:quote "Rustat"@sv | vg:lastRelease "HASH" | dct:isReplacedBy :statement/d/b
:target-group/barn | a skos:Concept, vg:TargetGroup | rdfs:label "barn"@sv, "children"@en | skos:prefLabel "barn"@sv, "children"@en | skos:inScheme :scheme/target-group
:instrument/lots | a skos:Concept, vg:Instrument | rdfs:label "lots"@sv, "pilot"@en | skos:prefLabel "lots"@sv, "pilot"@en | skos:inScheme :scheme/instrument
:theme/skola | a skos:Concept, vg:Theme | rdfs:label "skola"@sv, "school"@en | skos:prefLabel "skola"@sv, "school"@en | skos:inScheme :scheme/theme
:scheme/target-group | a skos:ConceptScheme
:scheme/instrument | a skos:ConceptScheme
:scheme/theme | a skos:ConceptScheme
:counts/all | a qb:DataSet | rdfs:label "x"@sv, "x"@en | qb:structure :counts/structure
:counts/structure | a qb:DataStructureDefinition
:observation/all | a qb:Observation | qb:dataSet :counts/all | vg:proposals 3 | vg:ofParty :party/c | vg:ofMunicipality :municipality/2080 | vg:ofCounty :county/20 | vg:ofElection "2022"^^xsd:gYear | vg:ofTheme :theme/skola | vg:ofTargetGroup :target-group/barn | vg:ofActor :actor/skolan | vg:ofInstrument :instrument/lots | vg:ofStance :stance/keep
""".replace("HASH", "0" * 64)

BASE = "https://w3id.org/valgraf/id/"
_IRI = re.compile(r"(?<![\w<\"]):([a-z-]+/[\w/#-]+)")

#: What is put in place of what (in the facts of the subject that begins the line), and what is then told.
BROKEN = [
    (':party/c', 'skos:notation "C"', "", "needs its abbreviation"),
    (':party/c', '"Centerpartiet"@sv, ', "", "needs one label in sv and one in en"),
    (':county/20', '"20"', '"W"', "needs its code of two digits"),
    (':municipality/2080', '"2080"', '"280"', "needs its code of four digits"),
    (':municipality/2080', 'vg:county :county/20', "", "needs its county"),
    (':branch/c-2080', 'vg:party :party/c', "", "needs one party"),
    (':branch/c-2080', 'org:unitOf :party/c', "", "is a unit of its party"),
    (':branch/c-2080', 'vg:municipality :municipality/2080', "", "needs one municipality"),
    (':term/2022-2026', 'vg:firstYear "2022"^^xsd:gYear', "", "needs its first year"),
    (':term/2022-2026', 'vg:lastYear "2026"^^xsd:gYear', "", "needs its last year"),
    (':term/2022-2026', '"2026"^^', '"2018"^^', "ends before it begins"),
    (':actor/skolan', 'skos:prefLabel "skolan"@sv, ', "skos:prefLabel ", "needs a preferred label in sv and en"),
    (':actor/skolan', 'skos:inScheme :scheme/actor', "", "needs one scheme"),
    (':actor/skolan', ':scheme/actor', ":scheme/stance", "stands in a scheme of another class"),
    (':actor/skolan', 'skos:broader :actor/kommunen', "skos:broader :actor/borta", "has a broader concept that is one"),
    (':actor/skolan', 'skos:broader :actor/kommunen', "skos:broader :stance/keep", "has a broader concept of another scheme"),
    (':rule/party-wants', 'skos:definition "x"@sv, "x"@en', "", "needs a definition in sv and en"),
    (':rule/party-wants', 'vg:support 10', "", "needs its support"),
    (':rule/party-wants', 'vg:precision 0.7', "vg:precision 1.2", "has a precision from 0 to 1"),
    (':rule/party-wants', 'vg:support 10', "vg:support 0", "claims a precision without support"),
    (':document/d', 'vg:party :party/c', 'vg:party :party/c, :party/m', "has one party at most, of the register"),
    (':document/d', 'vg:branch :branch/c-2080', 'vg:branch :branch/c-2080, :branch/x', "has one branch at most"),
    (':document/d', 'vg:municipality :municipality/2080', 'vg:municipality :county/20', "has one municipality at most, of the register"),
    (':document/d', 'vg:county :county/20', 'vg:county :municipality/2080', "has one county at most, of the register"),
    (':document/d', 'vg:election "2022"^^xsd:gYear', 'vg:election 2022', "has one election year at most"),
    (':document/d', 'vg:term :term/2022-2026', 'vg:term :party/c', "has one term at most"),
    (':document/d', 'vg:term :term/2022-2026', '', "has an election, so it needs the term that follows"),
    (':document/d', 'vg:party :party/c', '', "has a branch of another party or municipality"),
    (':document/d', 'dct:title "Skola"@sv', '', "needs a title"),
    (':document/d', 'dct:identifier "d"', '', "needs one slug"),
    (':document/d', 'dct:source <https://falun.example/>', 'dct:source "falun.example"', "has an address as its source"),
    (':document/d', 'dct:rights "x"@sv, "x"@en', 'dct:rights "x"@sv', "needs its rights in sv and en"),
    (':document/d', '0' * 64, '0', "needs one SHA-256 of its text"),
    (':document/d', 'vg:textLength 60', '', "needs one length"),
    (':document/d', 'vg:retrieved "2022-09-01"^^xsd:date', 'vg:retrieved "2022"', "has one day of retrieval at most"),
    (':document/d', 'vg:text "x"@sv', 'vg:text "x"@sv, "y"@sv', "has one text at most"),
    (':document/d', 'prov:wasGeneratedBy :extraction/1', '', "needs one extraction"),
    (':document/d#section-a', 'vg:document :document/d', '', "needs one document"),
    (':document/d#section-a', 'nif:beginIndex 0', 'nif:beginIndex 60', "needs one begin, before the end"),
    (':document/d#section-a', 'nif:endIndex 60', '', "needs one end"),
    (':statement/d/a', 'vg:document :document/d', '', "needs one document"),
    (':statement/d/a', '"Behåll skolan"@sv', '"Behåll skolan"@en', "needs one quote in Swedish"),
    (':statement/d/a', '"Behåll skolan"@sv', '"Behåll"@sv', "has a quote that is not as long as its place"),
    (':statement/d/a', 'vg:section :document/d#section-a', 'vg:section :document/d', "has one section at most"),
    (':statement/d/a', 'nif:endIndex 23', 'nif:endIndex 99', "stands outside its document"),
    (':statement/d/a', 'vg:party :party/c', '', "differs from its document in party, place, election or term"),
    (':statement/d/a', 'vg:actor :actor/skolan', 'vg:actor :actor/skolan ; vg:theme :actor/skolan', "has two themes at most, of that scheme"),
    (':statement/d/a', 'vg:actor :actor/skolan', 'vg:targetGroup :actor/skolan', "has target groups of that scheme"),
    (':statement/d/a', 'vg:actor :actor/skolan', 'vg:actor :actor/skolan, :stance/keep', "has actors of that scheme"),
    (':statement/d/a', 'vg:actor :actor/skolan', 'vg:instrument :actor/skolan', "has instruments of that scheme"),
    (':statement/d/a', 'vg:rule :rule/party-wants', '', "needs one rule"),
    (':statement/d/a', '#stance-keep', '#stance-keep, :rule/party-wants', "has mentions"),
    (':statement/d/a', ':statement/d/a#actor-skolan, ', '', "has a link that is not grounded by exactly one mention"),
    (':statement/d/a', 'vg:actor :actor/skolan', '', "has a mention that grounds no link of it"),
    (':statement/d/a', 'vg:stance :stance/keep', '', "needs one stance"),
    (':statement/d/a', 'a vg:Proposal', 'a vg:Proposal, vg:Achievement', "is no achievement, and not withdrawn"),
    (':statement/d/b', 'a vg:Achievement', 'a vg:Achievement ; vg:stance :stance/keep', "is no proposal, so it has no stance"),
    (':statement/d/a#actor-skolan', 'vg:concept :actor/skolan', 'vg:concept :party/c', "needs one concept"),
    (':statement/d/a#actor-skolan', 'vg:rule :rule/party-wants', '', "needs one rule"),
    (':statement/d/a#actor-skolan', 'nif:anchorOf "skolan"', '', "needs its words"),
    (':statement/d/a#actor-skolan', '"skolan"', '"skola"', "has words that are not as long as their place"),
    (':statement/d/a#actor-skolan', '', '', "belongs to one statement"),
    (':statement/d/a#correction-1', 'vg:corrector "Redaktionen"', '', "needs who made it"),
    (':statement/d/a#correction-1', 'vg:reason "Fel."', '', "needs its reason"),
    (':statement/d/a#correction-1', 'dct:date "2026-11-25"^^xsd:date', 'dct:date "i dag"', "needs its day"),
    (':statement/d/a#correction-1', 'vg:added :actor/skolan', 'vg:added :actor/skolan, :stance/keep', "adds one concept at most"),
    (':statement/d/a#correction-1', 'vg:removed :actor/kommunen', 'vg:removed :party/c', "removes one concept at most"),
    (':statement/d/c', 'a vg:Withdrawn', 'a vg:Withdrawn ; vg:stance :stance/keep', "is gone, so it links to nothing"),
    (':statement/d/c', 'a vg:Withdrawn', 'a vg:Withdrawn, vg:Proposal', "is gone, so it is nothing else"),
    (':statement/d/c', '0' * 64, '1', "has one last release at most"),
    (':statement/d/c', '"Rustat"@sv', '"Rustat"@sv, "Byggt"@sv', "has one quote at most"),
    (':statement/d/c', 'vg:document :document/d', 'vg:document :document/d, :document/e', "stood in one document at most"),
    (':statement/d/c', ':statement/d/b', ':statement/d/b, :statement/d/a', "is replaced by one statement at most"),
    (':statement/d/c', ':statement/d/b', ':statement/d/e', "is replaced by what no release had"),
    (':counts/all', 'qb:structure :counts/structure', '', "needs one structure"),
    (':observation/all', 'qb:dataSet :counts/all', '', "needs one data set"),
    (':observation/all', 'vg:proposals 3', 'vg:proposals 0', "needs one number, of one proposal at least"),
    (':observation/all', ':party/c', ':actor/skolan', "counts one party at most"),
    (':observation/all', ':municipality/2080', ':county/20', "counts one municipality at most"),
    (':observation/all', ':county/20', ':municipality/2080', "counts one county at most"),
    (':observation/all', '"2022"^^xsd:gYear', '2022', "counts one election at most"),
    (':observation/all', ':theme/skola', ':actor/skolan', "counts one theme at most"),
    (':observation/all', ':target-group/barn', ':actor/skolan', "counts one target group at most"),
    (':observation/all', ':actor/skolan', ':theme/skola', "counts one actor at most"),
    (':observation/all', ':instrument/lots', ':actor/skolan', "counts one instrument at most"),
    (':observation/all', ':stance/keep', ':actor/skolan', "counts one stance at most"),
]  # fmt: skip


def turtle(number, subject, facts):
    """Return facts of a subject whose copy is told apart by a number; what it refers to is of copy 0."""
    about = " ; ".join(fact for fact in facts.split(" | ") if fact.strip())
    numbers = re.sub(
        r"(Index|Length|upport) (\d+)", r'\1 "\2"^^xsd:nonNegativeInteger', f"{about} ."
    )
    referring = _IRI.sub(rf"<{BASE}0/\1>", numbers)
    return f"<{BASE}{number}/{subject[1:]}> {referring}\n"


@pytest.fixture(scope="module")
def told():
    """Return what is told of each copy, by its number: n for the nth of BROKEN, 0 for a valid graph that they refer to, -1 for unbroken copies."""
    valid = dict(line.split(" | ", 1) for line in VALID.strip().splitlines())
    written = [PREFIXES]
    for subject, facts in valid.items():
        written += [turtle(0, subject, facts), turtle(-1, subject, facts)]
    for number, (subject, old, new, _) in enumerate(BROKEN, 1):
        assert old in valid[subject], (subject, old)
        written.append(turtle(number, subject, valid[subject].replace(old, new, 1)))
    messages = {number: set() for number in range(-1, len(BROKEN) + 1)}
    data = rdflib.Graph().parse(data="".join(written), format="turtle")
    for finding in check_graph("test", data):
        if found := re.match(rf"{BASE}(-?\d+)/", finding.subject):
            messages[int(found[1])].add(finding.message)
    return messages


def test_a_graph_that_keeps_all_promises_passes():
    lines = (line.split(" | ", 1) for line in VALID.strip().splitlines())
    written = PREFIXES + "".join(turtle(0, *line) for line in lines)
    found = check_graph("test", rdflib.Graph().parse(data=written, format="turtle"))
    assert not [finding for finding in found if finding.subject.startswith(BASE)]


def test_a_copy_that_is_not_broken_lacks_only_its_statement(told):
    assert told[-1] == {"belongs to one statement"}


@pytest.mark.parametrize("number", range(1, len(BROKEN) + 1), ids=[row[3] for row in BROKEN])
def test_a_broken_promise_is_told(told, number):
    assert any(message.endswith(BROKEN[number - 1][3]) for message in told[number]), told[number]


def test_every_promise_of_the_shapes_is_broken_by_a_test():
    shapes = (ROOT / "ontology" / "shapes.ttl").read_text(encoding="utf-8")
    assert set(re.findall(r'sh:message "([^"]+)"', shapes)) == {row[3] for row in BROKEN}
