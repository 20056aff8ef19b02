# `make run` starts the dashboard, `make test` checks everything; `make help` lists the rest.
# GNU Make 3.81 (the one of macOS) is enough.

PORT ?= 8501
VENV ?= .venv
WORKERS ?= 2
export PYTHON
PY := $(VENV)/bin/python
PIP := $(PY) -m pip --disable-pip-version-check install --quiet

.DEFAULT_GOAL := help
.PHONY: help run test check format bench screenshots tools clean

help: ## this list
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1|\2/p' Makefile | awk -F'|' '{ printf "%-20s %s\n", $$1, $$2 }'

run: $(VENV)/.run ## the dashboard on 127.0.0.1 (PORT=8501), with the reports of data/reports/ loaded
	-@$(PY) -m core load
	@echo "Deir Ezzor Event Map: http://127.0.0.1:$(PORT)  (Ctrl+C ends it; another port: make run PORT=8600)"
	@$(PY) -m streamlit run dashboard.py --server.address 127.0.0.1 --server.port $(PORT) --server.headless true

test: check tools ## lint, types and every test; installs what is missing
	$(PY) -m pytest -v -n $(WORKERS) --dist loadgroup -ra --durations 10

check: $(VENV)/.dev ## lint and types only
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	$(PY) -m mypy

format: $(VENV)/.dev ## lay the code out as `make check` wants it
	$(PY) -m ruff check --fix .
	$(PY) -m ruff format .

tools: $(VENV)/.dev # a browser and a database server for the tests, found or installed
	@$(PY) -m tests.system_tools

bench: $(VENV)/.dev ## every measurement of benchmarks/
	@set -e; for file in $$(grep -l __main__ benchmarks/*.py); do \
	  echo "== $$file"; $(PY) -m "benchmarks.$$(basename $$file .py)"; done

screenshots: $(VENV)/.dev ## the pictures of README, made anew
	$(PY) -m docs.screenshots

clean: ## remove the environment and the caches; var/ with your events stays
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(VENV)/.created: .ci/venv
	@.ci/venv $(VENV)
	@touch $@

$(VENV)/.run: $(VENV)/.created requirements.txt
	@echo "Installing requirements.txt into $(VENV) (once; a minute or two) ..."
	@$(PIP) -r requirements.txt
	@touch $@

$(VENV)/.dev: $(VENV)/.created requirements.txt requirements-dev.txt
	@echo "Installing requirements-dev.txt into $(VENV) (once; a minute or two) ..."
	@$(PIP) -r requirements-dev.txt
	@touch $(VENV)/.run $@
