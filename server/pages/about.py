"""The page about the project: method, quality as measured, limits, rights, citation."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from starlette.requests import Request
from starlette.responses import Response

from server.pages.listing import Named
from server.pages.views import Page, View
from server.questions import Labels, ask


@dataclass(frozen=True)
class MeasuredRule:
    """A rule with its precision (the lower bound of Wilson's 95 % interval) and the answers it was measured on."""

    rule: Named
    precision: str
    support: str


@dataclass(frozen=True, kw_only=True)
class AboutPage(Page):
    """How the graph is made, how good it is, and which release is served."""

    template: ClassVar = "about.html"

    rules: tuple[MeasuredRule, ...]
    unmeasured: int
    manifest: Mapping[str, Any]
    url: str


async def about(request: Request) -> Response:
    """Return how the graph is made, and how to cite it."""
    view = View(request)
    rows = await ask(view.serving, "rules")
    labels = await Labels.of(view.serving, (row["rule"] for row in rows), view.language)
    rules = [
        MeasuredRule(
            Named(row["rule"].value, labels[row["rule"].value]),
            row["precision"].value,
            row["support"].value,
        )
        for row in rows
    ]
    measured = [rule for rule in rules if rule.precision]
    page = AboutPage(
        title=view.word("nav_about"),
        description=view.word("tagline"),
        rules=tuple(sorted(measured, key=lambda rule: -int(rule.support))),
        unmeasured=len(rules) - len(measured),
        manifest=view.serving.release.manifest,
        url=view.serving.settings.url,
    )
    return view.page(page)
