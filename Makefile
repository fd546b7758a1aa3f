# Short forms; the README's two commands need none of this.
.PHONY: test race lint fuzz bench vuln

test:
	./test.sh

race:
	CGO_ENABLED=1 go test -race ./...

lint:
	go vet ./...
	go run github.com/golangci/golangci-lint/v2/cmd/golangci-lint@v2.15.0 run ./...

# Asks the Go vulnerability database, over the network, about the modules that are used.
vuln:
	go run golang.org/x/vuln/cmd/govulncheck@v1.8.0 ./...

# Every benchmark there is; the budget stands in the comment of each.
bench:
	go test -run '^$$' -bench . -benchmem $$(go list -f '{{.ImportPath}} {{.Dir}}' ./... | while read -r pkg dir; do grep -qs '^func Benchmark' "$$dir"/*_test.go && echo "$$pkg"; done)

# Every fuzz target there is, each for FUZZTIME.
FUZZTIME ?= 2m
fuzz:
	@go list -f '{{.ImportPath}} {{.Dir}}' ./... | while read -r pkg dir; do \
		for target in $$(sed -n 's/^func \(Fuzz[A-Za-z0-9]*\)(.*/\1/p' "$$dir"/*_test.go 2>/dev/null); do \
			echo "$$pkg $$target"; go test -run '^$$' -fuzz "^$$target\$$" -fuzztime $(FUZZTIME) "$$pkg" </dev/null || exit 1; \
		done; \
	done
