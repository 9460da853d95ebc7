"""The example queries: questions that researchers ask, each with a form, its result, and code to take along."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import ClassVar
from urllib.parse import quote, urlencode

from starlette.requests import Request
from starlette.responses import Response

from server import ROOT
from server.errors import BadRequest, NotFound, ServerError
from server.linked_data import OPEN
from server.pages.facts import alphabetical
from server.pages.listing import label
from server.pages.results import Result, result
from server.pages.views import Page, View
from server.questions import Term
from server.releases import DEFAULT_BASE
from server.requests import Asked

_HEAD = re.compile(r"^# (title|description)@(sv|en): (.+)\n", re.MULTILINE)
_PREFIX = re.compile(r"^PREFIX ([\w-]*): <(.+)>$", re.MULTILINE)
#: A VALUES block on one line with one row: its terms are the query's parameters.
_VALUES = re.compile(
    r"VALUES (?:\?(?P<one>\w+)|\((?P<many>[?\w ]+)\)) \{ \(?(?P<terms>[\w: -]+?)\)? \}"
)


@dataclass(frozen=True, slots=True)
class Parameter:
    """What can be changed in a query: its name, the kind of its entity, and its value at first."""

    name: str
    kind: str
    value: str
    written: str  # the term as it stands in the query


@dataclass(frozen=True, slots=True)
class Example:
    """An example query: its file's name, its texts by language, its SPARQL, its parameters."""

    name: str
    title: dict[str, str]
    description: dict[str, str]
    text: str
    parameters: tuple[Parameter, ...]

    @property
    def address(self) -> str:
        """Return the query as the parameter of an address."""
        return quote(self.text, safe="")

    def filled(self, values: Mapping[str, str]) -> str:
        """Return the query with other values for its parameters; raises BadRequest for what is no name."""
        changed = {p.name: values.get(p.name) or p.value for p in self.parameters}
        for name, value in changed.items():
            if not re.fullmatch(r"[a-z0-9][a-z0-9-]*", value):
                raise BadRequest(f"{name} is a name of small letters, digits and hyphens.")

        def values_line(found: re.Match[str]) -> str:
            line = found[0]
            head, brace, terms = line.partition("{")
            for p in self._of(found):
                prefix = p.written.partition(":")[0]
                terms = re.sub(
                    rf"(?<![\w:-]){re.escape(p.written)}(?![\w-])",
                    f"{prefix}:{changed[p.name]}",
                    terms,
                    count=1,
                )
            return head + brace + terms

        return _VALUES.sub(values_line, self.text)

    def _of(self, found: re.Match[str]) -> list[Parameter]:
        variables = (found["one"] or found["many"]).replace("?", "").split()
        return [p for p in self.parameters if p.name in variables]


@cache
def examples(base: str = DEFAULT_BASE, directory: Path = ROOT / "queries") -> tuple[Example, ...]:
    """Return the example queries in the order of their names, for the IRIs of a deployment's base."""
    return tuple(_example(path, base) for path in sorted(directory.glob("*.rq")))


def _example(path: Path, base: str) -> Example:
    text = path.read_text(encoding="utf-8").replace(f"{DEFAULT_BASE}/id/", f"{base}/id/")
    found: dict[str, dict[str, str]] = {"title": {}, "description": {}}
    for kind, language, words in _HEAD.findall(text):
        found[kind][language] = words
    query = _HEAD.sub("", text).lstrip()
    return Example(
        path.stem, found["title"], found["description"], query, tuple(_parameters(query, base))
    )


def _parameters(text: str, base: str) -> list[Parameter]:
    """Return the parameters of a query: the terms of its VALUES lines that are entities of ours."""
    start = f"{base}/id/"
    kinds = {
        p: iri[len(start) :].rstrip("/")
        for p, iri in _PREFIX.findall(text)
        if iri.startswith(start)
    }
    found = []
    for line in _VALUES.finditer(text):
        variables = (line["one"] or line["many"]).replace("?", "").split()
        terms = line["terms"].split()
        if len(variables) == len(terms):
            for variable, term in zip(variables, terms, strict=True):
                prefix, _, local = term.partition(":")
                if prefix in kinds:
                    found.append(Parameter(variable, kinds[prefix], local, term))
    return found


@dataclass(frozen=True, kw_only=True)
class QueriesPage(Page):
    """The example queries in a list."""

    template: ClassVar = "queries.html"

    examples: tuple[Example, ...]


@dataclass(frozen=True, kw_only=True)
class QueryPage(Page):
    """One example query with its form, result and code."""

    template: ClassVar = "query.html"

    example: Example
    query: str
    values: Mapping[str, str]
    choices: Mapping[str, tuple[tuple[str, Term], ...]]  # by kind: slugs and labels
    result: Result | None
    problem: ServerError | None
    code: Mapping[str, str]
    editor: str
    download: str


async def queries(request: Request) -> Response:
    """Return the list of the example queries."""
    view = View(request)
    page = QueriesPage(
        title=view.word("nav_queries"),
        description=view.word("queries_intro"),
        examples=examples(view.serving.release.base),
    )
    return view.page(page)


def _asked(view: View) -> tuple[Example, dict[str, str]]:
    """Return the example that a request names, and the values of its parameters."""
    name = view.request.path_params["name"]
    found = next((e for e in examples(view.serving.release.base) if e.name == name), None)
    if found is None:
        raise NotFound(f"There is no example query {name}.")
    return found, {p.name: view.asked(p.name) or p.value for p in found.parameters}


async def query_text(request: Request) -> Response:
    """Return an example query as a file of SPARQL."""
    example, values = _asked(View(request))
    return Response(example.filled(values), media_type="application/sparql-query", headers=OPEN)


async def query(request: Request) -> Response:
    """Return one example query, asked with the values of its form."""
    view = View(request)
    example, values = _asked(view)
    text = example.filled(values)
    found, problem = None, None
    try:
        found = await result(view, Asked(text))
    except ServerError as error:
        problem = error
    asked = "?" + urlencode(values) if values else ""
    download = f"queries/{example.name}.rq{asked}"
    page = QueryPage(
        title=example.title[view.language],
        description=example.description[view.language],
        example=example,
        query=text,
        values=values,
        choices=_choices(view, example),
        result=found,
        problem=problem,
        code=_code(view.serving.settings.url, download),
        editor=view.to("sparql", {"query": text}),
        download=view.root + download,
    )
    return view.page(page, status=problem.status if problem else 200)


def _choices(view: View, example: Example) -> dict[str, tuple[tuple[str, Term], ...]]:
    """Return, by kind, the values that the parameters of a query can take, in the order of their labels."""
    if view.index is None:
        return {}

    def values(kind: str) -> tuple[tuple[str, Term], ...]:
        entities = view.index.entities(kind) if view.index else ()
        found = [(e.key, label(e, view.language)) for e in entities if e.total]
        return tuple(sorted(found, key=lambda pair: alphabetical(pair[1].value)))

    found = {p.kind: values(p.kind) for p in example.parameters}
    return {kind: choices for kind, choices in found.items() if choices}


def _code(url: str, download: str) -> dict[str, str]:
    """Return what asks the query from a shell, from Python and from R."""
    source = f"{url}/{download}"
    return {
        "curl": f"curl -s '{source}' \\\n  | curl -s '{url}/sparql' -H 'Content-Type: application/sparql-query' \\\n      -H 'Accept: text/csv' --data-binary @-",
        "Python": f'import urllib.parse, urllib.request\nimport pandas\n\nquery = urllib.request.urlopen("{source}").read()\n'
        f'found = pandas.read_csv("{url}/sparql?format=csv&query=" + urllib.parse.quote(query))',
        "R": f'query <- paste(readLines("{source}", encoding = "UTF-8"), collapse = "\\n")\n'
        f'found <- read.csv(paste0("{url}/sparql?format=csv&query=", URLencode(query, reserved = TRUE)), encoding = "UTF-8")',
    }
