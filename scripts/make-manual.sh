#!/bin/bash
# Writes manual pages and completions from what the built programs say of themselves: make-manual.sh BUILT, into BUILT/manual.
set -euo pipefail
cd "$(dirname "$0")/.."
built=${1:?the directory of the built programs}
made=$built/manual

rm -rf "$made"
mkdir -p "$made/completions"
"$built/lintelctl" --experimental-dump-help >"$made/lintelctl.json"
"$built/linteld" --experimental-dump-help >"$made/linteld.json"
"$built/lintel-manual" --lintelctl "$made/lintelctl.json" --linteld "$made/linteld.json" \
    --configuration config/lintel.toml "$made"
rm "$made"/*.json
for shell in bash zsh fish; do
    "$built/lintelctl" --generate-completion-script "$shell" >"$made/completions/lintelctl.$shell"
done
