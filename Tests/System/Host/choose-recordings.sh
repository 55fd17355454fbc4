#!/bin/bash
# Puts three recordings that can be played as a camera into a folder: choose-recordings.sh FOLDER. Real ones from
# $LINTEL_RECORDINGS or beside the project where they are, else simulated ones. In each of them somebody is measured.
set -euo pipefail
cd "$(dirname "$0")/../../.."
folder=$1
programs=.build-static/release
real=${LINTEL_RECORDINGS:-../shared/recordings}
wanted=3

rm -rf "$folder"
mkdir -p "$folder"

# take FILE ROTATION: copies it when it suits; true once there are enough.
take() {
    local count name
    count=$(find "$folder" -name '*.cptv' | wc -l)
    ((count < wanted)) || return 0
    "$programs/lintel-testbed" suits "$1" >/dev/null || return 1
    "$programs/lintelctl" replay --set "camera.rotation=$2" "$1" |
        grep -qE '"outcome":"(normal|elevated)"' || return 1
    name=$(basename "$1" | tr -c 'A-Za-z0-9.\n-' '_')
    cp "$1" "$folder/$name"
    ((count + 1 == wanted))
}

if [[ -d $real ]]; then
    # They were taken with the camera on its side.
    echo 90 >"$folder/rotation"
    for file in "$real"/*.cptv; do take "$file" 90 && exit 0; done
fi
echo 0 >"$folder/rotation"
rm -f "$folder"/*.cptv
candidates=$(mktemp -d)
trap 'rm -rf "$candidates"' EXIT
for seed in {1..30}; do
    candidate=$candidates/simulated-$seed.cptv
    "$programs/lintelctl" simulate --seed "$seed" --width 160 --height 120 "$candidate"
    take "$candidate" 0 && exit 0
done
echo "No three recordings suit." >&2
exit 1
