"""The files of the releases: for ever the same at their addresses, in parts where a client wants parts."""

import base64
from dataclasses import dataclass
from typing import Any, ClassVar

from starlette.requests import Request
from starlette.responses import (
    FileResponse,
    JSONResponse,
    PlainTextResponse,
    RedirectResponse,
    Response,
)

from server import errors
from server.etags import matches
from server.linked_data import LICENCE, OPEN, up
from server.negotiation import wants_html
from server.pages.views import Page, View
from server.portals.catalogue import titles
from server.portals.kept import Kept, gone, kept
from server.portals.schema_org import dataset
from server.portals.texts import texts
from server.serving import Serving

#: A year, in seconds: the longest that RFC 9111 has caches think of.
_FOREVER = "public, max-age=31536000, immutable"
_METADATA = "tables/csv-metadata.json"

#: How a file's name ends → its media type.
_MEDIA_TYPES = {
    ".gz": "application/gzip",
    ".ttl": "text/turtle; charset=utf-8",
    ".rdf": "application/rdf+xml",
    ".jsonld": "application/ld+json",
    ".csv": "text/csv; charset=utf-8; header=present",
    "csv-metadata.json": "application/csvm+json",
    ".json": "application/json",
    ".txt": "text/plain; charset=utf-8",
}


@dataclass(frozen=True, kw_only=True)
class DumpsPage(Page):
    """The releases that can be had, each with its files, and those that are gone."""

    template: ClassVar = "dumps.html"

    releases: tuple[Kept, ...]
    gone: tuple[dict[str, Any], ...]
    titles: dict[str, str]  # what people call a file, by its name
    dataset: dict[str, Any]


class Gone(errors.ServerError):
    """A release that is kept no more."""

    status = 410
    title = "The release is gone"


def _told(found: Kept, url: str) -> dict[str, Any]:
    return {
        "id": found.id,
        "created": found.created,
        "url": f"{url}/dumps/{found.id}",
        "counts": found.manifest["counts"],
        "files": [
            {"url": f"{url}/dumps/{found.id}/{name}", "name": name, **file}
            for name, file in found.files.items()
        ],
    }


async def _listed(
    request: Request, releases: tuple[Kept, ...], lost: list[dict[str, Any]]
) -> Response:
    """Return a list of releases: a page for people, JSON for programs."""
    serving: Serving = request.scope["serving"]
    url = serving.settings.url
    if wants_html(request.headers.get("accept", "")):
        view = View(request)
        page = DumpsPage(
            title=view.word("dumps"),
            description=view.word("dumps_lead"),
            releases=releases,
            gone=tuple(lost),
            titles=titles(texts(url, serving.settings.catalogue), url, view.language),
            dataset=await dataset(serving, view.language),
        )
        return view.page(page)
    told = [_told(each, url) for each in releases]
    return JSONResponse({"releases": told, "gone": lost}, headers={**OPEN, "Vary": "Accept"})


async def dumps(request: Request) -> Response:
    """Return the releases that can be had and those that are gone."""
    serving: Serving = request.scope["serving"]
    return await _listed(request, kept(serving.release), list(gone(serving.release).values()))


async def release(request: Request) -> Response:
    """Return the files of one release."""
    return await _listed(request, (_kept(request),), [])


async def latest(request: Request) -> Response:
    """Redirect to the release that is served."""
    serving: Serving = request.scope["serving"]
    path = "/".join(filter(None, ("dumps", serving.release.id, request.path_params.get("path"))))
    headers = {**OPEN, "Cache-Control": "no-cache"}
    return RedirectResponse(f"{up(request)}{path}", 302, headers)


def _kept(request: Request) -> Kept:
    """Return the release that an address names; raises Gone for what was, NotFound for what never was."""
    serving: Serving = request.scope["serving"]
    id_ = request.path_params["release"]
    found = next((k for k in kept(serving.release) if k.id == id_), None)
    if found:
        return found
    if entry := gone(serving.release).get(id_):
        raise Gone(f"Release {id_} of {entry['created']} is kept no more; /dumps lists those that are.")  # fmt: skip
    raise errors.NotFound(f"There is no release {id_}; /dumps lists those that there are.")


async def file(request: Request) -> Response:
    """Return a file of a release, or a part of it; its entity tag is its SHA-256."""
    found, name = _kept(request), request.path_params["path"]
    if name == "SHA256SUMS":
        lines = (f"{told['sha256']}  {each}\n" for each, told in found.files.items())
        return PlainTextResponse("".join(lines), headers={**OPEN, "Cache-Control": _FOREVER})
    if name not in found.files:
        raise errors.NotFound(f"Release {found.id} has no file {name}; /dumps/{found.id} lists them.")  # fmt: skip
    digest = found.files[name]["sha256"]
    tag = f'"{digest}"'
    headers = {
        **OPEN,
        "ETag": tag,
        "Cache-Control": _FOREVER,
        "Repr-Digest": f"sha-256=:{base64.b64encode(bytes.fromhex(digest)).decode()}:",
        "Link": _links(request, found, name),
    }
    if matches(request.headers.get("if-none-match", ""), tag):
        return Response(status_code=304, headers=headers)
    media_type = next(m for ending, m in _MEDIA_TYPES.items() if name.endswith(ending))
    return FileResponse(found.path / name, headers=headers, media_type=media_type)


def _links(request: Request, found: Kept, name: str) -> str:
    """Return the Link header of a file: its licence, the catalogue, what describes a table."""
    serving: Serving = request.scope["serving"]
    url = serving.settings.url
    links = [f'<{LICENCE}>; rel="license"', f'<{url}/datasets/dcat>; rel="collection"']
    if name.endswith(".csv") and _METADATA in found.files:
        links.append(f'<{url}/dumps/{found.id}/{_METADATA}>; rel="describedby"; type="application/csvm+json"')  # fmt: skip
    return ", ".join(links)
