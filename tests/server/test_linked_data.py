"""Linked data over HTTP: /id leads on by Accept, /data is RDF, tombstones are gone with RDF."""

import httpx
import pyoxigraph as ox
import pytest

from server.linked_data import canonical

ID = "https://w3id.org/valgraf/id"
VG = "https://w3id.org/valgraf/ns#"
FORMATS = {
    "ttl": "text/turtle",
    "nt": "application/n-triples",
    "jsonld": "application/ld+json",
    "rdf": "application/rdf+xml",
}

TOMBSTONE = f"""
@prefix vg: <{VG}> .
@prefix dct: <http://purl.org/dc/terms/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
<{ID}/statement/a/gone> a vg:Withdrawn ; vg:quote "Kommunen ska bygga fler träningslägenheter."@sv ;
  vg:document <{ID}/document/a> ; vg:lastRelease "0123456789abcdef" ; dct:isReplacedBy <{ID}/statement/a/new> .
<{ID}/statement/a/new> a vg:Proposal ; vg:quote "Kommunen ska bygga tio träningslägenheter."@sv ;
  rdfs:label "Kommunen ska bygga tio träningslägenheter."@sv ; vg:document <{ID}/document/a> .
<{ID}/document/a> a vg:Document ; rdfs:label "Ett program"@sv .
""" + "".join(f"<{ID}/document/a> rdfs:seeAlso <{ID}/theme/much> .\n<{ID}/x/{n:04}> rdfs:seeAlso <{ID}/theme/much> .\n" for n in range(700)) + (
    f"<{ID}/theme/much> rdfs:label 'mycket'@sv .\n"
)  # fmt: skip


@pytest.fixture(scope="module")
def gone(serve, tmp_path_factory):
    """Return a client of a server over a graph with a tombstone and an entity that 701 others link to."""
    file = tmp_path_factory.mktemp("rdf") / "gone.ttl"
    file.write_text(TOMBSTONE, encoding="utf-8")
    with (
        serve("--rdf", file, "--public-url", "https://valgraf.example") as running,
        httpx.Client(base_url=running.url, timeout=60) as client,
    ):
        yield client


def triples(response):
    media_type = response.headers["content-type"].partition(";")[0]
    return {
        quad.triple
        for quad in ox.parse(response.content, format=ox.RdfFormat.from_media_type(media_type))
    }


@pytest.mark.parametrize(
    ("accept", "location"),
    [
        ("text/html,application/xhtml+xml,*/*;q=0.8", "../../page/party/c"),
        ("text/turtle", "../../data/party/c.ttl"),
        ("text/turtle;q=0.5, application/ld+json", "../../data/party/c.jsonld"),
        ("text/html;q=0.4, application/rdf+xml;q=0.6", "../../data/party/c.rdf"),
        ("text/html;q=0.6, application/rdf+xml;q=0.4", "../../page/party/c"),
        ("application/n-triples, text/turtle;q=0", "../../data/party/c.nt"),
        ("application/json", "../../data/party/c.jsonld"),
        ("application/json;q=0.8, application/n-triples", "../../data/party/c.nt"),
        ("*/*", "../../data/party/c.ttl"),
        ("", "../../data/party/c.ttl"),
    ],
)
def test_an_iri_leads_to_the_form_that_the_client_likes_best(client, accept, location):
    response = client.get("/id/party/c", headers={"Accept": accept})
    assert response.status_code == 303
    assert response.headers["location"] == location
    assert "Accept" in response.headers["vary"]


def test_a_form_that_there_is_none_of_is_refused_with_what_there_is(client):
    response = client.get("/id/party/c", headers={"Accept": "image/png"})
    assert response.status_code == 406
    assert set(FORMATS.values()) < set(response.json()["available"])


def test_what_never_was_is_not_found(client):
    for path in ("/id/party/none", "/page/party/none", "/data/party/none.ttl", "/id/", "/id/a b"):
        assert client.get(path).status_code == 404, path


def test_odd_spellings_redirect_by_a_relative_address(client):
    for path in ("/id/Party/C", "/id/party/c/", "/id/party//c", "/id//party/c", "/id/PARTY/c//"):
        response = client.get(path, headers={"Accept": "text/turtle"})
        assert response.status_code == 301, path
        assert response.headers["location"].startswith("../")
        assert response.url.join(response.headers["location"]).path == "/id/party/c", path
    response = client.get("/page/party/c/?lang=en")
    assert str(response.url.join(response.headers["location"])).endswith("/page/party/c?lang=en")


def test_a_path_never_leads_to_another_host(client):
    for path in ("/id///evil.example", "/id/%2F%2Fevil.example", "/page//evil.example/"):
        location = client.get(path).headers.get("location", "../")
        assert location.startswith("../")
        assert "//" not in location


def test_canonical_paths_are_lower_case_without_empty_parts():
    assert canonical("//Party///C/") == "party/c"


@pytest.mark.parametrize("extension", FORMATS)
def test_data_is_the_same_in_every_format(client, extension):
    response = client.get(f"/data/actor/kommunen.{extension}")
    assert response.status_code == 200
    assert response.headers["content-type"].startswith(FORMATS[extension])
    assert triples(response) == triples(client.get("/data/actor/kommunen.nt"))


def test_head_answers_like_get_without_a_body(client):
    for path in ("/id/party/c", "/data/party/c.ttl", "/page/party/c", "/", "/ns"):
        response = client.head(path)
        assert response.status_code == client.get(path).status_code
        assert response.content == b""


def test_data_of_a_statement_holds_its_mentions_their_labels_and_its_rights(client, server):
    rows = server.ask(f"SELECT ?s {{ ?s a <{VG}Proposal> ; <{VG}mention> ?m }} LIMIT 1").json()
    iri = rows["results"]["bindings"][0]["s"]["value"]
    found = triples(client.get(f"/data/{iri.removeprefix(f'{ID}/')}.ttl"))
    mentions = [t.object for t in found if t.predicate.value == f"{VG}mention"]
    assert mentions
    for mention in mentions:
        concept = next(t.object for t in found if t.subject == mention and t.predicate.value == f"{VG}concept")  # fmt: skip
        assert any(t.subject == concept and t.predicate.value.endswith("#label") for t in found)
    assert any(t.predicate.value == "http://purl.org/dc/terms/rights" for t in found)


def test_data_tells_its_licence_release_and_the_number_of_incoming_links(client, server):
    found = triples(client.get("/data/theme/vald.ttl"))
    said = {t.predicate.value: t.object.value for t in found if t.subject.value == f"{server.url}/data/theme/vald"}  # fmt: skip
    counted = server.ask(f"SELECT (COUNT(*) AS ?n) {{ ?s ?p <{ID}/theme/vald> }}").json()
    assert said["http://www.w3.org/ns/hydra/core#totalItems"] == counted["results"]["bindings"][0]["n"]["value"]  # fmt: skip
    assert said["http://purl.org/dc/terms/license"].startswith("https://creativecommons.org/")
    assert len(said["http://www.w3.org/2002/07/owl#versionInfo"]) == 64


def test_incoming_links_are_paged_and_all_of_them_reached_once(gone):
    address, found = "/data/theme/much.ttl", []
    while address:
        response = gone.get(address)
        found += [t.subject.value for t in triples(response) if t.object == ox.NamedNode(f"{ID}/theme/much") and "seeAlso" in t.predicate.value]  # fmt: skip
        following = response.links.get("next", {}).get("url", "")
        assert not following or following.startswith("https://valgraf.example/data/")
        address = following.removeprefix("https://valgraf.example")
    assert len(found) == len(set(found)) == 701


def test_a_page_of_data_that_is_no_number_is_refused(client):
    for page in ("0", "-1", "x", "²", "1e3"):
        assert client.get(f"/data/party/c.ttl?page={page}").status_code == 400


def test_a_tombstone_is_gone_with_its_rdf(gone):
    response = gone.get("/id/statement/a/gone", headers={"Accept": "text/turtle"})
    assert response.status_code == 410
    assert ox.Triple(ox.NamedNode(f"{ID}/statement/a/gone"), ox.NamedNode("http://purl.org/dc/terms/isReplacedBy"), ox.NamedNode(f"{ID}/statement/a/new")) in triples(response)  # fmt: skip
    assert gone.get("/data/statement/a/gone.nt").status_code == 410


def test_a_tombstone_has_a_page_that_names_what_took_its_place(gone):
    response = gone.get("/id/statement/a/gone", headers={"Accept": "text/html"}, follow_redirects=True)  # fmt: skip
    assert response.status_code == 410
    assert "fler träningslägenheter" in response.text
    assert 'href="../../../page/statement/a/new"' in response.text


def test_the_ontology_comes_in_every_form(client):
    for extension, media_type in FORMATS.items():
        response = client.get("/ns", headers={"Accept": media_type})
        assert response.headers["content-type"].startswith(media_type)
        assert triples(response) == triples(client.get(f"/ns.{extension}"))
    assert "vg:Proposal" in client.get("/ns", headers={"Accept": "text/html"}).text
    assert client.get("/ns/").status_code == 303
    assert client.get("/ns/9.9.9").status_code == 404


def test_absolute_addresses_come_from_the_public_url_whatever_the_host_header_says(gone):
    for path in ("/page/document/a", "/data/document/a.ttl", "/opensearch.xml"):
        response = gone.get(path, headers={"Host": "evil.example", "Accept": "text/html"})
        assert "evil.example" not in response.text + str(response.headers)
        assert "https://valgraf.example/" in response.text


def test_a_slash_at_the_end_leads_by_a_relative_address_to_the_page_without(client):
    for path in ("/proposals/", "/dumps/", "/compare//", "/nothing/"):
        response = client.get(path, headers={"Host": "evil.example"})
        assert response.status_code == 301
        assert response.headers["location"].startswith("../")
        assert response.url.join(response.headers["location"]).path == path.rstrip("/")


def test_an_entity_page_signposts_its_iri_data_type_licence_and_collection(client):
    links = client.get("/page/party/c").headers["link"]
    assert f'<{ID}/party/c>; rel="cite-as"' in links
    for media_type in FORMATS.values():
        assert f'rel="describedby"; type="{media_type}"' in links
    for rel in ("canonical", "license", "collection", "type", "alternate"):
        assert f'rel="{rel}"' in links
