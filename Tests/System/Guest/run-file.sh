#!/bin/bash
# Runs one file of checks: run-file.sh FILE. Whatever it started is stopped when it ends.
set -euo pipefail
shopt -s extglob
cd "$(dirname "$0")"
# shellcheck source=report.sh
source ./report.sh
# shellcheck source=check.sh
source ./check.sh
# shellcheck source=cameras.sh
source ./cameras.sh
# shellcheck source=daemon.sh
source ./daemon.sh
trap clean_up EXIT
# shellcheck disable=SC1090 # one of checks/
source "$1"
