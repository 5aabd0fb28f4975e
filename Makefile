# The commands of the hub. Needs python3 (3.11 or newer) and make; everything else goes into .venv.
.POSIX:
.SUFFIXES:
.PHONY: help site check serve test bless bench bench-search messages forms lock clean

PYTHON = python3
VENV = .venv
BIN = $(VENV)/bin
PIP = PIP_DISABLE_PIP_VERSION_CHECK=1 $(BIN)/python -m pip --quiet
LOCKED = $(PIP) install --require-hashes -r
ARGS =

# What is installed, told by a stamp: a second run has nothing to do.
MADE = $(VENV)/made
RUNTIME = $(VENV)/runtime
TESTS = $(VENV)/tests
YARDSTICKS = $(VENV)/yardsticks
LIBRARIES = $(VENV)/node/libraries

help:
	@echo "make site    install what the hub needs, check the content, build site/"
	@echo "make check   check the content (ARGS='content/courses/my-course.yml' for some of it)"
	@echo "make serve   show the site on this machine, and again after each edit"
	@echo "make test    install what the tests need (a Chromium included) and run them all"
	@echo "make bless   accept what the small golden hub of the tests builds to now (look at the diff)"
	@echo "make bench   measure the build and the check against Hugo and check-jsonschema"
	@echo "make bench-search  measure the search against Pagefind and three libraries of npm"
	@echo "make messages  bring the translations in step with the program (ARGS=fr: begin those of another language)"
	@echo "make forms   bring the forms for issues in step with schema/"
	@echo "make lock    renew the pinned versions after a change of pyproject.toml (ARGS=--upgrade: take newer ones)"
	@echo "make clean   remove what make has made"

site: $(RUNTIME)
	@$(BIN)/skillshub check
	@$(BIN)/skillshub build $(ARGS)

check: $(RUNTIME)
	@$(BIN)/skillshub check $(ARGS)

serve: $(RUNTIME)
	@$(BIN)/skillshub serve $(ARGS)

# A browser wants a home, which a bare environment may not have.
test: $(TESTS)
	@HOME="$${HOME:-$$PWD/$(VENV)}" && export HOME && \
	SKILLSHUB_CHROMIUM=$$(PYTHON=$(BIN)/python sh .ci/chromium) && export SKILLSHUB_CHROMIUM && \
	$(BIN)/ruff check . && \
	$(BIN)/ruff format --check . && \
	$(BIN)/mypy && \
	$(BIN)/python -m pytest -W error -n 2 --dist loadgroup $(ARGS)

bless: $(TESTS)
	@$(BIN)/python -m tests.golden

bench: $(YARDSTICKS)
	@PATH="$$PWD/$(BIN):$$PATH" $(BIN)/python -m tests.bench $(ARGS)

# Without npm, the libraries that it would bring are left out, and the bench says so.
bench-search: $(YARDSTICKS) $(LIBRARIES)
	@SKILLSHUB_CHROMIUM=$$(PYTHON=$(BIN)/python sh .ci/chromium) && export SKILLSHUB_CHROMIUM && \
	$(BIN)/python -m tests.bench.search $(ARGS)

forms: $(RUNTIME)
	@$(BIN)/skillshub issue-forms
	@$(BIN)/skillshub issue-forms generator/skillshub/new_hub/dot-github/ISSUE_TEMPLATE

messages: $(RUNTIME)
	@$(BIN)/python -m skillshub.messages $(ARGS)

$(MADE):
	@PYTHON=$(PYTHON) sh .ci/python $(VENV)
	@touch $@

$(RUNTIME): $(MADE) requirements.lock pyproject.toml
	@echo "Installing what the hub needs into $(VENV) (once, about a minute) ..."
	@$(LOCKED) requirements.lock
	@$(PIP) install --no-deps --no-build-isolation --no-index --editable .
	@touch $@

$(TESTS): $(RUNTIME) requirements-test.lock
	@echo "Installing what the tests need ..."
	@$(LOCKED) requirements-test.lock
	@touch $@

$(YARDSTICKS): $(TESTS) requirements-bench.lock
	@echo "Installing what the hub is measured against ..."
	@$(LOCKED) requirements-bench.lock
	@touch $@

# Read by the bench only, and never by a page of the hub; whatever version is newest.
$(LIBRARIES): $(MADE)
	@mkdir -p $(VENV)/node
	@if command -v npm >/dev/null; then \
		npm install --silent --prefix $(VENV)/node --no-package-lock --no-save --no-audit --no-fund \
			minisearch flexsearch lunr && touch $@ || true; fi

# One lock for all platforms and every Python from 3.11 on, each layer in step with the one below it.
COMPILE = $(VENV)/lock/bin/uv --quiet pip compile --system-certs --universal --python-version 3.11 \
	--fork-strategy fewest --generate-hashes --no-header --no-emit-index-url --annotation-style line

lock: $(MADE)
	@test -x $(VENV)/lock/bin/uv || $(BIN)/python -m venv $(VENV)/lock
	@PIP_DISABLE_PIP_VERSION_CHECK=1 $(VENV)/lock/bin/python -m pip --quiet install uv==0.13.9
	@$(COMPILE) $(ARGS) pyproject.toml --group build --output-file requirements.lock
	@$(COMPILE) $(ARGS) --group test --constraint requirements.lock --output-file requirements-test.lock
	@$(COMPILE) $(ARGS) --group bench --constraint requirements.lock --constraint requirements-test.lock \
		--output-file requirements-bench.lock

clean:
	rm -rf $(VENV) site .hypothesis .mypy_cache .pytest_cache .ruff_cache
