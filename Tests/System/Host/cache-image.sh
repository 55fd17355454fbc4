#!/bin/bash
# Fills the cache with the guest's image: cache-image.sh CACHE. Images of older recipes beside it go.
set -euo pipefail
cd "$(dirname "$0")/.."
cache=$1
fresh=$cache.new
rm -rf "$fresh"
mkdir -p "$fresh"
Image/build-image.sh "$fresh"
Image/build-loopback.sh "$fresh"
rm -rf "$fresh/packages"
touch "$fresh/complete"
rm -rf "$(dirname "$cache")"/guest-????????????????
mv "$fresh" "$cache"
