"""What is served at the moment: the settings, the release and the engine over it."""

from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, RdfFormat, Triple, serialize

from server.engines import Engine
from server.engines.formats import GRAPHS, SOLUTIONS
from server.releases import Release
from server.settings import Settings

_SD = "http://www.w3.org/ns/sparql-service-description#"
_VOID = "http://rdfs.org/ns/void#"
_FORMATS = "http://www.w3.org/ns/formats/"
_RDF_TYPE = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")

#: Format name → the IRI by which the W3C names it.
_FORMAT_IRIS = {
    "json": "SPARQL_Results_JSON",
    "xml": "SPARQL_Results_XML",
    "csv": "SPARQL_Results_CSV",
    "tsv": "SPARQL_Results_TSV",
    "ttl": "Turtle",
    "nt": "N-Triples",
    "jsonld": "JSON-LD",
    "rdf": "RDF_XML",
}


@dataclass(slots=True)
class Serving:
    """The settings of a server, and the release and engine that it serves now."""

    settings: Settings
    release: Release
    engine: Engine

    def description(self, format_: RdfFormat) -> bytes:
        """Return the SPARQL 1.1 Service Description of the endpoint."""
        service = NamedNode(f"{self.settings.url}/sparql")
        dataset, graph = (
            NamedNode(f"{service.value}#dataset"),
            NamedNode(f"{service.value}#default-graph"),
        )

        def sd(name: str) -> NamedNode:
            return NamedNode(_SD + name)

        triples = [
            Triple(service, _RDF_TYPE, sd("Service")),
            Triple(service, sd("endpoint"), service),
            Triple(service, sd("supportedLanguage"), sd("SPARQL11Query")),
            *(
                Triple(service, sd("resultFormat"), NamedNode(_FORMATS + _FORMAT_IRIS[f.name]))
                for f in (*SOLUTIONS, *GRAPHS)
            ),
            Triple(service, sd("defaultDataset"), dataset),
            Triple(dataset, _RDF_TYPE, sd("Dataset")),
            Triple(dataset, sd("defaultGraph"), graph),
            Triple(graph, _RDF_TYPE, sd("Graph")),
        ]
        if "counts" in self.release.manifest:
            number = str(self.release.manifest["counts"]["triples"])
            integer = NamedNode("http://www.w3.org/2001/XMLSchema#integer")
            triples.append(
                Triple(graph, NamedNode(_VOID + "triples"), Literal(number, datatype=integer))
            )
        return bytes(
            serialize(
                triples, format=format_, prefixes={"sd": _SD, "void": _VOID, "formats": _FORMATS}
            )
            or b""
        )
