"""The dataset in schema.org's terms, as search engines for data read it on a page."""

import json
from typing import Any

from pyoxigraph import Literal, NamedNode

from server.portals.catalogue import Facts, term
from server.serving import Serving

_LICENCE = "https://creativecommons.org/licenses/by/4.0/"
_VARIABLES = {
    "sv": ("förslag", "parti", "kommun", "valår", "målgrupp", "aktör", "insats", "sakområde", "hållning"),
    "en": ("proposal", "party", "municipality", "election", "target group", "actor", "instrument", "theme", "stance"),
}  # fmt: skip


async def dataset(serving: Serving, language: str) -> dict[str, Any]:
    """Return the graph as a Dataset in its DataCatalog, in one language; made once for each release that stays."""

    async def made() -> bytes:
        return json.dumps(
            described(await Facts.of(serving), serving.release.base, language)
        ).encode()

    key = f"schema.org {language} {serving.release.id} {serving.settings.url}"
    told = await (serving.cache.fetch(key, made) if serving.lasting else made())
    found: dict[str, Any] = json.loads(told)
    return found


def described(facts: Facts, base: str, language: str) -> dict[str, Any]:
    """Return a Dataset by Google's list of required and recommended properties."""
    graph = facts.node(".well-known/void#dataset")
    publisher, catalog = facts.node("datasets/dcat#publisher"), facts.node("datasets/dcat#catalog")
    name = _text(facts, graph, "dct:title", language)
    maker = {
        "@type": "Organization",
        "@id": publisher.value,
        "name": _text(facts, publisher, "foaf:name", language),
        "url": f"{facts.url}/",
    }
    told: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "@id": graph.value,
        "name": name,
        "alternateName": "Valgraf",
        "description": _text(facts, graph, "dct:description", language),
        "url": f"{facts.url}/",
        "sameAs": base,
        "identifier": graph.value,
        "version": facts.release,
        "license": _LICENCE,
        "isAccessibleForFree": True,
        "inLanguage": ["sv", "en"],
        "keywords": _texts(facts, graph, "dcat:keyword", language),
        "creator": maker,
        "publisher": maker,
        "citation": cited(maker["name"], facts.created[:4], name, facts.release, facts.url),
        "variableMeasured": list(_VARIABLES[language]),
        "spatialCoverage": {"@type": "Place", "name": "Sverige" if language == "sv" else "Sweden"},
        "includedInDataCatalog": {
            "@type": "DataCatalog",
            "@id": catalog.value,
            "name": _text(facts, catalog, "dct:title", language),
            "description": _text(facts, catalog, "dct:description", language),
            "url": f"{facts.url}/datasets/dcat",
        },
        "distribution": [
            {
                "@type": "DataDownload",
                "encodingFormat": media_type,
                "contentUrl": f"{facts.url}/dumps/{facts.release}/{file}",
                "contentSize": str(facts.files[file]["bytes"]),
                "sha256": facts.files[file]["sha256"],
            }
            for file, media_type in (
                ("graph.nt.gz", "application/n-triples"),
                ("graph.ttl.gz", "text/turtle"),
                ("tables/proposals.csv", "text/csv"),
            )
            if file in facts.files
        ],
    }
    if facts.created:
        told |= {"datePublished": facts.issued, "dateModified": facts.created}
    if facts.years:
        told["temporalCoverage"] = "/".join(facts.years)
    return told


def cited(maker: str, year: str, name: str, release: str, url: str) -> str:
    """Return how to cite a release: who, when, what, which, where."""
    when = f" ({year})" if year else ""
    return f"{maker}{when}. {name}. Release {release[:12]}. {url}/dumps/{release}"


def _texts(facts: Facts, subject: NamedNode, name: str, language: str) -> list[str]:
    return [
        t.object.value
        for t in facts.texts
        if t.subject == subject
        and t.predicate == term(name)
        and isinstance(t.object, Literal)
        and t.object.language in {language, None}
    ]


def _text(facts: Facts, subject: NamedNode, name: str, language: str) -> str:
    return next(iter(_texts(facts, subject, name, language)), "Valgraf")
