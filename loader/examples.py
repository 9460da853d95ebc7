"""The questions of queries/ as RDF, in the convention of SIB, so that editors of SPARQL find them in the endpoint."""

import re
from collections.abc import Iterator
from pathlib import Path

from pyoxigraph import Literal, NamedNode, Triple

from loader import ROOT
from loader.names import DEFAULT_BASE, Names

_RDF_TYPE = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
_RDFS = "http://www.w3.org/2000/01/rdf-schema#"
_SH = "http://www.w3.org/ns/shacl#"
_TARGET = NamedNode("https://schema.org/target")
_ANY_URI = NamedNode("http://www.w3.org/2001/XMLSchema#anyURI")

_HEAD = re.compile(r"# (title|description)@(sv|en): (.+)\n")
_PREFIX = re.compile(r"PREFIX (\w*): <([^>]+)>", re.IGNORECASE)
_FORM = re.compile(r"^(SELECT|ASK|CONSTRUCT|DESCRIBE)\b", re.MULTILINE)

#: Form of a query → its class, and the property that holds its text.
_FORMS = {
    "SELECT": (f"{_SH}SPARQLSelectExecutable", f"{_SH}select"),
    "ASK": (f"{_SH}SPARQLAskExecutable", f"{_SH}ask"),
    "CONSTRUCT": (f"{_SH}SPARQLConstructExecutable", f"{_SH}construct"),
    "DESCRIBE": (
        "https://purl.expasy.org/sparql-examples/ontology#SPARQLDescribeExecutable",
        "https://purl.expasy.org/sparql-examples/ontology#describe",
    ),
}
_TEXTS = {"title": f"{_RDFS}label", "description": f"{_RDFS}comment"}


def examples(names: Names) -> Iterator[Triple]:
    """Yield each question with its texts in sv and en, its query, and the prefixes that all of them use."""
    prefixes = NamedNode(names.iri("prefixes"))
    used: dict[str, str] = {}
    for path in sorted((ROOT / "queries").glob("*.rq")):
        query = path.read_text(encoding="utf-8").replace(f"{DEFAULT_BASE}/id/", names.iri(""))
        used |= dict(_PREFIX.findall(query))
        yield from _example(path, query, names)
    label = NamedNode(f"{_RDFS}label")
    yield Triple(prefixes, label, Literal("Prefix i exempelfrågorna", language="sv"))
    yield Triple(prefixes, label, Literal("Prefixes of the example queries", language="en"))
    for prefix, namespace in used.items():
        declared = NamedNode(f"{prefixes.value}#{prefix}")
        yield Triple(prefixes, NamedNode(f"{_SH}declare"), declared)
        yield Triple(declared, NamedNode(f"{_SH}prefix"), Literal(prefix))
        yield Triple(declared, NamedNode(f"{_SH}namespace"), Literal(namespace, datatype=_ANY_URI))


def _example(path: Path, query: str, names: Names) -> Iterator[Triple]:
    found = _FORM.search(query)
    if found is None:
        raise ValueError(f"{path} is no query")
    subject = NamedNode(names.iri("query", path.stem))
    class_, text = _FORMS[found[1]]
    for each in (f"{_SH}SPARQLExecutable", class_):
        yield Triple(subject, _RDF_TYPE, NamedNode(each))
    for kind, language, value in _HEAD.findall(query):
        yield Triple(subject, NamedNode(_TEXTS[kind]), Literal(value, language=language))
    yield Triple(subject, NamedNode(text), Literal(_HEAD.sub("", query)))
    yield Triple(subject, NamedNode(f"{_SH}prefixes"), NamedNode(names.iri("prefixes")))
    yield Triple(subject, _TARGET, NamedNode(f"{names.base}/sparql"))
