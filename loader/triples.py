"""A document and what was found in it, as RDF: MODEL.md's properties, nothing else."""

import hashlib
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

from pyoxigraph import Literal, NamedNode, RdfFormat, Triple, parse

from loader import ROOT
from loader.corpus import Document
from loader.corrections import Change
from loader.errors import LoaderError
from loader.names import NAMESPACE, Names
from loader.reading import Text
from loader.register import Entry, Register
from loader.rules import rules
from loader.statements import Extraction, Mention, Section, Statement

XSD = "http://www.w3.org/2001/XMLSchema#"
_PREFIXES = {
    "vg": NAMESPACE,
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "dct": "http://purl.org/dc/terms/",
    "nif": "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#",
    "org": "http://www.w3.org/ns/org#",
    "prov": "http://www.w3.org/ns/prov#",
    "xsd": XSD,
}

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


@cache
def term(name: str) -> NamedNode:
    """Return the IRI of a prefixed name."""
    prefix, _, local = name.partition(":")
    return NamedNode(_PREFIXES[prefix] + local)


def _typed(value: object, datatype: str) -> Literal:
    return Literal(str(value), datatype=NamedNode(XSD + datatype))


def _decimal(value: float) -> str:
    """Return a number with up to three decimals in its canonical form, which every store gives back as it is."""
    return f"{value:.3f}".rstrip("0").rstrip(".")


def _count(value: int) -> Literal:
    return _typed(value, "nonNegativeInteger")


def _both(subject: NamedNode, name: str, sv: str, en: str) -> Iterator[Triple]:
    yield Triple(subject, term(name), Literal(sv, language="sv"))
    yield Triple(subject, term(name), Literal(en, language="en"))


def shortened(quote: str) -> str:
    """Return a quote on one line, cut at a word where it is long."""
    line = " ".join(quote.split())
    return line if len(line) <= _LABEL else line[:_LABEL].rpartition(" ")[0].rstrip(",;:–- ") + " …"


def ontology_files() -> list[Path]:
    """Return the files that go into the graph: all but the shapes and the catalogue's texts."""
    files = sorted((ROOT / "ontology").rglob("*.ttl"))
    return [f for f in files if not f.name.endswith("shapes.ttl") and f.name != "dataset.ttl"]


def check_turtle() -> None:
    """Raise LoaderError for the first file of the ontology that is not Turtle, with its line."""
    for path in ontology_files():
        try:
            for _ in parse(path=str(path), format=RdfFormat.TURTLE):
                pass
        except SyntaxError as error:
            raise LoaderError(f"is no Turtle: {error.msg}", document=str(path)) from error


def ontology(names: Names) -> Iterator[Triple]:
    """Yield the ontology, the schemes, the register and the rules, under the deployment's base."""
    for path in ontology_files():
        for quad in parse(path=str(path), format=RdfFormat.TURTLE):
            yield Triple(
                _rebased(quad.subject, names), quad.predicate, _rebased(quad.object, names)
            )
    for rule in rules():
        subject = NamedNode(names.iri("rule", rule.name))
        yield Triple(subject, term("rdf:type"), term("vg:Rule"))
        yield from _both(subject, "rdfs:label", rule.label_sv, rule.label_en)
        yield from _both(subject, "skos:definition", rule.definition_sv, rule.definition_en)
        yield Triple(subject, term("vg:support"), _count(rule.support))
        if rule.precision is not None:
            yield Triple(subject, term("vg:precision"), _typed(_decimal(rule.precision), "decimal"))


def _rebased(node: Any, names: Names) -> Any:
    return NamedNode(names.rebase(node.value)) if isinstance(node, NamedNode) else node


def local_party(party: Entry, names: Names) -> Iterator[Triple]:
    """Yield a party that a corpus.toml declares."""
    subject = NamedNode(names.iri("party", party.id))
    yield Triple(subject, term("rdf:type"), term("vg:Party"))
    for name in ("rdfs:label", "skos:prefLabel"):
        yield from _both(subject, name, party.name, party.name_en)
    yield Triple(subject, term("skos:notation"), Literal(party.notation))


def withdrawn(document: Document, names: Names) -> Iterator[Triple]:
    """Yield what remains of a document that was withdrawn: its IRI, and that it is."""
    subject = NamedNode(names.iri("document", document.slug))
    yield Triple(subject, term("rdf:type"), term("vg:Withdrawn"))
    yield Triple(subject, term("dct:identifier"), Literal(document.slug))
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
) -> Iterator[Triple]:
    """Yield all triples of a document, its sections, statements, mentions and corrections."""
    about = _Description(document, text, extraction, names, register, activity)
    yield from about.document_triples()
    seen: set[str] = set()
    for section in extraction.sections:
        subject = about.section(section)
        if subject.value not in seen:
            seen.add(subject.value)
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
        self.iri = NamedNode(names.iri("document", document.slug))
        self.context = tuple(self._context())

    def section(self, section: Section) -> NamedNode:
        return NamedNode(
            self.names.section(self.of.slug, self.text.text[section.start : section.heading_end])
        )

    def statement(self, statement: Statement) -> NamedNode:
        return NamedNode(
            self.names.statement(self.of.slug, self.text.text[statement.start : statement.end])
        )

    def _context(self) -> Iterator[tuple[NamedNode, NamedNode | Literal]]:
        """Yield what a document and each of its statements share: party, place, election, term."""
        of, iri = self.of, self.names.iri
        if of.party:
            yield term("vg:party"), NamedNode(iri("party", of.party))
        if of.municipality:
            county = self.register.municipalities[of.municipality].county
            yield term("vg:municipality"), NamedNode(iri("municipality", of.municipality))
            if county and not of.county:
                yield term("vg:county"), NamedNode(iri("county", county))
        if of.county:
            yield term("vg:county"), NamedNode(iri("county", of.county))
        if of.party and of.municipality:
            yield term("vg:branch"), self.branch()
        if of.election:
            yield term("vg:election"), _typed(of.election, "gYear")
        if of.term:
            yield term("vg:term"), NamedNode(iri("term", of.term.replace("/", "-")))

    def branch(self) -> NamedNode:
        return NamedNode(self.names.iri("branch", f"{self.of.party}-{self.of.municipality}"))

    def document_triples(self) -> Iterator[Triple]:
        of, s = self.of, self.iri
        party = self.register.parties.get(of.party or "")
        place = self.register.municipalities.get(of.municipality or "")
        title = of.title or self._first_heading() or of.slug
        yield Triple(s, term("rdf:type"), term("vg:Document"))
        yield Triple(s, term("dct:title"), Literal(title, language=of.language))
        yield Triple(s, term("dct:identifier"), Literal(of.slug))
        sv = " i ".join(e.name for e in (party, place) if e)
        en = " in ".join(e.name_en for e in (party, place) if e)
        yield from _both(
            s, "rdfs:label", f"{sv}: {title}" if sv else title, f"{en}: {title}" if en else title
        )
        yield from (Triple(s, predicate, value) for predicate, value in self.context)
        for name, address in (("dct:source", of.url), ("prov:wasDerivedFrom", of.archived)):
            if address:
                yield Triple(s, term(name), NamedNode(address))
        if of.published:
            yield Triple(
                s,
                term("dct:issued"),
                _typed(of.published, ("gYear", "gYearMonth", "date")[of.published.count("-")]),
            )
        if of.retrieved:
            yield Triple(s, term("vg:retrieved"), _typed(of.retrieved, "date"))
        if of.note:
            yield Triple(s, term("skos:note"), Literal(of.note))
        yield from (Triple(s, term("vg:inferred"), term(f"vg:{name}")) for name in of.inferred)
        yield Triple(
            s, term("vg:textHash"), Literal(hashlib.sha256(self.text.text.encode()).hexdigest())
        )
        yield Triple(s, term("vg:textLength"), _count(len(self.text.text)))
        if of.rights == "full":
            yield Triple(s, term("vg:text"), Literal(self.text.text, language=of.language))
        yield from _both(s, "dct:rights", *_RIGHTS[of.rights])
        extraction = NamedNode(self.names.iri("extraction", self.activity))
        yield Triple(s, term("prov:wasGeneratedBy"), extraction)
        yield Triple(extraction, term("rdf:type"), term("vg:Extraction"))
        short = self.activity[:10]
        yield from _both(extraction, "rdfs:label", f"Extraktion {short}", f"Extraction {short}")
        if party and place:
            yield from self._branch_triples(party, place)
        if of.term:
            yield from self._term_triples(of.term)

    def _first_heading(self) -> str:
        first = next(iter(self.extraction.sections), None)
        return " ".join(self.text.text[first.start : first.heading_end].split()) if first else ""

    def _branch_triples(self, party: Entry, place: Entry) -> Iterator[Triple]:
        s = self.branch()
        yield Triple(s, term("rdf:type"), term("vg:PartyBranch"))
        yield from _both(
            s, "rdfs:label", f"{party.name} i {place.name}", f"{party.name_en} in {place.name_en}"
        )
        for name in ("vg:party", "org:unitOf"):
            yield Triple(s, term(name), NamedNode(self.names.iri("party", party.id)))
        yield Triple(
            s, term("vg:municipality"), NamedNode(self.names.iri("municipality", place.id))
        )

    def _term_triples(self, years: str) -> Iterator[Triple]:
        first, last = years.split("/")
        s = NamedNode(self.names.iri("term", f"{first}-{last}"))
        yield Triple(s, term("rdf:type"), term("vg:Term"))
        yield from _both(
            s, "rdfs:label", f"Mandatperioden {first}–{last}", f"Term of office {first}–{last}"
        )
        yield Triple(s, term("vg:firstYear"), _typed(first, "gYear"))
        yield Triple(s, term("vg:lastYear"), _typed(last, "gYear"))

    def _place(self, s: NamedNode, start: int, end: int) -> Iterator[Triple]:
        yield Triple(s, term("nif:beginIndex"), _count(start))
        yield Triple(s, term("nif:endIndex"), _count(end))

    def section_triples(self, s: NamedNode, section: Section) -> Iterator[Triple]:
        heading = " ".join(self.text.text[section.start : section.heading_end].split())
        yield Triple(s, term("rdf:type"), term("vg:Section"))
        yield Triple(s, term("vg:document"), self.iri)
        yield from _both(s, "rdfs:label", heading, heading)
        yield from self._place(s, section.start, section.end)

    def statement_triples(self, s: NamedNode, statement: Statement) -> Iterator[Triple]:
        quote = self.text.text[statement.start : statement.end]
        yield Triple(s, term("rdf:type"), term(_CLASSES[statement.kind]))
        yield Triple(s, term("vg:document"), self.iri)
        yield from (Triple(s, predicate, value) for predicate, value in self.context)
        yield Triple(s, term("vg:quote"), Literal(quote, language=self.of.language))
        yield Triple(s, term("rdfs:label"), Literal(shortened(quote), language=self.of.language))
        yield from self._place(s, statement.start, statement.end)
        if statement.section is not None:
            yield Triple(
                s, term("vg:section"), self.section(self.extraction.sections[statement.section])
            )
        yield Triple(s, term("vg:rule"), NamedNode(self.names.iri("rule", statement.rule)))
        if page := self.text.page(statement.start):
            yield Triple(s, term("vg:page"), _typed(page, "positiveInteger"))
        for mention in statement.mentions:
            yield from self._mention_triples(s, mention)

    def change_triples(self, statement: NamedNode, change: Change) -> Iterator[Triple]:
        """Yield what a correction changed, and what remains of a statement that it retracted."""
        correction, s = (
            change.correction,
            NamedNode(f"{statement.value}#correction-{change.number}"),
        )
        if correction.retract:
            yield from self._remains(statement, change.statement)
        yield Triple(statement, term("vg:correction"), s)
        yield Triple(s, term("rdf:type"), term("vg:Correction"))
        yield from _both(
            s, "rdfs:label", f"Rättelse {correction.when}", f"Correction {correction.when}"
        )
        for name, link in (("vg:added", change.added), ("vg:removed", change.removed)):
            if link:
                yield Triple(s, term(name), NamedNode(self.names.iri(*link)))
        yield Triple(s, term("vg:corrector"), Literal(correction.who))
        yield Triple(s, term("vg:reason"), Literal(correction.why))
        yield Triple(s, term("dct:date"), _typed(correction.when, "date"))

    def _remains(self, s: NamedNode, statement: Statement) -> Iterator[Triple]:
        quote = self.text.text[statement.start : statement.end]
        yield Triple(s, term("rdf:type"), term("vg:Withdrawn"))
        yield Triple(s, term("vg:document"), self.iri)
        yield Triple(s, term("vg:quote"), Literal(quote, language=self.of.language))
        yield Triple(s, term("rdfs:label"), Literal(shortened(quote), language=self.of.language))

    def _mention_triples(self, statement: NamedNode, mention: Mention) -> Iterator[Triple]:
        concept = NamedNode(self.names.iri(mention.scheme, mention.concept))
        s = NamedNode(f"{statement.value}#{mention.scheme}-{mention.concept}")
        yield Triple(statement, term(PROPERTIES[mention.scheme]), concept)
        yield Triple(statement, term("vg:mention"), s)
        yield Triple(s, term("rdf:type"), term("vg:Mention"))
        yield Triple(s, term("vg:concept"), concept)
        yield Triple(s, term("vg:rule"), NamedNode(self.names.iri("rule", mention.rule)))
        yield Triple(s, term("nif:anchorOf"), Literal(self.text.text[mention.start : mention.end]))
        yield from self._place(s, mention.start, mention.end)
