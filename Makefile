# Lintel. `make` alone lists the targets.

SWIFT ?= swift
SECONDS_TO_RUN ?= 60
TSAN_FILTER ?= FrameRing|CaptureLoop|LatestFrame|Mailbox|MonitorTests|DeskWaiting|MaintenanceTests
export SWIFT

.PHONY: help prepare build demo test test-tsan system-test prove lint bench static install uninstall clean check-clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

prepare: ## install the Debian packages that a build needs (root or sudo)
	@scripts/prepare.sh

build: prepare ## build everything in release
	@scripts/say-first-build.sh
	$(SWIFT) build -c release

demo: prepare ## run the daemon on the simulated camera for SECONDS_TO_RUN=60 seconds
	@scripts/demo.sh "$(SECONDS_TO_RUN)"

test: prepare ## build in release and run all tests
	@scripts/python-peer.sh
	@scripts/say-first-build.sh
	$(SWIFT) build -c release --build-tests
	$(SWIFT) test -c release --skip-build

test-tsan: prepare ## run the tests of rings and mailboxes under ThreadSanitizer (debug, in .build-tsan)
	LINTEL_RING_FRAMES=300000 $(SWIFT) test --sanitize=thread --scratch-path .build-tsan --filter '$(TSAN_FILTER)'

system-test: prepare ## install into a Debian guest and test it there; CHECKS=10,50 runs some only
	@Tests/System/run.sh "$(CHECKS)"

prove: prepare ## run the long proofs by hand and print their report; PARTS="steps scale" runs some only
	@scripts/prove.sh $(PARTS)

lint: ## check the format and the rules for unsafe code
	$(SWIFT) format lint --strict --recursive Sources Tests Package.swift
	@scripts/lint-rules.sh
	@scripts/lint-unsafe.sh

bench: prepare ## print the time per frame of each stage, in release
	@scripts/say-first-build.sh
	$(SWIFT) run -c release lintel-bench

static: prepare ## build the programs with the Swift runtime inside, and the manual, for `make install`
	@scripts/say-first-build.sh .build-static
	$(SWIFT) build -c release --static-swift-stdlib --scratch-path .build-static --product linteld
	$(SWIFT) build -c release --static-swift-stdlib --scratch-path .build-static --product lintelctl
	$(SWIFT) build -c release --static-swift-stdlib --scratch-path .build-static --product lintel-manual
	@scripts/make-manual.sh .build-static/release

install: ## install what `make static` built; PREFIX=/usr/local, DESTDIR= (root)
	@PREFIX='$(PREFIX)' DESTDIR='$(DESTDIR)' scripts/install.sh install

uninstall: ## remove it again; configuration and state stay
	@PREFIX='$(PREFIX)' DESTDIR='$(DESTDIR)' scripts/install.sh uninstall

clean: ## remove everything that was built
	rm -rf .build .build-tsan .build-static .build-guest .build-python

check-clean: ## clone the last commit and run `make test` and a short demo there
	@scripts/check-clean.sh
