"""What corpus.toml may say, and that each fault is one error that names the file and the key."""

import re
from pathlib import Path

import pytest

from loader.corpus import Document, read_corpus, with_inferred
from loader.errors import LoaderError

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def corpus(tmp_path):
    """Return what writes a corpus.toml beside the page a.txt and reads the folder."""
    (tmp_path / "a.txt").write_text("Vi vill ha fler fältassistenter.", encoding="utf-8")

    def read(toml, **files):
        for name, text in files.items():
            (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
        (tmp_path / "corpus.toml").write_text(toml, encoding="utf-8")
        return read_corpus([tmp_path])

    return read


def entry(**values):
    """Return a [[document]] of a.txt with the given values, as TOML."""
    lines = [
        f"{key} = {value if not isinstance(value, str) else repr(value)}"
        for key, value in values.items()
    ]
    return "\n".join(("[[document]]", 'file = "a.txt"', *lines)).replace("True", "true")


class TestDocument:
    def test_everything_that_can_be_said_of_a_document_is_kept(self, corpus, tmp_path):
        (found,) = corpus("""
            [[document]]
            file = "a.txt"
            slug = "s-falun-valprogram"
            party = "S"
            municipality = "2080"
            election = 2022
            title = "Valprogram"
            url = "https://falun.example/program"
            archived = "https://arkiv.example/1"
            published = 2022-08-15
            retrieved = "2022-09-01"
            language = "sv"
            rights = "full"
            note = "Avskrift."
            """).documents
        assert found == Document(
            file=tmp_path / "a.txt",
            slug="s-falun-valprogram",
            party="s",
            municipality="2080",
            election=2022,
            term="2022/2026",
            title="Valprogram",
            url="https://falun.example/program",
            archived="https://arkiv.example/1",
            published="2022-08-15",
            retrieved="2022-09-01",
            rights="full",
            note="Avskrift.",
        )

    def test_what_is_not_said_is_absent_and_only_quotes_are_published(self, corpus, tmp_path):
        (found,) = corpus(entry()).documents
        assert found == Document(file=tmp_path / "a.txt", slug="a", language="sv", rights="quotes")

    def test_an_election_implies_the_term_that_the_law_gives(self, corpus):
        assert corpus(entry(election=2018)).documents[0].term == "2018/2022"

    def test_a_term_that_is_told_is_kept(self, corpus):
        assert corpus(entry(election=2018, term="2019/2022")).documents[0].term == "2019/2022"

    @pytest.mark.parametrize("published", ["2022", "2022-08", "2022-08-15"])
    def test_a_publication_may_be_dated_by_year_month_or_day(self, corpus, published):
        assert corpus(entry(published=published)).documents[0].published == published

    def test_a_county_stands_for_a_region(self, corpus):
        assert corpus(entry(county="01")).documents[0].county == "01"

    def test_a_withdrawn_document_needs_no_file(self, corpus):
        toml = '[[document]]\nfile = "gone.txt"\nwithdrawn = true'
        assert [(d.slug, d.withdrawn) for d in corpus(toml).documents] == [
            ("a", False),
            ("gone", True),
        ]

    @pytest.mark.parametrize("party", ["KD", "kd", "Kd"])
    def test_a_party_is_known_by_its_id_or_abbreviation_in_any_case(self, corpus, party):
        assert corpus(entry(party=party)).documents[0].party == "kd"


class TestLocalParty:
    DECLARED = """
        [[party]]
        id = "falupartiet"
        name = "Falupartiet"
        abbreviation = "FAP"
        municipality = "2080"
        """

    def test_is_known_to_the_documents_after_it(self, corpus):
        found = corpus(self.DECLARED + entry(party="FAP"))
        assert found.documents[0].party == "falupartiet"
        assert found.register.party_names("falupartiet") == ("Falupartiet", "FAP")

    def test_no_party_speaks_by_its_name_where_none_is_known(self, corpus):
        assert corpus(entry()).register.party_names(None) == ()

    def test_is_known_where_a_single_file_is_given(self, corpus, tmp_path):
        corpus(self.DECLARED + entry(party="FAP"))
        found = read_corpus([tmp_path / "a.txt"])
        assert found.register.parties[found.documents[0].party].municipality == "2080"

    @pytest.mark.parametrize(
        ("line", "key"),
        [
            ('id = "x"', "name"),
            ('name = "Falupartiet"', "id"),
            ('id = "!"\nname = "Falupartiet"', "id"),
            ('id = "c"\nname = "Falupartiet"', "id"),
            ('id = 7\nname = "Falupartiet"', "id"),
            ('id = "x"\nname = ""', "name"),
            ('id = "x"\nname = "X"\nmunicipality = "0000"', "municipality"),
            ('id = "x"\nname = "X"\nmunicipality = ["2080"]', "municipality"),
            ('id = "x"\nname = "X"\nleader = "Y"', "leader"),
            ('id = "x"\nname = "X"\n[[party]]\nid = "X"\nname = "X"', "id"),
        ],
    )  # fmt: skip
    def test_with_a_fault_is_an_error_that_names_the_key(self, corpus, line, key):
        with pytest.raises(LoaderError, match=rf"corpus\.toml: {key}: .*\[\[party\]\] \d"):
            corpus(f"[[party]]\n{line}")


FAULTS = [
    (entry(parti="C"), "parti", "unknown key"),
    ('[[document]]\nslug = "x"', "file", "missing"),
    ('[[document]]\nfile = "b.txt"', "file", "no such file"),
    ("[[document]]\nfile = 3", "file", "no text"),
    (f"{entry()}\n{entry()}", "file", "two entries"),
    (entry(slug="Falun 2022"), "slug", "'falun-2022' would be one"),
    (entry(slug=""), "slug", "no slug"),
    (entry(party="XYZ"), "party", "unknown party 'XYZ'; known are S, M"),
    (entry(party=True), "party", "no text"),
    (entry(municipality="9999"), "municipality", "unknown code '9999'"),
    (entry(municipality=180), "municipality", "no text; put it between quotation marks"),
    (entry(county="99"), "county", "unknown code '99'"),
    (entry(county="01", municipality="0180"), "county", "not both"),
    (entry(election="2022"), "election", "no year"),
    (entry(election=22), "election", "no year"),
    (entry(election=2021), "election", "in 2021; the nearest are 2018 and 2022"),
    (entry(term="2022-2026"), "term", 'such as "2022/2026"'),
    (entry(term="2026/2022"), "term", 'such as "2022/2026"'),
    (entry(title=1), "title", "no text"),
    (entry(url="falun.example"), "url", "no web address"),
    (entry(url="https://falun.example/a b"), "url", "no web address"),
    (entry(url="https://[falun"), "url", "no web address"),
    (entry(archived="ftp://arkiv.example"), "archived", "no web address"),
    (entry(published="2022-13"), "published", "no date"),
    (entry(published="hösten 2022"), "published", "no date"),
    (entry(retrieved="2022"), "retrieved", "no date"),
    (entry(retrieved="2023-02-29"), "retrieved", "no date"),
    (entry(language="svenska!"), "language", "no language tag"),
    (entry(rights="fri"), "rights", 'neither "quotes" nor "full"'),
    (entry(withdrawn="ja"), "withdrawn", "neither true nor false"),
    (entry(note=["x"]), "note", "no text"),
    ("[[dokument]]\n", "dokument", "unknown key"),
    ('document = "a.txt"', "document", "is written [[document]]"),
    ('[party]\nid = "x"', "party", "is written [[party]]"),
]  # fmt: skip


@pytest.mark.parametrize(("toml", "key", "told"), FAULTS)
def test_a_fault_is_one_line_that_names_file_and_key(corpus, tmp_path, toml, key, told):
    with pytest.raises(LoaderError) as raised:
        corpus(toml)
    line = str(raised.value)
    assert line.startswith(f"{tmp_path}/corpus.toml: {key}: ")
    assert told in line
    assert "\n" not in line


def test_every_key_is_tried_with_a_fault():
    from loader.corpus import _KEYS

    assert {key for _, key, _ in FAULTS} >= _KEYS


def test_a_file_that_is_no_toml_is_an_error_with_its_place(corpus):
    with pytest.raises(LoaderError, match=r"corpus\.toml: is no TOML: .*line 2, column"):
        corpus("[[document]]\nfile = a.txt")


def test_a_corpus_toml_of_another_encoding_is_an_error(tmp_path):
    (tmp_path / "corpus.toml").write_bytes("# Östersund".encode("latin-1"))
    with pytest.raises(LoaderError, match=r"corpus\.toml: is no TOML"):
        read_corpus([tmp_path])


class TestFiles:
    def test_a_slug_is_the_path_under_the_folder_that_was_given(self, tmp_path):
        (tmp_path / "Göteborg").mkdir()
        (tmp_path / "Göteborg" / "Valprogram 2022.txt").write_text("Vi vill.", encoding="utf-8")
        assert [d.slug for d in read_corpus([tmp_path]).documents] == ["goteborg-valprogram-2022"]
        assert [d.slug for d in read_corpus([tmp_path / "Göteborg"]).documents] == [
            "valprogram-2022"
        ]

    def test_other_files_of_a_folder_are_passed_over(self, corpus, tmp_path):
        (tmp_path / "a.docx").write_bytes(b"PK")
        (tmp_path / "b.HTML").write_text("<p>Vi vill.", encoding="utf-8")
        assert [d.slug for d in corpus("").documents] == ["a", "b"]

    def test_documents_come_in_the_order_of_their_slugs(self, corpus):
        found = corpus(f"{entry(slug='m')}\n", b="x", z="x")
        assert [d.slug for d in found.documents] == ["b", "m", "z"]

    def test_a_folder_within_a_folder_has_its_own_corpus_toml(self, corpus, tmp_path):
        inner = tmp_path / "umea"
        inner.mkdir()
        (inner / "b.txt").write_text("Vi vill.", encoding="utf-8")
        (inner / "corpus.toml").write_text(
            '[[document]]\nfile = "b.txt"\nparty = "V"', encoding="utf-8"
        )
        assert {d.slug: d.party for d in corpus(entry(party="C")).documents} == {"a": "c", "b": "v"}

    def test_a_single_file_is_described_by_the_corpus_toml_beside_it(self, corpus, tmp_path):
        corpus(entry(party="C"), b="x")
        assert [d.party for d in read_corpus([tmp_path / "a.txt"]).documents] == ["c"]
        assert [d.party for d in read_corpus([tmp_path / "b.txt"]).documents] == [None]

    def test_two_equal_slugs_are_an_error_that_names_both_files(self, corpus, tmp_path):
        with pytest.raises(LoaderError, match=r"b\.txt: has the slug 'b' of .*a\.txt"):
            corpus(entry(slug="b"), b="x")

    def test_a_name_that_makes_no_slug_is_an_error(self, corpus):
        with pytest.raises(LoaderError, match="makes no slug"):
            corpus("", **{"—": "x"})

    def test_a_path_that_does_not_exist_is_an_error(self, tmp_path):
        with pytest.raises(LoaderError, match=r"nothing: no such file or folder"):
            read_corpus([tmp_path / "nothing"])

    def test_a_folder_without_documents_is_an_error(self, tmp_path):
        with pytest.raises(LoaderError, match="no document found"):
            read_corpus([tmp_path])


def test_what_was_told_is_never_replaced_by_what_was_inferred():
    document = Document(file=Path("a.txt"), slug="a", party="c")
    found = with_inferred(document, party="m", municipality="0180", term=None)
    assert (found.party, found.municipality, found.inferred) == ("c", "0180", ("municipality",))


class TestBundledCorpus:
    def test_says_that_its_five_texts_restate_others(self):
        documents = read_corpus([ROOT / "corpus"]).documents
        assert len(documents) == 5
        assert all(d.rights == "full" and "Restates" in d.note for d in documents)

    def test_describes_the_same_documents_as_the_corpus_it_restates(self):
        shared = ROOT.parent / "shared" / "corpus"
        if not shared.exists():
            pytest.skip(f"{shared} is absent")
        told = ("slug", "party", "municipality", "election", "term")
        assert [
            [getattr(d, key) for key in told] for d in read_corpus([ROOT / "corpus"]).documents
        ] == [[getattr(d, key) for key in told] for d in read_corpus([shared]).documents]

    def test_carries_no_sentence_of_the_corpus_it_restates(self):
        shared = ROOT.parent / "shared" / "corpus"
        if not shared.exists():
            pytest.skip(f"{shared} is absent")
        common = runs(shared) & runs(ROOT / "corpus")
        assert not common


def runs(folder, length=6):
    """Return every run of so many words in the texts of a folder."""
    texts = (
        re.findall(r"\w+", p.read_text(encoding="utf-8").lower()) for p in folder.glob("*.txt")
    )
    return {tuple(words[i : i + length]) for words in texts for i in range(len(words) - length + 1)}
