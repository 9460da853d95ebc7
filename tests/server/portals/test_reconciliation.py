"""Reconciliation with the requests that OpenRefine sends: manifest, batches of ten, suggestions, previews."""

import json

import pandas as pd
import pytest
import reconciler


@pytest.fixture(scope="module")
def manifest(client):
    return client.get("/reconcile").json()


@pytest.fixture(scope="module")
def ask(client):
    """Return what sends names as OpenRefine does: a form with the queries as JSON."""

    def answers(*names, **more):
        queries = {f"q{i}": {"query": name, "limit": 3, **more} for i, name in enumerate(names)}
        answer = client.post("/reconcile", data={"queries": json.dumps(queries)})
        assert answer.status_code == 200
        assert answer.headers["access-control-allow-origin"] == "*"
        return [answer.json()[key]["result"] for key in queries]

    return answers


def test_the_manifest_says_where_everything_is(manifest, server):
    assert manifest["versions"] == ["0.2"]
    assert manifest["identifierSpace"] == "https://w3id.org/valgraf/id/"
    assert manifest["view"]["url"] == f"{server.url}/page/{{{{id}}}}"
    assert {"id": "Party", "name": "Parti"} in manifest["defaultTypes"]


def test_a_column_of_names_is_matched_in_any_case_form_and_language(ask):
    names = {
        "Centerpartiet": "party/c",
        "MP": "party/mp",
        "stockholms län": "county/01",
        "0180": "municipality/0180",
        "socialtjänstens": "actor/socialtjansten",
        "Housing First": "instrument/bostad-forst",
        "SiS": "actor/sis",
        "hemlösa": "target-group/hemlosa",
        "homeless people": "target-group/hemlosa",
    }
    results = ask(*names)
    assert [r[0]["id"] for r in results] == list(names.values())
    assert all(r[0]["match"] for r in results)
    for result in results:
        assert {"id", "name", "description", "type", "score", "match"} <= result[0].keys()
        assert len(result) <= 3


@pytest.mark.filterwarnings("ignore::pandas.errors.Pandas4Warning")  # the client's own
def test_a_client_of_others_matches_a_table(server):
    column = pd.Series(["Centerpartiet", "MP", "hemlösa", "Stockholm"])
    found = reconciler.reconcile(
        column, reconciliation_endpoint=f"{server.url}/reconcile", type_id=None
    )
    matched = dict(zip(found["input_value"], found["id"].where(found["match"]), strict=True))
    assert matched["Centerpartiet"] == "party/c"
    assert matched["MP"] == "party/mp"
    assert matched["hemlösa"] == "target-group/hemlosa"
    assert pd.isna(matched["Stockholm"])


def test_what_may_be_two_things_is_left_to_the_person(ask):
    (result,) = ask("Stockholm")
    assert {"municipality/0180", "county/01"} == {r["id"] for r in result[:2]}
    assert not any(r["match"] for r in result)


def test_a_type_settles_what_may_be_two_things(ask):
    for type_ in ("Municipality", {"id": "Municipality"}, [{"id": "Municipality"}]):
        (result,) = ask("Stockholm", type=type_)
        assert [(r["id"], r["match"]) for r in result] == [("municipality/0180", True)]


def test_what_is_unknown_has_no_candidates(ask):
    assert ask("kvantfysik", "", "🦆" * 5000) == [[], [], []]


def test_queries_may_stand_in_the_address_as_well(client):
    answer = client.get("/reconcile", params={"queries": '{"q0": {"query": "Liberalerna"}}'})
    assert answer.json()["q0"]["result"][0]["id"] == "party/l"


@pytest.mark.parametrize(
    "queries", ["{", "[]", '{"q0": 1}', '{"q0": {"query": 1}}', json.dumps({f"q{i}": {"query": "a"} for i in range(101)}), "[" * 100_000]
)  # fmt: skip
def test_what_is_no_batch_of_queries_is_refused_in_one_line(client, queries):
    answer = client.post("/reconcile", data={"queries": queries})
    assert answer.status_code == 400
    assert "\n" not in answer.json()["detail"]


def test_suggestions_follow_what_is_typed(client, manifest):
    place = manifest["suggest"]["entity"]
    found = client.get(place["service_url"] + place["service_path"], params={"prefix": "centerp"})
    first = found.json()["result"][0]
    assert (first["id"], first["name"]) == ("party/c", "Centerpartiet")
    types = manifest["suggest"]["type"]
    found = client.get(types["service_url"] + types["service_path"], params={"prefix": "mål"})
    assert [t["id"] for t in found.json()["result"]] == ["TargetGroup"]


def test_a_preview_shows_the_name_and_leads_to_the_page(client, manifest, server):
    url = manifest["preview"]["url"].replace("{{id}}", "party/c")
    page = client.get(url)
    assert page.status_code == 200
    assert "Centerpartiet" in page.text
    assert f'{server.url}/page/party/c"' in page.text
    assert client.get(url.replace("party/c", "party/zz")).status_code == 404


def test_names_are_told_in_the_language_of_the_client(client):
    answer = client.get(
        "/reconcile",
        params={"queries": '{"q0": {"query": "hemlösa"}}'},
        headers={"Accept-Language": "en"},
    )
    first = answer.json()["q0"]["result"][0]
    assert first["name"] == "homeless people"
    assert first["type"] == [{"id": "TargetGroup", "name": "Target group"}]
