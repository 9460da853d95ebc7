"""The SPARQL endpoint in a browser: an editor where its scripts are built, a plain form anyway."""

from dataclasses import dataclass
from typing import Any, ClassVar

from starlette.requests import Request
from starlette.responses import Response

from server import ROOT
from server.departures import Departed
from server.errors import ServerError
from server.pages.queries import Example, examples
from server.pages.results import Result, result
from server.pages.views import Page, View
from server.pages.vocabulary import names
from server.prefixes import PREFIXES
from server.requests import asked

_BUILT = ROOT / "server" / "static" / "vendor" / "yasgui.min.js"

#: The editor sets styles on its elements, draws icons from data: addresses, and asks this endpoint.
_EDITOR_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)

_START = """PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX vg: <https://w3id.org/valgraf/ns#>

SELECT ?party (COUNT(?proposal) AS ?proposals)
WHERE {
  ?proposal a vg:Proposal ; vg:party/skos:prefLabel ?party .
  FILTER (LANG(?party) = "sv")
}
GROUP BY ?party
ORDER BY DESC(?proposals)
"""


@dataclass(frozen=True, kw_only=True)
class EditorPage(Page):
    """A query, its answer or what was wrong with it, and what the editor completes with."""

    template: ClassVar = "sparql.html"

    query: str
    result: Result | None
    problem: ServerError | None
    built: bool
    completion: dict[str, Any]
    examples: tuple[Example, ...]
    endpoint: str


@dataclass(frozen=True, kw_only=True)
class ScriptedPage(EditorPage):
    """The page where the editor's scripts are built."""

    policy: ClassVar = _EDITOR_POLICY


async def editor(request: Request) -> Response:
    """Return the editor with the query that is asked, and the beginning of its answer."""
    view = View(request)
    query, found, problem = view.asked("query"), None, None
    try:
        wanted = await asked(request.scope, request.receive, view.serving.settings)
        query = wanted.text or ""
        if query:
            found = await result(view, wanted)
    except ServerError as error:
        problem = error
    except Departed:
        return Response(status_code=499)  # nobody reads it; the log says it as nginx would
    built = _BUILT.exists()
    page = (ScriptedPage if built else EditorPage)(
        title=view.word("editor"),
        description=view.word("editor_intro"),
        query=query or _START,
        result=found,
        problem=problem,
        built=built,
        completion={"prefixes": PREFIXES, **names(), "words": _words(view)},
        examples=examples(view.serving.release.base),
        endpoint=f"{view.serving.settings.url}/sparql",
    )
    headers = {"Cache-Control": "no-cache", **(problem.headers if problem else {})}
    return view.page(page, status=problem.status if problem else 200, headers=headers)


def _words(view: View) -> dict[str, str]:
    """Return the words that the editor's script shows."""
    names_ = ("rows", "cancel", "running", "cancelled", "chart", "share", "shared", "failed")
    return {name: view.word(f"editor_{name}") for name in names_}
