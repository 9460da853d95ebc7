"""The home page and the page about the project."""

from collections import defaultdict

from fastapi import APIRouter, Request
from fastapi.responses import Response

from server.pages.questions import Row, ask
from server.pages.views import View

router = APIRouter()

#: Property → the heading over its values on the home page and on entities' pages.
FACETS = {
    "party": "parties",
    "municipality": "municipalities",
    "theme": "themes",
    "targetGroup": "target-groups",
    "actor": "actors",
    "instrument": "instruments",
    "stance": "stances",
}


def by_facet(rows: list[Row]) -> dict[str, list[Row]]:
    """Return rows of property, value, label and number under the heading of each property."""
    found: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        found[FACETS[row["property"].value.rpartition("#")[2]]].append(row)
    return {heading: found[heading] for heading in FACETS.values() if found[heading]}


@router.get("/", include_in_schema=False)
async def home(request: Request) -> Response:
    """Return what the graph holds and where to go."""
    view = View(request)
    counts = {
        row["class"].value.rpartition("#")[2]: int(row["n"].value)
        for row in await ask(view.serving, "counts")
    }
    return view.page(
        "home.html",
        title="Valgraf",
        counts=counts,
        facets=by_facet(await ask(view.serving, "facets", language=view.language)),
        documents=await ask(view.serving, "documents", language=view.language),
    )


@router.get("/about", include_in_schema=False)
async def about(request: Request) -> Response:
    """Return how the graph is made, and how to cite it."""
    view = View(request)
    return view.page("about.html", title=view.word("about"), manifest=view.serving.release.manifest)
