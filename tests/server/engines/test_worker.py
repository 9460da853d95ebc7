"""A release whose store is on disk, as one past the size for memory."""

import threading


def test_a_store_on_disk_answers_as_one_in_memory(serve, releases, server):
    queries = (
        "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }",
        "SELECT ?p (COUNT(*) AS ?n) { ?s ?p ?o } GROUP BY ?p ORDER BY ?p",
        "ASK { ?s a <https://w3id.org/valgraf/ns#Proposal> }",
    )
    with serve("--releases", releases, "--in-memory", 1, "--log", "none") as running:
        for query in queries:
            assert running.ask(query).content == server.ask(query).content
        answers = []
        threads = [
            threading.Thread(target=lambda n=n: answers.append(running.ask(f"{queries[0]} # {n}")))
            for n in range(8)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert {answer.content for answer in answers} == {server.ask(queries[0]).content}
        assert "network" not in running.log.read_text()
