"""A server to be attacked, and a neighbour who asks it cheap questions meanwhile."""

import statistics
import threading
import time

import httpx
import pytest

#: A neighbour's question may take this many times its p99 just before; the machine alone, busy with other things, may
#: take this many seconds.
SLOWER = 10
ANYWAY = 0.25


@pytest.fixture(scope="session")
def target(serve, thousand):
    """Return a server with short limits over a thousand triples."""
    with serve(
        "--rdf", thousand, "--timeout", 2, "--long", 0.5, "--memory", 192, "--result-size", 8,
        "--body-time", 2, "--cache", 1, "--log", "none",
    ) as running:  # fmt: skip
        yield running
        assert "Traceback" not in running.log.read_text()


class Neighbour:
    """Somebody at another address who asks for one cheap answer after the other, never the same."""

    def __init__(self, running):
        self.url = running.endpoint
        self.number = 0
        self.client = httpx.Client(
            transport=httpx.HTTPTransport(local_address="127.0.0.9"), timeout=60
        )

    def ask(self):
        """Return the seconds that an answer took."""
        self.number += 1
        query = f"SELECT ?s {{ ?s ?p ?o }} LIMIT 1 # {self.number}"
        begun = time.perf_counter()
        answer = self.client.get(self.url, params={"query": query})
        assert answer.status_code == 200, answer.text
        return time.perf_counter() - begun

    def p99(self, times):
        return statistics.quantiles(times, n=100)[98]


@pytest.fixture(scope="session")
def neighbour(target):
    neighbour = Neighbour(target)
    yield neighbour
    neighbour.client.close()


@pytest.fixture
def undisturbed(target, neighbour):
    """Check around a test that the server is the same process and its neighbour's answers keep coming."""
    idle = neighbour.p99([neighbour.ask() for _ in range(50)])
    times, failures, ended = [], [], threading.Event()

    def ask():
        try:
            while not ended.is_set():
                times.append(neighbour.ask())
                time.sleep(0.02)
        except (httpx.HTTPError, AssertionError) as error:
            failures.append(error)

    thread = threading.Thread(target=ask)
    thread.start()
    yield
    ended.set()
    thread.join()
    assert not failures
    assert target.process.poll() is None
    worst = sorted(times)[int(len(times) * 0.95)]
    assert worst < max(SLOWER * idle, ANYWAY), f"{worst:.3f} s, idle {idle:.4f} s"
