"""CSVW metadata: every column of every table is described, under the base of the deployment."""

import pytest

from loader.csvw import COLUMNS, metadata
from loader.names import Names
from loader.writing import TABLES


@pytest.fixture(scope="module")
def tables():
    told = metadata(TABLES, Names("https://example.org/graf"))
    return {table["url"].removesuffix(".csv"): table["tableSchema"] for table in told["tables"]}


def test_every_table_and_column_is_described_and_no_other(tables):
    assert {name: tuple(c["name"] for c in t["columns"]) for name, t in tables.items()} == TABLES
    assert set(COLUMNS) == {column for columns in TABLES.values() for column in columns}


def test_keys_name_columns_that_there_are(tables):
    for name, table in tables.items():
        assert set(table["primaryKey"]) <= set(TABLES[name])
        for key in table["foreignKeys"]:
            other = key["reference"]["resource"].removesuffix(".csv")
            assert set(key["columnReference"]) <= set(TABLES[name])
            assert key["reference"]["columnReference"] == tables[other]["primaryKey"]


def test_a_key_leads_to_an_iri_under_the_base(tables):
    party = next(c for c in tables["proposals"]["columns"] if c["name"] == "party")
    assert party["valueUrl"] == "https://example.org/graf/id/party/{party}"
    assert party["propertyUrl"] == "https://w3id.org/valgraf/ns#party"
