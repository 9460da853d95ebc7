"""What a deployment may set; each has a command-line option and an environment variable."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, kw_only=True)
class Settings:
    """The settings of a server."""

    releases: Path = Path("releases")
    rdf: tuple[Path, ...] = ()
    host: str = "127.0.0.1"
    port: int = 8000
    public_url: str = ""  # where clients reach the server; the address it listens on where empty
    workers: int = 4
    timeout: float = 30.0  # seconds of evaluation
    long: float = 1.0  # seconds after which a query is a long one
    memory: int = 1024  # MiB of a worker over the store
    result_size: int = 1024  # MiB of one result
    in_memory: int = 5_000_000  # triples up to which the store is held in memory
    query_bytes: int = 256 * 1024
    query_nesting: int = 100
    query_operators: int = 2000
    queue: int = 64  # queries that may wait for a worker
    per_client: int = 2  # queries of one client that run at once
    client_queue: int = 32  # queries of one client that may wait for those
    body_bytes: int = 1024 * 1024

    @property
    def local_url(self) -> str:
        """Return the address that the server listens on, without a slash at its end."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"http://{host}:{self.port}"

    @property
    def url(self) -> str:
        """Return the address by which clients reach the server, without a slash at its end."""
        return (self.public_url or self.local_url).rstrip("/")
