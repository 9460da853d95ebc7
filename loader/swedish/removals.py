"""How Swedish says that something is taken away, or that people are put out of their homes: to refuse it is to keep."""

from collections.abc import Sequence

from loader.swedish import words
from loader.swedish.tokens import Token

#: Verbs of taking away, by lemmas; those that do so with a particle, each with its particles.
_VERBS = frozenset({"stänga", "avveckla", "nedlägga", "avskaffa", "slopa", "skrota", "indra", "nedmontera", "utarma", "överge", "rucka", "rubba", "svika", "röra"})  # fmt: skip
_WITH_PARTICLE = {
    "lägga": frozenset({"ner", "ned"}),
    "ta": frozenset({"bort"}),
    "plocka": frozenset({"bort"}),
    "dra": frozenset({"in"}),
    "stänga": frozenset({"ner", "ned"}),
    "montera": frozenset({"ner", "ned"}),
    "fasa": frozenset({"ut"}),
    "släppa": frozenset({"taget", "greppet", "arbetet", "samarbetet", "frågan"}),
    "ge": frozenset({"upp"}),
    "backa": frozenset({"från"}),
    "kliva": frozenset({"av"}),
}

#: Ends of nouns for a removal, and of participles of what is removed.
_NOUNS = (
    "nedläggning", "nedläggningar", "nedläggningen", "nedläggningarna", "stängning", "stängningar", "stängningen", "avveckling", "avvecklingen", "avvecklingar",
    "indragning", "indragningar", "indragningen", "avskaffande", "avskaffandet", "borttagande", "borttagandet", "nedmontering", "nedmonteringen", "slopande", "slopandet",
)  # fmt: skip
_PARTICIPLES = frozenset(
    part + end
    for part, ends in {
        "indrag": ("en", "et", "na"), "nedlag": ("d", "t", "da"), "stäng": ("d", "t", "da"), "slopa": ("d", "t", "de"), "avskaffa": ("d", "t", "de"),
        "avveckla": ("d", "t", "de"), "borttag": ("en", "et", "na"),
    }.items()
    for end in ends
)  # fmt: skip

#: Beginnings of words for putting people out of their homes: whoever refuses that wants what prevents it, and is not against it.
_EVICTION = ("vräk", "avhys", "renovräk")
#: What prevents it is no eviction.
_PREVENTION = ("vräkningsf", "vräkningsp", "avhysningsf")

#: How far after a refusal what it refuses is named, in words.
_NEAR = 6
_PAST = (words.PREPOSITIONS - {"till", "om", "från", "av", "mot"}) | {"och", "samt", "men"}


def refused(tokens: Sequence[Token]) -> str:
    """Return the stance of refusing what the words name: keep for a removal, goal for an eviction, else oppose."""
    for i, token in enumerate(tokens[:_NEAR]):
        word, lemma = token.form.text, token.form.lemma
        if word.startswith(_EVICTION) and not word.startswith(_PREVENTION):
            return "goal"
        if i and word in _PAST:
            break  # "nej till vinster i nedlagda skolor"
        if lemma in _VERBS or word.endswith(_NOUNS) or word in _PARTICIPLES:
            return "keep"
        particles = _WITH_PARTICLE.get(lemma)
        if particles and not particles.isdisjoint([t.form.text for t in tokens[i + 1 : i + 4]]):
            return "keep"
    return "oppose"
