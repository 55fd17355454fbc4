#!/bin/bash
# The long proofs, by hand: prove.sh [PART...], with steps, kills, image or scale as parts; all of them without. Prints a
# report. Takes the better part of an hour. "image" needs root for a file system on a loop device, and is left out without.
set -euo pipefail
cd "$(dirname "$0")/.."
swift=${SWIFT:-swift}
steps=${LINTEL_RECORD_STEPS:-1000000}
rounds=${LINTEL_KILL_ROUNDS:-50}
entries=${LINTEL_RECORD_SCALE:-1000000}
parts=("$@")
((${#parts[@]})) || parts=(steps kills image scale)
failed=0

# prove WORDS FILTER [NAME=VALUE...]: runs tests with these in the environment, and prints what they report and their end.
prove() {
    local words=$1 filter=$2 started=$SECONDS output
    shift 2
    printf '\n%s\n' "$words"
    output=$(mktemp)
    if ! env "$@" "$swift" test -c release --skip-build --filter "$filter" >"$output" 2>&1; then
        failed=1
        grep -E '✘' "$output" || tail -n 20 "$output"
    fi
    sed -n 's/^proof: /  /p' "$output"
    grep -E 'Test run with' "$output" | sed -E 's/^[^A-Z]*/  /'
    printf '  %d s\n' $((SECONDS - started))
    rm -f "$output"
}

steps() {
    prove "N1: $steps random steps of consents, withdrawals, renewals, strangers and entries; C11: a million of the clock" \
        'ConsentTests/onlyValid|TrustedClockTests/randomWalk' LINTEL_RECORD_STEPS="$steps"
}

kills() {
    prove "F5: SIGKILL after every step of a purge, $rounds rounds" CrashTests LINTEL_KILL_ROUNDS="$rounds"
}

# A raw file system to look into, such as the state directory is to lie on.
image() {
    local directory
    if (($(id -u) != 0)); then
        printf '\nF4 F7: left out, it needs root\n'
        return
    fi
    directory=$(mktemp -d)
    truncate -s 128M "$directory/image"
    mke2fs -q -F -t ext4 "$directory/image"
    mkdir "$directory/mounted"
    mount -o loop "$directory/image" "$directory/mounted"
    prove "F4 F7: the raw ext4 below the files (options: $(findmnt -n -o OPTIONS "$directory/mounted"))" RawImageTests \
        LINTEL_RAW_IMAGE="$directory/image" LINTEL_RAW_DIRECTORY="$directory/mounted" TMPDIR="$directory/mounted"
    umount "$directory/mounted"
    rm -r "$directory"
}

scale() {
    prove "Scale: $entries entries" ScaleTests LINTEL_RECORD_SCALE="$entries"
}

printf 'The long proofs of %s on %s, %s cores, %s\n' "$(git rev-parse --short HEAD)" "$(uname -srm)" "$(nproc)" "$(date -u +%F)"
scripts/say-first-build.sh
"$swift" build -c release --build-tests >/dev/null
for part in "${parts[@]}"; do "$part"; done
exit "$failed"
