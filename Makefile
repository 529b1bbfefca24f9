# make site: build the survey in content/ into site/.  make test: everything that has to pass.
# Both set up .venv by themselves; nothing but Python 3.11+ and make is needed.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
MANUAL ?= build/manual
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt

UV := $(abspath $(BIN))/uv pip compile --quiet --universal --generate-hashes --no-annotate --no-header --no-emit-index-url

.PHONY: site serve test lint docs pictures man golden bench torture hashes clean help

site: $(VENV)/runtime
	@$(BIN)/conspectus build --out site
	@echo "Look at it: make serve, then open http://127.0.0.1:8000/"

serve: $(VENV)/runtime
	@$(BIN)/conspectus serve

test: $(VENV)/tested lint
	@$(BIN)/python -m pytest -n auto --max-worker-restart 0 --dist loadgroup -m "not alone"
	@$(BIN)/python -m pytest -m alone

lint: $(VENV)/tested
	@$(BIN)/ruff check docs generator tests benchmarks hatch_build.py
	@$(BIN)/ruff format --check docs generator tests benchmarks hatch_build.py
	@$(BIN)/mypy

docs: $(VENV)/documented          ## build the manual into build/manual/, or where MANUAL says
	@NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --quiet --strict --site-dir $(abspath $(MANUAL))
	@echo "The manual is in $(MANUAL)/. Read it: $(PYTHON) -m http.server --directory $(MANUAL)"

pictures: $(VENV)/tested          ## take the pictures of the README and the tutorial anew; look at them
	@PYTHONPATH=docs:tests $(BIN)/python -m pictures

man: $(VENV)/runtime              ## write man pages into build/man/man1/
	@PYTHONPATH=docs $(BIN)/python -m reference.man build/man/man1
	@echo "Read them: man -l build/man/man1/conspectus.1"

golden: $(VENV)/tested            ## write tests/golden/, tests/golden_messages.txt and the manual's examples anew; read the diff
	@$(BIN)/python -m pytest -q tests/test_golden.py tests/test_manual.py tests/test_messages.py --golden-anew

bench: $(VENV)/tested
	@$(BIN)/python benchmarks/build.py

torture: $(VENV)/tested         ## disturb builds in every way for minutes; prints what held and what broke
	@$(BIN)/python benchmarks/torture.py

hashes: | $(VENV)/bin/python      ## write the hashes of what releases are made with, and of what the generator and the tests need
	@$(PIP) uv==0.13.9
	@cd .github/hashes && $(UV) --python-version 3.12 tools.in --output-file tools.txt
	@cd .github/hashes && $(UV) --python-version 3.12 ../../pyproject.toml --constraint ../../constraints.txt --output-file runtime.txt
	@cd .github/hashes && $(UV) --python-version 3.11 tests.in ../../pyproject.toml --extra test --constraint ../../constraints.txt --output-file tests.txt

clean:
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find site -mindepth 1 ! -name .gitignore -delete

help:
	@echo "make site | serve | test | lint | docs | pictures | man | golden | bench | torture | hashes | clean"

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.version_info >= (3, 11) or sys.exit("Conspectus needs Python 3.11 or newer; this is " + sys.version.split()[0] + ". Try: make PYTHON=python3.12 $(MAKECMDGOALS)")'
	@echo "Setting up $(VENV) (once)"
	@$(PYTHON) -m venv $(VENV)

$(VENV)/runtime: pyproject.toml constraints.txt | $(VENV)/bin/python
	@$(PIP) -e .
	@touch $@

$(VENV)/tested: pyproject.toml constraints.txt | $(VENV)/bin/python
	@$(PIP) -e '.[test]'
	@touch $@ $(VENV)/runtime

$(VENV)/documented: pyproject.toml constraints.txt | $(VENV)/bin/python
	@$(PIP) -e '.[docs]'
	@touch $@ $(VENV)/runtime
