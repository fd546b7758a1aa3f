#!/bin/sh
# Runs all tests on a fresh Debian machine with Go and git: it installs what the
# tests of the pages need (Chromium, from Debian) where apt-get may do so, and
# hands its arguments to go test. Without Chromium those tests skip and say so.
set -eu
cd "$(dirname "$0")"
export CGO_ENABLED="${CGO_ENABLED:-0}"
if ! command -v chromium >/dev/null 2>&1 && command -v apt-get >/dev/null 2>&1; then
	sudo=""
	[ "$(id -u)" = 0 ] || sudo="sudo -n"
	{ $sudo apt-get update -q && $sudo apt-get install -qy --no-install-recommends chromium; } >&2 ||
		echo "test.sh: Chromium could not be installed; the tests of the pages skip." >&2
fi
exec go test "$@" ./...
