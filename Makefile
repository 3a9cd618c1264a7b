# Two commands do everything: `make demo` and `make test`. Each sets itself up first.
PYTHON := $(shell command -v python3.11 || command -v python3)
BIN := .venv/bin

.PHONY: demo test lint bench clean

demo: .venv/installed
	$(BIN)/casereview demo build/demo

test: .venv/installed-for-tests lint
	$(BIN)/python -m pytest -n auto

lint: .venv/installed-for-tests
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

# Those that measure on public texts need them: make bench DATA=FOLDER
bench: .venv/installed-for-tests
	failed=; for file in benchmarks/[a-z]*.py; do \
	    case $$file in \
	    */court_judgments.py) [ -n "$(DATA)" ] || { echo "== $$file needs DATA"; continue; };; \
	    esac; \
	    case $$file in \
	    */court_judgments.py|*/name_model.py|*/uk_identifiers.py) public="$(DATA:%=--data %)";; \
	    *) public=;; \
	    esac; \
	    echo "== $$file"; $(BIN)/python $$file $$public || failed="$$failed $$file"; \
	done; [ -z "$$failed" ] || { echo "Not met:$$failed"; exit 1; }

clean:
	rm -rf .venv build dist

.venv/installed: requirements.txt pyproject.toml .ci/system-packages
	.ci/system-packages run
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@

.venv/installed-for-tests: .venv/installed requirements-test.txt
	.ci/system-packages test
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-test.txt
	touch $@
