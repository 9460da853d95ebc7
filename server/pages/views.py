"""From a request to a page: its language, its links, its template."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any
from urllib.parse import quote

from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from server import ROOT
from server.negotiation import language
from server.pages.words import WORDS
from server.releases import DEFAULT_BASE
from server.serving import Serving

_TEMPLATES = Environment(
    loader=FileSystemLoader(ROOT / "server" / "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)

#: No script, nothing from another host, no framing.
_POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"


@dataclass(frozen=True)
class View:
    """What every page knows: the request's language, and the way back to the root."""

    request: Request

    @cached_property
    def serving(self) -> Serving:
        """Return what is served."""
        found: Serving = self.request.app.state.serving
        return found

    @cached_property
    def language(self) -> str:
        """Return the language of the page, sv or en."""
        return language(
            self.request.headers.get("accept-language", ""), self.request.query_params.get("lang")
        )

    @cached_property
    def root(self) -> str:
        """Return the relative way from this page to the root: links hold whatever address a deployment has."""
        return "../" * (self.request.url.path.count("/") - 1) or "./"

    def word(self, name: str) -> str:
        """Return a word of the interface in the page's language."""
        return WORDS[name][self.language == "en"]

    def link(self, iri: str) -> str:
        """Return the address of an entity's page, or the IRI itself where it is none of ours."""
        prefix = f"{self.serving.release.base or DEFAULT_BASE}/id/"
        if not iri.startswith(prefix):
            return iri if iri.startswith(("https://", "http://")) else "#"
        path, hash_, fragment = iri.removeprefix(prefix).partition("#")
        suffix = (
            f"?lang={self.request.query_params['lang']}"
            if "lang" in self.request.query_params
            else ""
        )
        return f"{self.root}page/{quote(path)}{suffix}{hash_}{quote(fragment)}"

    def to(self, path: str) -> str:
        """Return the address of a page of the site, in the language that was chosen."""
        suffix = (
            f"?lang={self.request.query_params['lang']}"
            if "lang" in self.request.query_params
            else ""
        )
        return f"{self.root}{path}{suffix}"

    def page(
        self,
        template: str,
        *,
        status: int = 200,
        headers: dict[str, str] | None = None,
        **context: Any,
    ) -> HTMLResponse:
        """Return a rendered page."""
        text = _TEMPLATES.get_template(template).render(
            view=self, word=self.word, link=self.link, to=self.to, **context
        )
        sent = {
            "Content-Security-Policy": _POLICY,
            "Content-Language": self.language,
            "Referrer-Policy": "same-origin",
            "Vary": "Accept, Accept-Language",
            "X-Content-Type-Options": "nosniff",
            "Valgraf-Release": self.serving.release.id,
        }
        return HTMLResponse(text, status_code=status, headers=sent | (headers or {}))
