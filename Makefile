# Each command does all of its own set-up: a virtual environment in .venv, made anew
# whenever pyproject.toml changes. Nothing is installed outside this folder.

PYTHON ?= python3
PLACE  ?= exhibitions
VENV   := .venv
BIN    := $(VENV)/bin
READY  := $(VENV)/.ready

export PIP_DISABLE_PIP_VERSION_CHECK = 1

.DEFAULT_GOAL := help
.PHONY: help run test lint pictures gallery catalogues reference bench clean

help:  ## Show these commands
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*##/\t/' | expand -t 12

run: $(READY)  ## Play the exhibitions on this screen (PLACE=folder for others, ARGS=options)
	@$(BIN)/kiosk $(PLACE) $(ARGS)

test: $(READY)  ## Run the tests (ARGS=options for pytest)
	@$(BIN)/pytest --numprocesses auto --dist worksteal $(ARGS)

lint: $(READY)  ## Check style, types and the borders between modules
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

pictures: $(READY)  ## Draw the README's pictures anew
	@$(BIN)/kiosk shot exhibitions/apple.yaml --start attract --after 14 --size 1280x720 --out assets/pictures/attract.png
	@$(BIN)/kiosk shot exhibitions --start home --size 1280x720 --out assets/pictures/home.png
	@$(BIN)/kiosk shot exhibitions --start apple:4 --size 1280x720 --out assets/pictures/viewer.png

gallery: $(READY)  ## Draw every layout, theme, shape and language on a page (ARGS=--theme paper …)
	@$(BIN)/python -W ignore -m tests.gallery $(ARGS)

catalogues: $(READY)  ## Bring the translations of the kiosk's own words up to date
	@$(BIN)/pybabel -q extract --no-default-keywords -k Phrase -k Counted:1,2 --omit-header \
	  --no-location --sort-output -o $(VENV)/kiosk.pot kiosk/phrases.py
	@$(BIN)/pybabel -q update --domain kiosk -i $(VENV)/kiosk.pot -d kiosk/locale \
	  --no-fuzzy-matching --ignore-obsolete --ignore-pot-creation-date
	@$(BIN)/pybabel -q compile --domain kiosk -d kiosk/locale

reference: $(READY)  ## Write the page of all keys anew from what they say of themselves
	@$(BIN)/python -m kiosk.exhibition.reference > exhibitions/REFERENCE.md

bench: $(READY)  ## Measure speed and memory beside other viewers (ARGS=--quick)
	@$(BIN)/python -m pip install --quiet --editable '.[bench]'
	@$(BIN)/python -W ignore -m tests.bench $(ARGS)

clean:  ## Remove what these commands made in this folder
	rm -rf $(VENV) .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache

$(READY): pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
	  echo "The kiosk needs Python 3.11 or later: install it, or say where it is: make $(MAKECMDGOALS) PYTHON=/path/to/python3.11" >&2; exit 2; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
	  echo "This Python has no venv module: on Debian and Ubuntu, type: sudo apt install python3-venv" >&2; exit 2; }
	@echo "Setting up in $(VENV), once: this takes a minute." >&2
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --editable '.[dev]' || { \
	  echo "The packages could not be installed (see above): is this machine online?" >&2; exit 2; }
	@$(BIN)/python -m compileall -q kiosk || true
	@touch $@
