"""The clients that people have, against a server as it is: the same numbers from each."""

import fcntl
import hashlib
import io
import json
import os
import shutil
import subprocess
from pathlib import Path

import pandas as pd
import pytest
from rdflib import Graph, URIRef
from rdflib.plugins.stores.sparqlstore import SPARQLStore
from SPARQLWrapper import CSV, GET, JSON, POST, SPARQLWrapper

VG = "https://w3id.org/valgraf/ns#"
BY_PARTY = f"""
PREFIX vg: <{VG}>
SELECT ?party (COUNT(*) AS ?proposals) {{ ?proposal a vg:Proposal ; vg:party ?party }}
GROUP BY ?party ORDER BY ?party
"""


@pytest.fixture(scope="module")
def expected(server):
    """Return the numbers of proposals by party, as the endpoint's JSON says."""
    rows = server.ask(BY_PARTY).json()["results"]["bindings"]
    found = {row["party"]["value"]: int(row["proposals"]["value"]) for row in rows}
    assert len(found) > 2
    return found


def test_rdflib_asks_by_its_sparqlstore(server, expected):
    graph = Graph(SPARQLStore(server.endpoint))
    assert {str(party): int(number) for party, number in graph.query(BY_PARTY)} == expected
    party = URIRef(next(iter(expected)))
    assert len(list(graph.triples((None, URIRef(f"{VG}party"), party)))) >= expected[str(party)]


@pytest.mark.parametrize("method", [GET, POST])
def test_sparqlwrapper_asks_by_get_and_post(server, expected, method):
    wrapper = SPARQLWrapper(server.endpoint)
    wrapper.setMethod(method)
    wrapper.setQuery(BY_PARTY)
    wrapper.setReturnFormat(JSON)
    rows = wrapper.queryAndConvert()["results"]["bindings"]
    assert {row["party"]["value"]: int(row["proposals"]["value"]) for row in rows} == expected


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph")  # SPARQLWrapper's own
def test_sparqlwrapper_constructs_a_graph(server):
    wrapper = SPARQLWrapper(server.endpoint)
    wrapper.setQuery(f"CONSTRUCT WHERE {{ ?s a <{VG}Proposal> }} LIMIT 7")
    assert len(wrapper.queryAndConvert()) == 7


def test_pandas_reads_csv(server, expected):
    wrapper = SPARQLWrapper(server.endpoint)
    wrapper.setQuery(BY_PARTY)
    wrapper.setReturnFormat(CSV)
    frame = pd.read_csv(io.BytesIO(wrapper.queryAndConvert()), index_col="party")
    assert frame["proposals"].to_dict() == expected


def test_pandas_reads_a_shareable_address(server, expected):
    from urllib.parse import urlencode

    address = f"{server.endpoint}?{urlencode({'query': BY_PARTY, 'format': 'csv'})}"
    assert pd.read_csv(address, index_col="party")["proposals"].to_dict() == expected


@pytest.mark.skipif(not shutil.which("curl"), reason="curl is not installed")
@pytest.mark.parametrize(
    "options",
    [
        ("--data-urlencode", f"query={BY_PARTY}", "-H", "Accept: text/csv"),
        ("--get", "--compressed", "--data-urlencode", f"query={BY_PARTY}", "--data", "format=csv"),
        ("--http1.0", "--get", "--data-urlencode", f"query={BY_PARTY}", "--data", "format=csv"),
        ("--data-binary", BY_PARTY, "-H", "Content-Type: application/sparql-query", "-H", "Accept: text/csv"),
    ],
    ids=["form", "get with gzip", "HTTP/1.0", "direct"],
)  # fmt: skip
def test_curl_asks_in_each_way(server, expected, options):
    told = subprocess.run(
        ["curl", "--silent", "--show-error", "--fail", *options, server.endpoint],
        check=True,
        capture_output=True,
        timeout=60,
    )
    frame = pd.read_csv(io.BytesIO(told.stdout), index_col="party")
    assert frame["proposals"].to_dict() == expected


@pytest.fixture(scope="module")
def comunica():
    """Return the directory in which Comunica is installed, by the lock beside this file, outside the checkout."""
    if not (shutil.which("npm") and shutil.which("node")):
        pytest.skip("npm is not installed: Comunica is not asked")
    source = Path(__file__).parent / "comunica"
    lock = (source / "package-lock.json").read_bytes()
    caches = Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache")) / "valgraf"
    directory = caches / f"comunica-{hashlib.sha256(lock).hexdigest()[:16]}"
    directory.mkdir(parents=True, exist_ok=True)
    with (directory / "lock").open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        if not (directory / "ready").exists():
            for name in ("package.json", "package-lock.json"):
                shutil.copy(source / name, directory)
            told = subprocess.run(
                ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent"],
                cwd=directory,
                check=False,
                timeout=280,
            )
            if told.returncode:
                pytest.skip("npm cannot reach its registry: Comunica is not asked")
            (directory / "ready").touch()
        shutil.copy(source / "ask.mjs", directory)
    return directory


def test_comunica_asks_from_javascript(server, expected, comunica):
    told = subprocess.run(
        ["node", comunica / "ask.mjs", server.endpoint, BY_PARTY],
        check=True,
        capture_output=True,
        text=True,
        timeout=120,
    )
    rows = json.loads(told.stdout)
    assert {row["party"]: int(row["proposals"]) for row in rows} == expected
