#!/bin/sh
# Warns before a build that compiles every dependency.
set -eu
cd "$(dirname "$0")/.."
[ -d .build/release ] || echo "The first build compiles every dependency; it takes some minutes."
