#!/bin/bash
# Tests Lintel as it is installed: in a Debian guest with its own kernel and systemd, under emulation. run.sh [CHECKS]
# CHECKS are numbers of the files in Checks, such as 10,50; all without. Takes some minutes; the guest's image is kept in
# ~/.cache/lintel between runs. Passes only when the guest ran every check and each passed.
set -euo pipefail
cd "$(dirname "$0")/../.."
checks=${1:-}
cache_root=${XDG_CACHE_HOME:-$HOME/.cache}/lintel
work=.build-guest

# phase WORDS COMMAND...: its output is shown only when it fails.
phase() {
    local words=$1 started=$SECONDS
    shift
    printf '%-52s' "$words"
    if ! "$@" >"$work/phase.log" 2>&1; then
        printf 'failed\n'
        tail -n 40 "$work/phase.log" >&2
        printf '\n0 passed, 1 failed\n'
        exit 1
    fi
    printf '%4d s\n' $((SECONDS - started))
}

mkdir -p "$work"
rm -f "$work/disk.img"
: >"$work/report"
recipe=$(cat Tests/System/Image/* | sha256sum | cut -c 1-16)
cache=$cache_root/guest-$recipe

phase "packages" Tests/System/Host/packages.sh
[[ -e $cache/complete ]] || phase "guest image (kept for the next time)" Tests/System/Host/cache-image.sh "$cache"
phase "Lintel, static" Tests/System/Host/build-lintel.sh
phase "recordings" Tests/System/Host/choose-recordings.sh "$work/recordings"
phase "disk" Tests/System/Host/build-disk.sh "$cache" "$work"
if [[ ${LINTEL_GUEST_SHELL:-} ]]; then exec Tests/System/Host/run-guest.sh "$cache" "$work"; fi

echo "guest"
Tests/System/Host/run-guest.sh "$cache" "$work" "$checks" &
guest=$!
trap 'kill "$guest" 2>/dev/null || true' EXIT
Tests/System/Host/print-report.sh "$work" "$guest"
