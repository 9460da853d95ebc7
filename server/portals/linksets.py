"""FAIR Signposting, level 2: the links of the dataset's landing page as a linkset (RFC 9264)."""

import json
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from server.engines.formats import GRAPHS
from server.linked_data import LICENCE
from server.portals.answers import answer
from server.portals.catalogue import Facts
from server.serving import Serving

MEDIA_TYPE = "application/linkset+json"

_FILES = {
    ".nt.gz": "application/gzip",
    ".ttl.gz": "application/gzip",
    ".csv": "text/csv",
    ".ttl": "text/turtle",
    ".rdf": "application/rdf+xml",
    ".jsonld": "application/ld+json",
}


def _links(facts: Facts, base: str) -> dict[str, Any]:
    """Return the links of the landing page, and those of each file back to it."""
    home, catalogue = f"{facts.url}/", f"{facts.url}/datasets/dcat"
    files = {
        f"{facts.url}/dumps/{facts.release}/{name}": media_type
        for name in facts.files
        for ending, media_type in _FILES.items()
        if name.endswith(ending) and not name.startswith("changes")
    }
    page = {
        "anchor": home,
        "cite-as": [{"href": base}],
        "type": [{"href": "https://schema.org/Dataset"}, {"href": "https://schema.org/AboutPage"}],
        "license": [{"href": LICENCE}],
        "author": [{"href": f"{catalogue}#publisher"}],
        "describedby": [
            *({"href": f"{catalogue}.{f.name}", "type": f.media_type} for f in GRAPHS),
            {"href": f"{facts.url}/.well-known/void", "type": "text/turtle"},
        ],
        "item": [{"href": href, "type": media_type} for href, media_type in files.items()],
    }
    back = ({"anchor": href, "collection": [{"href": home, "type": "text/html"}]} for href in files)
    return {"linkset": [page, *back]}


async def linkset(request: Request) -> Response:
    """Return the links of the landing page as JSON."""
    serving: Serving = request.scope["serving"]

    async def made() -> bytes:
        return json.dumps(_links(await Facts.of(serving), serving.release.base), indent=1).encode()

    return await answer(request, MEDIA_TYPE, made)
