# SPDX-FileCopyrightText: the cmdm authors
# SPDX-License-Identifier: Apache-2.0

.DEFAULT_GOAL := help
.PHONY: help demo test check ruby e2e conformance fuzz bench mutation package generate clean

help: ## lists the targets
	@sed -n 's/^\([a-z0-9]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 10

demo: ## shows cmdm at work against a simulated MDM and simulated Macs
	@script/bootstrap demo
	@script/jars
	@script/demo

test: ## runs every test: check, ruby and e2e
	@script/bootstrap test
	@script/test

check: ## format, static analysis and unit tests
	@script/bootstrap check
	@script/test check

ruby: ## specs and linters of the client, the cookbook, the module and the scripts
	@script/bootstrap test
	@script/test ruby

e2e: ## real Chef, real Puppet and the real jar against the simulator
	@script/bootstrap test
	@script/test e2e

conformance: ## tries a real server: SERVER=micromdm URL=… CREDENTIAL=file:… SERIAL=… UDID=… (docs/conformance-suite.md)
	@script/bootstrap build
	@script/conformance "$(SERVER)" "$(URL)" "$(CREDENTIAL)" "$(SERIAL)" "$(UDID)" "$(LISTING)" $(OPTIONS)

fuzz: ## fuzzes the readers; TARGET=FuzzXmlTest for one of them, SECONDS=600 for longer than a minute each
	@script/bootstrap build
	@script/fuzz "$(TARGET)" "$(or $(SECONDS),60)"

mutation: ## fails unless the planner's scenarios alone kill 90 % of its mutants
	@script/bootstrap check
	@mvn -q -B -Pmutation -Dspotless.check.skip=true -pl jvm-helper/core test-compile \
	  org.pitest:pitest-maven:mutationCoverage

bench: ## measures cmdm beside others, everything in one run
	@script/bootstrap check
	@script/bench

package: ## leaves cmdm.jar, bin/cmdm, and in dist/ the jar with its sha256
	@script/bootstrap build
	@script/package

generate: ## copies the Ruby client into the cookbook and the module, writes docs/scenarios.md
	@script/generate

clean: ## removes what was built, not the installed gems
	@mvn -q -B clean
	@rm -rf dist build/test build/demo
