# What development does, by name. `make help` lists it; `make setup` and `make test` need Python 3.11, pip and apt only.

# the distribution's own first, where it can make environments: it was built with a profile of what runs often, and is the faster for it
PYTHON ?= $(shell for needs in 'ensurepip, venv' sys; do for each in /usr/bin/python3.11 python3.11 python3.12 python3.13 python3 python; do \
	command -v $$each >/dev/null 2>&1 && $$each -c "import sys, $$needs; sys.exit(sys.version_info < (3, 11))" 2>/dev/null && echo $$each && break 2; done; done)
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
DEMO := fixtures/legacy/demo.txt
OUT := build/demo
COVERED := build/coverage.txt
APT := xmllint:libxml2-utils xsltproc:xsltproc chromium:chromium fc-list:fontconfig javac:default-jdk-headless
# pytest keeps what it made of the assertions of plugins, so that only its first process has to
export PYTHONDONTWRITEBYTECODE :=
INSTALL = root=$$([ "$$(id -u)" = 0 ] || echo sudo); $$root apt-get update -qq && DEBIAN_FRONTEND=noninteractive $$root apt-get install -y -qq --no-install-recommends

.DEFAULT_GOAL := help
.PHONY: help setup demo test coverage lint bench bench-peers fuzz test-long schema docs accept check constraints wheelhouse

help: ## list these targets
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/  \1|\2/' | awk -F'|' '{printf "%-14s %s\n", $$1, $$2}'

setup: $(READY) ## make .venv with all that development needs, the system packages that are missing, and the better fonts of the PDF
	-@$(BIN)/govreport fonts install --lang en

$(READY): pyproject.toml constraints.txt
	@for each in $(APT); do \
	  command -v $${each%%:*} >/dev/null 2>&1 || missing="$$missing $${each##*:}"; done; \
	  fc-list :lang=zh-cn family 2>/dev/null | grep -q 'Noto Serif CJK SC' || missing="$$missing fonts-noto-cjk"; \
	  test -e /usr/share/java/jaxb-runtime.jar || missing="$$missing libjaxb-java"; \
	  $(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || missing="$$missing python3-venv"; \
	  if [ -n "$$missing" ]; then \
	    $(INSTALL) $$missing; fi
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[dev]'
	@$(BIN)/python -m compileall -q src
	@touch $@

demo: $(READY) ## a shipped legacy report in every format with its findings, a site, and a report's way through an archive, in build/demo
	@rm -rf $(OUT) && mkdir -p $(OUT)
	@for format in xml json text csv html pdf; do \
	  suffix=$$(echo $$format | sed s/text/txt/); \
	  $(BIN)/govreport convert $(DEMO) --to $$format -o $(OUT)/demo.$$suffix 2>$(OUT)/$$format.log || { cat $(OUT)/$$format.log; exit 1; }; \
	  echo "$(OUT)/demo.$$suffix"; done
	@xmllint --noout --schema schema/report.xsd $(OUT)/demo.xml
	@$(BIN)/govreport validate $(OUT)/demo.xml --profile legacy || [ $$? -eq 1 ]
	@$(BIN)/govreport validate $(OUT)/demo.xml --format html -o $(OUT)/findings.html || [ $$? -eq 1 ]
	$(BIN)/govreport site fixtures/reports -o $(OUT)/site
	$(BIN)/govreport archive init $(OUT)/archive
	@export GOVREPORT_ARCHIVE=$(OUT)/archive PATH="$(BIN):$$PATH"; set -ex; \
	  govreport archive persons add kim --role archivist; \
	  govreport archive persons add sam --role clerk --as kim; \
	  govreport archive persons add lee --role reviewer --as kim; \
	  govreport archive organs import fixtures/organs.csv --as kim; \
	  govreport archive deposit fixtures/reports/2021/township.xml --as sam --submit; \
	  govreport archive accept qingshi.2023.government --as lee; \
	  govreport archive publish qingshi.2023.government --as lee; \
	  govreport archive totals --organ linjiang --year 2023; \
	  govreport archive verify; \
	  govreport archive audit

test: lint ## lint, types and tests; ten minutes at most on two cores
	$(BIN)/python -m pytest -n 3 --dist worksteal -m "not long"

coverage: $(READY) ## which lines the tests run in their own processes, a fifth slower than the tests alone
	@mkdir -p build
	$(BIN)/python -m slipcover --source src/govreport --skip-covered --dont-wrap-pytest --out $(COVERED) -m pytest -n 3 --dist worksteal -m "not long"; \
	  code=$$?; awk 'END {print $$4 " % of " $$2 " lines were run in the processes of the tests; $(COVERED) says which were not"}' $(COVERED); exit $$code

lint: $(READY) ## ruff and mypy --strict
	$(BIN)/ruff check src tests bench
	$(BIN)/ruff format --check --quiet src tests bench
	$(BIN)/mypy

check: $(READY) ## the schema tree against its own rules, and the built files against their sources
	$(BIN)/govreport schema check

schema: $(READY) ## build what is made from schema/*/form.xml
	$(BIN)/govreport schema build

docs: schema ## build docs/reference from the schema, and the index of the conformance suite
	$(BIN)/python -c "from pathlib import Path; from govreport.conformance import index; from govreport.standard import load; suite = Path('fixtures/conformance'); (suite / index.NAME).write_bytes(index.index(suite, load()))"
	$(BIN)/govreport schema docs --to markdown -o docs/reference

accept: $(READY) ## rewrite the golden files; read the difference before committing
	$(BIN)/python -m pytest tests/test_golden.py tests/test_pages.py tests/test_site_pages.py tests/test_pdf_looks.py -k "golden or looks" --accept

bench: $(READY) ## measure: start-up, conversion, two processes, twice the length, validation beside its peers, accuracy
	@$(BIN)/python -m compileall -q src
	$(BIN)/python -m bench

bench-peers: $(READY) ## the programs that the benchmark compares with
	$(BIN)/python -m pip install --quiet --disable-pip-version-check typst weasyprint
	@command -v soffice >/dev/null 2>&1 || { $(INSTALL) libreoffice-writer; }
	@$(BIN)/python -c 'import saxonche, xmlschema' && xmllint --version 2>&1 | head -1

fuzz: $(READY) ## 20,000 seeded mutations of legacy texts, and as many of our own formats
	$(BIN)/python -m tests.fuzz --count 20000
	$(BIN)/python -m tests.fuzz_formats --count 20000

test-long: fuzz ## the fuzzer, the tests that take minutes, and a browser of 2021
	@ldconfig -p | grep -q 'libGL\.so\.1' || { $(INSTALL) libgl1; }
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt PyQt5 PyQtWebEngine
	$(BIN)/python -m pytest -n 2 -m long -o faulthandler_timeout=0 || [ $$? -eq 5 ]
	$(BIN)/python -m pytest tests/test_schematron.py -k mutated --schematron-mutations 5000

wheelhouse: ## the program and all it needs as wheels in dist/wheelhouse, with the unit and the drill, for machines without a network
	@rm -rf dist/wheelhouse && mkdir -p dist/wheelhouse
	$(PYTHON) -m pip wheel --quiet --disable-pip-version-check --constraint constraints.txt --wheel-dir dist/wheelhouse '.[web]'
	@cp docs/guide/deployment.md dist/wheelhouse/INSTALL.md
	@cp deploy/govreport.service deploy/backup-drill dist/wheelhouse/
	@cd dist/wheelhouse && LC_ALL=C sha256sum *.whl INSTALL.md govreport.service backup-drill > SHA256SUMS && ls *.whl | wc -l

constraints: $(READY) ## pin what .venv holds now
	$(BIN)/python -m pip freeze --exclude-editable --exclude govreport | grep -E '^[A-Za-z0-9._-]+==' | LC_ALL=C sort -f > constraints.txt
