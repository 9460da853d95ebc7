"""Evaluation agrees with the scorer that is handed out with the gold, and shows where to work."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from loader.evaluation import evaluate, report
from loader.rules import Rule, record, rules, wilson

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared"
TEXT = "Vi vill:\n • bygga fler bostäder åt hemlösa\n • rusta torget\n"


@pytest.fixture
def gold(tmp_path):
    """Return a folder with one text and annotations that miss one of its two proposals and invent a third."""
    (tmp_path / "a.txt").write_text(TEXT + "\nSol och vind.\n", encoding="utf-8")
    first, other = TEXT.index("bygga"), TEXT.index("rusta")
    proposals = [
        {"start": first, "end": other - 4, "stance": "strengthen", "target_groups": ["hemlosa"], "actors": ["kommunen"], "instruments": [], "themes": []},
        {"start": len(TEXT) + 1, "end": len(TEXT) + 14, "stance": "goal", "target_groups": [], "actors": [], "instruments": [], "themes": []},
    ]  # fmt: skip
    (tmp_path / "a.gold.json").write_text(json.dumps({"proposals": proposals}), encoding="utf-8")
    return tmp_path


def test_misses_and_inventions_are_told_with_their_words(gold):
    lines = list(report(evaluate(gold, gold)))
    assert "proposals missed 1× Sol och vind." in lines
    assert "proposals invented 1× rusta torget" in lines
    assert any(line.startswith("actors missed 1× kommunen: bygga fler bostäder") for line in lines)


def test_the_most_frequent_ten_of_each_kind_are_told(gold):
    evaluation = evaluate(gold, gold)
    evaluation.kinds["actors"].missed += [f"{n}: x" for n in range(20) for _ in range(n)]
    told = [line for line in report(evaluation) if line.startswith("actors missed")]
    assert len(told) == 10
    assert told[0] == "actors missed 19× 19: x"


def test_the_figures_are_those_of_the_scorer(tmp_path, valgraf):
    scorer, folder = SHARED / "gold" / "score.py", ROOT / "tests" / "loader" / "gold"
    if not scorer.exists():
        pytest.skip(f"{scorer} is absent")
    found = tmp_path / "found"
    valgraf("extract", *sorted(folder.glob("*.txt")), "--output", found)
    theirs = subprocess.run(
        [sys.executable, scorer, folder, found, "--skip-borderline"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    ours = valgraf("evaluate", folder, folder).stdout
    assert figures(ours) == figures(theirs)


def figures(table):
    """Return kind → precision, recall and F1 of a table, as hundredths."""
    rows = re.findall(
        r"^(proposals|target_groups|actors|instruments|themes)\b\D*(\d\.\d+)\D+(\d\.\d+)\D+(\d\.\d+)",
        table,
        re.MULTILINE,
    )
    assert len(rows) >= 5
    return {kind: [round(float(value), 2) for value in values] for kind, *values in rows}


class TestRecord:
    def test_is_read_as_the_precision_that_the_graph_states(self, tmp_path):
        path = tmp_path / "rules.json"
        path.write_text('{"refusal": [9, 10]}', encoding="utf-8")
        found = {rule.name: rule for rule in rules(path)}
        assert (found["refusal"].support, round(found["refusal"].precision, 3)) == (10, 0.596)
        assert found["need"].precision is None

    def test_is_written_by_the_command(self, gold, monkeypatch, tmp_path):
        monkeypatch.setattr("loader.rules.RECORD", tmp_path / "rules.json")
        record(evaluate(gold, gold).rules)
        written = json.loads((tmp_path / "rules.json").read_text(encoding="utf-8"))
        assert written["demand-list"] == [1, 2]

    def test_every_rule_that_answers_is_defined(self):
        folder = ROOT / "tests" / "loader" / "gold"
        found = evaluate(folder, folder)
        assert found.rules.keys() <= {rule.name for rule in rules()}


@pytest.mark.parametrize(
    ("right", "total", "bound"), [(10, 10, 0.722), (0, 10, 0.0), (90, 100, 0.826)]
)
def test_precision_is_the_lower_bound_of_wilsons_interval(right, total, bound):
    assert wilson(right, total) == pytest.approx(bound, abs=0.001)


def test_a_rule_without_support_claims_no_precision():
    assert Rule("x", "x", "x", "x", "x").precision is None
