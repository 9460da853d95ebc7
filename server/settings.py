"""What a deployment may set; each has a command-line option and an environment variable."""

from dataclasses import dataclass, field
from ipaddress import IPv4Network, IPv6Network
from pathlib import Path
from typing import Any


def _option(default: Any, told: str) -> Any:
    """Return a setting whose option `--help` explains."""
    return field(default=default, metadata={"help": told})


@dataclass(frozen=True, kw_only=True)
class Settings:
    """The settings of a server."""

    releases: Path = Path("releases")
    rdf: tuple[Path, ...] = _option(
        (), "RDF file to serve instead of a release; give it once a file."
    )
    engine: str = _option("", "SPARQL endpoint that answers instead of local workers.")
    engine_graph: str = _option(
        "", "Graph of that endpoint that is served; the release's base where it is not given."
    )
    host: str = _option("127.0.0.1", "Address to listen on.")
    port: int = _option(8000, "Port to listen on; 0 for any that is free.")
    public_url: str = _option("", "Address by which clients reach the server.")
    catalogue: Path | None = _option(  # noqa: RUF009  # a field, as for all others
        None, "Turtle file whose texts replace those of ontology/dataset.ttl: publisher, contact …"
    )
    trusted_proxies: tuple[IPv4Network | IPv6Network, ...] = _option(
        (), "Network of proxies whose X-Forwarded-For is believed; give it once a network."
    )
    workers: int = _option(4, "Processes that evaluate queries.")
    timeout: float = _option(30.0, "Seconds that a query may be evaluated.")
    long: float = _option(
        1.0, "Seconds after which a query is a long one: the last two workers are kept from it."
    )
    memory: int = _option(1024, "MiB that a query may use beside the data.")
    result_size: int = _option(1024, "MiB that one result may have.")
    in_memory: int = _option(5_000_000, "Triples up to which the data are held in memory.")
    query_bytes: int = _option(256 * 1024, "Bytes that a query may have.")
    query_nesting: int = _option(100, "Brackets that may be open at once in a query.")
    query_operators: int = _option(2000, "Operators and patterns that a query may have.")
    queue: int = _option(64, "Queries that may wait for a worker.")
    per_client: int = _option(2, "Queries of one client that run at once.")
    client_queue: int = _option(32, "Queries of one client that may wait.")
    body_bytes: int = _option(1024 * 1024, "Bytes that a request's body may have.")
    body_time: float = _option(10.0, "Seconds in which a request's body must come.")
    facet_time: float = _option(
        0.3, "Seconds that a page may count facets; past that they stand without numbers."
    )
    cache: int = _option(64, "MiB of answers that are kept in memory.")
    grace: float = _option(10.0, "Seconds that running queries have when the server is stopped.")
    log: str = _option("text", "Access log on standard error: text, json or none.")
    log_clients: bool = _option(False, "Write clients' addresses into the access log.")

    @property
    def local_url(self) -> str:
        """Return the address that the server listens on, without a slash at its end."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"http://{host}:{self.port}"

    @property
    def url(self) -> str:
        """Return the address by which clients reach the server, without a slash at its end."""
        return (self.public_url or self.local_url).rstrip("/")

    @property
    def limits(self) -> tuple[tuple[str, float, str], ...]:
        """Return what a query may be and use: name, value, unit."""
        return (
            ("evaluation time", self.timeout, "seconds"),
            ("memory beside the data", self.memory, "MiB"),
            ("result size", self.result_size, "MiB"),
            ("query size", self.query_bytes, "bytes"),
            ("query nesting", self.query_nesting, "brackets"),
            ("operators and patterns", self.query_operators, "tokens"),
            ("queries of one client at once", self.per_client, "queries"),
            ("queries of one client that wait", self.client_queue, "queries"),
            ("request body", self.body_bytes, "bytes"),
        )
