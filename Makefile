# Short forms; the README's two commands need none of this.
.PHONY: test race lint fuzz bench vuln

test:
	./test.sh

race:
	CGO_ENABLED=1 go test -race ./...

lint:
	go vet ./...
	go run github.com/golangci/golangci-lint/v2/cmd/golangci-lint@v2.15.0 run ./...

# Asks vuln.go.dev for what is known of the modules that are used.
vuln:
	go run golang.org/x/vuln/cmd/govulncheck@v1.8.0 ./...

bench:
	go test -run '^$$' -bench . ./extract/... ./resolve/... ./link/... ./reconcile ./store/sqlite

fuzz:
	go test -fuzz FuzzRead -fuzztime 5m ./extract/count
	go test -fuzz FuzzParse -fuzztime 5m ./store/query
