"""What people write of the data: ontology/dataset.ttl, and what a deployment says in its place."""

from functools import lru_cache
from pathlib import Path

from pyoxigraph import RdfFormat, Triple, parse

from server import ROOT
from server.errors import ServerError

_TEXTS = ROOT / "ontology" / "dataset.ttl"


@lru_cache(4)
def texts(url: str, own: Path | None) -> tuple[Triple, ...]:
    """Return what is written, its relative IRIs under a server's address; raises ServerError where the own file is faulty.

    What the deployment's own file says of a subject and property replaces all that is written of these.
    """
    written = _triples(_TEXTS, url)
    said = _triples(own, url) if own else []
    replaced = {(t.subject, t.predicate) for t in said}
    return (*(t for t in written if (t.subject, t.predicate) not in replaced), *said)


def _triples(path: Path, url: str) -> list[Triple]:
    try:
        quads = parse(path=str(path), format=RdfFormat.TURTLE, base_iri=f"{url}/")
        return [quad.triple for quad in quads]
    except (OSError, SyntaxError, ValueError) as error:
        told = " ".join(str(error).split())
        raise ServerError(f"{path}: the catalogue's texts are not Turtle: {told}") from error
