#!/bin/bash
# Prints what the guest reports as it comes, and the closing line: print-report.sh WORK PID, with qemu's wrapper as PID.
# Exit status 1 when a check failed, or the guest ended before it had run them all.
set -euo pipefail
work=$1
guest=$2
passed=0
failed=0
ended=0

fail() {
    printf '  FAILED  %s\n          %s\n' "$1" "$2"
    failed=$((failed + 1))
}

# Follows the report until the guest is gone.
while IFS=$'\t' read -r kind first second; do
    case $kind in
        file) printf '\n%s\n' "$first" ;;
        line) printf '        | %s\n' "$first" ;;
        passed)
            printf '  ok      %s\n          %s\n' "$first" "$second"
            passed=$((passed + 1))
            ;;
        failed) fail "$first" "$second" ;;
        end) ended=1 ;;
    esac
done < <(tail -n +1 -f --pid="$guest" "$work/report")

echo
if ((ended == 0)); then
    fail "the guest runs all checks and powers off" "it ended early; the end of its console ($work/console.log):"
    tail -n 15 "$work/console.log" | tr -d '\r' | sed 's/^/        | /'
elif ((passed + failed == 0)); then
    fail "there are checks" "none was run"
fi
printf '%d passed, %d failed\n' "$passed" "$failed"
((failed == 0))
