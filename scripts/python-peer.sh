#!/bin/sh
# Installs the Python package that the control socket is tried with into .build-python, where Python and the package index are
# at hand; else says that the test which needs it will be skipped. Never fails: nothing else needs Python.
set -eu
cd "$(dirname "$0")/.."
wanted=Tests/ControlTests/Peer/requirements.txt
place=.build-python

if [ -f "$place/installed" ] && cmp -s "$wanted" "$place/installed"; then exit 0; fi

skip() {
    printf 'python-peer: %s; the test that drives the control socket with it will be skipped\n' "$1"
    exit 0
}

command -v python3 >/dev/null 2>&1 || skip "there is no python3"
python3 -m venv --clear "$place" >/dev/null 2>&1 || skip "python3 makes no environment (Debian: apt-get install python3-venv)"
"$place/bin/python3" -m pip install --quiet --disable-pip-version-check --retries 1 --timeout 15 \
    --require-hashes --requirement "$wanted" >"$place/pip.log" 2>&1 || skip "pip could not install varlink ($place/pip.log)"
cp "$wanted" "$place/installed"
