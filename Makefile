# Everything works from a bare checkout: the first command makes .venv and installs into it.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
BIN := .venv/bin
READY := .venv/ready

.PHONY: help demo test test-first test-others laws check format cover bench places pictures clean

help: ## Say what each target does
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*##/\t/' | expand -t 12

$(READY): pyproject.toml constraints.txt
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --compile --constraint constraints.txt --editable '.[dev]'
	@touch $@

demo: $(READY) ## Open the sample trip (Paris, London, Iqaluit) in a throw-away database
	@$(BIN)/planner demo

# Two processes, each with what takes half of the time: a runner that hands out single tests
# collects them all in each process, and costs a fifth more. The first half speaks at its end.
FIRST := tests/screens tests/planner/commands tests/test_packaging.py tests/test_imports.py

test: $(READY) ## Run the tests, two halves at once
	@$(MAKE) --no-print-directory --jobs=2 test-first test-others

test-first: $(READY)
	@$(BIN)/python -m pytest -q $(FIRST) >.test-first 2>&1; status=$$?; cat .test-first; exit $$status

test-others: $(READY)
	@$(BIN)/python -m pytest -q tests $(addprefix --ignore=,$(FIRST))

laws: $(READY) ## Try every law twenty times as often, on other examples each time
	LAWS=20 $(BIN)/python -m pytest -q -m hypothesis

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
	rm -rf .venv dist build .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis .coverage .test-first
