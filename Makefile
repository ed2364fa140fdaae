# Everything runs in an environment of its own, made on first use.
PYTHON ?= python3
VENV   ?= .venv
BIN    := $(VENV)/bin
STAMP  := $(VENV)/.installed

# Hundreds of tests start the program: compiled once, it starts in two thirds of the time.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: demo test lint types contracts unit matrix bench format constraints picture clean help

help:            ## this list
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*##/\t/'

$(STAMP): pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit("transreview needs Python 3.11 or newer; this is " + sys.version.split()[0] + ". Name another: make PYTHON=python3.12") if sys.version_info < (3, 11) else 0'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade 'pip>=25.1'
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable . --group dev
	@touch $@

demo: $(STAMP)   ## review the sample article
	@$(BIN)/transreview demo

test: lint types contracts unit ## everything that must hold

lint: $(STAMP)
	$(BIN)/ruff check src tests scripts
	$(BIN)/ruff format --check src tests scripts

types: $(STAMP)
	$(BIN)/mypy

contracts: $(STAMP)
	$(BIN)/lint-imports

unit: $(STAMP)
	$(BIN)/python -m pytest -n 3 --dist loadfile --no-loadscope-reorder

matrix:          ## the tests on every Python found here, newest and lowest versions of what we need
	.ci/matrix

bench: $(STAMP)  ## quality and speed, beside the numbers to reach
	$(BIN)/python -m tests.benchmarks

format: $(STAMP) ## rewrite the code in the house style
	$(BIN)/ruff format src tests scripts
	$(BIN)/ruff check --fix src tests scripts

constraints: $(STAMP) ## take the newest versions that pyproject.toml allows into constraints.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade --upgrade-strategy eager --editable . --group dev
	@{ sed '/^[^#]/d' constraints.txt; \
	   $(BIN)/python -m pip freeze --disable-pip-version-check --exclude-editable --exclude pip --exclude setuptools; } > constraints.new
	@mv constraints.new constraints.txt

picture: $(STAMP) ## the pictures of README and docs/tour.md, made by the program itself
	$(BIN)/python scripts/make_tour.py

clean:           ## forget the environment
	rm -rf $(VENV) build dist
