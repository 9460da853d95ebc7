"""Party pages in HTML: headings, paragraphs and lists, without navigation, footers, banners and scripts."""

import re
from collections.abc import Iterator
from pathlib import Path

from lxml import etree, html

from loader.errors import LoaderError
from loader.reading import Text, normalise
from loader.reading.text import decode

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_BLOCKS = frozenset({
    "p", "div", "section", "article", "main", "blockquote", "table", "tr", "ul", "ol", "dl", "dt", "dd", "figure", "pre", "details",
    "summary", "body", "address", "hr", "fieldset",
})  # fmt: skip
_SKIPPED = frozenset({
    "script", "style", "nav", "footer", "aside", "noscript", "template", "form", "button", "iframe", "svg", "head", "select",
    "figcaption", "video", "audio", "object", "dialog",
})  # fmt: skip
#: Banners and menus that are marked only by their class or id.
_FURNITURE = re.compile(
    r"\b(?:cookie|consent|breadcrumb|menu|navbar|nav-|site-footer|sidfot|share|social|newsletter|skip-link|banner)",
    re.IGNORECASE,
)


def read_html(path: Path) -> Text:
    """Return the text of a page as its reader sees it: blank lines between blocks, bullets before items."""
    markup = decode(path)
    try:
        root = html.document_fromstring(markup.encode(), parser=html.HTMLParser(encoding="utf-8"))
    except (etree.ParserError, etree.XMLSyntaxError) as error:
        raise LoaderError(f"is no HTML: {error}", document=str(path)) from error
    text, headings = "", []
    for kind, block in _blocks(root):
        words = normalise("\n".join(" ".join(line.split()) for line in block.split("\n")).strip())
        if not words:
            continue
        if kind == "item":
            text += f" • {words}\n"
            continue
        text = text if not text or text.endswith("\n\n") else text + "\n"
        if kind == "heading":
            headings.append((len(text), len(text) + len(words)))
        text += words + "\n\n"
    return Text(text, tuple(headings))


def _blocks(root: html.HtmlElement) -> Iterator[tuple[str, str]]:
    """Yield (kind, text) of each block in reading order; kind is heading, item or text."""
    state = {"kind": "text", "words": ""}

    def flush() -> Iterator[tuple[str, str]]:
        if state["words"].strip():
            yield state["kind"], state["words"]
        state["words"] = ""

    def walk(element: html.HtmlElement) -> Iterator[tuple[str, str]]:
        tag = element.tag if isinstance(element.tag, str) else ""
        if tag and not _hidden(element):
            kind = (
                "heading"
                if tag in _HEADINGS
                else "item"
                if tag == "li"
                else "text"
                if tag in _BLOCKS
                else ""
            )
            outer = state["kind"]
            if kind and not (outer in {"item", "heading"} and kind == "text"):
                yield from flush()
                state["kind"] = kind
            elif kind:
                state["words"] += " "
            if tag == "br":
                state["words"] += "\n"
            state["words"] += (element.text or "").replace("\n", " ")
            for child in element:
                yield from walk(child)
            if kind and not (outer in {"item", "heading"} and kind == "text"):
                yield from flush()
                state["kind"] = outer
        state["words"] += (element.tail or "").replace("\n", " ")

    body = root.find("body")
    yield from walk(body if body is not None else root)
    yield from flush()


def _hidden(element: html.HtmlElement) -> bool:
    """Return whether an element is furniture, or is not shown."""
    if (
        element.tag in _SKIPPED
        or element.get("hidden") is not None
        or element.get("aria-hidden") == "true"
    ):
        return True
    if element.get("role") in {"navigation", "banner", "contentinfo", "search", "dialog", "menu"}:
        return True
    if "display:none" in (element.get("style") or "").replace(" ", ""):
        return True
    marks = f"{element.get('class') or ''} {element.get('id') or ''}"
    return element.tag not in {"body", "main"} and _FURNITURE.search(marks) is not None
