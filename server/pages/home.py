"""The home page: what the graph holds, and where to start."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from starlette.requests import Request
from starlette.responses import Response

from server.pages.listing import Asked, Item, Value
from server.pages.views import Page, View
from server.portals.schema_org import dataset

#: Statements on the home page.
_SHOWN = 3


@dataclass(frozen=True)
class Question:
    """A good question to start with, and the address of its answer."""

    text: str
    address: str


@dataclass(frozen=True, kw_only=True)
class HomePage(Page):
    """What the graph holds in numbers, questions to start with, and the values of each facet."""

    template: ClassVar = "home.html"

    numbers: Mapping[str, int]
    questions: tuple[Question, ...]
    facets: Mapping[str, tuple[Value, ...]]
    newest: tuple[Item, ...]
    released: str
    dataset: Mapping[str, Any]


async def home(request: Request) -> Response:
    """Return what the graph holds and where to go."""
    view = View(request)
    found = await view.listing(Asked({}, sort="newest"), most=_SHOWN) if view.index else None
    facets = found.facets if found else {}
    manifest = view.serving.release.manifest
    counts = manifest.get("counts", {})
    numbers = {
        "proposals": counts.get("proposals", 0),
        "documents": counts.get("documents", 0),
        "parties": len(facets.get("party", ())),
        "municipalities": len(facets.get("municipality", ())),
    }
    page = HomePage(
        title="Valgraf",
        description=view.word("tagline"),
        numbers={name: n for name, n in numbers.items() if n},
        questions=tuple(_questions(view, facets)),
        facets=facets,
        newest=found.items if found else (),
        released=manifest.get("created", "")[:10],
        dataset=await dataset(view.serving, view.language),
    )
    return view.page(page)


def _questions(view: View, facets: Mapping[str, tuple[Value, ...]]) -> list[Question]:
    """Return questions about what the graph holds most of, or about well-known matters where it holds them."""

    def choose(facet: str, known: str) -> Value | None:
        values = facets.get(facet, ())
        return next((v for v in values if v.slug == known), values[0] if values else None)

    found = []
    if instrument := choose("instrument", "bostad-forst"):
        found.append(
            Question(
                view.word("question_instrument").format(instrument.label.value),
                view.to(f"page/instrument/{instrument.slug}"),
            )
        )
    if actor := choose("actor", "sis"):
        found.append(
            Question(
                view.word("question_actor").format(actor.label.value),
                view.to("proposals", {"actor": actor.slug}),
            )
        )
    place, theme = choose("municipality", "0180"), choose("theme", "hemloshet-och-boende")
    if place and theme:
        asked = {"municipality": place.slug, "theme": theme.slug, "rows": "target-group"}
        found.append(
            Question(
                view.word("question_compare").format(place.label.value, theme.label.value),
                f"{view.to('compare', asked)}#agreement",
            )
        )
    return found
