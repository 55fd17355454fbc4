#!/bin/bash
# Runs the daemon on the simulated camera: demo.sh SECONDS. Keeps its state in a directory that is gone afterwards.
set -euo pipefail
cd "$(dirname "$0")/.."
seconds=${1:-60}
swift=${SWIFT:-swift}

scripts/say-first-build.sh
for program in linteld lintelctl; do "$swift" build -c release --product "$program"; done
programs=$("$swift" build -c release --show-bin-path)

state=$(mktemp -d "${TMPDIR:-/tmp}/lintel-demo.XXXXXX")
trap 'rm -rf "$state"' EXIT
# Ctrl-C reaches the daemon too, which ends with its summary; this shell only waits for it.
trap : INT
printf 'in another terminal: %s status --socket %s\n' "${programs#"$PWD"/}/lintelctl" "$state/io.lintel" >&2
"$programs/linteld" --config config/demo.toml --seconds "$seconds" --picture=auto --state-directory "$state" \
    --set control.socket="$state/io.lintel"
