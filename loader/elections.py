"""In which years municipal councils are elected, and for which terms."""

#: Since 1970 elections to riksdag, regions and municipalities are on one day: every third year up to
#: 1994, every fourth from then on (regeringsformen 3 kap. 3 §, kommunallagen 5 kap. 9 §).
_COMMON, _LONGER = 1970, 1994


def term_of(year: int) -> str | None:
    """Return the term that an election begins: 2022 → "2022/2026"; None where none was held in the year."""
    length = 4 if year >= _LONGER else 3
    held = year >= _COMMON and (year - _LONGER) % length == 0
    return f"{year}/{year + length}" if held else None


def nearest(year: int) -> tuple[int, int]:
    """Return the years of the elections before and after a year in which none is held."""
    before = next((y for y in range(year, _COMMON, -1) if term_of(y)), _COMMON)
    after = next(y for y in range(max(year, before) + 1, max(year, before) + 6) if term_of(y))
    return before, after
