"""Years of municipal elections and the terms that begin with them."""

import pytest

from loader.elections import nearest, term_of


@pytest.mark.parametrize("year", [1994, 1998, 2002, 2006, 2010, 2014, 2018, 2022, 2026])
def test_since_1994_an_election_begins_a_term_of_four_years(year):
    assert term_of(year) == f"{year}/{year + 4}"


@pytest.mark.parametrize("year", [1970, 1973, 1976, 1979, 1982, 1985, 1988, 1991])
def test_before_1994_an_election_began_a_term_of_three_years(year):
    assert term_of(year) == f"{year}/{year + 3}"


@pytest.mark.parametrize("year", [22, 1969, 1971, 1990, 1996, 2000, 2019, 2021, 2023])
def test_in_other_years_none_is_held(year):
    assert term_of(year) is None


@pytest.mark.parametrize(
    ("year", "around"), [(2021, (2018, 2022)), (1995, (1994, 1998)), (1990, (1988, 1991))]
)
def test_a_year_between_elections_lies_between_the_two_nearest(year, around):
    assert nearest(year) == around
