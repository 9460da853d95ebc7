"""Patterns that are tried only where one of their words stands lose nothing by it."""

import re
from collections.abc import Set

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from loader.links import context, groups, keeping, municipalities, passing, references, stances
from loader.swedish import demands
from loader.swedish.tokens import tokenise

CUES = {
    "refusal": (demands.REFUSAL, demands.OF_REFUSAL),
    "refusing lead-in": (demands.REFUSING_LEAD, demands.OF_REFUSING_LEAD),
    "support": (demands.SUPPORT, demands.OF_SUPPORT),
    "foreign voice": (demands.FOREIGN, demands.OF_FOREIGN),
    "lasting": (keeping._LASTING, keeping._OF_LASTING),
    "haste": (stances._PROMPT, stances._OF_PROMPTNESS),
    "rule": (stances._QUALIFIED, stances._OF_RULES),
    "for more": (stances._FOR_MORE, {"fler"}),
    "entitlement": (stances._RIGHT, {"rättighet"}),
    "priority": (demands.PRIORITY, demands.OF_PRIORITY),
    "importance": (demands.IMPORTANT, {"att"}),
    "name": (passing._NAMES, passing._OF_NAMES),
    "reference back": (groups._BACK, groups._OF_BACK),
    "background": (context._BACKGROUND, context._OF_BACKGROUND),
    "circumstance": (context._CIRCUMSTANCE, context._OF_CIRCUMSTANCE),
    "indifference": (context._REGARDLESS, context._IRRELEVANT),
    "pronoun as subject": (references._SUBJECT, references._PRONOUNS),
    "pronoun as object": (references._OBJECT, references._PRONOUNS),
    "town": (municipalities._TOWN, {"kommun", "kommuns", "stad", "stads"}),
}

#: What a pattern for words may go on with and makes another word: "om/0".
_JOINED = re.compile(r"\w[-‐\u00ad’:/]")


@pytest.mark.parametrize(("pattern", "words"), CUES.values(), ids=CUES)
@settings(max_examples=30)
@given(data=st.data())
def test_what_a_pattern_finds_has_one_of_its_words(
    data: st.DataObject, pattern: re.Pattern[str], words: Set[str]
) -> None:
    text = f"De gör det, {data.draw(st.from_regex(pattern))} i dag."
    assume(not _JOINED.search(text))
    found = pattern.search(text)
    forms = {token.form.text for token in tokenise(text, *found.span())} if found else words
    assert not words.isdisjoint(forms)
