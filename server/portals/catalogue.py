"""The catalogue by DCAT-AP-SE 3.0.1: what people write of the data, and what is counted of the release."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import pyoxigraph as ox
from pyoxigraph import Literal, NamedNode, Triple
from starlette.requests import Request
from starlette.responses import Response

from server import errors
from server.engines.formats import GRAPHS, Format
from server.negotiation import best
from server.portals.answers import answer
from server.portals.kept import gone, kept
from server.portals.texts import texts
from server.prefixes import PREFIXES
from server.questions import ask
from server.serving import Serving

CC0 = "http://creativecommons.org/publicdomain/zero/1.0/"


_PREFIXES = {
    **PREFIXES,
    "dcat": "http://www.w3.org/ns/dcat#",
    "spdx": "http://spdx.org/rdf/terms#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "odrs": "http://schema.theodi.org/odrs#",
    "dcatap": "http://data.europa.eu/r5r/",
}
#: What harvesters say as well that want RDF/XML.
_XML = ("application/xml", "text/xml")

_LATEST = "dumps/latest/"


def term(name: str) -> NamedNode:
    """Return the IRI of a prefixed name."""
    prefix, _, local = name.partition(":")
    return NamedNode(_PREFIXES[prefix] + local)


def typed(value: object, datatype: str) -> Literal:
    """Return a literal of a datatype of XML Schema."""
    return Literal(str(value), datatype=term(f"xsd:{datatype}"))


@dataclass(frozen=True)
class Facts:
    """What is counted of what is served, for the catalogue."""

    url: str
    release: str
    texts: tuple[Triple, ...]
    places: Mapping[str, Mapping[str, str]]  # IRI of a municipality → language → name
    years: tuple[str, str] | None
    files: Mapping[str, Mapping[str, Any]]
    created: str = ""
    issued: str = ""
    earlier: tuple[str, ...] = ()  # ids of older releases that are kept, the newest first

    @classmethod
    async def of(cls, serving: Serving) -> "Facts":
        """Return the facts of what is served."""
        url, release = serving.settings.url, serving.release
        places: dict[str, dict[str, str]] = {}
        for row in await ask(serving, "places"):
            places.setdefault(row["place"].value, {})[row["label"].language] = row["label"].value
        years = next(iter(await ask(serving, "years")), {})
        span = (years["first"].value, years["last"].value) if years and years["first"] else None
        found = kept(release)
        now = next((k for k in found if k.id == release.id), None)
        written = texts(url, serving.settings.catalogue)
        if now is None:
            return cls(url, release.id, written, places, span, {})
        dates = [k.created for k in found] + [e["created"] for e in gone(release).values()]
        older = tuple(k.id for k in found if k.created < now.created)
        return cls(
            url, release.id, written, places, span, now.files, now.created, min(dates), older
        )

    def node(self, path: str) -> NamedNode:
        """Return the IRI of what lies at a path under the server's address."""
        return NamedNode(f"{self.url}/{path}")


def titles(written: Iterable[Triple], url: str, language: str) -> dict[str, str]:
    """Return what people call each file of a release, by its name."""
    written = tuple(written)
    names = {
        t.subject: t.object.value
        for t in written
        if t.predicate == term("dct:title")
        and isinstance(t.object, Literal)
        and t.object.language in {language, None}
    }
    return {
        t.object.value.removeprefix(f"{url}/{_LATEST}"): names[t.subject]
        for t in written
        if t.predicate == term("dcat:downloadURL")
        and isinstance(t.object, NamedNode)
        and t.subject in names
    }


def catalogue(facts: Facts) -> Iterator[Triple]:
    """Yield the whole catalogue; a distribution whose file the release has not is left out."""
    files = {
        t.subject: t.object.value.removeprefix(f"{facts.url}/{_LATEST}")
        for t in facts.texts
        if t.predicate == term("dcat:downloadURL")
        and isinstance(t.subject, NamedNode)
        and isinstance(t.object, NamedNode)
    }
    missing = {subject for subject, name in files.items() if name not in facts.files}
    for t in facts.texts:
        if t.subject not in missing and t.object not in missing:
            yield from _said(t, facts)
    for subject, name in files.items():
        if subject not in missing:
            yield from _file(subject, name, facts)
    yield from _paging(facts)


def _said(t: Triple, facts: Facts) -> Iterator[Triple]:
    """Yield a triple that people wrote, and what is counted of its subject where it says what that is."""
    if t.predicate == term("dcat:downloadURL"):
        return
    yield t
    if t.predicate != term("rdf:type") or not isinstance(t.subject, NamedNode):
        return
    if t.object == term("dcat:Dataset"):
        yield from _dataset(t.subject, facts)
    if t.object in {term("dcat:Dataset"), term("dcat:Catalog"), term("dcat:Distribution")}:
        yield from _dates(t.subject, facts)


def _dates(subject: NamedNode, facts: Facts) -> Iterator[Triple]:
    """Yield when the first and the served release were made, unless people wrote of another day."""
    written = {t.predicate for t in facts.texts if t.subject == subject}
    for name, date in (("dct:issued", facts.issued), ("dct:modified", facts.created)):
        if date and term(name) not in written:
            yield Triple(subject, term(name), typed(date, "dateTime"))


def _dataset(subject: NamedNode, facts: Facts) -> Iterator[Triple]:
    """Yield a dataset's version and those before it, and what it covers in space and time."""
    yield Triple(subject, term("dct:identifier"), Literal(subject.value))
    yield Triple(subject, term("dcat:version"), Literal(facts.release))
    for number, id_ in enumerate(facts.earlier):
        name = "dcat:previousVersion" if number == 0 else "dct:replaces"
        yield Triple(subject, term(name), facts.node(f"dumps/{id_}"))
    for place, names in facts.places.items():
        yield Triple(subject, term("dct:spatial"), NamedNode(place))
        yield Triple(NamedNode(place), term("rdf:type"), term("dct:Location"))
        for language, name in names.items():
            yield Triple(NamedNode(place), term("skos:prefLabel"), Literal(name, language=language))
    if facts.years:
        period = facts.node("datasets/dcat#period")
        yield Triple(subject, term("dct:temporal"), period)
        yield Triple(period, term("rdf:type"), term("dct:PeriodOfTime"))
        for name, year in zip(("dcat:startDate", "dcat:endDate"), facts.years, strict=True):
            yield Triple(period, term(name), typed(year, "gYear"))


def _file(subject: NamedNode, name: str, facts: Facts) -> Iterator[Triple]:
    """Yield where a distribution's file is, its size and checksum."""
    file, address = facts.files[name], facts.node(f"dumps/{facts.release}/{name}")
    checksum = NamedNode(f"{subject.value}-checksum")
    yield Triple(subject, term("dcat:accessURL"), address)
    yield Triple(subject, term("dcat:downloadURL"), address)
    yield Triple(subject, term("dcat:byteSize"), typed(file["bytes"], "nonNegativeInteger"))
    yield Triple(subject, term("spdx:checksum"), checksum)
    yield Triple(checksum, term("rdf:type"), term("spdx:Checksum"))
    yield Triple(checksum, term("spdx:algorithm"), term("spdx:checksumAlgorithm_sha256"))
    yield Triple(checksum, term("spdx:checksumValue"), typed(file["sha256"], "hexBinary"))


def _paging(facts: Facts) -> Iterator[Triple]:
    """Yield that there is one page: the catalogue's harvesters look for a next one."""
    page = facts.node("datasets/dcat")
    datasets = sum(t.predicate == term("dcat:dataset") for t in facts.texts)
    for name in ("hydra:PagedCollection", "hydra:PartialCollectionView"):
        yield Triple(page, term("rdf:type"), term(name))
    yield Triple(page, term("hydra:totalItems"), typed(datasets, "integer"))
    for name in ("hydra:first", "hydra:last", "hydra:firstPage", "hydra:lastPage"):
        yield Triple(page, term(name), page)


def serialised(triples: Iterable[Triple], format_: Format) -> bytes:
    """Return triples in a format, sorted, each once."""
    if not isinstance(format_.serialiser, ox.RdfFormat):
        raise TypeError(f"{format_.name} is no format of RDF")
    lines = sorted(set(triples), key=str)
    return ox.serialize(lines, format=format_.serialiser, prefixes=_PREFIXES) or b""


def wanted(request: Request, first: str) -> Format:
    """Return the format that an address ends in, or else the one that the client likes best, `first` where it does not say.

    Raises NotFound or NotAcceptable.
    """
    extension = request.path_params.get("extension")
    if extension is not None:
        found = next((f for f in GRAPHS if f.name == extension), None)
        if found is None:
            endings = ", ".join(f".{f.name}" for f in GRAPHS)
            raise errors.NotFound(f"There is {endings}; the address without one chooses by Accept.")
        return found
    offered = [f.media_type for f in sorted(GRAPHS, key=lambda f: f.name != first)]
    media_type = best(request.headers.get("accept", ""), [*offered, *_XML])
    if media_type in _XML:
        media_type = "application/rdf+xml"
    if media_type is None:
        raise errors.NotAcceptable(
            f"There is {', '.join(offered)}.", available=offered, headers={"Vary": "Accept"}
        )
    return next(f for f in GRAPHS if f.media_type == media_type)


async def dcat(request: Request) -> Response:
    """Return the catalogue, as RDF/XML where the client does not say."""
    serving: Serving = request.scope["serving"]
    format_ = wanted(request, first="rdf")
    if request.query_params.get("page", "1") != "1":
        raise errors.NotFound("The catalogue has one page.")

    async def made() -> bytes:
        return serialised(catalogue(await Facts.of(serving)), format_)

    url = serving.settings.url
    links = [f'<{CC0}>; rel="license"', f'<{url}/>; rel="describes"']
    links += [
        f'<{url}/datasets/dcat.{f.name}>; rel="alternate"; type="{f.media_type}"' for f in GRAPHS
    ]
    older = (k.id for k in kept(serving.release))
    return await answer(
        request, format_.media_type, made, *older, headers={"Link": ", ".join(links)}
    )
