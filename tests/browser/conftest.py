"""A browser for the tests: Debian's chromium, driven by Playwright, over the server of the session."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

#: Every page of the site, one address of each kind; {statement} is a proposal's path.
PAGES = (
    "",
    "proposals",
    "proposals?municipality=0180&theme=hemloshet-och-boende&sort=newest",
    "proposals?q=bostad",
    "proposals?kind=achievement",
    "proposals?party=nobody",
    "compare",
    "compare?municipality=0180&rows=instrument",
    "search",
    "search?q=bostad",
    "search?q=hemlöshte",
    "sparql",
    "sparql?query=SELECT * { ?s ?p ?o } LIMIT 5",
    "sparql?query=SELEKT",
    "queries",
    "queries/common-ground",
    "queries/network-of-actors",
    "about",
    "dumps",
    "ns",
    "page/{statement}",
    "page/document/l-stockholm-socialpolitik",
    "page/party/c",
    "page/branch/c-0180",
    "page/municipality/0180",
    "page/municipality/2584",
    "page/county/01",
    "page/term/2022-2026",
    "page/theme/hemloshet-och-boende",
    "page/target-group/hemlosa",
    "page/actor/kommunen",
    "page/instrument/bostad-forst",
    "page/stance/strengthen",
    "page/rule/actor-name",
    "page/scheme/theme",
    "page/party/none",
    "proposals?party=<script>",
)

_ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run a test that asks for `path` with every page, and one that asks for `language` in both."""
    if "path" in metafunc.fixturenames:
        metafunc.parametrize("path", PAGES)
    if "language" in metafunc.fixturenames:
        metafunc.parametrize("language", ("sv", "en"))


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Return a browser, one a module: while Playwright lives, no other test of its process has an event loop."""
    executable = shutil.which("chromium")
    if executable is None:
        pytest.skip("there is no chromium on this machine")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=executable, args=_ARGUMENTS)
        yield started
        started.close()


@pytest.fixture
def open_context(browser, server):
    """Return what opens a browser context on the server; its pages may ask no other host, nor write to the console."""
    contexts: list[BrowserContext] = []
    faults: list[str] = []

    def opened(**options) -> BrowserContext:
        context = browser.new_context(base_url=f"{server.url}/", **{"locale": "sv-SE", **options})
        context.set_default_timeout(20_000)
        context.on(
            "request",
            lambda r: None if r.url.startswith((server.url, "data:")) else faults.append(r.url),
        )
        context.on("weberror", lambda error: faults.append(str(error.error)))
        contexts.append(context)
        return context

    yield opened
    for context in contexts:
        context.close()
    assert not faults


@pytest.fixture
def page(open_context) -> Page:
    """Return a page in Swedish, 1,280 by 900 pixels, in light colours."""
    return open_context(viewport={"width": 1280, "height": 900}).new_page()


@pytest.fixture(scope="session")
def built_editor() -> None:
    """Skip where npm could not install the editor: /sparql is a plain form there."""
    static = Path(__file__).resolve().parents[2] / "server" / "static"
    if not (static / "vendor" / "yasgui.min.js").exists():
        pytest.skip("YASGUI is not installed on this machine; /sparql is a plain form")


@pytest.fixture(scope="session")
def statement(server) -> str:
    """Return the path of a proposal that names Bostad först."""
    id_ = "https://w3id.org/valgraf/id/"
    rows = server.ask(
        f"PREFIX vg: <https://w3id.org/valgraf/ns#> SELECT ?s {{ ?s a vg:Proposal ; vg:instrument <{id_}instrument/bostad-forst> }} ORDER BY ?s LIMIT 1"
    ).json()["results"]["bindings"]
    return rows[0]["s"]["value"].removeprefix(id_)


@pytest.fixture
def address(path, statement) -> str:
    """Return the address of the page that the test is run with."""
    return path.replace("{statement}", statement)


@pytest.fixture(scope="session")
def every_page(statement) -> list[str]:
    """Return the addresses of all pages."""
    return [path.replace("{statement}", statement) for path in PAGES]
