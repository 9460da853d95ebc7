"""Terms are written as pyoxigraph writes them, whatever stands in them."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode

from loader.terms import address, known, literal, tagged, typed

XSD = "http://www.w3.org/2001/XMLSchema#"


@given(st.text())
@example("".join(map(chr, range(0x110))))
@example("\u2028\ufffe\uffff")
def test_a_text_is_escaped_as_canonical_n_triples_are(text):
    assert literal(text) == str(Literal(text))
    assert literal(text, tagged("sv")) == str(Literal(text, language="sv"))


def test_numbers_and_dates_have_their_datatype():
    assert typed(2022, "gYear") == str(Literal("2022", datatype=NamedNode(f"{XSD}gYear")))


def test_prefixed_names_are_expanded():
    assert known("xsd:date") == f"<{XSD}date>"


@pytest.mark.parametrize("wrong", ["no address", "https://a.example/<b>", ""])
def test_what_is_no_address_is_refused(wrong):
    with pytest.raises(ValueError, match="IRI"):
        address(wrong)


def test_what_is_no_language_is_refused():
    with pytest.raises(ValueError, match=r"(?i)language"):
        tagged("sv se")
