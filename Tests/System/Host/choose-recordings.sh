#!/bin/bash
# Chooses recordings that can be played as a camera: choose-recordings.sh FOLDER. Real ones from $LINTEL_RECORDINGS or
# beside the project where they are, else simulated ones. In FOLDER are then
#   *.cptv             three in which somebody is measured, and nobody passes at the very start
#   interrupted/       one more or the same, with the second at which a camera that fails leaves somebody undecided
#   rotation           how the camera was turned
set -euo pipefail
cd "$(dirname "$0")/../../.."
folder=$1
programs=.build-static/release
real=${LINTEL_RECORDINGS:-../shared/recordings}
wanted=3

count() { find "$folder" -maxdepth 1 -name '*.cptv' | wc -l; }

is_enough() { (($(count) == wanted)) && [[ -e $folder/interrupted/moment ]]; }

# Whether somebody is measured in FILE, and nobody passes within the first three seconds: its first frame stands still before
# it is played, and whoever is in it would be gone by then.
has_a_measurement() {
    local events
    events=$("$programs/lintelctl" replay --set "camera.rotation=$rotation" "$1" | grep -vF '"type":"summary"') || return 1
    grep -qE '"outcome":"(normal|elevated)"' <<<"$events" || return 1
    ! grep -qE '"t":[0-2]\.' <<<"$events"
}

# consider FILE: copies it where it serves.
consider() {
    "$programs/lintel-testbed" suits "$1" >/dev/null && has_a_measurement "$1" || return 0
    if (($(count) < wanted)); then cp "$1" "$folder/$(basename "$1" | tr -c 'A-Za-z0-9.\n-' '_')"; fi
    if [[ ! -e $folder/interrupted/moment ]]; then
        local moment
        moment=$("$programs/lintel-testbed" interrupt --rotation "$rotation" "$1") || return 0
        cp "$1" "$folder/interrupted/recording.cptv"
        echo "$moment" >"$folder/interrupted/moment"
    fi
}

# start_afresh ROTATION
start_afresh() {
    rotation=$1
    rm -rf "$folder"
    mkdir -p "$folder/interrupted"
    echo "$rotation" >"$folder/rotation"
}

if [[ -d $real ]]; then
    # They were taken with the camera on its side.
    start_afresh 90
    for file in "$real"/*.cptv; do
        consider "$file"
        ! is_enough || exit 0
    done
fi

start_afresh 0
candidates=$(mktemp -d)
trap 'rm -rf "$candidates"' EXIT
for seed in {1..30}; do
    candidate=$candidates/simulated-$seed.cptv
    "$programs/lintelctl" simulate --seed "$seed" --width 160 --height 120 "$candidate"
    consider "$candidate"
    ! is_enough || exit 0
done
echo "Too few recordings suit." >&2
exit 1
