# Everything that is done to this project has a name here.  `make` alone lists them.
# The set-up (.venv, and as root on Debian the system packages) runs by itself where it is needed.

PYTHON_IN := .venv/bin/python
OUT := out

.DEFAULT_GOAL := help
.PHONY: help setup demo test lint screens bench torture dist wheel lock clean

help:  ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-9s %s\n", $$1, $$2 }' Makefile

setup:  ## the environment for tests and checks, in .venv
	@build/setup.sh dev

demo:  ## a whole round on the sample campaign, left in demo-out/, then the window
	@build/setup.sh run
	.venv/bin/review-app demo demo-out --window

test:  ## all tests but the torture ones; PYTEST="-k name" adds arguments
	@build/setup.sh dev
	$(PYTHON_IN) -m pytest $$($(PYTHON_IN) tests/without_qt.py) -n 2 --dist loadgroup $(PYTEST)

lint:  ## style, types, who imports whom
	@build/setup.sh dev
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/mypy
	.venv/bin/lint-imports --no-cache

screens:  ## pictures of every page into out/screens/; SCREENS=--few renews those of docs/images/
	@build/setup.sh dev
	$(PYTHON_IN) -m tests.screens $(SCREENS)

bench:  ## speed and memory, as ratios measured in the same run
	@build/setup.sh dev
	$(PYTHON_IN) -m benchmarks

torture:  ## killed processes and damaged files, some hundred times
	@build/setup.sh dev
	$(PYTHON_IN) -m pytest $$($(PYTHON_IN) tests/without_qt.py) -m torture $(PYTEST)

dist:  ## the frozen program, in out/dist/, tried out
	@build/setup.sh dist
	build/freeze.sh

wheel:  ## the wheel and the source archive, in out/wheel/
	@build/setup.sh dev
	$(PYTHON_IN) -m hatchling build -d $(OUT)/wheel

lock:  ## the locked versions anew from pyproject.toml; LOCK=--upgrade takes newer ones
	@build/setup.sh dev
	build/lock.sh $(LOCK)

clean:  ## removes what the commands above made, the environment too
	rm -rf .venv $(OUT) demo-out .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	find review_app tests benchmarks -name __pycache__ -type d -prune -exec rm -rf {} + 2>/dev/null || true
