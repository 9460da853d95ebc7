"""Party pages in HTML: headings, paragraphs and lists, without navigation, footers, banners and scripts."""

import re
from dataclasses import dataclass, field
from pathlib import Path

from lxml import etree, html

from loader.errors import LoaderError
from loader.reading import Text, normalise
from loader.reading.text import decode

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_BLOCKS = frozenset({
    "p", "div", "section", "article", "main", "header", "blockquote", "table", "caption", "tr", "td", "th", "ul", "ol", "dl", "dt", "dd",
    "figure", "pre", "details", "summary", "body", "address", "hr", "form", "fieldset",
})  # fmt: skip
_SKIPPED = frozenset({
    "script", "style", "nav", "footer", "aside", "noscript", "template", "label", "legend", "button", "textarea", "select", "iframe",
    "svg", "head", "figcaption", "video", "audio", "object", "dialog",
})  # fmt: skip
_ROLES = frozenset({"navigation", "contentinfo", "search", "dialog", "alertdialog", "menu"})
#: Banners, menus and words for screen readers that are marked only by a class or id, as whole words of it.
_FURNITURE = re.compile(
    r"""(?<![a-z])(?:cookies?|consent|gdpr|breadcrumbs?|brodsmulor|menu|meny|navbar|nav|navigation|footer|sidfot|sidebar|share|sharing|dela
    |social[-_]?(?:media|links?|icons?|share)|newsletter|nyhetsbrev|skip[-_]?(?:link|to)|sr[-_]only|visually[-_]?hidden
    |screen[-_]reader[-_]text)(?![a-z])""",
    re.IGNORECASE | re.VERBOSE,
)


def read_html(path: Path) -> Text:
    """Return the text of a page as its reader sees it: blank lines between blocks, bullets before items."""
    markup = decode(path, declared=True)
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


def _blocks(root: html.HtmlElement) -> list[tuple[str, str]]:
    """Return (kind, words) of each block in reading order; kind is heading, item or text."""
    page = _Page()
    page.walk(root)
    page.close_block()
    return page.blocks


@dataclass
class _Page:
    """The blocks of a page, and the one that is being read."""

    blocks: list[tuple[str, str]] = field(default_factory=list)
    kind: str = "text"
    words: str = ""

    def walk(self, element: html.HtmlElement) -> None:
        """Read an element and what follows it inside its parent."""
        if isinstance(element.tag, str) and not _hidden(element):
            self._read(element)
        self.words += (element.tail or "").replace("\n", " ")

    def _read(self, element: html.HtmlElement) -> None:
        kind, outer = _kind(element.tag), self.kind
        inside = kind == "text" and outer != "text"  # a paragraph in an item is part of the item
        if inside:
            self.words += " "
        elif kind:
            self.close_block()
            self.kind = kind
        if element.tag == "br":
            self.words += "\n"
        self.words += (element.text or "").replace("\n", " ")
        for child in element:
            self.walk(child)
        if inside:
            self.words += " "
        elif kind:
            self.close_block()
            self.kind = outer

    def close_block(self) -> None:
        """Keep the words read so far as a block of their own."""
        if self.words.strip():
            self.blocks.append((self.kind, self.words))
        self.words = ""


def _kind(tag: str) -> str:
    """Return what block a tag opens: heading, item or text; nothing for a tag inside a line."""
    if tag in _HEADINGS:
        return "heading"
    return "item" if tag == "li" else "text" if tag in _BLOCKS else ""


def _hidden(element: html.HtmlElement) -> bool:
    """Return whether an element is furniture of the page, or is not shown."""
    if element.tag in _SKIPPED or element.get("role") in _ROLES:
        return True
    if element.get("hidden") is not None or element.get("aria-hidden") == "true":
        return True
    if "display:none" in (element.get("style") or "").replace(" ", ""):
        return True
    marks = f"{element.get('class') or ''} {element.get('id') or ''}"
    return element.tag not in {"html", "body", "main"} and (
        _FURNITURE.search(marks) is not None and element.find(".//h1") is None
    )
