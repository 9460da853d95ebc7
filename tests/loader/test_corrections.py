"""Corrections: what they may say, what they change, how the graph shows it, and when they change nothing."""

import gzip
import json

import pytest
import rdflib

from loader.corpus import read_corpus
from loader.corrections import RULE, Correction, corrected, read_corrections
from loader.errors import LoaderError
from loader.names import fingerprint
from loader.statements import Extraction, Mention, Statement

VG = rdflib.Namespace("https://w3id.org/valgraf/ns#")
QUOTE = "Kommunen ska behålla skolkuratorerna."
TEXT = f"Elevhälsan\n\n{QUOTE}\n"
START = TEXT.index(QUOTE)
PRINT = fingerprint(QUOTE)


def mention(scheme, concept, words, rule="found"):
    start = TEXT.index(words)
    return Mention(scheme, concept, rule, start, start + len(words))


STATEMENT = Statement("proposal", "demand-modal", START, START + len(QUOTE), None, (
    mention("actor", "kommunen", "Kommunen"),
    mention("stance", "strengthen", "ska"),
))  # fmt: skip
EXTRACTION = Extraction((), (STATEMENT,))


def correction(**change):
    return Correction(
        "corrections.toml", "v-falun", PRINT, "Redaktionen", "2026-11-25", "Fel.", **change
    )


def mentions(result):
    (statement,) = result.extraction.statements
    return {(m.scheme, m.concept): (TEXT[m.start : m.end], m.rule) for m in statement.mentions}


class TestCorrected:
    def test_a_link_is_added_at_its_words_by_a_rule_of_its_own(self):
        found = mentions(
            corrected(
                EXTRACTION, TEXT, [correction(add=("actor", "skolan"), words="skolkuratorerna")]
            )
        )
        assert found["actor", "skolan"] == ("skolkuratorerna", RULE)
        assert found["actor", "kommunen"] == ("Kommunen", "found")

    def test_words_before_the_statement_may_ground_a_link(self):
        found = mentions(
            corrected(EXTRACTION, TEXT, [correction(add=("theme", "skola"), words="Elevhälsan")])
        )
        assert found["theme", "skola"] == ("Elevhälsan", RULE)

    def test_words_that_stand_nowhere_are_an_error(self):
        with pytest.raises(
            LoaderError, match=rf"corrections\.toml: v-falun/{PRINT}: the words 'polisen'"
        ):
            corrected(EXTRACTION, TEXT, [correction(add=("actor", "polisen"), words="polisen")])

    def test_a_link_is_removed(self):
        assert set(
            mentions(corrected(EXTRACTION, TEXT, [correction(remove=("actor", "kommunen"))]))
        ) == {("stance", "strengthen")}

    def test_a_stance_takes_the_place_of_the_former(self):
        result = corrected(EXTRACTION, TEXT, [correction(add=("stance", "keep"))])
        assert mentions(result)["stance", "keep"] == ("ska", RULE)
        assert [(c.added, c.removed) for c in result.changes] == [
            (("stance", "keep"), ("stance", "strengthen"))
        ]

    def test_a_stance_may_have_words_of_its_own(self):
        found = mentions(
            corrected(EXTRACTION, TEXT, [correction(add=("stance", "keep"), words="behålla")])
        )
        assert found["stance", "keep"] == ("behålla", RULE)

    def test_a_statement_is_retracted(self):
        result = corrected(EXTRACTION, TEXT, [correction(retract=True)])
        assert result.extraction.statements == ()
        assert [c.statement for c in result.changes] == [STATEMENT]

    def test_several_of_one_statement_are_carried_out_in_order_and_numbered(self):
        result = corrected(
            EXTRACTION,
            TEXT,
            [correction(remove=("actor", "kommunen")), correction(add=("stance", "keep"))],
        )
        assert set(mentions(result)) == {("stance", "keep")}
        assert [c.number for c in result.changes] == [1, 2]

    @pytest.mark.parametrize(
        "change",
        [
            {"remove": ("theme", "vald")},
            {"add": ("actor", "kommunen"), "words": "Kommunen"},
            {"add": ("stance", "strengthen")},
        ],
    )
    def test_one_that_changes_nothing_is_told(self, change):
        result = corrected(EXTRACTION, TEXT, [correction(**change)])
        assert result.extraction == EXTRACTION
        assert result.changes == ()
        assert result.idle == (f"corrections.toml: v-falun/{PRINT}: changes nothing any more",)

    def test_one_that_matches_no_statement_is_told(self):
        result = corrected(Extraction((), ()), TEXT, [correction(retract=True)])
        assert result.idle == (f"corrections.toml: v-falun/{PRINT}: matches no statement any more",)


ENTRY = f"""
[[correction]]
statement = "https://w3id.org/valgraf/id/statement/v-falun/{PRINT}"
who = "Redaktionen"
when = 2026-11-25
why = "Fel."
"""


class TestFile:
    @pytest.fixture
    def read(self, tmp_path):
        def written(toml):
            (tmp_path / "corrections.toml").write_text(toml, encoding="utf-8")
            return list(read_corrections(tmp_path / "corrections.toml"))

        return written

    def test_says_what_to_change_who_when_and_why(self, read):
        (found,) = read(ENTRY + 'add = "actor/bup"\nwords = "kuratorerna"')
        assert (found.document, found.statement) == ("v-falun", PRINT)
        assert (found.who, found.when, found.why) == ("Redaktionen", "2026-11-25", "Fel.")
        assert (found.add, found.words) == (("actor", "bup"), "kuratorerna")

    def test_names_a_statement_under_any_base_or_by_its_end(self, read):
        for name in (f"https://graf.example/id/statement/v-falun/{PRINT}", f"v-falun/{PRINT}"):
            (found,) = read(
                ENTRY.replace(f"https://w3id.org/valgraf/id/statement/v-falun/{PRINT}", name)
                + "retract = true"
            )
            assert (found.document, found.statement) == ("v-falun", PRINT)

    @pytest.mark.parametrize(
        ("toml", "key"),
        [
            (ENTRY, "statement"),
            (ENTRY + 'retract = true\nstance = "keep"', "statement"),
            (ENTRY.replace(PRINT, "?") + "retract = true", "statement"),
            (ENTRY + "retract = false", "retract"),
            (ENTRY + 'stance = "kanske"', "stance"),
            (ENTRY + 'remove = "bup"', "remove"),
            (ENTRY + 'add = "actor/okand"\nwords = "x"', "add"),
            (ENTRY + 'add = "actor/bup"', "words"),
            (ENTRY + 'retract = true\nwords = 1', "words"),
            (ENTRY + 'retract = true\nreason = "x"', "reason"),
            (ENTRY.replace('who = "Redaktionen"', "") + "retract = true", "who"),
            (ENTRY.replace('"Fel."', '""') + "retract = true", "why"),
            (ENTRY.replace("2026-11-25", '"i dag"') + "retract = true", "when"),
            ("[correction]\n", "correction"),
            ("[[rattelse]]\n", "rattelse"),
        ],
    )  # fmt: skip
    def test_with_a_fault_is_an_error_that_names_file_and_key(self, read, toml, key):
        with pytest.raises(LoaderError, match=rf"corrections\.toml: {key}: "):
            read(toml)

    def test_that_is_no_toml_is_an_error(self, read):
        with pytest.raises(LoaderError, match=r"corrections\.toml: is no TOML"):
            read("[[correction")


PAGE = "Vänsterpartiet vill:\n • att socialtjänsten samverkar med polisen\n • bygga fler bostäder åt hemlösa\n • rusta torget\n"


@pytest.fixture(scope="module")
def loaded(tmp_path_factory, valgraf):
    """Return a release with corrections, what its load told, and whether the check finds it in order."""
    folder = tmp_path_factory.mktemp("corrections")
    (folder / "corpus").mkdir()
    (folder / "corpus" / "v-falun.txt").write_text(PAGE, encoding="utf-8")
    names = [fingerprint(line.strip(" •")) for line in PAGE.splitlines()[1:]]
    changes = (
        (names[0], 'remove = "actor/polisen"'),
        (names[1], 'stance = "introduce"'),
        (names[1], 'add = "actor/kommunen"\nwords = "bygga"'),
        (names[2], "retract = true"),
        ("aaaaaaaaaa", "retract = true"),
    )
    toml = "".join(ENTRY.replace(PRINT, name) + change for name, change in changes)
    toml += ENTRY.replace("v-falun", "v-borta") + "retract = true"
    (folder / "corpus" / "corrections.toml").write_text(toml, encoding="utf-8")
    told = valgraf("load", folder / "corpus", "--releases", folder / "releases")
    checked = valgraf("check", "--releases", folder / "releases")
    return folder / "releases" / "current", told, checked, names


@pytest.fixture(scope="module")
def graph(loaded):
    return rdflib.Graph().parse(
        data=gzip.decompress((loaded[0] / "graph.nt.gz").read_bytes()), format="nt"
    )


class TestLoad:
    def statement(self, name):
        return rdflib.URIRef(f"https://w3id.org/valgraf/id/statement/v-falun/{name}")

    def test_tells_of_corrections_that_match_nothing_and_succeeds(self, loaded):
        _, told, _, _ = loaded
        assert told.returncode == 0
        assert "v-falun/aaaaaaaaaa: matches no statement any more" in told.stderr
        assert f"v-borta/{PRINT}: no such document is loaded" in told.stderr

    def test_makes_a_release_that_keeps_its_promises(self, loaded):
        _, _, checked, _ = loaded
        assert checked.returncode == 0, checked.stderr

    def test_counts_what_is_left(self, loaded):
        counts = json.loads((loaded[0] / "manifest.json").read_text(encoding="utf-8"))["counts"]
        assert counts["proposals"] == 2

    def test_the_graph_says_who_when_and_why(self, loaded, graph):
        statement = self.statement(loaded[3][0])
        made = graph.value(statement, VG.correction)
        assert made == rdflib.URIRef(f"{statement}#correction-1")
        assert str(graph.value(made, VG.corrector)) == "Redaktionen"
        assert str(graph.value(made, VG.reason)) == "Fel."
        assert graph.value(made, rdflib.DCTERMS.date).toPython().isoformat() == "2026-11-25"
        assert str(graph.value(made, VG.removed)).endswith("/actor/polisen")

    def test_what_is_added_stands_under_the_rule_of_corrections(self, loaded, graph):
        statement = self.statement(loaded[3][1])
        grounds = {
            str(graph.value(m, VG.concept)).partition("/id/")[2]: graph.value(m, VG.rule)
            for m in graph.objects(statement, VG.mention)
        }
        rule = rdflib.URIRef("https://w3id.org/valgraf/id/rule/correction")
        assert grounds["actor/kommunen"] == grounds["stance/introduce"] == rule
        assert len(list(graph.objects(statement, VG.correction))) == 2

    def test_a_retracted_statement_is_withdrawn_with_its_reason(self, loaded, graph):
        statement = self.statement(loaded[3][2])
        assert set(graph.objects(statement, rdflib.RDF.type)) == {VG.Withdrawn}
        assert str(graph.value(graph.value(statement, VG.correction), VG.reason)) == "Fel."


def test_corrections_go_to_their_documents(tmp_path):
    (tmp_path / "v-falun.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "corrections.toml").write_text(ENTRY + "retract = true", encoding="utf-8")
    for path in (tmp_path, tmp_path / "v-falun.txt"):
        found = read_corpus([path])
        assert [c.statement for c in found.documents[0].corrections] == [PRINT]
        assert found.stray == ()
