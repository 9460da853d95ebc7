"""The recipe for nginx: two servers over copied releases, answers kept by their ETag, one server taken away under load."""

import getpass
import shutil
import subprocess
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest

from bench.peers import free_port

RECIPE = Path(__file__).resolve().parents[2] / "deploy" / "nginx.conf"
JSON = {"Accept": "application/sparql-results+json"}
MAIN = """
daemon off;
user {user};
pid {work}/pid;
error_log {work}/error.log;
events {{}}
http {{
  access_log off;
  client_body_temp_path {work}/body; proxy_temp_path {work}/proxy; fastcgi_temp_path {work}/fastcgi;
  uwsgi_temp_path {work}/uwsgi; scgi_temp_path {work}/scgi;
  include {work}/valgraf.conf;
}}
"""


@dataclass
class Balanced:
    url: str
    servers: list

    def ask(self, client, query, **headers):
        return client.get(
            f"{self.url}/sparql", params={"query": query}, headers=JSON | headers, timeout=60
        )


def _recipe(work, port, servers):
    """Return the recipe as it stands, with this test's addresses."""
    text = RECIPE.read_text(encoding="utf-8")
    for here, there in {
        "127.0.0.1:8001": servers[0].url.removeprefix("http://"),
        "127.0.0.1:8002": servers[1].url.removeprefix("http://"),
        "/var/cache/nginx/valgraf": f"{work}/cache",
        "listen 80;": f"listen 127.0.0.1:{port};",
    }.items():
        assert here in text
        text = text.replace(here, there)
    return text


@pytest.fixture
def balanced(tmp_path, releases, serve):
    """Return nginx before two servers, each over its own copy of the release."""
    program = shutil.which("nginx", path="/usr/sbin:/usr/bin")
    if program is None:
        pytest.skip("Debian's nginx is not installed")
    port = free_port()
    url = f"http://127.0.0.1:{port}"
    with ExitStack() as stack:
        servers = []
        for name in ("one", "two"):
            copied = tmp_path / name
            shutil.copytree(releases, copied, symlinks=True)
            options = ("--public-url", url, "--trusted-proxy", "127.0.0.1", "--per-client", 16)
            servers.append(stack.enter_context(serve("--releases", copied, *options)))
        (tmp_path / "valgraf.conf").write_text(_recipe(tmp_path, port, servers), encoding="utf-8")
        (tmp_path / "nginx.conf").write_text(
            MAIN.format(work=tmp_path, user=getpass.getuser()), encoding="utf-8"
        )
        process = subprocess.Popen([program, "-c", tmp_path / "nginx.conf"])
        try:
            for _ in range(100):
                if process.poll() is None and _answers(url):
                    break
                time.sleep(0.1)
            yield Balanced(url, servers)
        finally:
            process.terminate()
            process.wait(30)


def _answers(url):
    try:
        return httpx.get(f"{url}/livez").status_code == 200
    except httpx.TransportError:
        return False


def test_answers_are_kept_by_their_etag_and_a_server_may_be_taken_away(balanced):
    query = "SELECT ?s { ?s a <https://w3id.org/valgraf/ns#Stance> } ORDER BY ?s"
    with httpx.Client() as client:
        first = balanced.ask(client, query)
        assert (first.status_code, first.headers["x-cache"]) == (200, "MISS")
        assert balanced.ask(client, query).headers["x-cache"] == "HIT"
        time.sleep(2.5)  # nginx counts whole seconds
        again = balanced.ask(client, query)
        assert (again.content, again.headers["x-cache"]) == (first.content, "REVALIDATED")
        tag = first.headers["etag"]
        assert balanced.ask(client, query, **{"If-None-Match": tag}).status_code == 304
        as_csv = balanced.ask(client, query, Accept="text/csv")
        assert as_csv.headers["content-type"].startswith("text/csv")

        struuid = "SELECT (STRUUID() AS ?id) {}"
        answers = {balanced.ask(client, struuid).text for _ in range(4)}
        assert len(answers) == 4, "an answer that must not be stored was stored"
        refused = balanced.ask(client, "SELECT")
        assert refused.status_code == 400
        assert refused.headers["content-type"] == "application/problem+json"

    _survives(balanced, query, first.content)


def _survives(balanced, query, expected):
    """Take one of two servers away under load: every answer comes, and is right."""
    until = time.monotonic() + 5
    statuses = Counter()

    def load(number):
        with httpx.Client() as client:
            asked = 0
            while time.monotonic() < until:
                asked += 1
                found = balanced.ask(client, f"{query} # {number} {asked}")
                statuses[found.status_code] += 1
                assert found.content == expected

    with ThreadPoolExecutor(6) as threads:
        loads = [threads.submit(load, number) for number in range(6)]
        time.sleep(1.5)
        balanced.servers[0].process.terminate()
        balanced.servers[0].process.wait(30)
        for each in loads:
            each.result()
    assert set(statuses) == {200}
    assert statuses.total() > 20
