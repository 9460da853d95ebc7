"""Groups told by their years."""

import pytest

from loader.links.ages import of_age


@pytest.mark.parametrize(
    ("word", "group"),
    [
        ("80-åringar", "aldre"),
        ("sjuttiofemåringarna", "aldre"),
        ("sjuttonåringen", "unga"),
        ("7-9-åringar", "barn"),
        ("treåring", "forskolebarn"),
        ("45-åringar", None),
        ("femtioåringar", None),
        ("flicka", None),
        ("blåringen", None),
    ],
)
def test_the_number_of_years_tells_the_group(word, group):
    assert of_age(word) == group
