"""Whose words are quoted: a party's own people, by their office or by the party's letters after their name."""

import re
from collections.abc import Collection, Iterator

_NAME = r"(?-i:[A-ZÅÄÖ][\w-]+(?: [A-ZÅÄÖ][\w-]+){1,2})"

#: What a party's own people are called in its news.
_OFFICE = r"(?:gruppledar|partiledar|oppositionsråd|talesperson|talesman|toppkandidat|toppnamn|förstanamn|andranamn|tredjenamn|listetta|partiföreträdar)\w*"

#: An attribution at the end of what is said: ", säger gruppledaren Anna Ek".
_ATTRIBUTED = re.compile(
    r"[,”\"] ?(?:säger|sa|sade|menar|anser|tycker|skriver|fortsätter|avslutar|förklarar|kommenterar|konstaterar|understryker|påpekar|framhåller|tillägger|betonar) ([^.;:!?]{2,100})\W*$",
    re.IGNORECASE,
)


def own_people(text: str, parties: Collection[str]) -> Iterator[str]:
    """Yield patterns for how a text calls the party's own people: by office, and by the names that it has introduced so."""
    yield _OFFICE
    letters = "|".join(re.escape(name) for name in sorted(parties) if len(name) < 4)
    introductions = [rf"\b{_OFFICE}(?: för \w+| i \w+)? ({_NAME})"]
    if letters:
        introductions.append(rf"({_NAME}) ?\((?-i:{letters})\)")
    for introduction in introductions if "–" in text else ():
        yield from sorted(
            {re.escape(name) for name in re.findall(introduction, text, re.IGNORECASE)}
        )


def speaks(quote: str, voice: re.Pattern[str]) -> bool:
    """Return whether a sentence is attributed to one who speaks for the party."""
    attributed = _ATTRIBUTED.search(quote)
    named = voice.finditer(attributed[1]) if attributed else ()
    return any(m.group().lower() not in {"oss", "vi", "jag"} for m in named)  # "sa hon till oss"
