# Everything works from a bare checkout: the first command makes .venv and installs into it.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
BIN := .venv/bin
READY := .venv/ready

.PHONY: help demo test check format cover bench places pictures clean

help: ## Say what each target does
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*##/\t/' | expand -t 12

$(READY): pyproject.toml constraints.txt
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --compile --constraint constraints.txt --editable '.[dev]'
	@touch $@

demo: $(READY) ## Open the sample trip (Paris, London, Iqaluit) in a throw-away database
	@$(BIN)/planner demo

test: $(READY) ## Run the tests
	$(BIN)/python -m pytest -q --numprocesses auto --maxprocesses 4 --dist loadfile --no-loadscope-reorder

check: $(READY) ## Check format, lint, types and import contracts
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(READY) ## Put the code in its form
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

cover: $(READY) ## Run the tests and say what they do not reach
	$(BIN)/coverage run -m pytest -q
	$(BIN)/coverage report

places: $(READY) ## Build the gazetteer anew from its sources
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable '.[places]'
	$(BIN)/python scripts/build_places.py

bench: $(READY) ## Measure what a person waits for at the terminal
	$(BIN)/python -m benchmarks.terminal

pictures: $(READY) ## Make the pictures of the documentation from the running product
	$(BIN)/python scripts/make_pictures.py

clean: ## Remove what was built
	rm -rf .venv dist build .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis .coverage
