"""What people corrected in a statement that the rules had read wrongly."""

from dataclasses import dataclass

from pyoxigraph import NamedNode

from server.pages.listing import Named
from server.questions import Labels, Row, Term, ask
from server.serving import Serving


@dataclass(frozen=True)
class Correction:
    """A correction: the fragment of its IRI, who made it, when and why, and the links that it added or removed."""

    id: str
    corrector: str
    reason: str
    date: str
    added: Named | None
    removed: Named | None


async def asked(serving: Serving, statement: NamedNode) -> list[Row]:
    """Return the rows of a statement's corrections."""
    return await ask(serving, "corrections", entity=statement)


def corrections(rows: list[Row], labels: Labels) -> tuple[Correction, ...]:
    """Return the corrections of their rows."""

    def named(term: Term) -> Named | None:
        return Named(term.value, labels[term.value]) if term else None

    return tuple(
        Correction(
            row["correction"].value.partition("#")[2],
            row["corrector"].value,
            row["reason"].value,
            row["date"].value,
            named(row["added"]),
            named(row["removed"]),
        )
        for row in rows
    )
