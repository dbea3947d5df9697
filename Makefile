# Each command does all of its own set-up: a virtual environment in .venv with the packages that
# requirements.txt locks, for running, or requirements-dev.txt, for all else. `make lock` renews
# both. Nothing is installed outside this folder.

PYTHON ?= python3
PLACE  ?= exhibitions
VENV   := .venv
NEWEST := .venv-newest
BIN    := $(VENV)/bin
RUN    := $(VENV)/.run
DEV    := $(VENV)/.dev
LOG    := $(VENV)/install.log

export PIP_DISABLE_PIP_VERSION_CHECK = 1
unexport PLACE
# One more than there are cores, since many tests wait for a process, a window or a clock.
WORKERS := $(shell expr $$(getconf _NPROCESSORS_ONLN) + 1)

.DEFAULT_GOAL := help
.PHONY: help run test test-all lint pictures gallery catalogues locale reference licences bench lock newest clean

help:  ## Show these commands
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*##/\t/' | expand -t 12

run: $(RUN)  ## Play the exhibitions on this screen (PLACE=folder for others, ARGS=options)
	@place='$(subst ','\'',$(value PLACE))'; \
	case "$$place" in "~"|"~/"*) place="$$HOME$${place#"~"}";; esac; \
	if [ -t 2 ]; then (sleep 20; $(BIN)/python -m kiosk doctor --format line -- "$$place" >&2) & fi; \
	exec $(BIN)/python -m kiosk play $(ARGS) -- "$$place"

test: $(DEV)  ## Run the tests (ARGS=options for pytest)
	@$(BIN)/pytest --numprocesses $(WORKERS) --dist worksteal $(ARGS)

test-all: $(DEV)  ## Run the tests, also those that take longer
	@$(BIN)/pytest --numprocesses $(WORKERS) --dist worksteal -m "" $(ARGS)

lint: $(DEV)  ## Check style, types and the borders between modules
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

pictures: $(RUN)  ## Draw the README's pictures again
	@$(BIN)/kiosk shot exhibitions --start attract --after 30 --size 1280x720 --out assets/pictures/attract.png
	@$(BIN)/kiosk shot exhibitions --start home --size 1280x720 --out assets/pictures/home.png
	@$(BIN)/kiosk shot exhibitions --start apple:5 --after 1.5 --size 1280x720 --out assets/pictures/viewer.png

gallery: $(DEV)  ## Draw every layout, theme, shape and language on a page (ARGS=--theme paper …)
	@$(BIN)/python -W ignore -m tests.gallery $(ARGS)

catalogues: $(DEV)  ## Bring the translations of the kiosk's own words up to date
	@$(BIN)/pybabel -q extract --no-default-keywords -k Message -k PluralMessage:1,2 --omit-header \
	  --no-location --sort-output -o $(VENV)/kiosk.pot \
	  kiosk/language/translations.py kiosk/language/proof_words.py
	@$(BIN)/pybabel -q update --domain kiosk -i $(VENV)/kiosk.pot -d kiosk/language/locale \
	  --no-fuzzy-matching --ignore-obsolete --ignore-pot-creation-date
	@$(BIN)/pybabel -q compile --domain kiosk -d kiosk/language/locale

locale: $(DEV)  ## Write the languages' names, directions and marks from CLDR again (needs npm)
	@rm -f $(VENV)/cldr-misc-full-*.tgz
	@npm pack --silent --pack-destination $(VENV) cldr-misc-full >/dev/null
	@$(BIN)/python -m tests.language.cldr $(VENV)/cldr-misc-full-*.tgz

reference: $(RUN)  ## Write the page of all keys again, from their descriptions
	@$(BIN)/python -m kiosk.authoring.keys.reference > exhibitions/REFERENCE.md

licences: $(DEV)  ## Write the list of third parties' licences again
	@$(BIN)/python -m tests.licences

bench: $(DEV)  ## Measure speed and memory beside other viewers (ARGS=--quick)
	@$(BIN)/python -W ignore -m tests.bench $(ARGS)

lock: $(DEV)  ## Lock the newest packages: for running, and for developing
	@$(call locked,requirements.txt)
	@$(call locked,requirements-dev.txt,--extra dev --constraints requirements.txt)

newest:  ## Run the tests with the newest packages, locked or not (ARGS=options for pytest)
	@$(python_is_there)
	@$(PYTHON) -m venv --clear $(NEWEST)
	@$(NEWEST)/bin/python -m pip install --quiet --editable '.[dev]'
	@$(NEWEST)/bin/pytest --numprocesses $(WORKERS) --dist worksteal $(ARGS)

clean:  ## Remove the files that these commands made in this folder
	rm -rf $(VENV) $(NEWEST) .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache

# A wall that cannot reach the network plays with what it has, and tries again at its next start.
$(RUN): requirements.txt pyproject.toml
	@if $(call installed,requirements.txt); then \
	  touch $@; \
	elif $(BIN)/python -c 'import kiosk.player.assembly, kiosk.authoring.load.place, kiosk.media.originals.decode' 2>/dev/null; then \
	  echo "The packages could not be updated ($(LOG) says why): the kiosk plays with the installed ones." >&2; \
	else \
	  $(say_why_not); \
	fi

$(DEV): requirements-dev.txt pyproject.toml
	@if $(call installed,requirements-dev.txt); then touch $(RUN) $@; else $(say_why_not); fi

# Where the system's Python was upgraded, an environment has lost its packages: it is made anew.
ifneq ($(shell $(BIN)/python -c 'import pip' 2>/dev/null && echo sound),sound)
$(RUN) $(DEV): anew
endif

.PHONY: anew
anew:
	@$(python_is_there)
	@$(PYTHON) -m venv --clear $(VENV)

define python_is_there
$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
  echo "The kiosk needs Python 3.11 or later: install it, or say where it is: make $(MAKECMDGOALS) PYTHON=/path/to/python3.11" >&2; exit 2; }; \
$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
  echo "This Python has no venv module: on Debian and Ubuntu, type: sudo apt install python3-venv" >&2; exit 2; }
endef

# What is there already needs no network. An older checkout has to install anew: .ready is its mark.
pip := $(BIN)/python -m pip install --quiet --retries 2 --no-deps
define installed
{ echo "Setting up in $(VENV), once: this takes a minute." >&2; rm -f $(VENV)/.ready; \
  { $(pip) --require-hashes --requirement $(1) && $(pip) --no-build-isolation --editable .; } >$(LOG) 2>&1 && \
  { $(BIN)/python -m compileall -q kiosk || true; }; }
endef

define say_why_not
cat $(LOG) >&2; echo "The packages could not be installed (see above): is this machine online?" >&2; exit 2
endef

define locked
$(BIN)/uv pip compile pyproject.toml --group build $(2) --upgrade --universal --python-version 3.11 \
  --generate-hashes --custom-compile-command 'make lock' --quiet --output-file $(1)
endef
