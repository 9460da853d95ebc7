"""From party documents to a release of the graph."""

from pathlib import Path

#: Where `ontology/` and `corpus/` stand: the checkout and, in a wheel, site-packages.
ROOT = Path(__file__).resolve().parent.parent
