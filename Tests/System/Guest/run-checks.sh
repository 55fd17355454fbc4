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
for file in checks/*.sh; do
    name=$(basename "$file")
    is_wanted "$name" || continue
    say_file "$name"
    ./run-file.sh "$file" || report failed "$name runs to its end" "it ended with exit status $?"
done
say_end
