"""From a request to a page: its language, its links, its template."""

import json
from asyncio import to_thread
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, ClassVar
from urllib.parse import quote, urlencode

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse

from server import ROOT
from server.engines.formats import GRAPHS
from server.index import Index, NoIndex, opened
from server.linked_data import LICENCE, Entity, up
from server.negotiation import language
from server.pages.listing import PAGE, Asked, Listing, listing
from server.pages.words import WORDS
from server.questions import Term
from server.serving import Serving

_TEMPLATES = Environment(
    loader=FileSystemLoader(ROOT / "server" / "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)

#: No script, nothing from another host, no framing.
POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'"
)

#: First part of an entity's path → what schema.org calls it.
_SCHEMA = {
    "statement": "Quotation",
    "document": "DigitalDocument",
    "party": "PoliticalParty",
    "branch": "Organization",
    "municipality": "AdministrativeArea",
    "county": "AdministrativeArea",
    "scheme": "DefinedTermSet",
    "target-group": "DefinedTerm",
    "actor": "DefinedTerm",
    "instrument": "DefinedTerm",
    "theme": "DefinedTerm",
    "stance": "DefinedTerm",
}


@dataclass(frozen=True, kw_only=True)
class Page:
    """What every page says; the page of each view adds its own."""

    template: ClassVar[str]
    policy: ClassVar[str] = POLICY

    title: str
    description: str = ""
    entity: Entity | None = None


@dataclass(frozen=True)
class View:
    """What every page knows of its request: the language, and the way to other addresses."""

    request: Request

    @cached_property
    def serving(self) -> Serving:
        """Return what is served."""
        found: Serving = self.request.scope["serving"]
        return found

    @property
    def index(self) -> Index | None:
        """Return the search index of what is served; RDF files and remote endpoints may have none."""
        path = self.serving.release.path
        return opened(path, self.serving.settings.facet_time) if path else None

    @property
    def base(self) -> str:
        """Return the start of the IRIs of what is served."""
        return self.serving.release.base

    async def listing(self, asked: Asked, *, most: int = PAGE) -> Listing:
        """Return a list of statements; raises NoIndex where there is no search index."""
        return await to_thread(listing, self.searched, self.base, asked, self.language, most=most)

    @property
    def searched(self) -> Index:
        """Return the search index; raises NoIndex where there is none."""
        if self.index is None:
            raise NoIndex("What is served here has no search index; ask it by SPARQL.")
        return self.index

    @cached_property
    def language(self) -> str:
        """Return the language of the page, sv or en."""
        return language(self.request.headers.get("accept-language", ""), self._asked_language)

    @property
    def _asked_language(self) -> str | None:
        return self.request.query_params.get("lang")

    @property
    def other(self) -> str:
        """Return the language that the page is not in."""
        return "sv" if self.language == "en" else "en"

    @cached_property
    def root(self) -> str:
        """Return the relative way to the root: links hold whatever address a deployment has."""
        return up(self.request)

    @property
    def path(self) -> str:
        """Return the page's path from the root, percent-encoded, without a slash at its start."""
        return quote(self.request.scope["path"].lstrip("/"))

    @property
    def canonical(self) -> str:
        """Return the absolute address of the page, in the language that was asked for."""
        asked = f"?lang={self.language}" if self._asked_language else ""
        return f"{self.serving.settings.url}/{self.path}{asked}"

    @property
    def links(self) -> dict[str, str]:
        """Return the absolute address of the page in each language, and without one."""
        plain = f"{self.serving.settings.url}/{self.path}"
        return {"sv": f"{plain}?lang=sv", "en": f"{plain}?lang=en", "x-default": plain}

    @property
    def switch(self) -> str:
        """Return the address of this very page in the other language."""
        pairs = [(k, v) for k, v in self.request.query_params.multi_items() if k != "lang"]
        return "?" + urlencode([*pairs, ("lang", self.other)])

    def asked(self, name: str) -> str:
        """Return a parameter of the request, "" where it is not there."""
        return self.request.query_params.get(name, "")

    def kept(self) -> Markup:
        """Return the field that keeps the chosen language when a form is sent."""
        if not self._asked_language:
            return Markup("")
        return Markup('<input type="hidden" name="lang" value="{}">').format(self.language)

    def word(self, name: str) -> str:
        """Return a word of the interface in the page's language."""
        return WORDS[name][self.language == "en"]

    def number(self, value: int | str) -> str:
        """Return a number with its thousands apart: by a no-break space in Swedish, a comma in English."""
        return f"{int(value):,}".replace(",", "\u00a0" if self.language == "sv" else ",")

    def decimal(self, value: str, digits: int = 2) -> str:
        """Return a decimal number as the language writes it."""
        told = f"{float(value):.{digits}f}"
        return told.replace(".", ",") if self.language == "sv" else told

    def to(self, path: str, pairs: Mapping[str, Any] | list[tuple[str, str]] = (), /) -> str:  # type: ignore[assignment]
        """Return the address of a page of the site with parameters, in the language that was chosen."""
        asked = [("lang", self.language)] if self._asked_language else []
        query = urlencode([*(pairs.items() if isinstance(pairs, Mapping) else pairs), *asked])
        return f"{self.root}{path}" + (f"?{query}" if query else "")

    def link(self, iri: str) -> str:
        """Return the address of an entity's page, or the IRI itself where it is none of ours."""
        prefix = f"{self.base}/id/"
        if not iri.startswith(prefix):
            return iri if iri.startswith(("https://", "http://")) else "#"
        path, hash_, fragment = iri.removeprefix(prefix).partition("#")
        return f"{self.to(f'page/{quote(path)}')}{hash_}{quote(fragment)}"

    def name(self, term: Term) -> Markup:
        """Return a text, marked with its language where it is not the page's."""
        if term.language in {"", self.language}:
            return Markup("{}").format(term.value)
        return Markup('<span lang="{}">{}</span>').format(term.language, term.value)

    def foreign(self, language_: str) -> Markup:
        """Return the attribute that names the language of an element's text where it is not the page's."""
        known = language_ in {"", self.language}
        return Markup("") if known else Markup(' lang="{}"').format(language_)

    def data(self, entity: Entity, extension: str) -> str:
        """Return the relative address of an entity's data."""
        return f"{self.root}data/{quote(entity.path)}.{extension}"

    def json_ld(self, page: Page) -> Markup:
        """Return what the page says in schema.org's terms, as JSON-LD that cannot end its element."""
        url = self.serving.settings.url
        said: dict[str, Any] = {
            "@context": "https://schema.org",
            "@type": "WebPage",
            "@id": self.canonical,
            "name": page.title,
            "inLanguage": self.language,
            "isPartOf": {"@type": "WebSite", "@id": f"{url}/", "name": "Valgraf"},
        }
        if page.description:
            said["description"] = page.description
        if page.entity:
            said["mainEntity"] = {
                "@type": _SCHEMA.get(page.entity.kind, "Thing"),
                "@id": page.entity.iri.value,
                "name": page.title,
            }
        return self.json(said)

    @staticmethod
    def json(value: Any) -> Markup:
        """Return a value as JSON that cannot end the script element that it stands in."""
        told = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
        return Markup(  # noqa: S704  # escaped here: these characters stand in JSON's strings alone
            told.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")
        )

    def _signposts(self, page: Page) -> str:
        """Return the Link header: FAIR Signposting's level 1 for an entity, the canonical address for others."""
        url = self.serving.settings.url
        links = [(self.canonical, 'rel="canonical"')]
        if not self.path:
            links.append((f"{url}/linkset", 'rel="linkset"; type="application/linkset+json"'))
        if page.entity:
            data = f"{url}/data/{quote(page.entity.path)}"
            links.append((page.entity.iri.value, 'rel="cite-as"'))
            for rel in ("alternate", "describedby"):
                links += [
                    (f"{data}.{f.name}", f'rel="{rel}"; type="{f.media_type}"') for f in GRAPHS
                ]
            kind = _SCHEMA.get(page.entity.kind, "Thing")
            links += [
                ("https://schema.org/AboutPage", 'rel="type"'),
                (f"https://schema.org/{kind}", 'rel="type"'),
                (LICENCE, 'rel="license"'),
                (f"{url}/datasets/dcat", 'rel="collection"'),
            ]
        return ", ".join(f"<{address}>; {told}" for address, told in links)

    def page(
        self, page: Page, *, status: int = 200, headers: Mapping[str, str] | None = None
    ) -> HTMLResponse:
        """Return a rendered page."""
        text = _TEMPLATES.get_template(page.template).render(
            view=self, page=page, word=self.word, formats=GRAPHS
        )
        sent = {
            "Content-Security-Policy": page.policy,
            "Content-Language": self.language,
            "Link": self._signposts(page),
            "Referrer-Policy": "same-origin",
            "Vary": "Accept, Accept-Language",
            "X-Content-Type-Options": "nosniff",
        }
        return HTMLResponse(text, status_code=status, headers={**sent, **(headers or {})})
