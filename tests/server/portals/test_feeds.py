"""robots.txt and the site map, as a crawler reads them."""

from urllib.robotparser import RobotFileParser
from xml.etree import ElementTree as ET

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def places(client, path):
    answer = client.get(path)
    assert answer.headers["content-type"] == "application/xml"
    root = ET.fromstring(answer.content)
    return {e.findtext(f"{SITEMAP}loc"): e.findtext(f"{SITEMAP}lastmod") for e in root}


def test_a_crawler_finds_every_statement_by_robots_txt_and_the_site_map(client, server):
    robots = RobotFileParser()
    robots.parse(client.get("/robots.txt").text.splitlines())
    assert robots.site_maps() == [f"{server.url}/sitemap.xml"]
    listed = {}
    for page in places(client, "/sitemap.xml"):
        listed |= places(client, page.removeprefix(server.url))
    rows = server.ask(
        "SELECT ?s { ?s <https://w3id.org/valgraf/ns#quote> ?quote . ?s a ?class FILTER (?class != <https://w3id.org/valgraf/ns#Withdrawn>) }"
    ).json()["results"]["bindings"]
    pages = {row["s"]["value"].replace("https://w3id.org/valgraf/id", f"{server.url}/page") for row in rows}  # fmt: skip
    assert pages
    assert pages <= listed.keys()
    created = client.get("/dumps").json()["releases"][0]["created"]
    assert set(listed.values()) == {created}
    assert all(robots.can_fetch("*", address) for address in listed)
    assert f"{server.url}/" in listed


def test_every_kind_of_page_in_the_site_map_is_there(client, server):
    kinds = {}
    for address in places(client, "/sitemap/0.xml") | places(client, "/sitemap/1.xml"):
        kinds.setdefault("/".join(address.split("/")[3:5]) if "/page/" in address else address, address)  # fmt: skip
    for address in kinds.values():
        assert client.get(address, headers={"Accept": "text/html"}).status_code == 200, address


def test_crawlers_are_kept_from_addresses_without_end(client, server):
    robots = RobotFileParser()
    robots.parse(client.get("/robots.txt").text.splitlines())
    for path in ("/sparql?query=x", "/search?q=x", "/proposals?party=c", "/data/party/c.ttl"):
        assert not robots.can_fetch("*", server.url + path)


def test_past_the_last_page_of_the_site_map_there_is_nothing(client):
    assert client.get("/sitemap/2.xml").status_code == 404
