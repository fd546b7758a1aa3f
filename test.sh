#!/bin/sh
# Runs all tests on a fresh Debian machine with Go and git: it installs what the
# tests of the pages need (Chromium, from Debian) where apt-get may do so, fetches
# axe-core where there is npm, and hands its arguments to go test. What is not
# there makes those tests skip and say so.
set -eu
cd "$(dirname "$0")"
export CGO_ENABLED="${CGO_ENABLED:-0}"
if ! command -v chromium >/dev/null 2>&1 && command -v apt-get >/dev/null 2>&1; then
	sudo=""
	[ "$(id -u)" = 0 ] || sudo="sudo -n"
	{ $sudo apt-get update -q && $sudo apt-get install -qy --no-install-recommends chromium; } >&2 ||
		echo "test.sh: Chromium could not be installed; the tests of the pages skip." >&2
fi
if [ -z "${DATELINE_AXE:-}" ] && command -v npm >/dev/null 2>&1; then
	kept="${XDG_CACHE_HOME:-$HOME/.cache}/dateline"
	DATELINE_AXE="$kept/node_modules/axe-core/axe.min.js"
	[ -f "$DATELINE_AXE" ] || npm install --silent --no-audit --no-fund --ignore-scripts --prefix "$kept" axe-core@4.14.1 >&2 ||
		echo "test.sh: axe-core could not be fetched; the test of accessibility skips." >&2
	export DATELINE_AXE
fi
exec go test "$@" ./...
