"""Words for people who are only mentioned: part of a name, a role, a circumstance, somebody's own."""

import re
from collections.abc import Sequence

from loader.lexicon import Match, lexicon
from loader.links.context import Context
from loader.links.people import kinds
from loader.swedish import groups, people, words
from loader.swedish.tokens import Token

_NAMES = re.compile(rf"\b(?:{groups.NAMES})\b", re.IGNORECASE)
#: The words one of which every such name has.
_OF_NAMES = frozenset({"våld", "rättigheter", "fokus", "hus"})

#: What stands before the last in a list: "sin make, maka eller förälder".
_LISTING = frozenset({"och", "eller", "samt"})

#: People told by whom they belong to, what ends the words for a place, and verbs after which others are told of.
_RELATED = groups.KIN | groups.PARENTS
_ENDING = words.PREPOSITIONS | words.DEMANDING
_ASKING = words.DEMANDING | {"behöver", "får"}

#: Words of a comparison, in which those after "som för" are only compared with.
_ALIKE = frozenset({"samma", "lika"})

#: Words after an adjective that are no noun.
_SMALL = words.PREPOSITIONS | words.CONJUNCTIONS | words.ADVERBS | words.DETERMINERS


def names_nobody(context: Context, match: Match) -> bool:
    """Return whether the words name no people who are meant: a verb, a part of a word, a name, somebody's own."""
    token = context.tokens[match.first]
    if token.surface.endswith("-") or token.start in context.quoted or _in_name(context, token):
        return True  # "barn- och ungdomspsykiatrin", ”Alla barn i centrum”
    head = token.form.text.rpartition("-")[2]
    if head != token.form.text and not (
        people.names_people(head) or lexicon("target-group").whole(token)
    ):
        return True  # "hbtq-utbildning"
    verb = token.form.finite or token.form.infinitive
    told = match.concept in _RELATED and _tells_who(context, match)
    if told or _gives_way(context, match) or qualifies(context, match) or _of_others(context, match):  # fmt: skip
        return True
    near = context.tokens[max(0, match.first - 2) : match.first]
    some = bool(near) and near[-1].form.text in groups.SOME
    if match.last - match.first == 1 and (
        verb or (token.form.text in groups.SINGULAR and not some)
    ):
        return True  # "anställer", "till pappa varannan vecka"
    if near and near[-1].form.lemma == "bli" and token.form.text == token.form.lemma:
        return True  # "ska inte behöva bli hemlös"
    before = context.tokens[max(0, match.first - 7) : match.first]
    governed = [t.form.text for t in near]
    if governed in groups.GOVERNED or (
        match.concept in {"anhoriga", "man"} and (governed[-1:] == ["av"] or _at_home_of(before))
    ):
        return True  # "våld av en närstående", "barn till arbetslösa", "hos en moster eller annan anhörig"
    if match.concept == "barn" and _attribute(before):
        return True  # "en mamma med tre barn"
    lodged = token.form.text == "familj" and _at_home_of(before)
    if match.concept == "familjer" and (groups.OWN & {*governed} or lodged):
        return True  # "försörja sig och sina familjer", "bo hos samma familj"
    experienced = "erfarenhet" in context.vocabulary
    return experienced and any(t.form.lemma == "erfarenhet" for t in before)


def _of_others(context: Context, match: Match) -> bool:
    """Return whether the words belong to a name, a time or an activity of others: "jouren för kvinnor", "barnens första år", "praktik och jobbsökande"."""
    tokens, first = context.tokens, match.first
    before = [t.form for t in tokens[max(0, first - 2) : first]]
    after = [t.form for t in tokens[match.last : match.last + 2]]
    word = tokens[match.last - 1].form
    told = [f.text for f in before]
    alike = not context.vocabulary.isdisjoint(_ALIKE)
    if told in (["som", "en"], ["som", "ett"]) or (alike and told == ["som", "för"]):
        return True  # "vara som en förälder", "samma rutin för husdjur som för barn"
    if before and before[-1].lemma == "ingen" and match.concept in groups.AS_SUCH:
        return True  # "dit inga män har tillträde"
    if (
        len(before) == 2
        and before[1].text == "för"
        and before[0].lemma.endswith("jour")
        and before[0].lemma != "nattjour"
    ):
        return True
    if [f.text for f in after] in groups.AT_SHELTERS:
        return True
    genitive = word.text.endswith("s")
    if genitive and "med" in told and any(f.lemma.endswith(groups.OF_THEIRS) for f in after[:1]):
        return True  # "ihop med pensionärernas organisationer"
    if genitive and any(f.text == "år" for f in after):
        return True
    if told[-1:] == ["framför"]:
        return True  # "förtur framför ungdomar"
    if told[-1:] == ["vuxna"] and match.concept == "barn":
        return True
    near = told if told and told[-1] in {"och", "eller"} else told[-1:]
    return word.text in groups.SEEKING and not groups.OF_SEEKING.isdisjoint(near)


def _at_home_of(before: Sequence[Token]) -> bool:
    """Return whether the words name at whose place somebody is: "hos en mormor, farbror eller annan närstående"."""
    for token in reversed(before):
        if token.form.text == "hos":
            return True
        if token.form.finite or token.form.text in _ENDING:
            return False
    return False


def _gives_way(context: Context, match: Match) -> bool:
    """Return whether others come first, or the people only act for others: "mot föräldrarnas vilja", "…, inte barnen", "pensionärer som läxfarmor"."""
    tokens, first = context.tokens, match.first
    before = tokens[first - 1].form.text if first else ""
    word = tokens[match.last - 1].form
    after = [t.form for t in tokens[match.last : match.last + 5]]
    genitive = word.text.endswith("s") and not word.lemma.endswith("s")
    if genitive and before in groups.AGAINST and after and after[0].lemma in groups.WILL:
        return True
    if before == "inte" and first > 1 and "," in context.gaps[first - 2]:
        return True
    role = (
        len(after) > 1
        and after[0].text == "som"
        and after[1].lemma != "regel"
        and not context.gaps[match.last - 1].strip()
    )
    return role and not any(
        f.finite or f.passive or f.supine or f.text in words.FUNCTION_WORDS | words.ADVERBS
        for f in after[1:]
    )


def _tells_who(context: Context, match: Match) -> bool:
    """Return whether the words stand in a relative clause of other people: "barn som bor hos två föräldrar som …"."""
    if context.vocabulary.isdisjoint({"som", "vars"}):
        return False
    tokens = context.tokens
    if match.first and tokens[match.first - 1].form.text in groups.THEIRS:
        return False  # "den som har insatser och deras närstående"
    for i in range(match.first - 1, 0, -1):
        listed = tokens[i + 2].form.text in _LISTING if i + 2 < len(tokens) else False
        if any(c in context.gaps[i] for c in (".;:!?–" if listed else ".;:!?–,")):
            return False
        form = tokens[i].form
        new = form.infinitive and tokens[i - 1].form.text in {"och", "att"}
        if new or form.text in _ASKING:
            return False
        if form.text in {"som", "vars"}:
            who = tokens[i - 1]
            staff = who.form.lemma.endswith("personal")
            return staff or bool(kinds(who)) or people.names_people(who.form.text)
    return False


def qualifies(context: Context, match: Match) -> bool:
    """Return whether an adjective that may stand for people stands before a thing: "utsatta områden", "de små skolorna"."""
    last = context.tokens[match.last - 1].form.text
    if last not in groups.ADJECTIVES or match.last >= len(context.tokens):
        return False
    noun = context.tokens[match.last].form
    if context.gaps[match.last - 1].strip() or noun.finite or noun.infinitive or noun.passive:
        return False
    many = match.first > 0 and context.tokens[match.first - 1].form.text in {"de", "våra"}
    ends = ("er", "ar", "or", "na") if many else ("er", "ar", "or", "en", "na")  # "de äldre makten"
    plural = (noun.text.endswith(ends) and not noun.text.endswith("ligen")) or noun.lemma in groups.THINGS  # fmt: skip
    small = noun.text in _SMALL
    return plural and not small and noun.text not in groups.ADJECTIVES and not people.names_people(noun.text)  # fmt: skip


def _attribute(before: Sequence[Token]) -> bool:
    """Return whether what follows only tells which parents are meant."""
    near = before[-3:]
    at = next((i for i, t in enumerate(near) if t.form.text == "med"), 0)
    return at > 0 and bool(kinds(near[at - 1]) & {"parents", "women", "families"})


def _in_name(context: Context, token: Token) -> bool:
    """Return whether the word stands in the name of a matter: "mäns våld mot kvinnor"."""
    if context.vocabulary.isdisjoint(_OF_NAMES):
        return False
    names = _NAMES.finditer(context.text, context.start, context.end)
    return any(m.start() <= token.start < m.end() for m in names)
