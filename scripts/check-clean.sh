#!/bin/bash
# Proves that the last commit stands alone: clones it, runs the tests and a ten-second demo there.
set -euo pipefail
cd "$(dirname "$0")/.."
clone=$(mktemp -d "${TMPDIR:-/tmp}/lintel-clean.XXXXXX")
trap 'rm -rf "$clone"' EXIT
git clone -q . "$clone/lintel"
make -C "$clone/lintel" test
make -C "$clone/lintel" demo SECONDS_TO_RUN=10 | tail -n 30
