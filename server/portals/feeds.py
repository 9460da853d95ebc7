"""What crawlers and feed readers ask for: robots.txt, the site map by its protocol 0.9, an Atom feed of releases (RFC 4287)."""

from collections.abc import Iterable, Iterator
from functools import partial
from urllib.parse import quote

from lxml import etree
from pyoxigraph import Literal, NamedNode
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from server import errors
from server.portals.answers import answer
from server.portals.catalogue import term
from server.portals.kept import Kept, kept
from server.portals.texts import texts
from server.questions import ask
from server.serving import Serving

#: Addresses on one page of the site map, as statements.rq has them; the protocol allows 50,000.
_PAGE = 10_000

_SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
_ATOM = "http://www.w3.org/2005/Atom"
_PLACES = ("", "queries", "about", "ns", "dumps")


async def robots(request: Request) -> Response:
    """Return what crawlers should leave alone: addresses without end, each of which costs a query."""
    serving: Serving = request.scope["serving"]
    barred = ("/sparql", "/search", "/proposals?", "/compare?", "/data/", "/reconcile")
    lines = ["User-agent: *", *(f"Disallow: {path}" for path in barred)]
    lines += [f"Sitemap: {serving.settings.url}/sitemap.xml", ""]
    return PlainTextResponse("\n".join(lines))


async def sitemap(request: Request) -> Response:
    """Return the index of the site map: places and concepts first, then statements."""
    serving: Serving = request.scope["serving"]

    async def made() -> bytes:
        count = int((await ask(serving, "statements-count"))[0]["n"].value)
        pages = range(-(-count // _PAGE) + 1)
        url = serving.settings.url
        return _map("sitemapindex", "sitemap", (f"{url}/sitemap/{n}.xml" for n in pages), serving)

    return await answer(request, "application/xml", made)


async def sitemap_page(request: Request) -> Response:
    """Return a page of the site map; raises NotFound past the last."""
    serving: Serving = request.scope["serving"]
    number: int = request.path_params["number"]

    async def made() -> bytes:
        places = _PLACES if number == 0 else ()
        if number == 0:
            rows = await ask(serving, "pages")
        else:
            rows = await ask(serving, "statements", filters=f"OFFSET {(number - 1) * _PAGE}")
        if not rows and not places:
            raise errors.NotFound(f"The site map has no page {number}.")
        entities = (row["entity"].value for row in rows)
        return _map("urlset", "url", _addresses(serving, places, entities), serving)

    return await answer(request, "application/xml", made)


def _addresses(serving: Serving, places: Iterable[str], entities: Iterable[str]) -> Iterator[str]:
    url, root = serving.settings.url, f"{serving.release.base}/id/"
    yield from (f"{url}/{place}" for place in places)
    yield from (f"{url}/page/{quote(iri.removeprefix(root))}" for iri in entities)


def _element(namespace: str, name: str, *content: etree._Element | str, **attributes: str) -> etree._Element:  # fmt: skip
    """Return an element with its attributes, and its text or its children."""
    found = etree.Element(f"{{{namespace}}}{name}", attributes, nsmap={None: namespace})  # type: ignore[dict-item]  # None is the default prefix
    for part in content:
        if isinstance(part, str):
            found.text = part
        else:
            found.append(part)
    return found


def _document(root: etree._Element) -> bytes:
    return bytes(etree.tostring(root, xml_declaration=True, encoding="utf-8"))


def _map(root: str, entry: str, addresses: Iterable[str], serving: Serving) -> bytes:
    """Return a site map or an index of such, each address with the time of the release."""
    created = serving.release.manifest.get("created")

    def told(address: str) -> etree._Element:
        days = [_element(_SITEMAP, "lastmod", created)] if created else []
        return _element(_SITEMAP, entry, _element(_SITEMAP, "loc", address), *days)

    return _document(_element(_SITEMAP, root, *map(told, addresses)))


_atom = partial(_element, _ATOM)


async def releases(request: Request) -> Response:
    """Return the releases that are kept as an Atom feed, the newest first."""
    serving: Serving = request.scope["serving"]
    found = kept(serving.release)

    async def made() -> bytes:
        return _feed(serving, found)

    return await answer(request, "application/atom+xml", made, *(k.id for k in found))


def _feed(serving: Serving, found: tuple[Kept, ...]) -> bytes:
    url = serving.settings.url
    written = texts(url, serving.settings.catalogue)
    publisher, named = NamedNode(f"{url}/datasets/dcat#publisher"), term("foaf:name")
    names = [t.object for t in written if t.subject == publisher and t.predicate == named]
    name = next((n.value for n in names if isinstance(n, Literal)), "Valgraf")
    return _document(
        _atom(
            "feed",
            _atom("id", f"{url}/dumps/feed.atom"),
            _atom("title", "Valgraf: utgåvor"),
            _atom("updated", found[0].created if found else "1970-01-01T00:00:00Z"),
            _atom("author", _atom("name", name)),
            _atom("link", rel="self", href=f"{url}/dumps/feed.atom", type="application/atom+xml"),
            _atom("link", rel="alternate", href=f"{url}/dumps", type="text/html"),
            _atom("rights", "CC BY 4.0"),
            *(_entry(each, url) for each in found),
        )
    )


def _entry(each: Kept, url: str) -> etree._Element:
    counts, address = each.manifest["counts"], f"{url}/dumps/{each.id}"
    told = f"{counts['documents']} dokument, {counts['proposals']} förslag, {counts['triples']} tripler"
    changes = [name for name in each.files if name == "changes.txt"]
    return _atom(
        "entry",
        _atom("id", address),
        _atom("title", f"Utgåva {each.id[:12]}"),
        _atom("updated", each.created),
        _atom("link", rel="alternate", href=address, type="text/html"),
        *(_atom("link", rel="related", href=f"{address}/{name}") for name in changes),
        _atom("summary", told),
    )
