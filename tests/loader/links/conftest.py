"""Links of one sentence, with what stands around it."""

import re

import pytest

from loader.extraction import link
from loader.links.context import Context, Topic
from loader.passages import Passage
from loader.recognition import Recognised
from loader.segments import Kind, Unit
from loader.statements import Mention


def context(sentence: str, *, heading: str = "", before: str = "") -> Context:
    """Return the last sentence of a section with its heading and the paragraphs before it."""
    text = "\n\n".join(part for part in (heading, before, sentence) if part)
    start = len(text) - len(sentence)
    body = len(heading) + 2 if heading else 0

    def passage(kind: Kind, begin: int, end: int) -> Passage:
        return Passage(text, Unit(kind, begin, end, 0))

    topic = Topic()
    spans = [m.span() for m in re.finditer(r".+", before)]
    earlier = [passage("sentence", body + low, body + high) for low, high in spans]
    for one in earlier:
        topic.add(one)
    return Context(
        passage("sentence", start, len(text)),
        start,
        heading=passage("heading", 0, len(heading)) if heading else None,
        before=earlier,
        places=frozenset({"skövde"}),
        topic=topic,
    )


@pytest.fixture
def linked():
    """Return a function from a kind and a sentence to its concepts, each with the words that ground it."""

    def find(kind: str, sentence: str, *, heading: str = "", before: str = "") -> dict[str, str]:
        around = context(sentence, heading=heading, before=before)
        mentions: tuple[Mention, ...] = link(around, Recognised(0, "proposal", "", 0, 0))
        return {m.concept: around.text[m.start : m.end] for m in mentions if m.scheme == kind}

    return find
