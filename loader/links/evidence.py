"""What the signs in a statement are worth beside each other: people, places and means give way to matters."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from loader.links.context import Context
from loader.links.shown import shown
from loader.links.signs import Role, Sign, everybody, pairs, words
from loader.statements import Mention

#: What a sign is worth by its role, chosen on the development gold.
_WORTH: Mapping[Role, float] = {
    "plain": 1.0, "people": 1.0, "families": 1.0, "place": 1.0, "home": 1.0, "day": 1.0, "jobless": 1.0, "site": 1.0,
    "part": 0.7, "staff": 0.5, "young": 0.4, "means": 0.4, "listed": 0.3,
}  # fmt: skip

#: What is worth as much shows its theme by itself; what gives way is worth no more than that.
PLAIN, YIELDED = 0.6, 0.35

#: The themes before which a sign gives way by its role: people to what is done for them, places to what happens there.
_BY_ROLE: Mapping[Role, frozenset[str]] = {
    "people": frozenset({"skola", "arbete-och-integration", "vald", "funktionsnedsattning", "aldreomsorg"}),
    "families": frozenset({"ekonomiskt-bistand", "arbete-och-integration", "vald", "aldreomsorg"}),
    "place": frozenset({"vald", "aldreomsorg", "funktionsnedsattning", "barn-och-familj"}),
    "home": frozenset({"aldreomsorg", "trygghet-och-brott", "ekonomiskt-bistand"}),
    "jobless": frozenset({"ekonomiskt-bistand"}),
    "day": frozenset({"funktionsnedsattning", "psykisk-halsa", "missbruk"}),
}  # fmt: skip

#: And by its theme: staff that learns of violence is there for those who suffer it, as talks are; dealing in drugs
#: is a crime; and what watches over the old by night is care.
_BY_THEME: Mapping[str, frozenset[str]] = {
    "skola": frozenset({"vald"}),
    "personal-och-organisation": frozenset({"vald"}),
    "trygghet-och-brott": frozenset({"vald", "aldreomsorg"}),
    "psykisk-halsa": frozenset({"vald"}),
    "missbruk": frozenset({"trygghet-och-brott"}),
}
_NONE: frozenset[str] = frozenset()

#: Roles in which a linked concept shows its theme more surely than its words.
_SURE = frozenset[Role]({"plain", "jobless"})

#: Those who benefit, and where: they tell little of what a demand on another matter is about.
_AROUND = frozenset[Role]({"people", "families", "young", "place", "site", "home"})

#: Relatives who care for somebody: a mother among them makes no family.
_KIN = frozenset({"anhoriga", "anhorigvardare"})
_KINSFOLK = frozenset({"mamma", "pappa", "mor", "far", "förälder", "son", "dotter", "dottern", "sonen", "make", "maka", "man", "hustru"})  # fmt: skip

#: What landlords ask, and what keeps people from losing their homes: money and work in them are no matters of their own.
_OF_HOMES = frozenset({"hyreskrav", "vrakningsforebyggande"})
_BESIDE_HOMES = frozenset({"ekonomiskt-bistand", "arbete-och-integration"})


class Evidence(NamedTuple):
    """Words of a statement that show a theme, with what they are worth, 1 for the plainest."""

    theme: str
    worth: float
    start: int
    end: int


def evidence(context: Context, linked: Sequence[Mention]) -> list[Evidence]:
    """Return what a statement's words and linked concepts show; nothing where they are about another matter."""
    found = _signs(context, linked)
    if not found:
        return []
    if is_foreign(context) and not any(
        _WORTH[s.role] >= PLAIN and s.role not in _AROUND for s in found
    ):
        return []
    telling = [s for s in found if _WORTH[s.role] >= PLAIN]
    if not telling and not _KIN.isdisjoint(m.concept for m in linked):
        return []
    matters = {s.theme for s in telling if s.role not in {"people", "families"}}
    firm = {s.theme for s in telling if s.role not in _BY_ROLE}
    of_homes = not _OF_HOMES.isdisjoint(m.concept for m in linked)
    return [
        Evidence(s.theme, _worth(s, matters, firm, of_homes=of_homes), s.start, s.end)
        for s in found
    ]


def is_foreign(context: Context) -> bool:
    """Return whether a statement names what belongs to none of the themes."""
    return "other" in context.affairs


def _worth(sign: Sign, matters: set[str], firm: set[str], *, of_homes: bool) -> float:
    """Return what a sign is worth beside the themes that others show."""
    before = _BY_ROLE.get(sign.role, _BY_THEME.get(sign.theme, _NONE))
    others = matters if sign.role in {"people", "families"} else firm
    worth = _WORTH[sign.role]
    if not before.isdisjoint(others) and before & (others - {sign.theme}):
        worth = min(worth, YIELDED)
    return min(worth, _WORTH["means"]) if of_homes and sign.theme in _BESIDE_HOMES else worth


def _signs(context: Context, linked: Sequence[Mention]) -> list[Sign]:
    """Return the signs, those of linked concepts in the place of words that they rest on."""
    anybody = everybody(context)
    links = [s for s in shown(context, linked) if s.start not in anybody]
    found = [s for s in links if s.role in _SURE]
    own = [s for s in words(context) if s.start not in anybody]
    found += [s for s in own if not any(_same(s, other) for other in found)]
    if not _KIN.isdisjoint(m.concept for m in linked):
        found = [s for s in found if not _is_kin(context.text[s.start : s.end])]
    told = {s.theme for s in found}
    found += [s for s in links if s.role not in _SURE and s.theme not in told]
    plain = {s.theme for s in found if s.role == "plain"}
    return found + [s for s in (*pairs(context), *_funded(context, linked)) if s.theme not in plain]


def _is_kin(words: str) -> bool:
    return words.lower() in _KINSFOLK


def _same(one: Sign, other: Sign) -> bool:
    return one.theme == other.theme and one.start < other.end and other.start < one.end


def _funded(context: Context, linked: Sequence[Mention]) -> Iterator[Sign]:
    """Yield the sign that a shelter is as an association, where all that is demanded is money for it."""
    funds = context.affairs.get("funds")
    if funds and {m.concept for m in linked} - {"kommunen"} == {"kvinnojourer"}:
        token = context.tokens[funds[0]]
        yield Sign("civilsamhalle", "plain", token.start, token.end)
