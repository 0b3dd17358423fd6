# make serve | test | check | bench. Everything runs in .venv, which is built once and rebuilt when the lock changes.

SHELL := bash
.SHELLFLAGS := -eu -o pipefail -c
VENV := .venv
BIN := $(VENV)/bin
PORT ?= 8000
DATABASE ?= data/claims.db
# The first Python that runs and is new enough; PYTHON=... says otherwise.
PYTHON ?= $(shell for python in python3 python3.13 python3.12 python3.11 python3.14; do \
	"$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo "$$python" && break; done)
NODE := .ci/node/node_modules/.bin
SCHEMA := grammar/reading.schema.json
BUILT := build/compiled/modules.digest
# All tests: file by file, a file's in one process and in their order, so that what they share is made once.
SHARED := --numprocesses logical --maxprocesses 4 --dist loadfile --no-loadscope-reorder
# Where C can be compiled, the engine is, once, and runs so until a file of it is edited (grammar/compiled.py); COMPILER= goes without.
COMPILER ?= $(shell command -v cc || command -v gcc || command -v clang)

.DEFAULT_GOAL := help
.PHONY: help install compiled serve test check static types lint imports drift openapi-lint format generate bench soak identity parts fuzz lock clean

help: ## Say what can be made
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

install: $(VENV)/installed $(if $(COMPILER),$(BUILT)) ## Build the environment and the engine; does nothing where they stand

$(VENV)/installed: requirements-dev.txt pyproject.toml
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed; PYTHON=path/to/python make ... names one." >&2; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV) || \
		{ rm -rf $(VENV); echo "This Python cannot make environments (on Debian: apt-get install python3-venv)." >&2; exit 1; }
	@echo "Installing into $(VENV) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

serve: install $(DATABASE) ## Serve on http://127.0.0.1:8000, the first time with the fixture articles
	@echo "Docs:  http://127.0.0.1:$(PORT)/docs"
	@echo "Try:   curl 'http://127.0.0.1:$(PORT)/v1/claims?actor=Iceland&act=deny'"
	@exec $(BIN)/claims serve --port $(PORT) --database $(DATABASE)

# Built aside and moved into place, so that a loading cut short leaves no half database.
$(DATABASE): | install
	@mkdir -p $(@D)
	@rm -f $@.loading*
	@echo "Loading the fixture articles into $@ ..."
	@$(BIN)/python -m fixtures | $(BIN)/claims ingest --database $@.loading > /dev/null
	@mv $@.loading $@

test: install ## Run the tests, in a process for each processor; ARGUMENTS="-k quotation" and the like go to one pytest
	@$(BIN)/python -m pytest -q $(if $(ARGUMENTS),$(ARGUMENTS),$(SHARED))

check: static openapi-lint test ## The whole gate

static: lint types imports drift ## What is checked without a test

lint: $(VENV)/installed
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check . || { echo "make format would change the files above" >&2; exit 1; }

format: install ## Put the code into its form
	@$(BIN)/ruff check --quiet --fix .
	@$(BIN)/ruff format --quiet .

types: $(VENV)/installed
	@$(BIN)/mypy

imports: $(VENV)/installed
	@$(BIN)/lint-imports --no-cache

drift: $(VENV)/installed
	@$(BIN)/claims openapi | diff -u openapi.yaml - || { echo "openapi.yaml is stale: make generate" >&2; exit 1; }
	@$(BIN)/python -m grammar.schema | diff -u $(SCHEMA) - || { echo "$(SCHEMA) is stale: make generate" >&2; exit 1; }
	@$(BIN)/python -m grammar.catalogue | diff -u docs/rules.md - || { echo "docs/rules.md is stale: make generate" >&2; exit 1; }
	@$(BIN)/python -m service.description.handbook settings | diff -u docs/settings.md - || { echo "docs/settings.md is stale: make generate" >&2; exit 1; }
	@$(BIN)/python -m service.description.handbook errors | diff -u docs/errors.md - || { echo "docs/errors.md is stale: make generate" >&2; exit 1; }

generate: install ## Write openapi.yaml with its examples, the schema of a reading, the rule catalogue, the settings and the README's answer anew
	@$(BIN)/python -m tests.house.examples
	@$(BIN)/claims openapi --output openapi.yaml
	@$(BIN)/python -m grammar.schema > $(SCHEMA)
	@$(BIN)/python -m grammar.catalogue > docs/rules.md
	@$(BIN)/python -m service.description.handbook settings > docs/settings.md
	@$(BIN)/python -m service.description.handbook errors > docs/errors.md
	@$(BIN)/python -m tests.house.readme

openapi-lint:
	@if [ -x $(NODE)/spectral ]; then \
		$(NODE)/spectral lint --ruleset .ci/node/spectral.yaml --fail-severity=hint openapi.yaml && \
		REDOCLY_TELEMETRY=off REDOCLY_SUPPRESS_UPDATE_NOTICE=true \
			$(NODE)/redocly lint --config .ci/node/redocly.yaml openapi.yaml; \
	else echo "skipped: no linters for openapi.yaml here (.ci/run installs them)"; fi

soak: install ## A hundred kills; a million claims: each question's time and plan, reads and writes together; 90 minutes, idle machine
	@failed=; for each in kills "million data/million.db" "mixed data/million.db" ingest; do \
		read -r name database <<< "$$each"; \
		$(BIN)/python benchmarks/$$name.py $$database --write || failed="$$failed $$name"; \
	done; test -z "$$failed" || { echo "over a limit, or wrong:$$failed" >&2; exit 1; }

compiled: $(VENV)/installed ## Compile the engine (mypyc) anew, after edits: a third faster; needs a C compiler and a minute
	@$(BIN)/python deploy/compiled.py

$(BUILT): | $(VENV)/installed
	@echo "Compiling the engine, a minute or more (COMPILER= goes without) ..."
	@$(BIN)/python deploy/compiled.py || echo "The engine stays in plain Python: slower by half, with the same readings."

bench: install $(if $(COMPILER),compiled) ## Speed, plain and compiled, and hostile texts; two minutes
	@$(BIN)/python benchmarks/speed.py
	@$(if $(COMPILER),$(BIN)/python benchmarks/compiled.py,echo "no C compiler here: the compiled engine is not measured")
	@$(BIN)/python benchmarks/hostile.py

fuzz: install ## schemathesis against the running service, with and without keys, five seeds; ten minutes
	@$(BIN)/python benchmarks/fuzz.py

CORPUS ?= fixtures
identity: install ## Byte-identical output over runs, hash seeds and processes; CORPUS="PATH..." names other texts
	@$(BIN)/python benchmarks/identity.py $(CORPUS)

parts: export CLAIMS_PLAIN_PYTHON := 1
parts: install ## The engine's parts and the single pass beside their rivals; CORPUS as above
	@$(BIN)/python benchmarks/parts.py $(CORPUS)
	@$(BIN)/python benchmarks/single_pass.py $(CORPUS)

lock: ## Pin the dependencies anew (needs uv)
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header requirements.in -o requirements.txt
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header requirements-telemetry.in -o requirements-telemetry.txt
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header requirements-dev.in -o requirements-dev.txt

clean: ## Remove the environment and what tools leave behind; data/ stays
	rm -rf $(VENV) build .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache .ci/node/node_modules
