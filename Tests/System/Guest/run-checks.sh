#!/bin/bash
# Runs every file of checks in this guest, in the order of their names, and reports to the machine that started it.
# The kernel's command line may name the files to run: lintel.checks=10,50
set -euo pipefail
cd "$(dirname "$0")"

wanted=$(sed -n 's/.*lintel\.checks=\([^ ]*\).*/\1/p' /proc/cmdline)

is_wanted() {
    [[ -z $wanted || ,$wanted, == *,${1%%-*},* ]]
}

# shellcheck source=report.sh
source ./report.sh

# A file that ends early leaves its other checks unsaid: that is a failure of its own.
run_file() {
    local name=$1 output status=0
    say_file "${name%.sh}"
    output=$(./run-file.sh "checks/$name" 2>&1) || status=$?
    ((status == 0)) && return
    report failed "$name runs to its end" "it ended with exit status $status"
    tail -n 15 <<<"$output" | report_lines
}

# With DESTDIR, `make install` leaves this to whoever takes the files.
journalctl --update-catalog
for file in checks/*.sh; do
    name=$(basename "$file")
    ! is_wanted "$name" || run_file "$name"
done
[[ ! -e /dev/virtio-ports/lintel.journal ]] || journalctl --no-pager >/dev/virtio-ports/lintel.journal
say_end
