#!/bin/bash
# Runs the daemon on the simulated camera: demo.sh SECONDS. Keeps its state in a directory that is gone afterwards.
set -euo pipefail
cd "$(dirname "$0")/.."
seconds=${1:-60}
swift=${SWIFT:-swift}

scripts/say-first-build.sh
"$swift" build -c release --product linteld
program="$("$swift" build -c release --show-bin-path)/linteld"

state=$(mktemp -d "${TMPDIR:-/tmp}/lintel-demo.XXXXXX")
trap 'rm -rf "$state"' EXIT
# Ctrl-C reaches the daemon too, which ends with its summary; this shell only waits for it.
trap : INT
"$program" --config config/demo.toml --seconds "$seconds" --picture=auto --state-directory "$state"
