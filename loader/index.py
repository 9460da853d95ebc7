"""The search index of a release, made from its graph: quotes and labels by lemmas, facets as bits, similar statements."""

import re
import sqlite3
import zlib
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from itertools import groupby
from pathlib import Path

from loader.merging import stretches
from loader.names import NAMESPACE, Names
from loader.similar import Similar
from loader.subjects import Subject, subjects
from loader.swedish.forms import inflections, lemma

#: The layout of `index.sql`; the server reads no other.
FORMAT = "1"

_SCHEMA = Path(__file__).with_name("index.sql")
_WORD = re.compile(r"[^\W_]+")

_RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_RDFS_LABEL = "http://www.w3.org/2000/01/rdf-schema#label"
_SKOS = "http://www.w3.org/2004/02/skos/core#"
_BEGIN = "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#beginIndex"
_NAMES = {_RDFS_LABEL, *(f"{_SKOS}{name}Label" for name in ("pref", "alt", "hidden"))}

_LINKS = {
    f"{NAMESPACE}{name}"
    for name in ("document", "party", "branch", "municipality", "county", "theme", "targetGroup", "actor", "instrument", "stance")
}  # fmt: skip
_CONCEPTS = ("target-group", "actor", "instrument", "theme")
_CLASSES = {
    f"{NAMESPACE}Proposal": ("proposal", "förslag", "proposal"),
    f"{NAMESPACE}Achievement": ("achievement", "resultat", "claimed achievement"),
}

#: What statements can be filtered by, by the kind in their IRIs; election and kind are added.
_KINDS = (*_CONCEPTS, "stance", "party", "branch", "municipality", "county", "document")


@dataclass(slots=True)
class _Entity:
    """What the graph says of something that statements can be filtered by, and its statements."""

    id: int = 0
    names: dict[str, str] = field(default_factory=dict)  # by language
    labels: set[tuple[str, str]] = field(default_factory=set)
    notation: str = ""
    broader: list[str] = field(default_factory=list)
    members: "array[int]" = field(default_factory=lambda: array("I"))
    proposals: int = 0


@dataclass(slots=True)
class _Statement:
    path: str
    kind: str = ""
    quote: str = ""
    begin: int = 0
    linked: list[str] = field(default_factory=list)  # paths of entities


def words(text: str) -> list[str]:
    """Return the words of a text, lower case; the server cuts a question in the same way."""
    return _WORD.findall(text.replace("\u00ad", "").lower())


@cache
def _lemma(word: str) -> str:
    found = lemma(word)
    return found if _WORD.fullmatch(found) else word


def write_index(graph: Path, target: Path, names: Names) -> None:
    """Write the index of sorted N-Triples; the same graph gives the same bytes."""
    with index(graph, target, names):
        pass


@contextmanager
def index(graph: Path, target: Path, names: Names) -> Iterator["Index"]:
    """Give the index of sorted N-Triples once its statements are read; when it is left, the file is finished."""
    database = sqlite3.connect(target, isolation_level=None)
    database.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF")
    database.executescript(_SCHEMA.read_text(encoding="utf-8"))
    database.execute("BEGIN")
    written = Index(database, graph, names)
    written.read()
    yield written
    written.finish()
    database.execute("COMMIT")
    database.execute("VACUUM")
    database.close()


class Index:
    """An index on its way to a file."""

    def __init__(self, database: sqlite3.Connection, graph: Path, names: Names) -> None:
        self.database, self.graph, self.root = database, graph, names.iri("")
        self.entities: dict[str, _Entity] = {}
        self.found: Counter[str] = Counter()
        self.similar = Similar()

    def read(self) -> None:
        """Read the graph and write its statements: the entities first, for statements name them by number."""
        self._read_entities()
        for number, statement in enumerate(self._statements(), 1):
            self._add(number, statement)

    def sets(self) -> dict[str, dict[str, int]]:
        """Return, by kind and key, the statements of each entity as the bits of a number."""
        found: dict[str, dict[str, int]] = defaultdict(dict)
        for path, entity in self.entities.items():
            kind, _, key = path.partition("/")
            if entity.members:
                skipped, bits = _bits(entity.members)
                found[kind][key] = int.from_bytes(bits, "little") << (8 * skipped)
        return found

    def finish(self) -> None:
        """Write what is known once all statements are read."""
        self.database.executemany(
            "UPDATE statement SET similar = ? WHERE id = ?",
            ((" ".join(map(str, others)), number) for number, others in self.similar.best()),
        )
        self._write_entities()
        self._write_labels()
        self._write_forms()
        for table in ("text", "label_text", "spelling"):
            self.database.execute(f"INSERT INTO {table} ({table}) VALUES ('optimize')")  # noqa: S608  one of three names
        self.database.executemany(
            "INSERT INTO meta VALUES (?, ?)", [("format", FORMAT), ("root", self.root)]
        )

    def _subjects(self, *, statements: bool) -> Iterator[Subject]:
        """Yield the statements, or all other subjects, but for what is part of another."""
        start = f"<{self.root}statement/".encode()
        with self.graph.open("rb") as file:
            yield from subjects(
                line
                for lines in stretches(file)
                if statements or not lines[0].startswith(start) or not lines[-1].startswith(start)
                for line in lines
                if line.startswith(start) == statements and b"#" not in line[: line.index(b">")]
            )

    def _read_entities(self) -> None:
        """Read parties, places, documents and concepts, and the years of elections."""
        known: dict[str, _Entity] = {
            f"kind/{kind}": _Entity(names={"sv": sv, "en": en}) for kind, sv, en in _CLASSES.values()
        }  # fmt: skip
        kinds = tuple(f"<{self.root}{kind}/".encode() for kind in _KINDS)
        for subject in self._subjects(statements=False):
            if subject.name.startswith(kinds):
                self._read_entity(subject, known)
        self.entities = dict(sorted(known.items()))
        for number, entity in enumerate(self.entities.values(), 1):
            entity.id = number

    def _read_entity(self, subject: Subject, known: dict[str, _Entity]) -> None:
        entity = _Entity()
        for predicate, value, language in subject.facts():
            if value == f"{NAMESPACE}Withdrawn":
                return
            if predicate in _NAMES:
                entity.labels.add((value, language))
                if predicate == _RDFS_LABEL:
                    entity.names[language] = value
            elif predicate == f"{_SKOS}notation":
                entity.notation = value
                entity.labels.add((value, ""))
            elif predicate == f"{_SKOS}broader":
                entity.broader.append(value.removeprefix(self.root))
            elif predicate == f"{NAMESPACE}election":
                known.setdefault(f"election/{value}", _Entity(names={"sv": value, "en": value}))
        known[subject.iri.removeprefix(self.root)] = entity

    def _statements(self) -> Iterator[_Statement]:
        """Yield the statements, document by document, in the order of the text."""
        found = map(self._statement, self._subjects(statements=True))
        alive = (statement for statement in found if statement.kind)
        for _, group in groupby(alive, key=lambda s: s.path.rpartition("/")[0]):
            yield from sorted(group, key=lambda s: (s.begin, s.path))

    def _statement(self, subject: Subject) -> _Statement:
        statement = _Statement(subject.iri.removeprefix(self.root))
        for predicate, value, _ in subject.facts():
            if predicate in _LINKS:
                statement.linked.append(value.removeprefix(self.root))
            elif predicate == f"{NAMESPACE}quote":
                statement.quote = value
            elif predicate == f"{NAMESPACE}election":
                statement.linked.append(f"election/{value}")
            elif predicate == _BEGIN:
                statement.begin = int(value)
            elif predicate == _RDF_TYPE and value in _CLASSES:
                statement.kind = _CLASSES[value][0]
                statement.linked.append(f"kind/{statement.kind}")
        return statement

    def _add(self, number: int, statement: _Statement) -> None:
        """Write a statement's rows and note it with its entities, broader ones too."""
        one: dict[str, int] = {}
        concepts = []
        for path in statement.linked:
            kind = path.partition("/")[0]
            one[kind] = self.entities[path].id
            if kind in _CONCEPTS:
                concepts.append(one[kind])
        wide = {
            path: self.entities[path] for linked in statement.linked for path in self._wider(linked)
        }
        for entity in wide.values():
            entity.members.append(number)
            entity.proposals += statement.kind == "proposal"
        forms = words(statement.quote)
        self.found.update(forms)
        lemmas = [_lemma(form) for form in forms]
        self.similar.add(one["document"], concepts, lemmas)
        columns = ("document", "party", "municipality", "county", "election", "stance")
        self.database.execute(
            "INSERT INTO statement VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '')",
            (number, statement.path, statement.kind, statement.quote, statement.begin, *map(one.get, columns), " ".join(map(str, concepts))),
        )  # fmt: skip
        tokens = sorted(entity.id for entity in wide.values())
        self.database.execute(
            "INSERT INTO text (rowid, lemmas, entities) VALUES (?, ?, ?)",
            (number, " ".join(lemmas), " ".join(f"e{id_}" for id_ in (0, *tokens))),
        )

    def _wider(self, path: str) -> Iterator[str]:
        """Yield an entity and what is broader than it."""
        yield path
        for broader in self.entities[path].broader:
            yield from self._wider(broader)

    def _write_entities(self) -> None:
        for path, entity in self.entities.items():
            kind, _, key = path.partition("/")
            sv = entity.names.get("sv") or entity.names.get("en") or key
            broader = next((self.entities[path].id for path in entity.broader), None)
            self.database.execute(
                "INSERT INTO entity VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (entity.id, kind, key, sv, entity.names.get("en") or sv, entity.notation, broader, entity.proposals, len(entity.members)),
            )  # fmt: skip
            if entity.members:
                self.database.execute("INSERT INTO members VALUES (?, ?, ?)", (entity.id, *_packed(entity.members)))  # fmt: skip

    def _write_labels(self) -> None:
        labels = (
            (entity.id, label, language)
            for entity in self.entities.values()
            for label, language in sorted(entity.labels)
        )
        for number, (entity, label, language) in enumerate(labels, 1):
            forms = words(label)
            self.found.update(forms)
            self.database.execute("INSERT INTO label VALUES (?, ?, ?, ?)", (number, entity, label, language))  # fmt: skip
            self.database.execute("INSERT INTO label_text (rowid, lemmas) VALUES (?, ?)", (number, " ".join(map(_lemma, forms))))  # fmt: skip

    def _write_forms(self) -> None:
        """Write the forms found, and what else the word list has of their lemmas."""
        known = {form: (_lemma(form), number) for form, number in self.found.items()}
        for form, base in inflections({base for base, _ in known.values()}):
            known.setdefault(form, (base, 0))
        for number, (form, (base, found)) in enumerate(sorted(known.items()), 1):
            self.database.execute("INSERT INTO form VALUES (?, ?, ?, ?)", (number, form, base, found))  # fmt: skip
            if found:
                self.database.execute("INSERT INTO spelling (rowid, form) VALUES (?, ?)", (number, form))  # fmt: skip


def _bits(members: "array[int]") -> tuple[int, bytes]:
    """Return how many zero bytes are skipped, and the numbers as bits after them."""
    skipped = members[0] >> 3
    bits = bytearray((members[-1] >> 3) - skipped + 1)
    for number in members:
        bits[(number >> 3) - skipped] |= 1 << (number & 7)
    return skipped, bytes(bits)


def _packed(members: "array[int]") -> tuple[int, bytes]:
    skipped, bits = _bits(members)
    return skipped, zlib.compress(bits, 6)
