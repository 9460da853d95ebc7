"""A server as it starts, serves and stops."""


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
