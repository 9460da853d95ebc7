"""The words of the interface: each is used, each that is used exists, in both languages."""

import re

from server import ROOT
from server.pages.words import WORDS

#: Words that are named by a value: of a kind, a format, a status.
_BUILT = re.compile(r"^(facet|format|sort|kind|all|title|help|nav|property|editor|about)_")


def used():
    text = "".join(p.read_text(encoding="utf-8") for p in (ROOT / "server" / "templates").glob("*.html"))  # fmt: skip
    text += "".join(p.read_text(encoding="utf-8") for p in (ROOT / "server").rglob("*.py") if p.name != "words.py")  # fmt: skip
    return text


def test_every_word_stands_in_both_languages():
    assert all(sv.strip() and en.strip() for sv, en in WORDS.values())


def test_every_word_is_used():
    text = used()
    assert not [w for w in WORDS if not _BUILT.match(w) and f'"{w}"' not in text]


def test_every_word_that_a_template_names_exists():
    assert not set(re.findall(r'word\("([^"]+)"\)', used())) - set(WORDS)
