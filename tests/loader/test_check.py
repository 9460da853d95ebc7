"""What a check finds in the schemes."""

from textwrap import dedent

import rdflib

from loader.check import check_ontology, shared_names


def test_two_concepts_of_one_scheme_may_share_no_name_but_words_that_show_both():
    graph = rdflib.Graph().parse(
        format="turtle",
        data=dedent("""
            @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
            @prefix : <http://example.org/> .
            :a skos:inScheme :s ; skos:prefLabel "stöd"@sv, "support"@en ; skos:hiddenLabel "hjälp"@sv .
            :b skos:inScheme :s ; skos:prefLabel "bidrag"@sv ; skos:altLabel "Stöd"@sv ; skos:hiddenLabel "hjälp"@sv .
            :c skos:inScheme :t ; skos:prefLabel "stöd"@sv ; skos:altLabel "stöd"@en .
        """),
    )
    (found,) = shared_names("x.ttl", graph)
    assert found.subject == "http://example.org/b"
    assert found.message == "is called Stöd, as is http://example.org/a"


def test_no_name_is_shared_in_the_schemes():
    assert [f for f in check_ontology() if "is called" in f.message] == []
