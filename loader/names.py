"""Names that last: slugs, fingerprints and IRIs, as MODEL.md defines them."""

import base64
import hashlib
import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

#: Where data IRIs live unless a deployment says otherwise; the ontology's Turtle is written under it.
DEFAULT_BASE = "https://w3id.org/valgraf"
NAMESPACE = "https://w3id.org/valgraf/ns#"

_LETTERS = str.maketrans({"ß": "ss", "æ": "ae", "ø": "o", "đ": "d", "ł": "l"})


def slug(text: str) -> str:
    """Return lower-case ASCII words joined by hyphens: å and ä become a, ö becomes o."""
    plain = unicodedata.normalize("NFKD", text.lower().translate(_LETTERS))
    return re.sub(
        r"[^a-z0-9]+", "-", "".join(c for c in plain if not unicodedata.combining(c))
    ).strip("-")


class _Words(dict[int, int | None]):
    """A translation table that drops punctuation and soft hyphens, filled as characters come."""

    def __missing__(self, code: int) -> int | None:
        dropped = unicodedata.category(chr(code)).startswith("P") or code == 0xAD
        self[code] = None if dropped else code
        return self[code]


_WORDS = _Words()


@lru_cache(1024)  # each of a document's quotes is asked for several times
def fingerprint(quote: str) -> str:
    """Return 10 base-32 characters of the SHA-256 of the quote, its case, spaces and punctuation set aside."""
    words = unicodedata.normalize("NFC", quote).lower().translate(_WORDS)
    digest = hashlib.sha256(" ".join(words.split()).encode()).digest()
    return base64.b32encode(digest).decode().lower()[:10]


@dataclass(frozen=True, slots=True)
class Names:
    """The IRIs of one deployment, under its base."""

    base: str = DEFAULT_BASE

    def iri(self, kind: str, *path: str) -> str:
        """Return the IRI of a resource of a kind."""
        return "/".join((self.base, "id", kind, *path))

    def statement(self, document: str, quote: str) -> str:
        """Return a statement's IRI: by its document and its words alone."""
        return self.iri("statement", document, fingerprint(quote))

    def section(self, document: str, heading: str) -> str:
        """Return a section's IRI, a fragment of its document's."""
        return f"{self.iri('document', document)}#section-{fingerprint(heading)}"

    def rebase(self, iri: str) -> str:
        """Return an IRI of the ontology's data as it is under this base."""
        default = f"{DEFAULT_BASE}/id/"
        return f"{self.base}/id/{iri.removeprefix(default)}" if iri.startswith(default) else iri
