"""From what people type to a query of FTS5: Swedish is known by the index's table of forms alone."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from json import dumps

from server.index.database import Database

_WORD = re.compile(r"[^\W_]+")
_PART = re.compile(r'"([^"]*)"|([^\W_]+)')

#: A form that the table lacks may be a known one with an ending of up to so many letters.
_ENDING = 5
_SHORTEST = 4

#: More words than these are not looked for.
_MOST = 32


@dataclass(frozen=True, slots=True)
class Search:
    """The words of a search: as an expression of FTS5, and what to mark in a quote."""

    expression: str
    lemmas: frozenset[str]
    prefixes: tuple[str, ...]


def cut(text: str) -> list[str]:
    """Return the words of a text, lower case; the loader cuts quotes in the same way."""
    return _WORD.findall(text.replace("\u00ad", "").lower())


class Words:
    """The forms of an index."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def lemmas(self, forms: Iterable[str]) -> dict[str, str]:
        """Return the lemma of each form that the index knows."""
        sql = "SELECT form, lemma FROM form WHERE form IN (SELECT value FROM json_each(?))"
        return dict(self._database.rows(sql, dumps(sorted(set(forms)))))

    def search(self, text: str, *, started: bool = False) -> Search | None:
        """Return a search for all the words, phrases in quotation marks; None where there is no word.

        Where it is `started`, the last word may be the beginning of one.
        """
        parts = [(cut(phrase), cut(word)) for phrase, word in _PART.findall(text)][:_MOST]
        known = self.lemmas(form for part in parts for group in part for form in group)
        terms, lemmas, prefixes = [], set(), []
        for phrase, word in parts:
            found = [known.get(form, form) for form in phrase]
            for form in word:
                if form in known and not (started and word == parts[-1][1]):
                    found.append(known[form])
                elif form in known or self._begins(form) or not (stem := self._stem(form)):
                    prefixes.append(form)
                    terms.append(f"{_quoted(form)} *")
                else:
                    found.append(stem)
            lemmas |= set(found)
            if found:
                terms.append(_quoted(" ".join(found)))
        if not terms:
            return None
        return Search(" AND ".join(terms), frozenset(lemmas), tuple(prefixes))

    def _begins(self, form: str) -> bool:
        """Return whether a form that was found begins so."""
        sql = "SELECT 1 FROM form WHERE found AND form >= ?1 AND form < ?1 || char(1114111) LIMIT 1"
        return bool(self._database.rows(sql, form))

    def _stem(self, form: str) -> str | None:
        """Return the lemma of the longest known form of which the form is an inflection, by its beginning."""
        shortest = max(_SHORTEST, len(form) - _ENDING)
        beginnings = [form[:length] for length in range(len(form) - 1, shortest - 1, -1)]
        known = self.lemmas(beginnings)
        return next((known[b] for b in beginnings if b in known), None)

    def marks(
        self, search: Search | None, quotes: Iterable[str]
    ) -> list[tuple[tuple[int, int], ...]]:
        """Return where the words of a search stand in each quote, in code points."""
        texts = list(quotes)
        if search is None:
            return [()] * len(texts)
        known = self.lemmas(form for text in texts for form in cut(text))
        return [
            tuple(
                (m.start(), m.end())
                for m in _WORD.finditer(text)
                if known.get(m.group().lower()) in search.lemmas
                or (search.prefixes and m.group().lower().startswith(search.prefixes))
            )
            for text in texts
        ]

    def suggest(self, text: str) -> str | None:
        """Return the text with words that the index lacks replaced by similar ones; None where none is."""
        better = _WORD.sub(lambda m: self._nearest(m.group().lower()) or m.group(), text)
        return better if better != text else None

    def _has_lemma(self, form: str) -> bool:
        """Return whether a form with the same lemma was found."""
        sql = "SELECT 1 FROM form WHERE found AND lemma = (SELECT lemma FROM form WHERE form = ?) LIMIT 1"
        return bool(self._database.rows(sql, form))

    def _nearest(self, form: str) -> str | None:
        """Return the most frequent of the nearest forms, where the index has none such and none that begins so."""
        if len(form) < _SHORTEST or self._begins(form) or self._has_lemma(form):
            return None
        trigrams = " OR ".join(_quoted(form[i : i + 3]) for i in range(len(form) - 2))
        near = self._database.rows(
            "SELECT form, found FROM form WHERE id IN (SELECT rowid FROM spelling WHERE spelling MATCH ? ORDER BY rank LIMIT 100)",
            trigrams,
        )
        allowed = 1 if len(form) < 6 else 2
        scored = ((distance(form, other), -found, other) for other, found in near)
        best = min((s for s in scored if s[0] <= allowed), default=None)
        return best[2] if best else None


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'


def distance(a: str, b: str) -> int:
    """Return how many letters must be added, left out, changed or swapped with the next to make a into b."""
    two, one = [0] * (len(b) + 1), list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        row = [i]
        for j, y in enumerate(b, 1):
            best = min(one[j] + 1, row[j - 1] + 1, one[j - 1] + (x != y))
            if i > 1 and j > 1 and x == b[j - 2] and a[i - 2] == y:
                best = min(best, two[j - 2] + 1)
            row.append(best)
        two, one = one, row
    return one[-1]
