# Everything a person or a machine does with this repository. Needs Python 3.11 or newer and make.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# What is installed, by the lock that it came from: nothing is installed twice.
RUN := $(VENV)/.installed-run
DEV := $(VENV)/.installed-dev

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help site serve test check format lint types docs lock bench clean

help:  ## Show what make can do
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-10s %s\n", $$1, $$2}' $(firstword $(MAKEFILE_LIST))

site: $(RUN)  ## Build the demonstration from seeds/ into site/
	$(BIN)/sitegen build

serve: $(RUN)  ## Show the demonstration in the browser and build it anew on every change
	$(BIN)/sitegen serve

test: $(DEV)  ## Run the tests on all cores, with coverage
	$(BIN)/pytest -n auto --dist worksteal --cov --cov-report=term

check: lint types test  ## Do all that must pass before a change is sent in

lint: $(DEV)  ## Check style and format
	$(BIN)/ruff check
	$(BIN)/ruff format --check

types: $(DEV)  ## Check types
	$(BIN)/mypy

format: $(DEV)  ## Format the code, and mend what can be mended
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

docs: $(DEV)  ## Write the generated pages of docs/ and the expected files of the tests anew
	$(BIN)/pytest -q --update-golden

lock: $(DEV)  ## Pin all dependencies anew, with hashes (newer ones: UPGRADE=--upgrade)
	$(COMPILE) --output-file requirements/run.txt pyproject.toml
	$(COMPILE) --extra dev --constraint requirements/run.txt --output-file requirements/dev.txt pyproject.toml

bench: $(RUN)  ## Measure builds with nothing to do, and kill some
	$(BIN)/python bench/run.py

clean:  ## Remove .venv, the caches and the built site
	rm -rf $(VENV) .sitegen .pytest_cache .mypy_cache .ruff_cache .hypothesis .coverage dist build
	find site -mindepth 1 ! -name .gitignore -delete

# The lock must hold for everybody: neither this machine's package index nor its folders get into it.
COMPILE := env -u PIP_FIND_LINKS -u PIP_INDEX_URL -u PIP_EXTRA_INDEX_URL PIP_CONFIG_FILE=/dev/null \
	CUSTOM_COMPILE_COMMAND="make lock" $(BIN)/pip-compile --quiet $(UPGRADE) --generate-hashes \
	--no-strip-extras --allow-unsafe --build-deps-for editable \
	--no-emit-index-url --no-emit-find-links --no-emit-trusted-host

# The first start is as fast as all others, as with a package that is not installed in place.
COMPILED := $(BIN)/python -m compileall -q sitegen
INSTALL := $(BIN)/python -m pip --disable-pip-version-check install --quiet

$(DEV): requirements/dev.txt pyproject.toml | $(BIN)/python
	$(INSTALL) --require-hashes --requirement requirements/dev.txt
	$(INSTALL) --no-deps --no-build-isolation --editable .
	@$(COMPILED)
	@touch $@ $(RUN)

$(RUN): requirements/run.txt pyproject.toml | $(BIN)/python
	$(INSTALL) --require-hashes --requirement requirements/run.txt
	$(INSTALL) --no-deps --no-build-isolation --editable .
	@$(COMPILED)
	@touch $@

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "sitegen needs Python 3.11 or newer; name one with: make PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || \
		{ echo "this Python cannot make virtual environments; on Debian and Ubuntu: apt install python3-venv"; exit 1; }
	@$(PYTHON) -m venv $(VENV)
