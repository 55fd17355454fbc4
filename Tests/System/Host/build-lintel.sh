#!/bin/bash
# Builds what goes into the guest: the installed programs, and the testbed.
set -euo pipefail
cd "$(dirname "$0")/../../.."
make --no-print-directory static
"${SWIFT:-swift}" build -c release --static-swift-stdlib --scratch-path .build-static --product lintel-testbed
