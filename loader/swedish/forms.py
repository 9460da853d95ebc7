"""What a word form may be: its lemma, and the readings that the rules ask for."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

import simplemma
from simplemma.strategies.dictionaries import DefaultDictionaryFactory

from loader.swedish import words

#: Lemmas that the Swedish data gets wrong for our purpose: modals, comparatives and plurals that name a group.
LEMMAS = {
    "ska": "ska", "skall": "ska", "skulle": "ska", "äldre": "äldre", "äldres": "äldre", "får": "få", "lagar": "lag", "var": "var", "barnet": "barn",
    "bör": "bör", "måste": "måste", "den": "den", "det": "det", "de": "de", "dem": "de", "dom": "de", "man": "man", "mannen": "män", "mans": "män",
    "män": "män", "mäns": "män", "männen": "män", "männens": "män", "missbruk": "missbruk", "missbruket": "missbruk", "vårdar": "vårda",
    "unge": "unge", "utsatts": "utsätta", "utsätts": "utsätta", "killar": "kille", "killarna": "kille", "killars": "kille", "elevernas": "elev", "yngsta": "yngsta", "frivilliga": "frivilliga", "frivilligas": "frivilliga", "anställda": "anställd", "anställde": "anställd", "anställd": "anställd",
}  # fmt: skip

#: No compound is longer; what is, is no word, and is not looked into.
LONGEST = 60

_SUFFIXES = (
    "s",
    "na",
    "arna",
    "erna",
    "orna",
    "en",
    "n",
    "et",
    "t",
    "ar",
    "er",
    "or",
    "arnas",
    "ernas",
    "ornas",
)


@cache
def _dictionary() -> Mapping[str, str]:
    """Return the lemma of each Swedish form; it is unpacked when first asked for, for that takes two seconds."""
    return DefaultDictionaryFactory().get_dictionary("sv")


@dataclass(frozen=True, slots=True)
class Form:
    """A word form, lower case, and what it may be."""

    text: str
    lemma: str
    finite: bool
    infinitive: bool
    supine: bool
    passive: bool  # in -s: infinitive or present, by what governs it
    more: bool  # a comparative, or a participle of increase


@cache
def known(word: str) -> bool:
    """Return whether the Swedish word list has the form."""
    return word in _dictionary()


@cache
def lemma(word: str) -> str:
    """Return the base form of a lower-case word; a compound keeps its first parts as they are."""
    if word in LEMMAS:
        return LEMMAS[word]
    if known(word):
        return simplemma.lemmatize(word, lang="sv").lower()
    if len(word) > LONGEST:
        return word
    if word.endswith("s") and len(word) > 4 and known(word[:-1]):
        return lemma(word[:-1])
    for cut in range(2, len(word) - 3):  # the longest known tail decides: familje+centralen
        tail = word[cut:]
        if known(tail) or (tail.endswith("s") and len(tail) > 4 and known(tail[:-1])):
            return word[:cut] + lemma(tail)
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and known(word.removesuffix(suffix)):
            return word.removesuffix(suffix)
    return word


def _is_irregular(word: str, verbs: Collection[str]) -> bool:
    """Return whether the word is one of the verbs, or one of them with a first part: framgår, utebli."""
    return any(word.startswith(part) and word[len(part) :] in verbs for part in words.VERB_PREFIXES)


@cache
def is_infinitive(word: str) -> bool:
    """Return whether the lower-case word may be an infinitive, active or passive."""
    if word in words.SHORT_INFINITIVES or _is_irregular(word, words.IRREGULAR_INFINITIVES):
        return True
    if word.endswith("s") and len(word) > 2:
        word = word[:-1]
        if word in words.SHORT_INFINITIVES or _is_irregular(word, words.IRREGULAR_INFINITIVES):
            return True
    if (
        not word.endswith("a")
        or word.endswith("ia")
        or len(word) < 3
        or word in words.NOUNS_LIKE_INFINITIVES
    ):
        return False
    if known(word[:-1] + "or") and word not in words.VERBS_LIKE_NOUNS:  # kvinna, kvinnor
        return False
    stem = next(
        (
            word.removeprefix(p)
            for p in words.VERB_PREFIXES
            if word.startswith(p) and len(word) > len(p) + 3
        ),
        "",
    )
    return _is_verb(word) or (not known(word) and bool(stem) and _is_verb(stem))


def _is_verb(word: str) -> bool:
    """Return whether the dictionary traces a present tense back to the word in -a."""
    presents = (word + "r", word[:-1] + "er", word[:-1] if word.endswith(("ra", "la")) else word)
    if word.endswith("a") and known(word + "r") and known(word + "de"):
        return True  # vårda, vårdar, vårdade, where the list traces "vårdar" to a noun
    return any(
        present != word
        and known(present)
        and simplemma.lemmatize(present, lang="sv").lower() == word
        for present in presents
    )


@cache
def form(surface: str) -> Form:
    """Return the readings of a word as it stands in the text (soft hyphens and case do not count)."""
    text = surface.replace("\u00ad", "").lower()
    base = lemma(text)
    infinitive = is_infinitive(text)
    finite = (
        text in words.DEMANDING | words.NEEDING
        or text in words.AUXILIARIES
        or _is_irregular(text, words.IRREGULAR_PRESENTS)
    )
    passive = False
    if not finite and not infinitive and len(text) > 3:
        if text[-1] == "r" and text[-2] in "aeåöy":
            finite = (base != text and is_infinitive(base)) or (
                text.endswith("ar")
                and len(text) > 4
                and text not in words.NOUNS_LIKE_VERBS
                and is_infinitive(text[:-1])
            )
        elif text in words.MORE:
            finite = False  # "ökade kunskaper"
        elif text.endswith(("ade", "dde", "tte", "kte", "gde", "nde", "lde", "mde", "pte", "ste")):
            finite = base != text and is_infinitive(base) and not text.endswith(("ande", "ende"))
    if text.endswith("s") and (
        (is_infinitive(base) and (len(text) > 4 or base == text[:-1] + "a"))
        or text[:-1] in words.IRREGULAR_INFINITIVES
    ):
        passive = text not in words.AUXILIARIES and not text.endswith("ns")  # skolans is a genitive
    supine = (
        text.endswith(("at", "t", "its", "ats", "ts"))
        and not infinitive
        and base != text
        and is_infinitive(base)
    )
    more = text in words.MORE or (
        text.endswith("are") and len(text) > 5 and not base.endswith("are")
    )
    return Form(text, base, finite, infinitive, supine, passive, more)


def inflections(lemmas: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield the forms that the Swedish word list has of the lemmas, each with its lemma."""
    # its bytes as they are: to decode a million words takes ten times as long
    listed: dict[bytes, bytes] = _dictionary()._dict  # type: ignore[attr-defined]  # noqa: SLF001
    wanted = {lemma.encode() for lemma in lemmas}
    for word, base in listed.items():
        if base in wanted:
            yield word.decode(), base.decode()
