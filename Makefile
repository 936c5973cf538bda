# The commands of this project. `make help` lists them.

SWIFT ?= swift
EXTRACT := .build/release/extract
GOLD := gold
FLOORS := Tests/QualityGate/floors.yaml
HELD_OUT := Tests/QualityGate/held-out

.DEFAULT_GOAL := help
.PHONY: help extract test build bench check quality held-out floors readme rules lint format install clean bootstrap

help: ## List these targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

extract: build ## Build and read corpus/ into output/, installing what is missing
	@# Status 3: some inputs were rejected; output/rejects.jsonl says which and why.
	$(EXTRACT) corpus/ -o output/ || [ $$? -eq 3 ]

test: bootstrap ## Run every test, installing what is missing
	$(SWIFT) test

build: bootstrap ## Build the release binary
	$(SWIFT) build --configuration release --static-swift-stdlib --product extract

check: build ## Compare what corpus/ gives now with output/, record by record
	$(EXTRACT) check corpus/ --golden output/

quality: build ## Measure corpus/ against gold/ and fail below the pinned floors
	Scripts/check-floors $(FLOORS)
	$(EXTRACT) eval corpus/ --gold $(GOLD) --floors $(FLOORS)

held-out: build ## Measure the pages that nothing is tuned on
	$(EXTRACT) eval $(HELD_OUT)/corpus --gold $(HELD_OUT)/gold

floors: build ## Raise the pinned floors to what is measured now
	Scripts/raise-floors $(EXTRACT) $(GOLD) $(FLOORS)

readme: ## Put the records that README.md shows in again, from output/
	Scripts/readme-records

rules: build ## Check the rule files and run the examples in them
	$(EXTRACT) rules lint
	$(EXTRACT) rules test

lint: ## Check the format of all Swift sources
	$(SWIFT) format lint --strict --recursive Package.swift Plugins Sources Tests

format: ## Format all Swift sources in place
	$(SWIFT) format --in-place --recursive Package.swift Plugins Sources Tests

install: build ## Copy the binary to PREFIX/bin (PREFIX=/usr/local)
	install -D -m 755 $(EXTRACT) $(DESTDIR)$(or $(PREFIX),/usr/local)/bin/extract

bench: bootstrap ## Time the stages and the whole road on generated pages beside grep (BENCH="--sizes 10 100 1000 --save")
	$(SWIFT) build --package-path Benchmarks --configuration release --product generate
	$(SWIFT) build --package-path Benchmarks --configuration release --static-swift-stdlib --product extract
	$(SWIFT) package --package-path Benchmarks --configuration release benchmark --target Stages --no-progress
	Benchmarks/yardsticks.py $(BENCH)

clean: ## Remove what builds have made
	rm -rf .build Benchmarks/.build

bootstrap: ## Install missing system packages and check the toolchain
	@Scripts/bootstrap
