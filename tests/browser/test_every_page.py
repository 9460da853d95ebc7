"""What holds on every page: accessibility, reflow, valid HTML, size, languages, safety."""

import json
import re
import shutil
import subprocess
from pathlib import Path

import httpx
import pytest
from axe_playwright_python.sync_playwright import Axe

ROOT = Path(__file__).resolve().parents[2]
VNU = ROOT / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
HTML = {"Accept": "text/html"}


def violations(page, options):
    found = Axe().run(page, options=options).response["violations"]
    return [(v["id"], [n["html"][:200] for n in v["nodes"][:3]]) for v in found]


@pytest.fixture(scope="module")
def visit(browser, server):
    """Return what opens an address on one page of the module, 1,280 pixels wide."""
    context = browser.new_context(
        base_url=f"{server.url}/", viewport={"width": 1280, "height": 900}
    )
    opened = context.new_page()

    def to(address, language):
        opened.set_viewport_size({"width": 1280, "height": 900})
        opened.emulate_media(color_scheme="light")
        opened.goto(address + ("&" if "?" in address else "?") + f"lang={language}")
        return opened

    yield to
    context.close()


def test_axe_finds_nothing_in_light_or_dark_and_nothing_overflows(visit, address, language):
    """Scripts run on /sparql alone; a page is looked at in light, in dark, and at 320 pixels."""
    page = visit(address, language)
    rules = {
        "runOnly": {"type": "tag", "values": TAGS},
        "rules": {"target-size": {"enabled": True}},
    }
    assert violations(page, rules) == []
    page.emulate_media(color_scheme="dark")
    assert violations(page, {"runOnly": ["color-contrast"]}) == []
    assert page.evaluate("document.documentElement.lang") == language
    page.set_viewport_size({"width": 320, "height": 700})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_a_page_is_small_safe_and_in_the_language_that_is_asked_for(client, address):
    for language, other in (("sv", "en"), ("en", "sv")):
        response = client.get(f"/{address}", headers={**HTML, "Accept-Language": language})
        assert len(response.content) < 100_000
        assert response.headers["content-language"] == language
        assert f'<html lang="{language}">' in response.text
        assert f'hreflang="{other}"' in response.text
        assert "set-cookie" not in response.headers
        assert response.headers["x-content-type-options"] == "nosniff"
        assert response.headers["referrer-policy"] == "same-origin"
        policy = response.headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "script-src 'unsafe" not in policy
        assert ("'unsafe-inline'" in policy) <= address.startswith("sparql")
        assert not re.search(r"<(?:script|link|img|iframe)[^>]+(?:src|href)=\"(?:https?:)?//(?!127\.0\.0\.1)", response.text.replace('rel="canonical"', ""))  # fmt: skip
        assert not re.search(r" (?:style|on\w+)=\"", response.text)


def test_the_html_is_valid(server, every_page, tmp_path):
    if shutil.which("java") is None or not VNU.exists():
        pytest.skip("java or npm's vnu-jar is not on this machine")
    names = {}
    for number, address in enumerate(every_page):
        for language in ("sv", "en"):
            response = httpx.get(f"{server.url}/{address}", headers={**HTML, "Accept-Language": language}, timeout=60)  # fmt: skip
            file = tmp_path / f"{number}-{language}.html"
            file.write_bytes(response.content)
            names[file.name] = address
    told = subprocess.run(
        ["java", "-Xmx512m", "-jar", VNU, "--stdout", "--format", "json", tmp_path],
        capture_output=True,
        text=True,
        check=False,
    )
    messages = json.loads(told.stdout)["messages"]
    found = {
        (names[m["url"].rpartition("/")[2]], m["message"], m.get("extract", "")[:120])
        for m in messages
    }
    assert found == set()
