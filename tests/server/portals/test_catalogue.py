"""The catalogue over HTTP, as a portal harvests it, against DCAT-AP 3.0.1 and DCAT-AP-SE 3.0.1."""

import json
import re
from pathlib import Path

import httpx
import pytest
import rdflib
from pyshacl import validate
from rdflib.namespace import DCAT, DCTERMS, FOAF, OWL, PROV, RDF, RDFS, SDO, SH, SKOS

ROOT = Path(__file__).resolve().parents[3]
SHAPES = ROOT.parent / "shared" / "shapes"
EU = "http://publications.europa.eu/resource/authority/"
VCARD = rdflib.Namespace("http://www.w3.org/2006/vcard/ns#")
SPDX = rdflib.Namespace("http://spdx.org/rdf/terms#")
HYDRA = rdflib.Namespace("http://www.w3.org/ns/hydra/core#")
CC0 = rdflib.URIRef("http://creativecommons.org/publicdomain/zero/1.0/")

LICENCE_TYPE = rdflib.URIRef("http://purl.org/adms/licencetype/Attribution")

#: Of SEMIC's restrictions, one is for bodies of the European Union alone, and one spells SPDX's IRIs with https.
INAPPLICABLE = ("CorporateBodyRestriction", "ChecksumAlgorithmRestriction")

#: Recommendations not followed: a municipality's outline is with those who keep maps, and its IRI is ours.
KNOWN = ("dcat#bbox", "dcat#centroid", "terms/spatial")

#: Start of an IRI that others describe → the class and the scheme that they give it.
OTHERS = {
    f"{EU}access-right/": (DCTERMS.RightsStatement, f"{EU}access-right"),
    f"{EU}country/": (DCTERMS.Location, f"{EU}country"),
    f"{EU}data-theme/": (SKOS.Concept, f"{EU}data-theme"),
    f"{EU}file-type/": (DCTERMS.MediaTypeOrExtent, f"{EU}file-type"),
    f"{EU}frequency/": (DCTERMS.Frequency, f"{EU}frequency"),
    f"{EU}language/": (DCTERMS.LinguisticSystem, f"{EU}language"),
    f"{EU}planned-availability/": (SKOS.Concept, f"{EU}planned-availability"),
    "http://creativecommons.org/": (DCTERMS.LicenseDocument, None),
    "http://purl.org/adms/publishertype/": (
        SKOS.Concept,
        "http://purl.org/adms/publishertype/1.0",
    ),
    "http://www.iana.org/assignments/media-types/": (DCTERMS.MediaType, None),
    "http://spdx.org/rdf/terms#checksumAlgorithm_": (SPDX.ChecksumAlgorithm, None),
    "http://purl.org/adms/licencetype/": (SKOS.Concept, "http://purl.org/adms/licencetype/1.0"),
}


@pytest.fixture(scope="module")
def catalogue(client):
    """Return the catalogue as a portal gets it: HEAD, then GET of the default address, parsed by rdflib."""
    head = client.head("/datasets/dcat")
    assert head.status_code == 200
    answer = client.get("/datasets/dcat", headers={"Accept": "*/*"})
    assert answer.headers["content-type"] == head.headers["content-type"] == "application/rdf+xml"
    assert head.headers["etag"] == answer.headers["etag"]
    return rdflib.Graph().parse(data=answer.content, format="xml")


def with_others(catalogue):
    """Return the catalogue and what others say of the IRIs that it uses, as a portal knows it."""
    whole = rdflib.Graph() + catalogue
    for node in {*catalogue.objects(), LICENCE_TYPE}:
        for start, (class_, scheme) in OTHERS.items():
            if isinstance(node, rdflib.URIRef) and node.startswith(start):
                whole.add((node, RDF.type, class_))
                whole.add((node, RDF.type, SKOS.Concept))
                whole.add((node, SKOS.prefLabel, rdflib.Literal(node, lang="en")))
                if scheme:
                    whole.add((node, SKOS.inScheme, rdflib.URIRef(scheme)))
                    whole.add((rdflib.URIRef(scheme), RDF.type, SKOS.ConceptScheme))
                    title = rdflib.Literal(scheme, lang="en")
                    whole.add((rdflib.URIRef(scheme), DCTERMS.title, title))
                if class_ == DCTERMS.LicenseDocument:
                    whole.add((node, DCTERMS.type, LICENCE_TYPE))
    taxonomy = rdflib.URIRef(f"{EU}data-theme")
    whole.add((taxonomy, RDF.type, SKOS.ConceptScheme))
    whole.add((taxonomy, DCTERMS.title, rdflib.Literal("Data theme", lang="en")))
    for contact in whole.subjects(RDF.type, VCARD.Organization):
        whole.add((contact, RDF.type, VCARD.Kind))
    for predicate in (DCAT.endpointURL, DCAT.endpointDescription):
        for address in catalogue.objects(None, predicate):
            whole.add((address, RDF.type, RDFS.Resource))
    for predicate in (FOAF.homepage, FOAF.page, DCAT.landingPage):
        for page in catalogue.objects(None, predicate):
            whole.add((page, RDF.type, FOAF.Document))
    return whole


def findings(data, shapes):
    """Return what shapes find wrong, each with its severity; warnings too."""
    _, results, _ = validate(data, shacl_graph=shapes, advanced=True, inference="none")
    return sorted(
        f"{results.value(r, SH.resultSeverity).fragment}: {results.value(r, SH.focusNode)}"
        f" {results.value(r, SH.resultPath)} {results.value(r, SH.value)} {results.value(r, SH.resultMessage)}"
        for r in results.objects(None, SH.result)
    )


def test_the_catalogue_keeps_the_rules_of_dcat_ap_se_and_our_own(catalogue):
    shapes = rdflib.Graph().parse(ROOT / "ontology" / "catalogue-shapes.ttl")
    assert findings(catalogue, shapes) == []


def test_our_own_shapes_find_a_missing_publisher_and_a_second_licence(catalogue):
    shapes = rdflib.Graph().parse(ROOT / "ontology" / "catalogue-shapes.ttl")
    broken = rdflib.Graph() + catalogue
    dataset = next(broken.subjects(RDF.type, DCAT.Dataset))
    broken.remove((dataset, DCTERMS.publisher, None))
    catalog = next(broken.subjects(RDF.type, DCAT.Catalog))
    broken.add((catalog, DCTERMS.license, rdflib.URIRef("https://example.org/")))
    found = findings(broken, shapes)
    assert any("needs one publisher" in line for line in found)
    assert any("CC0" in line for line in found)


@pytest.mark.parametrize(
    ("folder", "files"),
    [
        ("dcat-ap-3.0.1", ("dcat-ap-SHACL.ttl", "ranges.ttl")),
        (
            "dcat-ap-3.0.1-html",
            ("shapes.ttl", "range.ttl", "shapes_recommended.ttl", "deprecateduris.ttl"),
        ),
        ("dcat-ap-3.0.1-html", ("mdr-vocabularies.shape.ttl",)),
    ],
)
def test_the_catalogue_keeps_the_shapes_of_dcat_ap(catalogue, folder, files):
    if not (SHAPES / folder).exists():
        pytest.skip("SEMIC's shapes are not here")
    shapes = rdflib.Graph()
    for file in files:
        shapes.parse(SHAPES / folder / file)
    for shape in set(shapes.objects(None, SH.property)):
        if (shape, SH.path, None) not in shapes:  # two of SEMIC's, which are no shapes therefore
            shapes.remove((None, SH.property, shape))
    for name in INAPPLICABLE:
        shapes.remove((None, SH.node, rdflib.URIRef(f"http://data.europa.eu/r5r#{name}")))
    found = findings(with_others(catalogue), shapes)
    assert [f for f in found if not (f.startswith("Warning") and any(k in f for k in KNOWN))] == []


def test_the_catalogue_is_one_page_without_blank_nodes_or_relative_iris(catalogue, server):
    page = rdflib.URIRef(f"{server.url}/datasets/dcat")
    assert (page, RDF.type, HYDRA.PagedCollection) in catalogue
    assert catalogue.value(page, HYDRA.totalItems).value == len(
        set(catalogue.subjects(RDF.type, DCAT.Dataset))
    )
    assert not list(catalogue.objects(page, HYDRA.next))
    assert httpx.get(page, params={"page": 2}).status_code == 404
    for triple in catalogue:
        assert not any(isinstance(node, rdflib.BNode) for node in triple)


def test_what_the_catalogue_covers_comes_from_the_documents(catalogue, server):
    dataset = rdflib.URIRef(f"{server.url}/.well-known/void#dataset")
    period = catalogue.value(dataset, DCTERMS.temporal)
    years = [str(catalogue.value(period, p)) for p in (DCAT.startDate, DCAT.endDate)]
    names = {
        str(name)
        for place in catalogue.objects(dataset, DCTERMS.spatial)
        for name in catalogue.objects(place, SKOS.prefLabel)
    }
    rows = server.ask(
        "PREFIX vg: <https://w3id.org/valgraf/ns#> SELECT DISTINCT ?name WHERE"
        " { ?d a vg:Document ; vg:municipality/<http://www.w3.org/2000/01/rdf-schema#label> ?name }"
    ).json()["results"]["bindings"]
    assert names == {row["name"]["value"] for row in rows}
    assert years[0] < years[1]


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph:DeprecationWarning")  # rdflib's own JSON-LD
@pytest.mark.parametrize(
    ("ending", "parser"),
    [("rdf", "xml"), ("ttl", "turtle"), ("nt", "nt"), ("jsonld", "json-ld")],
)
def test_every_format_says_the_same_by_ending_and_by_accept(client, catalogue, ending, parser):
    answer = client.get(f"/datasets/dcat.{ending}")
    media_type = answer.headers["content-type"].partition(";")[0]
    assert rdflib.Graph().parse(data=answer.content, format=parser).isomorphic(catalogue)
    negotiated = client.get("/datasets/dcat", headers={"Accept": media_type})
    assert negotiated.headers["content-type"] == answer.headers["content-type"]


def test_a_harvester_that_asks_for_xml_gets_rdf_xml(client):
    for accept in ("application/xml", "text/xml;q=0.9, image/png", "text/html, */*;q=0.1"):
        answer = client.get("/datasets/dcat", headers={"Accept": accept})
        assert answer.headers["content-type"] == "application/rdf+xml"


def test_a_harvester_that_has_the_catalogue_gets_304(client):
    tag = client.head("/datasets/dcat").headers["etag"]
    assert client.get("/datasets/dcat", headers={"If-None-Match": tag}).status_code == 304


def test_no_format_that_the_client_takes_is_406_and_an_unknown_ending_404(client):
    assert client.get("/datasets/dcat", headers={"Accept": "image/png"}).status_code == 406
    assert client.get("/datasets/dcat.xls").status_code == 404


def test_a_deployment_has_its_own_publisher_contact_and_dates(serve, releases, tmp_path):
    own = tmp_path / "own.ttl"
    own.write_text(
        """
        @prefix dct: <http://purl.org/dc/terms/> . @prefix foaf: <http://xmlns.com/foaf/0.1/> .
        @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
        <datasets/dcat#publisher> foaf:name "Ett universitet"@sv .
        <.well-known/void#dataset> dct:issued "2020-02-02"^^xsd:date .""",
        encoding="utf-8",
    )
    url = "https://valgraf.example"
    with serve("--releases", releases, "--catalogue", own, "--public-url", url) as running:
        data = httpx.get(f"{running.url}/datasets/dcat").content
    catalogue = rdflib.Graph().parse(data=data, format="xml")
    publisher = rdflib.URIRef(f"{url}/datasets/dcat#publisher")
    assert [str(name) for name in catalogue.objects(publisher, FOAF.name)] == ["Ett universitet"]
    dataset = rdflib.URIRef(f"{url}/.well-known/void#dataset")
    assert [str(day) for day in catalogue.objects(dataset, DCTERMS.issued)] == ["2020-02-02"]


def test_texts_that_are_no_turtle_are_one_line_at_the_start(valgraf, releases, tmp_path):
    own = tmp_path / "own.ttl"
    own.write_text("detta är ingen Turtle", encoding="utf-8")
    ended = valgraf("serve", "--releases", releases, "--port", 0, "--catalogue", own)
    assert ended.returncode == 1
    assert len(ended.stderr.splitlines()) == 1
    assert "own.ttl" in ended.stderr


def form(bundle, id_):
    """Return a template of DCAT-AP-SE's form with all that it extends."""
    found = next(t for t in bundle["templates"] if t.get("id") == id_)
    return {**(form(bundle, found["extends"]) if "extends" in found else {}), **found}


def items(bundle, id_):
    """Yield the fields of a form; a group without a property stands for its own fields."""
    for item in form(bundle, id_)["items"]:
        field = form(bundle, item) if isinstance(item, str) else item
        if "property" in field:
            yield field
        else:
            yield {**field, "any": list(items(bundle, item))}


@pytest.mark.parametrize(
    ("template", "class_"),
    [
        ("dcat:Catalog", DCAT.Catalog),
        ("dcat:Dataset", DCAT.Dataset),
        ("dcat:Distribution", DCAT.Distribution),
        ("dcat:DataService", DCAT.DataService),
        ("dcat:foaf:Agent", FOAF.Agent),
        ("dcat:contactPoint", VCARD.Organization),
    ],
)
def test_the_catalogue_fits_the_form_of_dcat_ap_se(catalogue, template, class_):
    file = SHAPES / "dcat-ap-se-3.0.1" / "bundle-3.0.1.json"
    if not file.exists():
        pytest.skip("DCAT-AP-SE's form is not here")
    bundle = json.loads(file.read_text(encoding="utf-8"))
    prefixes = rdflib.Graph(bind_namespaces="none").namespace_manager
    for prefix, namespace in {"dcterms": DCTERMS, "dcat": DCAT, "foaf": FOAF, "vcard": VCARD, "rdf": RDF, "owl": OWL, "prov": PROV, "schema": SDO, "odrs": "http://schema.theodi.org/odrs#"}.items():  # fmt: skip
        prefixes.bind(prefix, namespace)

    def iri(name):
        return rdflib.URIRef(name) if name.startswith("http") else prefixes.expand_curie(name)

    subjects = list(catalogue.subjects(RDF.type, class_))
    assert subjects
    for field in items(bundle, template):
        alternatives = field.get("any", [field])
        limits = field.get("cardinality") or {}
        if "hvdCategory" in str(field.get("property")):  # for high-value datasets by law alone
            continue
        for subject in subjects:
            found = {
                v for a in alternatives for v in catalogue.objects(subject, iri(a["property"]))
            }
            assert len(found) >= limits.get("min", 0), (subject, field.get("id"))
            if "max" in limits:
                assert len({(str(v) if isinstance(v, rdflib.URIRef) else v.language) for v in found}) <= limits["max"], (subject, field.get("id"))  # fmt: skip
            for value in found:
                for pattern in (a["pattern"] for a in alternatives if "pattern" in a and len(alternatives) == 1):  # fmt: skip
                    assert re.fullmatch(pattern, str(value)), (subject, field.get("id"), value)
