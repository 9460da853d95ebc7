"""Dumps over HTTP: whole and in parts, for ever the same, found by the catalogue, the latest by redirect."""

import base64
import csv
import gzip
import hashlib
import io
import json
from concurrent.futures import ThreadPoolExecutor
from xml.etree import ElementTree as ET

import csvw
import httpx
import pytest
import rdflib
from rdflib.namespace import DCAT, RDF

from loader.corpus import read_corpus
from loader.names import Names
from loader.release import build

SPDX = rdflib.Namespace("http://spdx.org/rdf/terms#")
ATOM = "{http://www.w3.org/2005/Atom}"
IANA = "http://www.iana.org/assignments/media-types/"
PROGRAMME = (
    "# Vänsterpartiet i Kiruna\n\nVi vill att kommunen öppnar ett natthärbärge för hemlösa.\n"
)


@pytest.fixture(scope="module")
def manifest(client):
    return client.get("/dumps/latest/", follow_redirects=True).json()["releases"][0]


def test_a_portal_that_follows_every_address_gets_what_the_catalogue_states(client):
    """HEAD, then GET of the catalogue; all datasets, distributions and services; every address in it that is ours."""
    assert client.head("/datasets/dcat").status_code == 200
    data = client.get("/datasets/dcat").content
    catalogue = rdflib.Graph().parse(data=data, format="xml")
    kinds = {k: set(catalogue.subjects(RDF.type, k)) for k in (DCAT.Dataset, DCAT.Distribution, DCAT.DataService)}  # fmt: skip
    assert [len(found) for found in kinds.values()] == [3, 12, 2]
    files = 0
    for distribution in kinds[DCAT.Distribution]:
        address = catalogue.value(distribution, DCAT.downloadURL)
        if address is None:
            continue
        files += 1
        media_type = catalogue.value(distribution, DCAT.mediaType)
        packing = catalogue.value(distribution, DCAT.compressFormat)
        head, answer = client.head(address), client.get(address)
        stated = str(packing or media_type).removeprefix(IANA)
        for got in (head, answer):
            assert got.status_code == 200
            assert got.headers["content-type"].partition(";")[0] == stated
            assert int(got.headers["content-length"]) == int(catalogue.value(distribution, DCAT.byteSize))  # fmt: skip
        value = catalogue.value(catalogue.value(distribution, SPDX.checksum), SPDX.checksumValue)
        assert hashlib.sha256(answer.content).hexdigest() == str(value)
    assert files == 10
    ours = {node for triple in catalogue for node in triple if str(node).startswith(str(client.base_url))}  # fmt: skip
    for address in sorted({str(node).partition("#")[0] for node in ours}):
        assert client.get(address).status_code == 200, address


def test_a_file_says_that_it_never_changes_and_what_its_digest_is(client, manifest):
    for file in manifest["files"]:
        head = client.head(file["url"])
        assert head.headers["etag"] == f'"{file["sha256"]}"'
        assert "immutable" in head.headers["cache-control"]
        digest = base64.b64encode(bytes.fromhex(file["sha256"])).decode()
        assert head.headers["repr-digest"] == f"sha-256=:{digest}:"
        again = client.get(file["url"], headers={"If-None-Match": head.headers["etag"]})
        assert (again.status_code, again.content) == (304, b"")


def test_a_broken_download_goes_on_where_it_stopped(client, manifest):
    file = next(f for f in manifest["files"] if f["name"] == "graph.nt.gz")
    half = file["bytes"] // 2
    first = client.get(file["url"], headers={"Range": f"bytes=0-{half - 1}"})
    rest = client.get(
        file["url"], headers={"Range": f"bytes={half}-", "If-Range": first.headers["etag"]}
    )
    assert (first.status_code, rest.status_code) == (206, 206)
    assert rest.headers["content-range"] == f"bytes {half}-{file['bytes'] - 1}/{file['bytes']}"
    assert hashlib.sha256(first.content + rest.content).hexdigest() == file["sha256"]
    other = client.get(file["url"], headers={"Range": "bytes=0-9", "If-Range": '"another"'})
    assert (other.status_code, len(other.content)) == (200, file["bytes"])
    past = client.get(file["url"], headers={"Range": f"bytes={file['bytes']}-"})
    assert past.status_code == 416


def test_the_checksums_are_a_file_that_sha256sum_reads(client, manifest):
    lines = client.get(f"{manifest['url']}/SHA256SUMS").text.splitlines()
    assert lines == [f"{f['sha256']}  {f['name']}" for f in manifest["files"]]


def test_the_graph_dump_is_what_the_endpoint_holds(client, server):
    answer = client.get("/dumps/latest/graph.nt.gz", follow_redirects=True)
    triples = gzip.decompress(answer.content).count(b"\n")
    told = server.ask("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }").json()
    assert told["results"]["bindings"][0]["n"]["value"] == str(triples)


def test_the_ontology_says_the_same_in_its_formats(client):
    graphs = [
        rdflib.Graph().parse(data=client.get(f"/dumps/latest/ontology.{name}", follow_redirects=True).content, format=parser)
        for name, parser in (("ttl", "turtle"), ("rdf", "xml"))
    ]  # fmt: skip
    assert graphs[0].isomorphic(graphs[1])
    jsonld = client.get("/dumps/latest/ontology.jsonld", follow_redirects=True).json()
    assert {s for s in graphs[0].subjects() if isinstance(s, rdflib.URIRef)} == {rdflib.URIRef(n["@id"]) for n in jsonld if not n["@id"].startswith("_:")}  # fmt: skip


def test_tables_are_described_column_by_column(client):
    head = client.head("/dumps/latest/tables/links.csv", follow_redirects=True)
    assert 'csv-metadata.json>; rel="describedby"' in head.headers["link"]
    answer = client.get("/dumps/latest/tables/csv-metadata.json", follow_redirects=True)
    assert answer.headers["content-type"] == "application/csvm+json"
    tables, rows = {}, {}
    for table in answer.json()["tables"]:
        text = client.get(f"/dumps/latest/tables/{table['url']}", follow_redirects=True).text
        header, *rows[table["url"]] = csv.reader(io.StringIO(text))
        tables[table["url"]] = header
        columns = table["tableSchema"]["columns"]
        assert header == [column["name"] for column in columns]
        assert all({"sv", "en"} == set(c["dc:description"]) for c in columns)
        keys = [tuple(row[header.index(k)] for k in table["tableSchema"]["primaryKey"]) for row in rows[table["url"]]]  # fmt: skip
        assert len(keys) == len(set(keys))
        assert all(all(key) for key in keys)
    for table in answer.json()["tables"]:
        for key in table["tableSchema"]["foreignKeys"]:
            other = key["reference"]["resource"]
            known = {tuple(r[tables[other].index(c)] for c in key["reference"]["columnReference"]) for r in rows[other]}  # fmt: skip
            mine = {tuple(r[tables[table["url"]].index(c)] for c in key["columnReference"]) for r in rows[table["url"]]}  # fmt: skip
            assert mine <= known


def test_a_reader_of_csvw_finds_the_tables_valid_and_their_keys_whole(releases):
    metadata = releases / "current" / "tables" / "csv-metadata.json"
    assert csvw.CSVW(str(metadata), validate=True).is_valid
    group = csvw.TableGroup.from_file(metadata)
    group.check_referential_integrity()
    rows = {str(table.url): list(table) for table in group.tables}
    assert rows["links.csv"][0]["begin"] < rows["links.csv"][0]["end"]


def test_what_is_no_file_of_a_release_is_not_found(client, manifest):
    for path in ("index.sqlite", "manifest.json", "../current/graph.nt.gz", "store/CURRENT"):
        assert client.get(f"{manifest['url']}/{path}").status_code == 404
    assert client.get(f"/dumps/{'0' * 64}").status_code == 404


def test_people_see_the_files_as_a_page(client, manifest):
    page = client.get("/dumps", headers={"Accept": "text/html", "Accept-Language": "sv"}).text
    assert f'/dumps/{manifest["id"]}/graph.nt.gz">Hela grafen, N-Triples</a>' in page


def test_older_releases_stay_until_they_are_pruned_and_are_gone_then(serve, tmp_path):
    corpus, releases, ids = tmp_path / "corpus", tmp_path / "releases", []
    corpus.mkdir()
    with ThreadPoolExecutor(1) as executor:

        def load(text):
            (corpus / "v-kiruna.txt").write_text(text, encoding="utf-8")
            built = build(
                read_corpus([corpus]), releases, executor, names=Names(), replace=True, keep=2
            )
            ids.append(built.manifest["id"])

        load(PROGRAMME)
        load(PROGRAMME + "\nVi vill att socialtjänsten anställer fler fältsekreterare.\n")
        with serve("--releases", releases) as running:
            url = f"{running.url}/dumps"
            first = httpx.get(f"{running.url}/datasets/dcat.nt").text
            assert f"{url}/{ids[0]}" in first
            assert "previousVersion" in first
            feed = ET.fromstring(httpx.get(f"{url}/feed.atom").text)
            assert [e.findtext(f"{ATOM}id") for e in feed.iter(f"{ATOM}entry")] == [f"{url}/{i}" for i in reversed(ids)]  # fmt: skip
            changes = httpx.get(f"{url}/{ids[1]}/changes.json").json()
            assert [c["change"] for c in changes["changes"]] == ["new"]
            load(PROGRAMME + "\nVi vill att kommunen inrättar en uppsökande verksamhet.\n")
            assert httpx.get(f"{url}/{ids[0]}/graph.nt.gz").status_code in {200, 410}
            gone = httpx.get(f"{url}/{ids[0]}")
            assert gone.status_code == 410
            assert "kept no more" in gone.json()["detail"]
            listed = httpx.get(url).json()
            assert [g["id"] for g in listed["gone"]] == [ids[0]]
            assert ids[0] not in {r["id"] for r in listed["releases"]}


def test_rdf_files_without_a_release_have_a_catalogue_of_services_alone(serve, tmp_path):
    file = tmp_path / "data.ttl"
    file.write_text("<https://example.org/a> a <https://example.org/B> .", encoding="utf-8")
    with serve("--rdf", file) as running:
        catalogue = rdflib.Graph().parse(
            data=httpx.get(f"{running.url}/datasets/dcat").content, format="xml"
        )
        assert json.loads(httpx.get(f"{running.url}/dumps").text) == {"releases": [], "gone": []}
        assert httpx.get(f"{running.url}/.well-known/void").status_code == 200
    assert not list(catalogue.objects(None, DCAT.downloadURL))
    assert len(list(catalogue.objects(None, DCAT.accessService))) == 2
