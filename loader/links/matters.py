"""One thing that a statement asks for, with what the sentence says of it, as the stance is judged by."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import pairwise, zip_longest

from loader.lexicon import Lexicon, Match
from loader.passages import Passage
from loader.swedish import demands, words
from loader.swedish.clauses import is_noun
from loader.swedish.demanded import Asked, asked
from loader.swedish.forms import is_infinitive
from loader.swedish.people import is_people
from loader.swedish.tokens import Token

#: Words that end the core of a noun phrase.
_CORE_ENDS = words.PREPOSITIONS | {"som", "där", "att", "när", "om", "så", "vilket", "vilka"}

#: Words that a noun phrase holds beside its core.
_NEVER_CORE = words.ADVERBS | words.CONJUNCTIONS | {"det", "både"}

#: Words for people that are adjectives before a noun: "de gamla lokalerna".
_ADJECTIVES = frozenset({"gamla", "gammal", "unga", "ung", "äldre", "sjuka", "vuxna", "utsatta", "fattiga", "ensam"})  # fmt: skip

#: Verbs whose passive has the receiver as its subject: "socialtjänsten ges ökade medel".
_DITRANSITIVE = frozenset({"ge", "ges", "erbjuda", "tilldela", "garantera", "bevilja"})

#: How many words of a noun phrase show the stance where none is a word of its own.
_PHRASE = 4

#: What a sentence may begin with before all that it asks for: "Svar: De ska …", "Och höj avgiften".
_LEADING = frozenset({"svar", "och", "men"})

#: How far after the verb its objects are looked for, in characters.
_REACH = 70


class Matter:
    """One thing asked for, the sentence's words, and the stance labels among them by token.

    `head` is the index of the verb, or of the first word of a noun phrase; `lemma` its base form;
    `label` the stance whose label it is.
    """

    def __init__(
        self, passage: Passage, tokens: Sequence[Token], matches: Mapping[int, Match], item: Asked
    ) -> None:
        self.text, self.vocabulary = passage.text, passage.vocabulary
        self.tokens, self.matches, self.item = tokens, matches, item
        self.head = self._head() if item.verb is None else item.verb
        self.lemma = tokens[self.head].form.lemma if self.head < len(tokens) else ""
        self.label = self.labelled(self.head)

    def _head(self) -> int:
        core = self.core(self.item.object)
        return self.tokens.index(core[0]) if core else self.item.object[0]

    def core(self, span: tuple[int, int]) -> list[Token]:
        """Return the words of a noun phrase up to what is attached to it."""
        found: list[Token] = []
        for token in self.tokens[slice(*span)]:
            if token.form.text in _CORE_ENDS:
                if found:
                    break
            elif token.form.more or token.form.text not in _NEVER_CORE:
                found.append(token)
        return found

    def labelled(self, index: int) -> str | None:
        """Return the stance whose label holds the word at an index."""
        match = self.matches.get(index)
        return match.concept if match else None

    @cached_property
    def span(self) -> tuple[int, int]:
        """Return the token range that shows the stance: the head, with the rest of its label; of a noun phrase without one, its words."""
        match = self.matches.get(self.head)
        if match:
            return self.head, max(match.last, self.head + 1)
        core = self.core(self.item.object)[:_PHRASE] if self.item.verb is None else []
        return self.head, self.tokens.index(core[-1]) + 1 if core else self.head + 1

    @property
    def sentence(self) -> str:
        """Return the sentence's words."""
        return self.text[self.tokens[0].start : self.tokens[-1].end]

    @cached_property
    def rest(self) -> str:
        """Return the words after the head, which may go on in subordinate clauses."""
        start = self.tokens[self.head].end
        return self.text[start : min(self.tokens[-1].end, start + _REACH)]

    @property
    def clause(self) -> str:
        """Return the words from the subject to the end of the object."""
        start = min(self.item.subject[0] if self.item.subject[1] else self.head, self.head)
        return self.text[
            self.tokens[start].start : self.tokens[max(self.head, self.item.object[1] - 1)].end
        ]

    def before(self, n: int) -> list[str]:
        """Return the n words before the head."""
        return [t.form.text for t in self.tokens[max(0, self.head - n) : self.head]]

    @cached_property
    def passive(self) -> bool:
        """Return whether the head is a verb in the passive; finnas is none."""
        return (
            self.item.verb is not None
            and self.tokens[self.head].form.text.endswith("s")
            and not self.lemma.endswith("s")
        )

    @cached_property
    def object(self) -> list[Token]:
        """Return the words of the object, or of a passive verb's subject."""
        passive = self.passive and self.lemma not in _DITRANSITIVE
        if passive:
            return self.core(self.item.subject)
        return self.core((self.span[1], self.item.object[1]))

    @property
    def phrase(self) -> list[Token]:
        """Return the words after the head up to the first comma."""
        after = self.tokens[self.head :]
        parted = (
            k for k, (a, b) in enumerate(pairwise(after), 1) if "," in self.text[a.end : b.start]
        )
        return list(after[1 : next(parted, len(after))])

    @cached_property
    def subject(self) -> list[Token]:
        """Return the words of the subject."""
        return self.core(self.item.subject)

    @cached_property
    def of_people(self) -> bool:
        """Return whether the subject is people in general: "alla", "den som …", "varje elev", not "alla larm"."""
        core = self.subject
        if len(core) == 1 and core[0].form.text in {"den", "var"}:
            following = self.tokens[self.tokens.index(core[0]) + 1 :][:1]
            return bool(following) and following[0].form.text in {"som", "med", "i", "utan", "och"}
        if len(core) == 1 and core[0].form.text == "inget":
            return False
        nouns = [
            t
            for t, following in zip_longest(core, core[1:])
            if t.form.text not in words.DETERMINERS
            and not (t.form.text in _ADJECTIVES and following and following.start == t.end + 1)
        ] or core
        return any(is_people(t.form) and not _is_genitive(t) for t in nouns)


def _of_imperative(token: Token) -> Token:
    """Return the word with the base form of its verb where it is an imperative: sätt → sätta."""
    text = token.form.text
    if text in demands.IMPERATIVES and is_infinitive(text + "a"):
        return token._replace(form=replace(token.form, lemma=text + "a"))
    return token


def _is_genitive(token: Token) -> bool:
    """Return whether a word is another's possessor: "barns behov" are no people."""
    return token.form.text.endswith("s") and not token.form.lemma.endswith("s")


def matters(passage: Passage, start: int, end: int, lexicon: Lexicon) -> Iterator[Matter]:
    """Yield what the sentence text[start:end] asks for, and the investigations that it names as means: "genom att se över"."""
    text, tokens = passage.text, passage.words(start, end)
    if len(tokens) > 1 and tokens[0].form.text in _LEADING:
        start = tokens[1].start
        tokens = tokens[1:]
    if tokens and not (tokens[0].form.text in demands.NOUNS_TOO and is_noun(tokens, 0)):
        tokens = [_of_imperative(tokens[0]), *tokens[1:]]
    places = [
        i for i, t in enumerate(tokens) if t.form.text not in words.FIRST_PERSON
    ]  # "står vi bakom"
    matches = {
        places[k]: Match(m.concept, places[m.first], places[m.last - 1] + 1)
        for m in lexicon.matches([tokens[i] for i in places])
        for k in range(m.first, m.last)
    }
    for i, match in matches.items():
        if match.concept == "investigate" and _are_means(tokens[max(0, i - 2) : i]):
            yield Matter(passage, tokens, matches, Asked(i, (0, 0), (match.last, len(tokens))))
    for item in asked(text, tokens, passage.verbs(start, end)):
        yield Matter(passage, tokens, matches, item)


def _are_means(before: Sequence[Token]) -> bool:
    return [t.form.text for t in before] == ["genom", "att"]


def mentions(pattern: re.Pattern[str], matter: Matter) -> bool:
    """Return whether the words after the head hold the pattern."""
    return pattern.search(matter.rest) is not None
