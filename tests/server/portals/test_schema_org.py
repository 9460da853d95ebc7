"""What search engines for data read on the home page, by Google's required and recommended properties."""

import json
import re
from pathlib import Path

import pytest
import rdflib
from pyshacl import validate
from rdflib.namespace import RDF

ROOT = Path(__file__).resolve().parents[3]
SHAPES = ROOT.parent / "shared" / "shapes" / "science-on-schema"
SCHEMA = "http://schema.org/"


def found(client, path, language):
    page = client.get(path, headers={"Accept": "text/html", "Accept-Language": language}).text
    scripts = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)
    told = [json.loads(script) for script in scripts]
    return next(each for each in told if each["@type"] == "Dataset")


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph:DeprecationWarning")  # rdflib's own JSON-LD
@pytest.mark.parametrize("file", ["googleRequired.ttl", "googleRecommended.ttl", "googleRecommendedCoverageCheck.ttl"])  # fmt: skip
def test_the_home_page_has_a_dataset_with_all_that_google_asks_for(client, file):
    if not SHAPES.exists():
        pytest.skip("science-on-schema's shapes are not here")
    told = found(client, "/", "sv") | {"@context": {"@vocab": SCHEMA}}
    graph = rdflib.Graph().parse(data=json.dumps(told), format="json-ld")
    assert len(list(graph.subjects(RDF.type, rdflib.URIRef(f"{SCHEMA}Dataset")))) == 1
    shapes = rdflib.Graph().parse(SHAPES / file)
    keeps, _, report = validate(graph, shacl_graph=shapes)
    assert keeps, report
    graph.remove((None, rdflib.URIRef(f"{SCHEMA}description"), None))
    graph.remove((None, rdflib.URIRef(f"{SCHEMA}keywords"), None))
    assert not validate(graph, shacl_graph=shapes)[0]


def test_the_dataset_is_told_in_the_language_of_the_page(client):
    assert "kunskapsgraf" in found(client, "/", "sv")["description"]
    assert "knowledge graph" in found(client, "/", "en")["description"]


def test_the_dataset_leads_to_its_catalogue_and_files(client, server):
    told = found(client, "/dumps", "sv")
    assert told["includedInDataCatalog"]["@type"] == "DataCatalog"
    for file in told["distribution"]:
        head = client.head(file["contentUrl"].removeprefix(server.url))
        assert head.headers["content-length"] == file["contentSize"]
        assert head.headers["etag"] == f'"{file["sha256"]}"'


def test_the_citation_names_the_release_and_where_it_stays(client, server):
    release = client.get("/dumps").json()["releases"][0]
    citation = found(client, "/", "en")["citation"]
    assert citation.startswith(f"Valgraf ({release['created'][:4]}). ")
    assert citation.endswith(f"{server.url}/dumps/{release['id']}")


def test_signposts_lead_from_the_home_page_to_a_linkset_of_all_that_is_there(client, server):
    link = client.head("/", headers={"Accept": "text/html"}).headers["link"]
    assert f'<{server.url}/linkset>; rel="linkset"; type="application/linkset+json"' in link
    answer = client.get("/linkset")
    assert answer.headers["content-type"] == "application/linkset+json"
    page, *files = answer.json()["linkset"]
    assert page["anchor"] == f"{server.url}/"
    assert page["cite-as"] == [{"href": "https://w3id.org/valgraf"}]
    assert {f["anchor"] for f in files} == {item["href"] for item in page["item"]}
    for target in page["item"] + page["describedby"]:
        head = client.head(target["href"].removeprefix(server.url))
        assert head.headers["content-type"].partition(";")[0] == target["type"]
