"""What the columns of the tables mean: CSVW metadata (W3C, Metadata Vocabulary for Tabular Data, 2015)."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from loader.names import NAMESPACE, Names

_LICENCE = "http://creativecommons.org/licenses/by/4.0/"


class Column(NamedTuple):
    """What a column holds: its names, its datatype, the property that it states, the kind of what its keys name."""

    sv: str
    en: str
    datatype: str = "string"
    property: str = ""
    kind: str = ""
    separator: str = ""  # between several values of one cell


_OFFSET = "nonNegativeInteger"
_NIF = "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#"
_SKOS = "http://www.w3.org/2004/02/skos/core#"
_DCT = "http://purl.org/dc/terms/"
_STATEMENT = Column("utsagans IRI", "IRI of the statement", "anyURI")

#: Column → what it holds, in every table that has it but for those below.
COLUMNS = {
    "statement": _STATEMENT,
    "kind": Column("förslag eller resultat", "proposal or achievement"),
    "document": Column("dokument", "document", property=f"{NAMESPACE}document", kind="document"),
    "party": Column("parti", "party", property=f"{NAMESPACE}party", kind="party"),
    "municipality": Column("kommun (SCB:s kod)", "municipality (code of Statistics Sweden)", property=f"{NAMESPACE}municipality", kind="municipality"),
    "county": Column("län (SCB:s kod)", "county (code of Statistics Sweden)", property=f"{NAMESPACE}county", kind="county"),
    "election": Column("valår", "year of the election", "gYear", f"{NAMESPACE}election"),
    "term": Column("mandatperiod, år/år", "term of office, year/year"),
    "stance": Column("hållning", "stance", property=f"{NAMESPACE}stance", kind="stance"),
    "quote": Column("citat", "quote", property=f"{NAMESPACE}quote"),
    "begin": Column("första kodpunkt i dokumentets text", "first code point in the document's text", _OFFSET, f"{_NIF}beginIndex"),
    "end": Column("kodpunkten efter den sista", "the code point after the last", _OFFSET, f"{_NIF}endIndex"),
    "rule": Column("regel som fann det", "rule that found it", property=f"{NAMESPACE}rule", kind="rule"),
    "scheme": Column("schema: target-group, actor, instrument, theme, stance", "scheme: target-group, actor, instrument, theme, stance"),
    "concept": Column("begrepp", "concept"),
    "words": Column("orden som länken vilar på", "the words that the link rests on", property=f"{_NIF}anchorOf"),
    "slug": Column("dokumentets namn i IRI:er", "name of the document in IRIs", property=f"{_DCT}identifier"),
    "title": Column("titel", "title", property=f"{_DCT}title"),
    "source": Column("adress", "address", "anyURI", f"{_DCT}source"),
    "rights": Column("vad som publiceras: quotes eller full", "what is published: quotes or full"),
    "id": Column("begreppets namn i IRI:er", "name of the concept in IRIs"),
    "broader": Column("närmast vidare begrepp", "next broader concepts", separator=" "),
    "sv": Column("namn på svenska", "name in Swedish", property=f"{_SKOS}prefLabel"),
    "en": Column("namn på engelska", "name in English", property=f"{_SKOS}prefLabel"),
}  # fmt: skip

#: In the table of a thing itself its column holds the IRI.
_OWN = {
    ("documents", "document"): Column("dokumentets IRI", "IRI of the document", "anyURI"),
    ("concepts", "concept"): Column("begreppets IRI", "IRI of the concept", "anyURI"),
}
_TITLES = {
    "proposals": ("Förslag och resultat", "Proposals and claimed achievements"),
    "links": ("Länkar till begrepp", "Links to concepts"),
    "documents": ("Dokument", "Documents"),
    "concepts": ("Begrepp", "Concepts"),
}
_PRIMARY = {
    "proposals": ["statement"],
    "links": ["statement", "scheme", "concept"],
    "documents": ["slug"],
    "concepts": ["scheme", "id"],
}
_FOREIGN = {
    "proposals": [(["document"], "documents", ["slug"])],
    "links": [
        (["statement"], "proposals", ["statement"]),
        (["scheme", "concept"], "concepts", ["scheme", "id"]),
    ],
}


def metadata(tables: Mapping[str, Sequence[str]], names: Names) -> dict[str, Any]:
    """Return the metadata of the tables, each given by its columns, for csv-metadata.json beside them."""
    return {
        "@context": "http://www.w3.org/ns/csvw",
        "dc:title": {"sv": "Valgrafs tabeller", "en": "The tables of Valgraf"},
        "dc:license": {"@id": _LICENCE},
        "tables": [_table(table, columns, names) for table, columns in tables.items()],
    }


def _table(table: str, columns: Sequence[str], names: Names) -> dict[str, Any]:
    sv, en = _TITLES[table]
    return {
        "url": f"{table}.csv",
        "dc:title": {"sv": sv, "en": en},
        "tableSchema": {
            "columns": [_column(table, name, names) for name in columns],
            "primaryKey": _PRIMARY[table],
            "aboutUrl": f"{{+{columns[0]}}}",
            "foreignKeys": [
                {
                    "columnReference": mine,
                    "reference": {"resource": f"{other}.csv", "columnReference": theirs},
                }
                for mine, other, theirs in _FOREIGN.get(table, [])
            ],
        },
    }


def _column(table: str, name: str, names: Names) -> dict[str, Any]:
    of = _OWN.get((table, name), COLUMNS[name])
    found: dict[str, Any] = {
        "name": name,
        "titles": name,
        "dc:description": {"sv": of.sv, "en": of.en},
        "datatype": of.datatype,
        "required": name in _PRIMARY[table],
    }
    if of.property:
        found["propertyUrl"] = of.property
    if of.separator:
        found["separator"] = of.separator
    if of.kind:
        found["valueUrl"] = f"{names.iri(of.kind)}/{{{name}}}"
    return found
