"""The themes that the concepts linked to a statement show."""

from collections.abc import Collection, Iterator, Sequence
from functools import cache

from loader.lexicon import lexicon
from loader.links.context import Context
from loader.links.signs import Role, Sign
from loader.statements import Mention, Scheme

#: Themes that a concept, or a narrower one, shows; a narrower one that is listed shows its own.
SHOWN: dict[str, tuple[str, ...]] = {
    "personer-med-funktionsnedsattning": ("funktionsnedsattning",),
    "personer-med-psykisk-ohalsa": ("psykisk-halsa",),
    "personer-med-missbruk": ("missbruk",),
    "barn-i-missbruksmiljo": ("missbruk", "barn-och-familj"),
    "barn-som-upplevt-vald": ("vald", "barn-och-familj"),
    "ungdomsmottagningar": ("barn-och-familj",),
    "barn-i-fattigdom": ("ekonomiskt-bistand", "barn-och-familj"),
    "familjer-med-lag-inkomst": ("ekonomiskt-bistand", "barn-och-familj"),
    "fattiga": ("ekonomiskt-bistand",),
    "barn-i-utsatthet": ("barn-och-familj",),
    "placerade-barn": ("barn-och-familj",),
    "ensamkommande-barn": ("arbete-och-integration",),
    "aldre": ("aldreomsorg",),
    "personer-med-demens": ("aldreomsorg",),
    "hemlosa-familjer": ("hemloshet-och-boende", "barn-och-familj"),
    "hemlosa": ("hemloshet-och-boende",),
    "vrakningshotade": ("hemloshet-och-boende",),
    "eu-medborgare": ("hemloshet-och-boende",),
    "valdsutsatta": ("vald",),
    "valdsutovare": ("vald",),
    "avhoppare": ("trygghet-och-brott",),
    "personer-i-kriminalitet": ("trygghet-och-brott",),
    "bistandsmottagare": ("ekonomiskt-bistand",),
    "skuldsatta": ("ekonomiskt-bistand",),
    "arbetslosa": ("arbete-och-integration",),
    "nyanlanda": ("arbete-och-integration",),
    "romer": ("arbete-och-integration",),
    "anstallda": ("personal-och-organisation",),
    "kvinnojourer": ("vald",),
    "familjecentraler": ("barn-och-familj",),
    "familjehem": ("barn-och-familj",),
    "fritidsgardar": ("barn-och-familj",),
    "allmannyttan": ("hemloshet-och-boende",),
    "bostadsbolag": ("hemloshet-och-boende",),
    "akutboenden": ("hemloshet-och-boende",),
    "lss-boenden": ("funktionsnedsattning",),
    "hemtjansten": ("aldreomsorg",),
    "aldreomsorgen": ("aldreomsorg",),
    "arbetsformedlingen": ("arbete-och-integration",),
    "arbetsmarknadsenheten": ("arbete-och-integration",),
    "brukarorganisationer": ("civilsamhalle",),
    "bostad-forst": ("hemloshet-och-boende",),
    "sociala-kontrakt": ("hemloshet-och-boende",),
    "vrakningsforebyggande": ("hemloshet-och-boende",),
    "hyreskrav": ("hemloshet-och-boende",),
    "familjehemsrekrytering": ("barn-och-familj",),
    "skyddat-boende": ("vald",),
    "personlig-assistans": ("funktionsnedsattning",),
    "ledsagning": ("funktionsnedsattning",),
    "aktivitetskrav": ("ekonomiskt-bistand", "arbete-och-integration"),
    "forsorjningsstod": ("ekonomiskt-bistand",),
    "sprututbyte": ("missbruk",),
    "belastningsregister": ("personal-och-organisation",),
    "arbetsvillkor": ("personal-och-organisation",),
    "bemanning": ("personal-och-organisation",),
    "kameraovervakning": ("trygghet-och-brott",),
    "ordningsvakter": ("trygghet-och-brott",),
}

#: Children and families, who show their theme as people do.
_PEOPLE = frozenset({"barn-och-unga", "familjer"})

#: Bodies that do nothing together but for children.
_SCHOOLS = frozenset({"skolan", "forskolan"})
_SOCIAL = "socialtjansten"


def shown(context: Context, linked: Sequence[Mention]) -> Iterator[Sign]:
    """Yield the signs that linked concepts are."""
    bodies = {m.concept: m for m in linked if m.scheme == "actor"}
    if _SOCIAL in bodies and not _SCHOOLS.isdisjoint(bodies):
        first = bodies[_SOCIAL]
        yield Sign("barn-och-familj", "part", first.start, first.end)
    for mention in linked:
        both = mention.concept == "barn-och-unga" and " och " in _words(context, mention)
        for theme, role in _of_concept(mention.scheme, mention.concept):
            yield Sign(theme, "plain" if both else role, mention.start, mention.end)


@cache
def _of_concept(scheme: Scheme, concept: str) -> Sequence[tuple[str, Role]]:
    """Return the themes that a concept shows, each with the role in which it does."""
    concepts = (concept, *lexicon(scheme).ancestors(concept))
    nearest = next((c for c in concepts if c in SHOWN), None)
    if nearest is None and not _PEOPLE.isdisjoint(concepts):
        return [("barn-och-familj", _role(concepts))]
    role: Role = "jobless" if nearest == "arbetslosa" else "plain"
    return [(theme, role) for theme in SHOWN.get(nearest or "", ())]


def _role(concepts: Collection[str]) -> Role:
    if "familjer" in concepts:
        return "families"
    return "young" if "unga" in concepts else "people"


def _words(context: Context, mention: Mention) -> str:
    return context.text[mention.start : mention.end]
