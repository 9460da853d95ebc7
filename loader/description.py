"""A document and what was found in it, as N-Triples: MODEL.md's properties, nothing else."""

import hashlib
from collections.abc import Iterable, Iterator

from loader.corpus import Document
from loader.corrections import Change
from loader.names import Names
from loader.reading import Text
from loader.register import Entry, Register
from loader.statements import Extraction, Mention, Section, Statement
from loader.terms import address, known, literal, tagged, typed

#: Which property links a statement to the concepts of a scheme.
PROPERTIES = {
    "target-group": "vg:targetGroup",
    "actor": "vg:actor",
    "instrument": "vg:instrument",
    "theme": "vg:theme",
    "stance": "vg:stance",
}
_CLASSES = {"proposal": "vg:Proposal", "achievement": "vg:Achievement"}

_RIGHTS = {
    "quotes": (
        "Citaten tillhör sina upphovsmän och återges med stöd av citaträtten; hela texten publiceras inte.",
        "The quotes belong to their authors and are reproduced under the right to quote; the full text is not published.",
    ),
    "full": (
        "Texten publiceras i sin helhet med upphovsmannens tillstånd.",
        "The full text is published with its author's permission.",
    ),
}

#: A label is a quote shortened at a word, to about this many characters.
_LABEL = 80


def shortened(quote: str) -> str:
    """Return a quote on one line, cut at a word where it is long."""
    line = " ".join(quote.split())
    return line if len(line) <= _LABEL else line[:_LABEL].rpartition(" ")[0].rstrip(",;:–- ") + " …"


def _triple(subject: str, name: str, value: str) -> str:
    """Return a triple as N-Triples write it, without its final dot."""
    return f"{subject} {known(name)} {value}"


def _both(subject: str, name: str, sv: str, en: str) -> Iterator[str]:
    yield _triple(subject, name, literal(sv, "@sv"))
    yield _triple(subject, name, literal(en, "@en"))


def _count(value: int) -> str:
    return typed(value, "nonNegativeInteger")


def withdrawn(document: Document, names: Names) -> Iterator[str]:
    """Yield what remains of a document that was withdrawn: its IRI, and that it is."""
    subject = f"<{names.iri('document', document.slug)}>"
    yield _triple(subject, "rdf:type", known("vg:Withdrawn"))
    yield _triple(subject, "dct:identifier", literal(document.slug))
    yield from _both(
        subject,
        "rdfs:label",
        f"Tillbakadraget dokument {document.slug}",
        f"Withdrawn document {document.slug}",
    )


def describe(
    document: Document,
    text: Text,
    extraction: Extraction,
    changes: Iterable[Change] = (),
    *,
    names: Names,
    register: Register,
    activity: str,
) -> Iterator[str]:
    """Yield all triples of a document, its sections, statements, mentions and corrections, each without its final dot."""
    about = _Description(document, text, extraction, names, register, activity)
    yield from about.document_triples()
    first = {about.section(section): section for section in reversed(extraction.sections)}
    for subject, section in first.items():
        yield from about.section_triples(subject, section)
    for statement in extraction.statements:
        yield from about.statement_triples(about.statement(statement), statement)
    for change in changes:
        yield from about.change_triples(about.statement(change.statement), change)


class _Description:
    """One document on its way to RDF."""

    def __init__(
        self,
        document: Document,
        text: Text,
        extraction: Extraction,
        names: Names,
        register: Register,
        activity: str,
    ) -> None:
        self.of, self.text, self.extraction = document, text, extraction
        self.names, self.register, self.activity = names, register, activity
        self.tag = tagged(document.language)
        self.iri = self._iri("document", document.slug)
        self.context = tuple(self._context())
        self.sections = tuple(map(self.section, extraction.sections))

    def _iri(self, *path: str) -> str:
        return f"<{self.names.iri(*path)}>"

    def _words(self, start: int, end: int) -> str:
        return self.text.text[start:end]

    def section(self, section: Section) -> str:
        words = self._words(section.start, section.heading_end)
        return f"<{self.names.section(self.of.slug, words)}>"

    def statement(self, statement: Statement) -> str:
        words = self._words(statement.start, statement.end)
        return f"<{self.names.statement(self.of.slug, words)}>"

    def branch(self) -> str:
        return self._iri("branch", f"{self.of.party}-{self.of.municipality}")

    def _context(self) -> Iterator[tuple[str, str]]:
        """Yield what a document and each of its statements share: party, place, election, term."""
        of = self.of
        if of.party:
            yield "vg:party", self._iri("party", of.party)
        if of.municipality:
            county = self.register.municipalities[of.municipality].county
            yield "vg:municipality", self._iri("municipality", of.municipality)
            if county and not of.county:
                yield "vg:county", self._iri("county", county)
        if of.county:
            yield "vg:county", self._iri("county", of.county)
        if of.party and of.municipality:
            yield "vg:branch", self.branch()
        if of.election:
            yield "vg:election", typed(of.election, "gYear")
        if of.term:
            yield "vg:term", self._iri("term", of.term.replace("/", "-"))

    def document_triples(self) -> Iterator[str]:
        of, s = self.of, self.iri
        party = self.register.parties.get(of.party or "")
        place = self.register.municipalities.get(of.municipality or "")
        title = of.title or self._first_heading() or of.slug
        yield _triple(s, "rdf:type", known("vg:Document"))
        yield _triple(s, "dct:title", literal(title, self.tag))
        yield _triple(s, "dct:identifier", literal(of.slug))
        sv = " i ".join(e.name for e in (party, place) if e)
        en = " in ".join(e.name_en for e in (party, place) if e)
        yield from _both(
            s, "rdfs:label", f"{sv}: {title}" if sv else title, f"{en}: {title}" if en else title
        )
        yield from (_triple(s, name, value) for name, value in self.context)
        yield from self._history()
        digest = hashlib.sha256(self.text.text.encode()).hexdigest()
        yield _triple(s, "vg:textHash", literal(digest))
        yield _triple(s, "vg:textLength", _count(len(self.text.text)))
        if of.rights == "full":
            yield _triple(s, "vg:text", literal(self.text.text, self.tag))
        yield from _both(s, "dct:rights", *_RIGHTS[of.rights])
        yield from self._extraction_triples()
        if party and place:
            yield from self._branch_triples(party, place)
        if of.term:
            yield from self._term_triples(of.term)

    def _history(self) -> Iterator[str]:
        """Yield where a document comes from and when, what was noted of it, and what the loader inferred."""
        of, s = self.of, self.iri
        for name, told in (("dct:source", of.url), ("prov:wasDerivedFrom", of.archived)):
            if told:
                yield _triple(s, name, address(told))
        if of.published:
            exact = ("gYear", "gYearMonth", "date")[of.published.count("-")]
            yield _triple(s, "dct:issued", typed(of.published, exact))
        if of.retrieved:
            yield _triple(s, "vg:retrieved", typed(of.retrieved, "date"))
        if of.note:
            yield _triple(s, "skos:note", literal(of.note))
        yield from (_triple(s, "vg:inferred", known(f"vg:{name}")) for name in of.inferred)

    def _first_heading(self) -> str:
        first = next(iter(self.extraction.sections), None)
        return " ".join(self._words(first.start, first.heading_end).split()) if first else ""

    def _extraction_triples(self) -> Iterator[str]:
        s, short = self._iri("extraction", self.activity), self.activity[:10]
        yield _triple(self.iri, "prov:wasGeneratedBy", s)
        yield _triple(s, "rdf:type", known("vg:Extraction"))
        yield from _both(s, "rdfs:label", f"Extraktion {short}", f"Extraction {short}")

    def _branch_triples(self, party: Entry, place: Entry) -> Iterator[str]:
        s = self.branch()
        yield _triple(s, "rdf:type", known("vg:PartyBranch"))
        yield from _both(
            s, "rdfs:label", f"{party.name} i {place.name}", f"{party.name_en} in {place.name_en}"
        )
        for name in ("vg:party", "org:unitOf"):
            yield _triple(s, name, self._iri("party", party.id))
        yield _triple(s, "vg:municipality", self._iri("municipality", place.id))

    def _term_triples(self, years: str) -> Iterator[str]:
        first, last = years.split("/")
        s = self._iri("term", f"{first}-{last}")
        yield _triple(s, "rdf:type", known("vg:Term"))
        yield from _both(
            s, "rdfs:label", f"Mandatperioden {first}–{last}", f"Term of office {first}–{last}"
        )
        yield _triple(s, "vg:firstYear", typed(first, "gYear"))
        yield _triple(s, "vg:lastYear", typed(last, "gYear"))

    def _place(self, s: str, start: int, end: int) -> Iterator[str]:
        yield _triple(s, "nif:beginIndex", _count(start))
        yield _triple(s, "nif:endIndex", _count(end))

    def section_triples(self, s: str, section: Section) -> Iterator[str]:
        heading = " ".join(self._words(section.start, section.heading_end).split())
        yield _triple(s, "rdf:type", known("vg:Section"))
        yield _triple(s, "vg:document", self.iri)
        yield from _both(s, "rdfs:label", heading, heading)
        yield from self._place(s, section.start, section.end)

    def statement_triples(self, s: str, statement: Statement) -> Iterator[str]:
        yield _triple(s, "rdf:type", known(_CLASSES[statement.kind]))
        yield from (_triple(s, name, value) for name, value in self.context)
        yield from self._quoted(s, statement)
        yield from self._place(s, statement.start, statement.end)
        if statement.section is not None:
            yield _triple(s, "vg:section", self.sections[statement.section])
        yield _triple(s, "vg:rule", self._iri("rule", statement.rule))
        if page := self.text.page(statement.start):
            yield _triple(s, "vg:page", typed(page, "positiveInteger"))
        for mention in statement.mentions:
            yield from self._mention_triples(s, mention)

    def _quoted(self, s: str, statement: Statement) -> Iterator[str]:
        quote = self._words(statement.start, statement.end)
        yield _triple(s, "vg:document", self.iri)
        yield _triple(s, "vg:quote", literal(quote, self.tag))
        yield _triple(s, "rdfs:label", literal(shortened(quote), self.tag))

    def change_triples(self, statement: str, change: Change) -> Iterator[str]:
        """Yield what a correction changed, and what remains of a statement that it retracted."""
        correction, s = change.correction, f"{statement[:-1]}#correction-{change.number}>"
        if correction.retract:
            yield _triple(statement, "rdf:type", known("vg:Withdrawn"))
            yield from self._quoted(statement, change.statement)
        yield _triple(statement, "vg:correction", s)
        yield _triple(s, "rdf:type", known("vg:Correction"))
        yield from _both(
            s, "rdfs:label", f"Rättelse {correction.when}", f"Correction {correction.when}"
        )
        for name, link in (("vg:added", change.added), ("vg:removed", change.removed)):
            if link:
                yield _triple(s, name, self._iri(*link))
        yield _triple(s, "vg:corrector", literal(correction.who))
        yield _triple(s, "vg:reason", literal(correction.why))
        yield _triple(s, "dct:date", typed(correction.when, "date"))

    def _mention_triples(self, statement: str, mention: Mention) -> Iterator[str]:
        concept = self._iri(mention.scheme, mention.concept)
        s = f"{statement[:-1]}#{mention.scheme}-{mention.concept}>"
        yield _triple(statement, PROPERTIES[mention.scheme], concept)
        yield _triple(statement, "vg:mention", s)
        yield _triple(s, "rdf:type", known("vg:Mention"))
        yield _triple(s, "vg:concept", concept)
        yield _triple(s, "vg:rule", self._iri("rule", mention.rule))
        yield _triple(s, "nif:anchorOf", literal(self._words(mention.start, mention.end)))
        yield from self._place(s, mention.start, mention.end)
