"""Serves a release: a SPARQL endpoint, linked data and pages."""

from pathlib import Path

#: Where `queries/` and `ontology/` stand: the checkout and, in a wheel, site-packages.
ROOT = Path(__file__).resolve().parent.parent
