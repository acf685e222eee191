# The two commands: `make demo` runs the main job, `make test` passes the tests.
PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check -q

.PHONY: demo test check-code bench bench-large slow clean

demo: .venv/run
	$(BIN)/rationale demo

test: .venv/dev check-code
	$(BIN)/pytest -n auto -m "not slow"

check-code: .venv/dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

slow: .venv/dev
	SLOW=1 $(BIN)/pytest -n auto

bench: .venv/dev
	$(BIN)/python tests/bench/bench.py

bench-large: .venv/dev
	$(BIN)/python tests/bench/bench.py --large

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "error: rationale needs Python 3.11 or newer; $(PYTHON) is older"; echo "hint: Name a newer one: make PYTHON=python3.12"; exit 1; }
	$(PYTHON) -m venv .venv
	$(PIP) install -c constraints.txt --upgrade pip

.venv/run: .venv/bin/python pyproject.toml constraints.txt
	$(PIP) install -c constraints.txt --build-constraint constraints.txt -e .
	@touch $@

.venv/dev: .venv/run
	$(PIP) install -c constraints.txt --build-constraint constraints.txt --group dev
	@touch $@

clean:
	rm -rf .venv dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis
