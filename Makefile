# Một Cửa. `make help` lists what can be done.

CACHE ?= $(or $(XDG_CACHE_HOME),$(HOME)/.cache)/motcua
# Outside the checkout, so that a fresh clone and a CI machine start warm.
export CARGO_TARGET_DIR ?= $(CACHE)/target
export npm_config_cache ?= $(CACHE)/npm
export PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD := 1
export BUILD_CACHE := $(CACHE)
# A newer Node than the system's, if scripts/need had to fetch one; rustup's tools.
export PATH := $(CACHE)/node/bin:$(PATH):$(HOME)/.cargo/bin

LISTEN ?= 127.0.0.1:8080
DATA ?= var
BINARY = $(CARGO_TARGET_DIR)/debug/motcua
STYLES_AND_SCRIPTS := $(shell find static -path static/dist -prune -o -type f -print)
NPM_CI = npm ci --ignore-scripts --prefer-offline --no-audit --no-fund --loglevel=error

.DEFAULT_GOAL := help
.PHONY: help run test check dev e2e bench hostile assets release

help: ## this list
	@awk -F ':.*## ' '/^[a-z0-9]+:.*## / { printf "  make %-9s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: build ## build and start the portal with demo data; ctrl-C stops everything
	@exec $(BINARY) serve --listen $(LISTEN) --data $(DATA) --demo

test: tools assets ## every test: the program's and the scripts'
	@./scripts/need reader
	cargo test --locked
	npm test --silent

check: tools assets ## format, lints, documentation, every test
	cargo fmt --check
	cargo clippy --locked --all-targets -- -D warnings
	RUSTDOCFLAGS="-D warnings -A rustdoc::private_intra_doc_links" cargo doc --locked --no-deps --document-private-items
	$(MAKE) test

dev: build ## start with templates, texts and assets read from this folder; assets are built anew when they change
	@npm run --silent watch & watch=$$!; trap 'kill $$watch 2>/dev/null' EXIT INT TERM; \
	$(BINARY) serve --listen $(LISTEN) --data $(DATA) --demo --sources .

e2e: build ## the whole story in a real browser; the README's pictures are made here
	@./scripts/need browser
	PORTAL_BINARY=$(BINARY) npx --no-install playwright test --config tests/e2e/playwright.config.ts

bench: tools assets ## the desk over 10,000 and over 1,000,000 dossiers: times and their ratio
	cargo bench --locked --bench desk

hostile: tools assets ## fifty thousand requests that mean harm
	cargo test --locked --test it -- --ignored hostile:: --nocapture

assets: static/dist/manifest.json ## styles, scripts, fonts and icons for the browser

release: tools assets ## the binary to install: target/release/motcua in the build folder
	cargo build --locked --release
	@echo $(CARGO_TARGET_DIR)/release/motcua

.PHONY: build tools
build: tools assets
	@cargo build --locked

tools:
	@./scripts/need compiler database

node_modules/.package-lock.json: package-lock.json package.json
	@./scripts/need node
	$(NPM_CI)
	@touch $@

static/dist/manifest.json: node_modules/.package-lock.json $(STYLES_AND_SCRIPTS)
	@./scripts/need node
	npm run --silent build
	@touch $@
