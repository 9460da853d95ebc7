"""What a graph holds in numbers, as VoID tells it: subjects, classes, properties, links to other data."""

import re
from collections import Counter
from collections.abc import Iterable
from typing import Any

from loader.names import NAMESPACE, Names

_TYPE = b"<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"

#: Properties that say which thing of other data is meant.
_MAPPINGS = re.compile(
    rb"<http://www\.w3\.org/(2002/07/owl#sameAs|2004/02/skos/core#(exact|close|broad|narrow|related)Match)>"
)


def statistics(lines: Iterable[bytes], names: Names) -> dict[str, Any]:
    """Return the numbers of sorted N-Triples.

    Of subjects, of entities (subjects under the base), of triples by property, of entities by class, and of links by
    property and by how the IRIs begin that they lead to.
    """
    ours = (f"<{names.base}/".encode(), f"<{NAMESPACE}".encode())
    root = f"<{names.iri('')}".encode()
    subjects = entities = 0
    properties: Counter[bytes] = Counter()
    classes: Counter[bytes] = Counter()
    links: Counter[tuple[bytes, bytes]] = Counter()
    before = b""
    for line in lines:
        subject, predicate, rest = line.split(b" ", 2)
        if subject != before:
            before = subject
            subjects += 1
            entities += subject.startswith(root)
        properties[predicate] += 1
        if predicate == _TYPE:
            classes[rest[:-3]] += 1
        elif _MAPPINGS.fullmatch(predicate) and not rest.startswith(ours):
            links[predicate, re.split(rb"(?<=[/#])[^/#]*>", rest)[0]] += 1
    return {
        "subjects": subjects,
        "entities": entities,
        "classes": _named(classes),
        "properties": _named(properties),
        "links": [
            {"property": _iri(predicate), "target": target[1:].decode(), "links": n}
            for (predicate, target), n in sorted(links.items())
        ],
    }


def _named(counts: Counter[bytes]) -> dict[str, int]:
    return {_iri(name): n for name, n in sorted(counts.items())}


def _iri(name: bytes) -> str:
    return name[1:-1].decode()
