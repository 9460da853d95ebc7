"""The generated programmes are the same for the same seed, and their gold fits their text."""

import pytest

from bench.programmes import programme, programmes, write
from loader.evaluation import KEYS
from loader.lexicon import lexicon


def test_same_seed_gives_the_same_bytes_and_another_seed_others():
    assert programme(7).text == programme(7).text
    assert programme(7).text != programme(7, seed=2).text


def test_every_number_is_a_programme_of_its_own():
    made = list(programmes(600, statements=8))
    assert len({one.slug for one in made}) == len(made)
    assert len({one.text for one in made}) == len(made)


@pytest.mark.parametrize("number", [0, 1, 4711, 13919])
def test_gold_lies_on_whole_lines_of_the_text(number):
    made = programme(number)
    lines = {line.strip(" •") for line in made.text.splitlines()}
    for span in (*made.proposals, *made.achievements):
        assert made.text[span["start"] : span["end"]] in lines


def test_gold_names_concepts_of_the_schemes():
    for proposal in programme(3, statements=90).proposals:
        for key, scheme in KEYS.items():
            assert set(proposal[key]) <= lexicon(scheme).labels.keys()


def test_a_corpus_is_written_that_the_loader_takes(tmp_path):
    from loader.corpus import read_corpus

    size = write(tmp_path, programmes(5, statements=10))
    corpus = read_corpus([tmp_path])
    assert len(corpus.documents) == 5
    assert sum(d.file.stat().st_size for d in corpus.documents) == size
    assert {d.election for d in corpus.documents} == {2006}
