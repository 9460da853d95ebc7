# One command each: `make serve` for users, `make test` for developers and CI.
# PYTHON is any Python 3.11 or newer; everything else is installed into .venv.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: serve test soak bench lock clean

serve: .venv/ready
	@$(BIN)/valgraf serve

test: .venv/ready
	@./check.sh

soak: .venv/ready
	@$(BIN)/pytest -m soak --timeout 3600

bench: .venv/ready
	@$(BIN)/python -m bench

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

# After a change of the dependencies in pyproject.toml.
lock: .venv/ready
	@$(BIN)/uv pip compile --quiet --universal --generate-hashes --all-extras --python-version 3.11 pyproject.toml -o requirements.lock

clean:
	@rm -rf .venv dist releases
