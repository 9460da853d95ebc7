"""The example queries: questions that researchers ask, each with its words in Swedish and English."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from urllib.parse import quote

from fastapi import APIRouter, Request
from fastapi.responses import Response

from server import ROOT
from server.pages.views import View

router = APIRouter()

_HEAD = re.compile(r"^# (title|description)@(sv|en): (.+)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Example:
    """An example query: its file's name, its texts by language, its SPARQL."""

    name: str
    title: dict[str, str]
    description: dict[str, str]
    text: str

    @property
    def address(self) -> str:
        """Return the query as the parameter of an address."""
        return quote(self.text)


@cache
def examples(directory: Path = ROOT / "queries") -> tuple[Example, ...]:
    """Return the example queries in the order of their names."""
    return tuple(_example(path) for path in sorted(directory.glob("*.rq")))


def _example(path: Path) -> Example:
    text = path.read_text(encoding="utf-8")
    found: dict[str, dict[str, str]] = {"title": {}, "description": {}}
    for kind, language, words in _HEAD.findall(text):
        found[kind][language] = words
    return Example(path.stem, found["title"], found["description"], _HEAD.sub("", text).lstrip())


@router.get("/queries", include_in_schema=False)
async def queries(request: Request) -> Response:
    """Return the example queries."""
    view = View(request)
    return view.page("queries.html", title=view.word("queries"), examples=examples())
