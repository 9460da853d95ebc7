"""The search index of a release: search, facets, similar statements and concepts; any thread may ask.

Every answer depends on the release alone, so it may be cached with it.
"""

import time
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import lru_cache, reduce
from json import dumps
from operator import and_
from pathlib import Path
from typing import Any

from server.errors import BadRequest
from server.index.bits import Bits, first
from server.index.database import Database, NoIndex, OutOfTime
from server.index.values import FACETS, Crossed, Entity, Facets, Hit, Match, Page, Similar, Value
from server.index.words import Search, Words, cut

__all__ = ["FACETS", "Crossed", "Entity", "Facets", "Filters", "Hit", "Index", "Match", "NoIndex", "Page", "Similar", "UnknownFacet", "Value", "opened"]  # fmt: skip

#: Facet → keys: a hit has one of the keys of each facet.
Filters = Mapping[str, Sequence[str]]

#: Up to so many hits are ranked; past that they stand in index order.
RANKED = 5000

#: Seconds that facets may take to count where nothing else is said.
BUDGET = 0.3

#: By how much a label fits: the name or notation itself, another label, the same but for inflection, all of the words, some.
_NAME, _SAME, _INFLECTED, _PART = 100.0, 99.0, 95.0, 80.0

#: Kinds whose further labels are words that merely show them.
_SHOWN = frozenset({"theme", "stance"})

SORTS = ("relevance", "document", "newest")

_COLUMNS = "id, path, kind, quote, begin, document, party, municipality, county, election, stance, concepts"


class UnknownFacet(BadRequest):
    """A filter by something that no statement can be filtered by."""

    title = "There is no such filter"


class Index:
    """The index of one release."""

    def __init__(self, database: Database, budget: float = BUDGET) -> None:
        self._database, self._budget = database, budget
        self._words = Words(database)
        rows = database.rows("SELECT id, kind, key, sv, en, notation, broader, proposals, total FROM entity ORDER BY id")  # fmt: skip
        keys = {row[0]: row[2] for row in rows}
        self._entities = {
            id_: Entity(kind, key, sv, en, notation, keys.get(broader), proposals, total)
            for id_, kind, key, sv, en, notation, broader, proposals, total in rows
        }
        self._ids = {(entity.kind, entity.key): id_ for id_, entity in self._entities.items()}
        self._of_kind: dict[str, list[int]] = {facet: [] for facet in FACETS}
        for id_, entity in self._entities.items():
            self._of_kind[entity.kind].append(id_)
        self._bits = Bits(database)

    @classmethod
    def open(cls, release: Path, budget: float = BUDGET) -> "Index":
        """Return the index of a release's directory; raises NoIndex where there is none.

        `budget` is how many seconds facets may take to count.
        """
        return cls(Database(release / "index.sqlite"), budget)

    def close(self) -> None:
        """Close the file; no thread may be asking."""
        self._database.close()

    def entity(self, kind: str, key: str) -> Entity | None:
        """Return an entity, or None where there is none such."""
        return self._entities.get(self._ids.get((kind, key), 0))

    def entities(self, kind: str) -> tuple[Entity, ...]:
        """Return all entities of a kind, in the order of their keys."""
        return tuple(self._entities[id_] for id_ in self._of_kind.get(kind, ()))

    def search(
        self,
        words: str = "",
        filters: Filters | None = None,
        *,
        sort: str = "relevance",
        after: str | None = None,
        limit: int = 25,
    ) -> Page:
        """Return a page of hits; sort is relevance, document (index order) or newest (election)."""
        if sort not in SORTS:
            raise BadRequest(f"sort is one of {', '.join(SORTS)}, not {sort!r}")
        search = self._words.search(words)
        chosen = self._chosen(filters or {})
        match = _match(search, chosen.values())
        total = self._matching(match) if search else self._under(chosen.values()).bit_count()
        ranked = sort == "relevance" and search is not None and total <= RANKED
        if ranked:
            found = self._ranked(match, after, limit + 1)
        elif sort == "newest":
            found = self._newest(match, after, limit + 1)
        else:
            found = self._in_order(match, "", _cursor(after)[1], limit + 1)
        hits = self.hits([id_ for _, id_ in found[:limit]], search)
        cursor = ",".join(map(str, found[limit - 1])) if len(found) > limit else None
        return Page(hits, total, cursor, ranked)

    def _chosen(self, filters: Filters) -> dict[str, list[int]]:
        """Return the entities' ids of each facet that filters; 0, which nothing has, for an unknown key."""
        for facet in filters:
            if facet not in FACETS:
                raise UnknownFacet(f"{facet!r}; there are {', '.join(FACETS)}")
        return {
            facet: [self._ids.get((facet, key), 0) for key in keys]
            for facet, keys in filters.items()
            if keys
        }

    def _matching(self, match: str) -> int:
        """Return how many statements an expression of FTS5 matches."""
        found: int = self._database.rows("SELECT count(*) FROM text WHERE text MATCH ?", match)[0][0]  # fmt: skip
        return found

    def _under(self, chosen: Iterable[Iterable[int]]) -> int:
        """Return the set of statements that have one of each of some entities."""
        return reduce(and_, map(self._bits.union, chosen), self._bits.every)

    def _ranked(self, match: str, after: str | None, limit: int) -> list[tuple[Any, int]]:
        """Return (score, id) of the best hits after the cursor."""
        sql = """
            SELECT score, id FROM (SELECT bm25(text, 1.0, 0.0) AS score, rowid AS id FROM text WHERE text MATCH ?)
            WHERE (score, id) > (?, ?) ORDER BY score, id LIMIT ?"""
        score, id_ = _cursor(after)
        return self._database.rows(sql, match, float(score or "-inf"), id_, limit)

    def _newest(self, match: str, after: str | None, limit: int) -> list[tuple[Any, int]]:
        """Return (year, id) of hits by election, the latest first, those without one last."""
        years = sorted((e.key for e in self.entities("election")), reverse=True)
        known = " OR ".join(f"e{self._ids['election', year]}" for year in years)
        tokens = {year: f" AND entities : e{self._ids['election', year]}" for year in years}
        tokens["0"] = f" NOT entities : ({known})" if known else ""
        year, id_ = _cursor(after)
        found: list[tuple[Any, int]] = []
        for each, token in tokens.items():
            if not year or each <= year:
                start = id_ if each == year else 0
                found += self._in_order(f"({match}){token}", each, start, limit - len(found))
        return found

    def _in_order(self, match: str, name: str, after: int, limit: int) -> list[tuple[Any, int]]:
        """Return (name, id) of the hits after an id, in index order."""
        sql = "SELECT ?, rowid FROM text WHERE text MATCH ? AND rowid > ? ORDER BY rowid LIMIT ?"
        return self._database.rows(sql, name, match, after, limit)

    def hits(self, ids: Sequence[int], search: Search | None = None) -> tuple[Hit, ...]:
        """Return the statements with some numbers of the index, in that order."""
        sql = f"SELECT {_COLUMNS} FROM statement WHERE id IN (SELECT value FROM json_each(?))"  # noqa: S608
        rows = {row[0]: row for row in self._database.rows(sql, dumps(ids))}
        found = [rows[id_] for id_ in ids]
        marks = self._words.marks(search, (row[3] for row in found))
        return tuple(self._hit(row, marked) for row, marked in zip(found, marks, strict=True))

    def _hit(self, row: Sequence[Any], marks: tuple[tuple[int, int], ...]) -> Hit:
        _, path, kind, quote, begin, document, party, municipality, county, election, stance, concepts = row  # fmt: skip
        of = self._entities.get
        return Hit(
            path=path, kind=kind, quote=quote, begin=begin, document=self._entities[document],
            party=of(party), municipality=of(municipality), county=of(county),
            election=self._entities[election].key if election else None, stance=of(stance),
            concepts=tuple(self._entities[int(id_)] for id_ in concepts.split()), marks=marks,
        )  # fmt: skip

    def facets(
        self,
        words: str = "",
        filters: Filters | None = None,
        *,
        of: Iterable[str] = FACETS,
        budget: float | None = None,
    ) -> Facets:
        """Return the values that the hits have of some facets, the most frequent first.

        The numbers of a facet leave its own filter aside: they say what choosing another value gives.
        Where the budget (seconds) does not suffice, all values stand there without numbers.
        """
        chosen = self._chosen(filters or {})
        search = self._words.search(words)
        deadline = time.monotonic() + (self._budget if budget is None else budget)
        try:
            with self._database.until(deadline):
                bits = self._bits.of_search(f"lemmas : ({search.expression})") if search else None
                counted = {
                    facet: self._values(self._counts(facet, bits, chosen, deadline)) for facet in of
                }
            return Facets(counted, counted=True)
        except OutOfTime:
            values = {
                facet: tuple(Value(v.entity, None) for v in self._values(self._totals(facet, ())))
                for facet in of
            }
            return Facets(values, counted=False)

    def _totals(self, facet: str, kinds: Collection[int]) -> dict[int, int]:
        """Return how many statements of some kinds, of all where none is named, each entity of a facet has, as the loader counted."""
        proposal, achievement = (self._ids.get(("kind", k), 0) for k in ("proposal", "achievement"))
        entities = {id_: self._entities[id_] for id_ in self._of_kind[facet]}
        return {
            id_: (not kinds or proposal in kinds) * e.proposals
            + (not kinds or achievement in kinds) * (e.total - e.proposals)
            for id_, e in entities.items()
        }

    def _counts(
        self, facet: str, bits: int | None, chosen: Mapping[str, list[int]], deadline: float
    ) -> dict[int, int]:
        """Return how many hits each entity of a facet has."""
        others = {name: ids for name, ids in chosen.items() if name != facet}
        if bits is None and others.keys() <= {"kind"}:
            return self._totals(facet, others.get("kind", ()))
        under = self._under(others.values())
        ids = [id_ for id_ in self._of_kind[facet] if self._entities[id_].total]
        return self._bits.count(under if bits is None else under & bits, ids, deadline)

    def _values(self, counts: Mapping[int, int], chosen: Sequence[int] = ()) -> tuple[Value, ...]:
        """Return the values that have hits or are chosen, the most frequent first."""
        found = [Value(self._entities[id_], n) for id_, n in counts.items() if n or id_ in chosen]
        return tuple(sorted(found, key=lambda v: (-(v.count or 0), v.entity.sv, v.entity.key)))

    def crossed(
        self, columns: Iterable[Entity], rows: Iterable[str], filters: Filters | None = None
    ) -> tuple[Crossed, ...]:
        """Return how many proposals under filters each column shares with each entity of some kinds, by stance."""
        chosen = self._chosen({**(filters or {}), "kind": ["proposal"]})
        found = self._bits.crossed(
            self._under(chosen.values()),
            [self._ids[column.kind, column.key] for column in columns],
            [id_ for kind in rows for id_ in self._of_kind[kind] if self._entities[id_].proposals],
            self._of_kind["stance"],
        )
        of = self._entities
        return tuple(
            Crossed(of[column], of[row], of.get(stance), bits.bit_count(), first(bits))
            for row, column, stance, bits in found
        )

    def similar(self, path: str) -> tuple[Similar, ...]:
        """Return the most similar statements of other documents, ten at most, the most similar first."""
        rows = self._database.rows("SELECT similar, concepts FROM statement WHERE path = ?", path)
        if not rows:
            return ()
        own = {self._entities[int(id_)] for id_ in rows[0][1].split()}
        hits = self.hits([int(id_) for id_ in rows[0][0].split()])
        return tuple(Similar(hit, tuple(c for c in hit.concepts if c in own)) for hit in hits)

    def suggest(self, words: str) -> str | None:
        """Return the words with those that the release lacks put right; None where nothing is to be put right."""
        return self._words.suggest(words)

    def concepts(
        self,
        words: str,
        kinds: Iterable[str] | None = None,
        *,
        limit: int = 10,
        started: bool = False,
    ) -> tuple[Match, ...]:
        """Return what has a label like the words, the best first; where `started`, the last word is a beginning."""
        search = self._words.search(words, started=started)
        if search is None:
            return ()
        wanted = set(kinds) if kinds is not None else set(FACETS)
        sql = """
            SELECT label.entity, label.label FROM label_text JOIN label ON label.id = label_text.rowid
            WHERE label_text MATCH ? ORDER BY bm25(label_text), label.id LIMIT 500"""
        rows = self._database.rows(sql, search.expression)
        best: dict[int, Match] = {}
        for id_, label in rows:
            entity = self._entities[id_]
            if entity.kind in wanted:
                match = _fit(entity, label, words, search)
                best[id_] = max(best.get(id_, match), match, key=lambda m: (m.named, m.score))
        found = sorted(
            best.values(), key=lambda m: (not m.named, -m.score, -m.entity.total, m.entity.path)
        )
        return tuple(found[:limit])


@lru_cache(2)  # of the release that is served and, while it is taken over, the next
def opened(release: Path, budget: float = BUDGET) -> Index:
    """Return the index of a release's directory, opened once; raises NoIndex where there is none."""
    return Index.open(release, budget)


def _fit(entity: Entity, label: str, words: str, search: Search) -> Match:
    """Return how well one of an entity's labels, which has all the words, fits them."""
    preferred = label in (entity.sv, entity.en, entity.notation)
    named = preferred or entity.kind not in _SHOWN
    return Match(entity, label, _score(label, words, search, preferred=preferred), named)


def _score(label: str, words: str, search: Search, *, preferred: bool) -> float:
    asked, given = cut(words), cut(label)
    if asked == given:
        return _NAME if preferred else _SAME
    if len(asked) == len(given) and not search.prefixes:
        return _INFLECTED
    return round(_PART * min(1.0, len(asked) / len(given)), 1)


def _match(search: Search | None, chosen: Iterable[Sequence[int]]) -> str:
    """Return the expression of FTS5 for words and filters; without either, for all statements."""
    terms = [f"lemmas : ({search.expression})"] if search else []
    terms += [f"entities : ({' OR '.join(f'e{id_}' if id_ else 'none' for id_ in ids)})" for ids in chosen]  # fmt: skip
    return " AND ".join(terms) or "entities : e0"


def _cursor(after: str | None) -> tuple[str, int]:
    """Return what a cursor says: the score or year of the last hit, and its id; BadRequest where it is none."""
    name, _, id_ = (after or ",0").partition(",")
    try:
        float(name or 0)
        return name, int(id_)
    except ValueError as error:
        raise BadRequest(f"{after!r} is no cursor of this search") from error
