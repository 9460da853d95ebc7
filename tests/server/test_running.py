"""A server as it starts, is watched, and stops."""

import json
import os
import signal
import threading
import time
from contextlib import suppress
from pathlib import Path

import httpx
import pytest

SLOW = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f FILTER(CONTAINS(?c, STR(?f))) }"
ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l FILTER(?c != ?l) }"


def descendants(pid):
    """Return the processes below one."""
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return {int(c) for c in children}.union(*(descendants(c) for c in children))


def alive(pids):
    return {pid for pid in pids if Path(f"/proc/{pid}").exists()}


def test_a_started_server_answers(server):
    answer = server.ask("ASK { ?proposal a <https://w3id.org/valgraf/ns#Proposal> }")
    assert answer.status_code == 200
    assert answer.json()["boolean"] is True


def test_a_port_that_is_taken_is_one_clear_line(server, releases, valgraf):
    port = server.url.rpartition(":")[2]
    told = valgraf("serve", "--releases", releases, "--port", port)
    assert told.returncode == 1
    assert told.stderr.count("\n") == 1
    assert f"127.0.0.1:{port}" in told.stderr


def test_a_file_that_is_no_rdf_is_one_clear_line(valgraf, tmp_path):
    path = tmp_path / "data.ttl"
    path.write_text("<a> <b> .")
    told = valgraf("serve", "--rdf", path, "--port", 0)
    assert told.returncode == 1
    assert told.stderr.count("\n") == 1
    assert "data.ttl" in told.stderr


@pytest.mark.parametrize("path", ["/livez", "/readyz"])
def test_a_server_says_that_it_lives_and_is_ready(client, path):
    answer = client.get(path)
    assert answer.status_code == 200
    assert answer.headers["cache-control"] == "no-store"


def test_metrics_count_requests_by_status(client):
    client.get("/sparql?query=x")
    text = client.get("/metrics").text
    for name in (
        'valgraf_requests_total{part="sparql",status="400"}',
        'valgraf_request_seconds_bucket{le="0.01",part="sparql"}',
        "valgraf_queries_waiting",
        "valgraf_cache_hits_total",
        "valgraf_cache_bytes",
        "valgraf_release{id=",
    ):
        assert f"\n{name}" in text


def logged(running, eventually, number):
    """Return the objects of the access log once there are that many."""

    def lines():
        return [n for n in running.log.read_text().splitlines() if n.startswith("{")]

    eventually(lambda: len(lines()) == number)
    return list(map(json.loads, lines()))


def test_the_log_has_one_json_object_a_request_and_no_address(serve, thousand, eventually):
    with serve("--rdf", thousand, "--log", "json") as running:
        running.ask("ASK {}")
        httpx.get(f"{running.url}/livez")
        lines = logged(running, eventually, 2)
    assert [(line["path"], line["status"]) for line in lines] == [("/sparql", 200), ("/livez", 200)]
    assert "127.0.0.1" not in json.dumps(lines)
    assert lines[0]["bytes"] > 10


def test_the_log_has_addresses_where_they_are_asked_for(serve, thousand, eventually):
    options = (
        "--rdf",
        thousand,
        "--log",
        "json",
        "--log-clients",
        "--trusted-proxy",
        "127.0.0.0/8",
    )
    with serve(*options) as running:
        for forwarded in ("198.51.100.7, 203.0.113.9", "2001:db8:1:2::9, 127.0.0.1", "nonsense"):
            httpx.get(f"{running.url}/livez", headers={"X-Forwarded-For": forwarded})
        lines = logged(running, eventually, 3)
    assert [line["client"] for line in lines] == ["203.0.113.9", "2001:db8:1:2::/64", "127.0.0.1"]


def test_a_running_query_has_its_time_when_the_server_is_stopped(serve, thousand, eventually):
    with serve("--rdf", thousand, "--grace", 30) as running:
        pids = descendants(running.process.pid)
        answers = []
        thread = threading.Thread(target=lambda: answers.append(running.ask(SLOW)))
        thread.start()
        time.sleep(0.5)
        running.process.terminate()
        thread.join()
        assert answers[0].status_code == 200
        assert running.process.wait(30) == 0
        eventually(lambda: not alive(pids))


def test_a_query_without_end_keeps_no_server_from_stopping(serve, thousand, eventually):
    def ask():
        with suppress(httpx.HTTPError):
            running.ask(ENDLESS)

    with serve("--rdf", thousand, "--grace", 1) as running:
        eventually(lambda: len(descendants(running.process.pid)) >= 5)
        pids = descendants(running.process.pid)
        thread = threading.Thread(target=ask)
        thread.start()
        time.sleep(0.5)
        running.process.terminate()
        assert running.process.wait(20) == 0
        thread.join()
        eventually(lambda: not alive(pids))


def test_children_die_with_a_server_that_is_killed(serve, thousand, eventually):
    with serve("--rdf", thousand) as running:
        pids = descendants(running.process.pid)
        os.kill(running.process.pid, signal.SIGKILL)
        running.process.wait(20)
        eventually(lambda: not alive(pids))
