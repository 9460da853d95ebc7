"""Names that last: they depend on words alone, and are safe in an IRI."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loader.names import Names, fingerprint, slug


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Upplands-Bro kommun", "upplands-bro-kommun"),
        ("Åtvidaberg, Älmhult & Öckerö", "atvidaberg-almhult-ockero"),
        ("  Valprogram 2022–2026.pdf ", "valprogram-2022-2026-pdf"),
        ("Straße på Ærø", "strasse-pa-aero"),
        ("É e\u0301", "e-e"),
        ("—", ""),
    ],
)
def test_a_slug_is_lower_case_ascii_joined_by_hyphens(text, expected):
    assert slug(text) == expected


@given(st.text())
def test_a_slug_is_a_slug_of_itself_and_safe_in_an_iri(text):
    found = slug(text)
    assert slug(found) == found
    assert not set(found) - set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert found == found.strip("-")


def test_fingerprints_are_what_they_were():
    """A change here would rename every statement that anybody has cited."""
    assert fingerprint("Kommunen ska införa Bostad först.") == "vjt3dz5gil"
    assert fingerprint("Fler vuxna i skolan") == "v5s2l4zzro"


@pytest.mark.parametrize(
    "other",
    [
        "kommunen ska införa bostad först",
        "Kommunen ska\n   införa Bostad först!",
        "”Kommunen” ska införa: Bostad först …",
        "Kommunen ska in\u00adföra Bostad\u00a0först.",
        unicodedata.normalize("NFD", "Kommunen ska införa Bostad först."),
    ],
)
def test_case_spaces_punctuation_and_composition_make_no_new_name(other):
    assert fingerprint(other) == fingerprint("Kommunen ska införa Bostad först.")


def test_other_words_make_another_name():
    assert fingerprint("Kommunen ska avskaffa Bostad först.") != fingerprint(
        "Kommunen ska införa Bostad först."
    )


@given(st.text())
def test_a_fingerprint_is_ten_characters_of_base_32(text):
    found = fingerprint(text)
    assert len(found) == 10
    assert not set(found) - set("abcdefghijklmnopqrstuvwxyz234567")


@given(st.text(), st.sampled_from(["\n", "  ", "\u00a0", "\t"]))
def test_how_a_line_is_broken_makes_no_new_name(text, space):
    assert fingerprint(text.replace(" ", space)) == fingerprint(text)


class TestNames:
    def test_a_statement_is_named_by_its_document_and_its_words(self):
        names = Names("https://graf.example")
        assert (
            names.statement("c-falun", "Fler vuxna i skolan")
            == "https://graf.example/id/statement/c-falun/v5s2l4zzro"
        )

    def test_a_section_is_a_fragment_of_its_document(self):
        assert (
            Names().section("c-falun", "Skolan")
            == f"https://w3id.org/valgraf/id/document/c-falun#section-{fingerprint('Skolan')}"
        )

    def test_the_ontologys_data_moves_under_another_base_and_nothing_else_does(self):
        names = Names("https://graf.example")
        assert (
            names.rebase("https://w3id.org/valgraf/id/party/c") == "https://graf.example/id/party/c"
        )
        assert (
            names.rebase("https://w3id.org/valgraf/ns#Party") == "https://w3id.org/valgraf/ns#Party"
        )
        assert (
            names.rebase("http://www.wikidata.org/entity/Q1") == "http://www.wikidata.org/entity/Q1"
        )
