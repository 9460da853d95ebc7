"""The annotations in `gold/` are well formed, so that a score against them means something."""

import json
from itertools import pairwise
from pathlib import Path

import pytest
from rdflib import SKOS, Graph

GOLD = Path(__file__).parent / "gold"
SCHEMES = Path(__file__).resolve().parents[2] / "ontology" / "schemes"
LINKS = {
    "target_groups": "target-groups",
    "actors": "actors",
    "instruments": "instruments",
    "themes": "themes",
}
MARKS = ("borderline_negatives", "achievements")
NAMES = sorted(path.stem for path in GOLD.glob("*.txt"))


def identifiers(scheme: str) -> set[str]:
    graph = Graph().parse(SCHEMES / f"{scheme}.ttl")
    return {str(concept).rsplit("/", 1)[-1] for concept in graph.subjects(SKOS.inScheme)}


@pytest.fixture(scope="module")
def known() -> dict[str, set[str]]:
    return {key: identifiers(scheme) for key, scheme in (LINKS | {"stance": "stances"}).items()}


@pytest.fixture(params=NAMES)
def document(request) -> tuple[str, dict]:
    text = (GOLD / f"{request.param}.txt").read_text(encoding="utf-8")
    return text, json.loads((GOLD / f"{request.param}.gold.json").read_text(encoding="utf-8"))


def test_every_document_has_its_annotation_and_the_other_way_round():
    assert [path.name.removesuffix(".gold.json") for path in sorted(GOLD.glob("*.json"))] == NAMES
    assert len(NAMES) == 109


def test_spans_slice_to_units_without_surrounding_space_or_bullet(document):
    text, gold = document
    for span in gold["proposals"] + [span for key in MARKS for span in gold.get(key, ())]:
        unit = text[span["start"] : span["end"]]
        assert unit
        assert len(unit) == span["end"] - span["start"]
        assert unit == unit.strip()
        assert unit[0] not in "•▪*–-"


def test_proposals_stand_in_text_order_and_overlap_nothing_that_is_none(document):
    _, gold = document
    spans = sorted(
        (span["start"], span["end"])
        for span in gold["proposals"] + gold.get("borderline_negatives", [])
    )
    assert all(end <= start for (_, end), (start, _) in pairwise(spans))
    assert gold["proposals"] == sorted(gold["proposals"], key=lambda proposal: proposal["start"])


def test_every_proposal_has_one_stance_and_concepts_of_the_right_scheme(document, known):
    _, gold = document
    for proposal in gold["proposals"]:
        assert proposal["stance"] in known["stance"]
        assert set(proposal.get("stance_also", ())) <= known["stance"] - {proposal["stance"]}
        for key in LINKS:
            assert len(set(proposal[key])) == len(proposal[key])
            assert set(proposal[key]) <= known[key], proposal
        assert set(proposal.get("optional", ())) <= set().union(*(known[key] for key in LINKS))
        firm = set(proposal["themes"]) - set(proposal.get("optional", ()))
        assert len(firm) <= 2


def test_no_annotation_holds_anything_that_the_format_does_not_know(document):
    _, gold = document
    assert set(gold) <= {"proposals", "broader", *MARKS}
    allowed = {"start", "end", "stance", *LINKS, "stance_also", "optional", "borderline"}
    assert all(set(proposal) <= allowed for proposal in gold["proposals"])
