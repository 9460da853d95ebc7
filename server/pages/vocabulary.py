"""The ontology at /ns: RDF by Accept or by ending, and a page to read."""

from collections import defaultdict
from dataclasses import dataclass, field
from functools import cache
from typing import ClassVar

import pyoxigraph as ox
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from server import ROOT, errors
from server.engines.formats import GRAPHS, Format
from server.linked_data import OPEN, up, wanted
from server.pages.views import Page, View
from server.prefixes import PREFIXES
from server.questions import NOTHING, Term

_ONTOLOGY = ROOT / "ontology" / "valgraf.ttl"
_NAMESPACE = PREFIXES["vg"]

#: Property → the word of the interface over its values; what a term is shown with beside its texts.
_LINKS = {
    f"{PREFIXES['rdfs']}subClassOf": "superclass",
    f"{PREFIXES['owl']}disjointWith": "disjoint",
    f"{PREFIXES['rdfs']}domain": "domain",
    f"{PREFIXES['rdfs']}range": "range",
}


@dataclass(frozen=True)
class Reference:
    """A term that another one names: prefixed, with its address."""

    name: str
    address: str


@dataclass
class VocabularyTerm:
    """A class or property of our namespace, its texts in one language."""

    name: str
    label: Term = NOTHING
    definition: Term = NOTHING
    classes: set[str] = field(default_factory=set)
    links: dict[str, list[Reference]] = field(default_factory=lambda: defaultdict(list))


@dataclass(frozen=True)
class Group:
    """Terms of one kind, by name."""

    id: str
    terms: tuple[VocabularyTerm, ...]


@dataclass(frozen=True, kw_only=True)
class VocabularyPage(Page):
    """The ontology as a reference."""

    template: ClassVar = "vocabulary.html"

    namespace: str
    version: str
    groups: tuple[Group, ...]


async def vocabulary(request: Request) -> Response:
    """Return the ontology in the form that the client likes best."""
    format_ = wanted(request.headers.get("accept", ""))
    if format_:
        return _data(format_, {"Vary": "Accept, Accept-Language"})
    view = View(request)
    header = _header(view.language)
    page = VocabularyPage(
        title=view.word("vocabulary"),
        description=header["description"],
        namespace=_NAMESPACE,
        version=header["versionInfo"],
        groups=_groups(view.language),
    )
    return view.page(page)


async def vocabulary_data(request: Request) -> Response:
    """Return the ontology in the format that the address ends in."""
    extension = request.path_params["extension"]
    format_ = next((f for f in GRAPHS if f.name == extension), None)
    if format_ is None:
        raise errors.NotFound(
            f"The ontology ends in one of {', '.join('.' + f.name for f in GRAPHS)}."
        )
    return _data(format_, {})


async def version(request: Request) -> Response:
    """Redirect from the version that is served, or an odd spelling, to the ontology."""
    asked = request.path_params["version"].strip("/")
    if asked not in {"", _header("en")["versionInfo"]}:
        raise errors.NotFound(f"There is no version {asked} of the ontology here.")
    return RedirectResponse(f"{up(request)}ns", 303, OPEN)


def _data(format_: Format, headers: dict[str, str]) -> Response:
    return Response(
        _serialised(format_), media_type=format_.media_type, headers={**OPEN, **headers}
    )


@cache
def _serialised(format_: Format) -> bytes:
    """Return the ontology in a format: in Turtle as it was written, with its comments."""
    if format_.serialiser is ox.RdfFormat.TURTLE or format_.name == "ttl":
        return _ONTOLOGY.read_bytes()
    if not isinstance(format_.serialiser, ox.RdfFormat):
        raise TypeError(f"{format_.name} is no format of RDF")
    triples = (quad.triple for quad in _quads())
    return ox.serialize(triples, format=format_.serialiser, prefixes=PREFIXES) or b""


@cache
def _quads() -> tuple[ox.Quad, ...]:
    return tuple(ox.parse(path=str(_ONTOLOGY), format=ox.RdfFormat.TURTLE))


def _header(language: str) -> dict[str, str]:
    """Return what the ontology says of itself."""
    iri = _NAMESPACE.rstrip("#")
    return {
        Term(quad.predicate.value).local: quad.object.value
        for quad in _quads()
        if isinstance(quad.subject, ox.NamedNode)
        and quad.subject.value == iri
        and isinstance(quad.object, ox.Literal)
        and quad.object.language in {None, language}
    }


@cache
def _groups(language: str) -> tuple[Group, ...]:
    """Return the classes and properties of our namespace, by name."""
    terms: dict[str, VocabularyTerm] = {}
    for quad in _quads():
        if isinstance(quad.subject, ox.NamedNode) and quad.subject.value.startswith(_NAMESPACE):
            name = quad.subject.value.removeprefix(_NAMESPACE)
            _add(terms.setdefault(name, VocabularyTerm(name)), quad, language)
    kinds = {
        "classes": {"Class"},
        "object_properties": {"ObjectProperty"},
        "datatype_properties": {"DatatypeProperty", "AnnotationProperty"},
    }
    return tuple(
        Group(id_, tuple(sorted((t for t in terms.values() if t.classes & wanted_), key=_by_name)))
        for id_, wanted_ in kinds.items()
    )


def _by_name(term: VocabularyTerm) -> str:
    return term.name.lower()


def _add(term: VocabularyTerm, quad: ox.Quad, language: str) -> None:
    """Add to a term what one quad says of it."""
    name = Term(quad.predicate.value).local
    match quad.object:
        case ox.Literal() if name in {"label", "definition"}:
            text = Term(quad.object.value, language=quad.object.language or "")
            if text.language == language or not getattr(term, name):
                setattr(term, name, text)
        case ox.NamedNode() if name == "type":
            term.classes.add(Term(quad.object.value).local)
        case ox.NamedNode() if word := _LINKS.get(quad.predicate.value):
            term.links[word].append(_reference(quad.object.value))
        case _:
            pass


def _reference(iri: str) -> Reference:
    """Return an IRI by its prefixed name; ours leads to its place on the page."""
    if iri.startswith(_NAMESPACE):
        local = iri.removeprefix(_NAMESPACE)
        return Reference(f"vg:{local}", f"#{local}")
    found = [(p, n) for p, n in PREFIXES.items() if iri.startswith(n)]
    return Reference(f"{found[0][0]}:{iri.removeprefix(found[0][1])}" if found else iri, iri)


def names() -> dict[str, list[str]]:
    """Return the IRIs of the ontology's classes and properties, by which an editor completes."""
    found: dict[str, set[str]] = {"classes": set(), "properties": set()}
    for quad in _quads():
        if isinstance(quad.subject, ox.NamedNode) and quad.predicate.value.endswith("#type"):
            kind = Term(str(quad.object)[1:-1]).local
            if kind.endswith("Class"):
                found["classes"].add(quad.subject.value)
            elif kind.endswith("Property"):
                found["properties"].add(quad.subject.value)
    return {name: sorted(iris) for name, iris in found.items()}
