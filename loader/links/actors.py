"""Who is to act, to cooperate, or is regulated."""

import itertools
from collections.abc import Iterator

from loader.lexicon import Lexicon, Match
from loader.links.bystanders import is_place, stands_by
from loader.links.companies import companies, owned
from loader.links.context import Context
from loader.links.municipalities import is_state, municipality, paired
from loader.links.references import antecedent
from loader.statements import Mention
from loader.swedish import bodies


def actors(context: Context, lexicon: Lexicon) -> Iterator[Mention]:
    """Yield the actors that a statement names as bodies, not as places or possessors."""
    own = {i: Match("allmannyttan", i, i + 1) for i in owned(context)}
    found = [*context.labels["actor"], *_parts(context, lexicon)]
    found = [m for m in found if m.first not in own] + list(own.values())
    in_list = listed(context, found) | own.keys()
    mentions = [
        _mention(context, m) for m in found if _is_actor(context, lexicon, m, m.first in in_list)
    ]
    mentions += [*municipality(context, lexicon), *_company(context), *paired(context)]
    yield from (m for m in mentions if m.start not in context.circumstance)
    if not found:
        yield from _antecedent(context, lexicon)
    yield from _back(context, lexicon)


def _mention(context: Context, match: Match) -> Mention:
    first, last = context.tokens[match.first], context.tokens[match.last - 1]
    return Mention("actor", match.concept, "actor-label", first.start, last.end)


def _is_actor(context: Context, lexicon: Lexicon, match: Match, listed: bool) -> bool:
    """Return whether the words name a body that acts, not a place, a possessor or a thing to build."""
    token = context.tokens[match.first]
    if token.start in context.unmentioned or not _named(context, lexicon, match, listed):
        return False
    word = token.form.text
    genitive = word.endswith("s") and not token.form.lemma.endswith("s") and word != "fritids"
    if match.last - match.first == 1 and genitive:
        return _possessor_acts(context, lexicon, match)
    if match.concept in bodies.DWELLINGS and not _is_subject(context, match):
        return _is_kept(context, match)
    if token.form.lemma in bodies.PREMISES and not _is_subject(context, match):
        return False
    before = context.tokens[match.first - 1].form.text if match.first else ""
    if (
        before == "som"
        and match.concept in {"naringslivet", "kommunen"}
        and not _definite(token.form.text)
    ):
        return False  # "staden som arbetsgivare"
    if match.concept == "kommunen" and is_state(context, match.last, of_name=False):
        return False
    return not stands_by(context, lexicon, match)


def _named(context: Context, lexicon: Lexicon, match: Match, listed: bool) -> bool:
    """Return whether the form names the body: definite, plural, or as a label has it; bare only in a list."""
    token = context.tokens[match.first]
    word = token.form.text
    if _means_otherwise(context, match):
        return False
    definite = bodies.DEFINITE.get(match.concept)
    if definite is not None and match.last - match.first == 1:
        return word.startswith(definite) or (
            token.surface[0].isupper() and match.concept != "kommunen"
        )
    if match.last - match.first > 1 or "-" in word or listed or token.surface.isupper():
        return True
    if word == token.form.lemma and lexicon.words.get(word) != match.concept:
        before = context.tokens[match.first - 1].form.text if match.first else ""
        if match.concept == "aldreomsorgen":
            return "en" in {
                t.form.text for t in context.tokens[max(0, match.first - 2) : match.first]
            }
        every = before == "varje" and _is_subject(context, match)  # "varje skola ska"
        plural = word in _ZERO_PLURALS or word.endswith(_ZERO_PLURALS)
        if plural and before.endswith(("a", "å", "fler", "många")):
            return True  # "privata företag"
        together = before == "mellan" or (before == "med" and _together(context, match.first - 1))
        return every or (together and match.concept not in bodies.SERVICES)
    return True


_ZERO_PLURALS = ("företag", "bolag")
_WITH = frozenset({"tillsammans", "ihop", "samråd", "dialog", "samverkan", "samarbete", "samverka", "samarbeta", "avtal", "kontakt", "partnerskap", "samordna", "möte"})  # fmt: skip


def _together(context: Context, at: int) -> bool:
    """Return whether "med" goes with a word of cooperation, of the last few before it."""
    return any(t.form.lemma in _WITH for t in context.tokens[max(0, at - 3) : at])


_STARTING = frozenset({"starta", "bli", "grunda", "driva"})


def _means_otherwise(context: Context, match: Match) -> bool:
    """Return whether a body's word is something else where it stands: what people choose, or an adjective."""
    token = context.tokens[match.first]
    before = context.tokens[max(0, match.first - 4) : match.first]
    following = context.tokens[match.last : match.last + 1]
    if match.last - match.first > 1:
        return False
    if token.form.text == token.form.lemma and any(t.form.lemma in bodies.CHOOSING for t in before):
        return match.concept in {"skolan", "forskolan", "fritidshem"} | bodies.SERVICES
    if match.concept == "naringslivet" and any(t.form.lemma in _STARTING for t in before):
        return True  # "starta företag", "bli företagare"
    if token.form.text == "frivilliga":
        predicate = any(
            t.form.lemma in {"vara", "bli"} or t.form.text in {"är", "blir"} for t in before
        )
        return predicate or bool(
            following and following[0].form.text.endswith(("ar", "er", "or", "al"))
        )
    if token.form.text == "arbetsgivare":
        return any(t.form.lemma in {"vara", "som", "en"} for t in before)
    return token.form.text in {"organisationen", "organisationens"}


def _definite(word: str) -> bool:
    return word.endswith(("en", "et", "na", "an", "ns"))


def listed(context: Context, found: list[Match]) -> set[int]:
    """Return the first tokens of bodies that stand in a list with other bodies: "skola, socialtjänst och polis"."""
    result: set[int] = set()
    if len(found) < 2:
        return result
    spans = sorted([(m.first, m.last) for m in found])
    for (a, b), (c, d) in itertools.pairwise(spans):
        between = context.text[context.tokens[b - 1].end : context.tokens[c].start].strip()
        if between in {",", "och", "eller", "samt", "/", "&", ", och"} and d > b:
            result |= {a, c}
    return result


def _parts(context: Context, lexicon: Lexicon) -> Iterator[Match]:
    """Yield bodies in the first part of a hyphenated word ("SiS-vården")."""
    tokens = context.tokens
    for i, token in enumerate(tokens if "-" in context.quote else ()):
        first, hyphen, rest = token.surface.partition("-")
        capitals = sum(c.isupper() for c in first) > 1
        if (
            hyphen
            and rest
            and capitals
            and (_definite(rest) or rest.endswith(("ar", "er", "or")))
            and first.lower() in lexicon.words
        ):
            yield Match(lexicon.words[first.lower()], i, i + 1)


def _possessor_acts(context: Context, lexicon: Lexicon, match: Match) -> bool:
    """Return whether what is possessed is the body's own doing."""
    before = context.tokens[match.first - 1].form.text if match.first else ""
    following = context.tokens[match.last : match.last + 3]
    acts = any(t.form.lemma in bodies.ACTING for t in following)
    if match.concept in bodies.DEFINITE or match.concept in bodies.DWELLINGS | {"skolan"}:
        return acts
    return before not in bodies.CITING and (acts or not is_place(context, lexicon, match))


def _is_subject(context: Context, match: Match) -> bool:
    """Return whether a demanding verb follows the words at once, or they are definite and open the sentence."""
    following = context.tokens[match.last : match.last + 5]
    preceding = context.tokens[max(0, match.first - 4) : match.first]
    return any(t.form.text in bodies.SUBJECT_OF for t in following) and not any(
        t.form.text in bodies.SUBJECT_OF | bodies.GOVERNING for t in preceding
    )


def _is_kept(context: Context, match: Match) -> bool:
    """Return whether a dwelling's own fate is the matter: "stänga äldreboendet i byn"."""
    before = context.tokens[max(0, match.first - 3) : match.first]
    there = any(t.form.text in bodies.PLACE for t in before)
    return not there and any(t.form.lemma in bodies.KEEPING for t in before)


def _company(context: Context) -> Iterator[Mention]:
    """Yield municipal housing companies by the form of their names."""
    for first, last in companies(context):
        start, end = context.tokens[first].start, context.tokens[last - 1].end
        yield Mention("actor", "allmannyttan", "actor-label", start, end)


def _antecedent(context: Context, lexicon: Lexicon) -> Iterator[Mention]:
    """Yield the one body of the sentence before that a pronoun stands for."""
    found = antecedent(context)
    if not found or found[1] != "actor":
        return
    earlier, _, match = found
    if _named(earlier, lexicon, match, listed=False):
        first, last = earlier.tokens[match.first], earlier.tokens[match.last - 1]
        yield Mention("actor", match.concept, "actor-antecedent", first.start, last.end)


def _back(context: Context, lexicon: Lexicon) -> Iterator[Mention]:
    """Yield the one body of the section so far that a definite noun refers back to: "bolaget", "jouren"."""
    if context.vocabulary.isdisjoint(bodies.BACK):
        return
    tokens = context.tokens
    back = next(
        (
            t
            for i, t in enumerate(tokens)
            if t.form.lemma in bodies.BACK
            and _definite(t.form.text)
            and not stands_by(context, lexicon, Match("", i, i + 1))
        ),
        None,
    )
    if back is None or back.form.text == back.form.lemma:
        return
    for earlier in reversed(context.before):
        named = list(earlier.labels["actor"])
        if back.form.lemma in bodies.COMPANY:
            named += [Match("allmannyttan", *at) for at in companies(Context(earlier, 0))]
        found = {m.concept: m for m in named if m.concept in bodies.BACK[back.form.lemma]}
        if len(found) == 1:
            match = next(iter(found.values()))
            first, last = earlier.tokens[match.first], earlier.tokens[match.last - 1]
            yield Mention("actor", match.concept, "actor-antecedent", first.start, last.end)
        if found:
            return
