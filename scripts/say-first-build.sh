#!/bin/sh
# Warns before a build that compiles every dependency: say-first-build.sh [SCRATCH-PATH].
set -eu
cd "$(dirname "$0")/.."
[ -d "${1:-.build}/release" ] || echo "The first build compiles every dependency; it takes some minutes."
