"""Groups told by their years: "80-åringar", "sjuttonåringen", "7–9-åringar"."""

import re

from loader.swedish import groups

_AGE = re.compile(r"(?:\d{1,2}\s*[-–]\s*)?(?P<years>\d{1,3}|[a-zåäö]+?)-?åring(?:en|ens|ar|arna|arnas|ars|s)?")  # fmt: skip
_TENS = re.compile(r"(tjugo|trettio|fyrtio|femtio|sextio|sjuttio|åttio|nittio)(\w+)")


def of_age(word: str) -> str | None:
    """Return the group of people as old as a word such as "80-åringar" says; None where it says none."""
    match = _AGE.fullmatch(word)
    years = _years(match["years"]) if match else None
    return next((name for low, high, name in groups.AGE_GROUPS if years is not None and low <= years < high), None)  # fmt: skip


def _years(written: str) -> int | None:
    if written.isdecimal():
        return int(written)
    tens = _TENS.fullmatch(written)
    if tens and tens[2] in groups.NUMBERS:
        return groups.NUMBERS[tens[1]] + groups.NUMBERS[tens[2]]
    return groups.NUMBERS.get(written)
