"""Ten thousand requests, a third of them hostile, while releases change and workers are killed."""

import os
import random
import shutil
import signal
import threading
import time
from collections import Counter
from contextlib import suppress
from pathlib import Path

import httpx
import pytest

pytestmark = pytest.mark.soak

REQUESTS = int(os.environ.get("VALGRAF_SOAK_REQUESTS", "10000"))
CLIENTS = 16
VG = "https://w3id.org/valgraf/ns#"
RIGHT = (
    "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }",
    f"SELECT (COUNT(*) AS ?n) {{ ?s a <{VG}Proposal> }}",
    f"SELECT ?party (COUNT(*) AS ?n) {{ ?s <{VG}party> ?party }} GROUP BY ?party ORDER BY ?party",
    f"ASK {{ ?s a <{VG}Proposal> }}",
    f"CONSTRUCT WHERE {{ ?s a <{VG}Document> }}",
)
HOSTILE = (
    "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(?c != ?i) }",
    "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?c ?f",
    "SELECT * { ?a ?b ?c . ?d ?e ?f }",
    "ASK " + "{" * 3000 + "}" * 3000,
    "SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }",
    "SELECT * {",
    "DROP ALL",
    "ASK { FILTER(" + "(" * 3000 + ") }",
    "SELECT (NOW() AS ?x) { # " + "x" * 20_000 + "\n }",
)


def children(pid):
    with suppress(FileNotFoundError, ProcessLookupError):
        return [int(c) for c in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    return []


def workers(pid):
    return [worker for nursery in children(pid) for worker in children(nursery)]


@pytest.fixture
def own(releases, valgraf, tmp_path):
    """Return releases, and the two that take turns as the current one."""
    folder = tmp_path / "documents"
    folder.mkdir()
    (folder / "program.txt").write_text(
        "Tierpspartiet\n\nVi vill öppna en träffpunkt för äldre i varje kommundel i Tierps kommun.\n"
    )
    directory = tmp_path / "releases"
    shutil.copytree(releases, directory, symlinks=True)
    first = (directory / "current").readlink()
    assert valgraf("load", folder, "--releases", directory, "--replace").returncode == 0
    return directory, (first, (directory / "current").readlink())


def test_every_legitimate_answer_is_right(serve, own, eventually, memory):
    directory, names = own
    seen: dict[tuple[str, str], set[bytes]] = {}
    statuses, lock = Counter(), threading.Lock()
    left = iter(range(REQUESTS))
    ended = threading.Event()

    def ask(number, chance):
        transport = httpx.HTTPTransport(local_address=f"127.0.1.{number + 1}")
        with httpx.Client(transport=transport, timeout=120) as client:
            while True:
                with lock:
                    if next(left, None) is None:
                        return
                one(client, chance)

    def one(client, chance):
        hostile = chance.random() < 1 / 3
        query = chance.choice(HOSTILE if hostile else RIGHT)
        spice = f" # {chance.random()}" if chance.random() < 0.5 else ""
        try:
            answer = client.get(running.endpoint, params={"query": query + spice}, timeout=120)
        except httpx.HTTPError as error:
            with lock:
                statuses[type(error).__name__, hostile] += 1
            return
        with lock:
            statuses[answer.status_code, hostile] += 1
            if not hostile and answer.status_code == 200:
                key = answer.headers["valgraf-release"], query
                seen.setdefault(key, set()).add(answer.content)

    def kill(chance):
        while not ended.wait(1):
            with suppress(ProcessLookupError, IndexError):
                os.kill(chance.choice(workers(running.process.pid)), signal.SIGKILL)

    with serve("--releases", directory, "--timeout", 1.5, "--long", 0.3, "--memory", 192, "--result-size", 8, "--log", "none") as running:  # fmt: skip
        eventually(lambda: len(workers(running.process.pid)) == 4)
        before = memory(running.process.pid)
        descriptors = len(list(Path(f"/proc/{running.process.pid}/fd").iterdir()))
        threads = [threading.Thread(target=ask, args=(n, random.Random(n))) for n in range(CLIENTS)]
        killer = threading.Thread(target=kill, args=(random.Random(0),))
        for thread in (*threads, killer):
            thread.start()
        for name in names:
            time.sleep(REQUESTS / 1000)
            (directory / "next").symlink_to(name)
            (directory / "next").replace(directory / "current")
        for thread in threads:
            thread.join()
        ended.set()
        killer.join()

        print(statuses)
        assert running.process.poll() is None
        assert len({release for release, _ in seen}) == 2
        assert all(len(bodies) == 1 for bodies in seen.values())
        served = sum(
            n for (status, hostile), n in statuses.items() if status == 200 and not hostile
        )
        legitimate = sum(n for (_, hostile), n in statuses.items() if not hostile)
        assert served > 0.95 * legitimate
        assert {s for (s, hostile) in statuses if not hostile} <= {
            200,
            429,
            503,
            "RemoteProtocolError",
        }
        assert {s for (s, hostile) in statuses if hostile} <= {
            200,
            400,
            429,
            503,
            "RemoteProtocolError",
        }
        eventually(lambda: len(workers(running.process.pid)) == 4)
        eventually(lambda: len(children(running.process.pid)) == 1)
        eventually(
            lambda: len(list(Path(f"/proc/{running.process.pid}/fd").iterdir())) <= descriptors + 10
        )
        eventually(lambda: memory(running.process.pid) < before + 256)  # of which the cache has 64
        assert "Traceback" not in running.log.read_text()
