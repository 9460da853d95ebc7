"""Result formats: each one value with its media type, file extension and serialiser."""

from dataclasses import dataclass

from pyoxigraph import QueryResultsFormat, RdfFormat


@dataclass(frozen=True, slots=True)
class Format:
    """A format of results or graphs; `name` is what `?format=` and file extensions say."""

    name: str
    media_type: str
    serialiser: QueryResultsFormat | RdfFormat
    charset: bool = False  # whether the media type takes a charset parameter
    aliases: tuple[str, ...] = ()  # what clients call it as well, SPARQLWrapper among them


SOLUTIONS = (
    Format("json", "application/sparql-results+json", QueryResultsFormat.JSON),
    Format("xml", "application/sparql-results+xml", QueryResultsFormat.XML),
    Format("csv", "text/csv", QueryResultsFormat.CSV, charset=True),
    Format("tsv", "text/tab-separated-values", QueryResultsFormat.TSV, charset=True),
)
GRAPHS = (
    Format("ttl", "text/turtle", RdfFormat.TURTLE, charset=True, aliases=("turtle",)),
    Format("nt", "application/n-triples", RdfFormat.N_TRIPLES, aliases=("ntriples",)),
    Format("jsonld", "application/ld+json", RdfFormat.JSON_LD, aliases=("json-ld", "json")),
    Format("rdf", "application/rdf+xml", RdfFormat.RDF_XML, aliases=("rdf+xml", "xml")),
)
#: Formats that could hold named graphs as well; a graph is the default one of its dataset.
DATASETS = (
    Format("nq", "application/n-quads", RdfFormat.N_QUADS),
    Format("trig", "application/trig", RdfFormat.TRIG),
)
BY_MEDIA_TYPE = {f.media_type: f for f in (*SOLUTIONS, *GRAPHS, *DATASETS)}
