"""Terms and triples as N-Triples write them: text from the start, for a country has fifty million of them."""

import re
from functools import cache

from pyoxigraph import Literal, NamedNode

from loader.names import NAMESPACE

XSD = "http://www.w3.org/2001/XMLSchema#"
_PREFIXES = {
    "vg": NAMESPACE,
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "dct": "http://purl.org/dc/terms/",
    "nif": "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#",
    "org": "http://www.w3.org/ns/org#",
    "prov": "http://www.w3.org/ns/prov#",
    "xsd": XSD,
}

#: What canonical N-Triples (RDF 1.2, section 4) escape in a string.
_ESCAPED = re.compile('[\x00-\x1f"\\\\\x7f\ufffe\uffff]')


def expanded(name: str) -> str:
    """Return the IRI of a prefixed name."""
    prefix, _, local = name.partition(":")
    return _PREFIXES[prefix] + local


@cache
def known(name: str) -> str:
    """Return the term of a prefixed name."""
    return f"<{expanded(name)}>"


def address(iri: str) -> str:
    """Return the term of an IRI that was told; raises ValueError where it is none."""
    return str(NamedNode(iri))


def literal(text: str, tag: str = "") -> str:
    """Return a string, or a text of a language where its tag (`tagged`) is given."""
    if _ESCAPED.search(text):
        return str(Literal(text)) + tag
    return f'"{text}"{tag}'


@cache
def tagged(language: str) -> str:
    """Return what follows a text of a language; raises ValueError where that is none."""
    return str(Literal("", language=language))[2:]


def typed(value: object, datatype: str) -> str:
    """Return a number or date of a datatype of XML Schema, in characters that need no escape."""
    return f'"{value}"^^{known(f"xsd:{datatype}")}'
