"""A client that takes nothing of its answer is cut off after a minute."""

import time
from pathlib import Path

import pytest

from server.listening import STALLED

pytestmark = pytest.mark.soak

MILLION = "SELECT * { ?a ?b ?c . ?d ?e ?f }"


def test_a_client_that_takes_nothing_is_cut_off(serve, thousand, connect, eventually):
    def descriptors():
        return len(list(Path(f"/proc/{running.process.pid}/fd").iterdir()))

    with serve("--rdf", thousand) as running:
        running.ask("ASK {}")
        time.sleep(1)
        before = descriptors()
        with connect(running, buffer=4096) as connection:
            connection.get(MILLION)
            begun = time.monotonic()
            eventually(lambda: descriptors() >= before + 2)  # the connection and the spool's file
            eventually(lambda: descriptors() <= before, STALLED / 1000 + 60)
            assert time.monotonic() - begun > STALLED / 1000 - 15
        assert running.ask("ASK {}").json()["boolean"]
