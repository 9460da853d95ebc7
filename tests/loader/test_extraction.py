"""A document's statements are the same on every machine, and any order of words has some, or none, but no fault."""

import os
import subprocess
import sys

from hypothesis import given, settings
from hypothesis import strategies as st

from loader.extraction import extract

#: What linkers look for: bodies, people, measures, verbs, pronouns, and what parts sentences.
WORDS = ["Kommunen", "socialtjänsten", "skolan", "kvinnojouren", "polisen", "bolaget", "Solna", "Timråbo", "staten", "barn", "föräldrar", "kvinnor", "äldre", "personal", "hemlösa", "missbrukare", "Bostad", "först", "handlingsplan", "stöd", "familjehem", "hyra", "pengar", "samverkan", "utbildning", "vi", "den", "de", "dem", "deras", "som", "att", "och", "men", "eller", "med", "till", "för", "på", "i", "av", "ska", "vill", "bör", "är", "har", "får", "ringer", "flyr", "slår", "lever", "inte", "ingen", "fler", "nya", "mer", "när", "har", "du", "nej", "ge", "införa", "stärka", "behålla", "utreda", "sluta", "vräka", "tillsammans", ".", ".", "?", "!", ":", ";", ",", "(", ")", "–", "”", "-", "3.", "Att"]  # fmt: skip

CODE = """
from pathlib import Path
from loader.extraction import extract
for path in sorted(Path("tests/loader/gold").glob("*.txt")):
    print(extract(path.read_text(encoding="utf-8")))
"""


def extracted(seed: str) -> str:
    """Return what is extracted of the gold documents in an interpreter that hashes by the seed."""
    environment = {**os.environ, "PYTHONHASHSEED": seed}
    done = subprocess.run([sys.executable, "-c", CODE], check=True, capture_output=True, text=True, env=environment)  # fmt: skip
    return done.stdout


def test_the_order_of_hashes_changes_nothing():
    first = extracted("1")
    assert first.count("Statement(") > 100
    assert extracted("2") == first


@settings(max_examples=500)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(WORDS), st.sampled_from(["", " ", " ", "\n", "\n\n- ", ". ", "."])
        ),
        max_size=40,
    )
)
def test_words_in_any_order_give_statements_grounded_in_the_text(words):
    text = "".join(word + gap for word, gap in words)
    for statement in extract(text, parties=("Centerpartiet",), places=("solna",)).statements:
        assert 0 <= statement.start < statement.end <= len(text)
        for mention in statement.mentions:
            assert text[mention.start : mention.end].strip()


def test_the_verb_after_a_missing_space_is_another_sentences():
    (found,) = extract("3. Skolan.Vill ska\n").statements
    assert [m.concept for m in found.mentions if m.scheme == "actor"] == ["skolan"]
