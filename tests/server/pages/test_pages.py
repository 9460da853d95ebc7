"""Pages over HTTP: what a hostile document cannot do, what is kept, what errors say."""

import re

import httpx
import pytest
from lxml import html

ID = "https://w3id.org/valgraf/id"
HTML = {"Accept": "text/html"}

#: A document whose every text is markup, a script or an address that runs one.
HOSTILE = f"""
@prefix vg: <https://w3id.org/valgraf/ns#> .
@prefix dct: <http://purl.org/dc/terms/> .
@prefix nif: <http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
<{ID}/document/a> a vg:Document ; rdfs:label "</title><script>alert(1)</script>"@sv ;
  dct:source <javascript:alert(2)> ; vg:textLength 60 ; dct:rights "\\"><img src=x onerror=alert(3)>"@sv ;
  vg:text "<script>alert(4)</script>\\nVi vill \\"><svg onload=alert(5)> mera.\\n"@sv .
<{ID}/statement/a/b> a vg:Proposal ; vg:document <{ID}/document/a> ; rdfs:label "<b>fet</b>"@sv ;
  vg:quote "Vi vill \\"><svg onload=alert(5)> mera."@sv ; nif:beginIndex 26 ; nif:endIndex 60 ;
  vg:mention <{ID}/statement/a/b#theme-x> ; vg:correction <{ID}/statement/a/b#correction-1> .
<{ID}/statement/a/b#theme-x> vg:concept <{ID}/theme/x> ; vg:rule <{ID}/rule/x> ; nif:anchorOf "svg onload" ;
  nif:beginIndex 36 ; nif:endIndex 46 .
<{ID}/statement/a/b#correction-1> vg:corrector "<i>R</i>" ; vg:reason "<script>alert(6)</script>" .
<{ID}/theme/x> a skos:Concept ; rdfs:label "<em onclick=alert(7)>x</em>"@sv ; skos:definition "--><script>alert(8)</script>"@sv ;
  rdfs:seeAlso <data:text/html,x> .
"""


@pytest.fixture(scope="module")
def hostile(serve, tmp_path_factory):
    """Return a client of a server over a hostile document."""
    file = tmp_path_factory.mktemp("rdf") / "hostile.ttl"
    file.write_text(HOSTILE, encoding="utf-8")
    with serve("--rdf", file) as running, httpx.Client(base_url=running.url, timeout=60) as client:
        yield client


@pytest.mark.parametrize("path", ["document/a", "statement/a/b", "theme/x"])
def test_markup_scripts_and_addresses_that_run_them_show_as_text(hostile, path):
    page = hostile.get(f"/page/{path}", headers=HTML)
    assert page.status_code == 200
    root = html.document_fromstring(page.text)
    assert {e.get("type") for e in root.iter("script")} == {"application/ld+json"}
    assert not list(root.iter("img", "em", "b", "i"))
    assert not [e for e in root.iter("svg") if e.get("class") or e.get("onload")]
    attributes = [pair for element in root.iter() for pair in element.items()]
    assert not [pair for pair in attributes if pair[0].startswith("on")]
    assert not [v for k, v in attributes if k in {"href", "src"} and v.startswith(("javascript:", "data:"))]  # fmt: skip
    assert "<" not in "".join(e.text for e in root.iter("script"))
    assert "alert(" in page.text


def test_the_question_what_parties_agree_on_leads_to_the_answer(client):
    home = html.document_fromstring(client.get("/", headers=HTML).text)
    (address,) = (a for a in home.xpath("//ul[@class='questions']//a/@href") if "compare" in a)
    page, _, place = address.partition("#")
    answer = html.document_fromstring(client.get(page.removeprefix("."), headers=HTML).text)
    assert answer.get_element_by_id(place).tag == "h2"


@pytest.mark.parametrize("path", ["/", "/?lang=en", "/proposals", "/search?q=barn"])
def test_a_page_has_one_field_to_search_by(client, path):
    root = html.document_fromstring(client.get(path, headers=HTML).text)
    assert len(root.xpath("//*[@role='search']")) == 1


def test_no_link_of_the_footer_is_said_twice(client):
    links = html.document_fromstring(client.get("/", headers=HTML).text).xpath("//footer//a/@href")
    assert len(links) == len(set(links))


def test_a_search_for_markup_shows_it_as_text(client):
    page = client.get("/search", params={"q": '"><script>alert(1)</script>'}, headers=HTML)
    assert page.status_code == 200
    assert "<script>alert" not in page.text
    page = client.get("/sparql", params={"query": "</textarea><script>alert(1)</script>"}, headers=HTML)  # fmt: skip
    assert page.status_code == 400
    assert "<script>alert" not in page.text


def test_without_an_index_entities_have_pages_and_lists_say_what_is_missing(hostile):
    assert hostile.get("/", headers=HTML).status_code == 200
    assert hostile.get("/queries/documents", headers=HTML).status_code == 200
    assert hostile.get("/proposals", headers=HTML).status_code == 503
    assert "search index" in hostile.get("/proposals").json()["detail"]


@pytest.mark.parametrize(
    "path", ["/", "/proposals", "/page/party/c", "/data/party/c.ttl", "/compare"]
)
def test_a_page_that_stands_is_not_sent_again(client, path):
    first = client.get(path, headers=HTML)
    tag = first.headers["etag"]
    again = client.get(path, headers={**HTML, "If-None-Match": tag})
    assert again.status_code == 304
    assert again.content == b""
    assert again.headers["etag"] == tag
    english = client.get(path, headers={**HTML, "Accept-Language": "en", "If-None-Match": tag})
    assert english.status_code == 200
    plain = client.get(path, headers={**HTML, "Accept-Encoding": "identity"})
    assert plain.headers["etag"] != tag
    assert plain.text == first.text
    assert "must-revalidate" in first.headers["cache-control"]


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/proposals?party=A%20B", 400),
        ("/proposals?election=x", 400),
        ("/proposals?kind=wish", 400),
        ("/proposals?sort=random", 400),
        ("/proposals?after=nonsense", 400),
        ("/compare?by=theme", 400),
        ("/compare?" + "&".join(f"of=p{n}" for n in range(9)), 400),
        ("/page/document/l-stockholm-socialpolitik?part=99", 400),
        ("/page/document/l-stockholm-socialpolitik?part=" + "9" * 5000, 400),
        ("/queries/none", 404),
        ("/queries/common-ground?one=%22", 400),
        ("/nothing", 404),
        ("/page/party/c.ttl", 404),
    ],
)
def test_what_cannot_be_answered_says_so_to_people_and_programs(client, path, status):
    page = client.get(path, headers=HTML)
    assert page.status_code == status
    assert "<h1>" in page.text
    assert page.headers["cache-control"] == "no-store"
    told = client.get(path, headers={"Accept": "application/json"})
    assert told.status_code == status
    assert told.headers["content-type"] == "application/problem+json"
    assert told.json()["status"] == status


def test_a_method_that_an_address_does_not_take_is_refused_with_those_it_takes(client):
    response = client.post("/proposals", headers=HTML)
    assert response.status_code == 405
    assert "GET" in response.headers["allow"]


def test_search_is_described_for_browsers(client, server):
    found = client.get("/opensearch.xml")
    assert found.headers["content-type"].startswith("application/opensearchdescription+xml")
    assert f'template="{server.url}/search?q={{searchTerms}}"' in found.text


def test_a_foreign_label_is_marked_with_its_language(hostile):
    english = hostile.get("/page/theme/x", headers={**HTML, "Accept-Language": "en"})
    assert '<h1 lang="sv">' in english.text


def test_a_correction_stands_on_the_page_under_its_name(hostile):
    page = hostile.get("/page/statement/a/b", headers=HTML)
    assert 'id="correction-1"' in page.text
    assert f"{ID}/statement/a/b#correction-1" in hostile.get("/data/statement/a/b.nt").text


def test_every_page_asks_at_most_five_queries():
    from server import ROOT

    for path in (ROOT / "server" / "pages").glob("*.py"):
        text = path.read_text(encoding="utf-8")
        asked = len(re.findall(r"await (?:\w+\.)?(?:ask|asked|count|result|Labels\.of)\(", text))
        assert asked <= 5, path.name


def test_words_that_only_point_to_a_concept_are_not_called_its_names(client):
    concept = client.get("/page/instrument/vrakningsforebyggande", headers=HTML).text
    assert "Känns igen på orden:" in concept
    assert "Kallas även:" not in concept
    assert "Kallas även:" in client.get("/page/party/c", headers=HTML).text
