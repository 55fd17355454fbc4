# lintelctl cameras on a real kernel: what it lists, what it measures, and what it says where it can't.

lists_none() {
    expect_exit 69 lintelctl cameras
    expect_words "$said" "no camera:" "dmesg"
    see "$said"
}
check "a machine without a camera is told so" lists_none

load_vivid 0
load_loopback 2
start_feeder 2
# v4l2loopback is a camera only once something was written to it.
recordings=(recordings/*.cptv)
for recording in "${recordings[@]}"; do tell_feeder "play $recording"; done

lists() { lintelctl cameras | grep -qF -- "$1"; }
tests_loopback() {
    wait_for 20 "frames of the feeder" lists "'Y16 ' 160x122"
    said=$(lintelctl cameras --test auto --seconds 8 --set "camera.rotation=$(<recordings/rotation)" 2>&1)
    printf '%s\n' "$said" "$(<"$feeder_answers")"
    expect_words "$said" "lost        none" "mode        temperatures, 0.01 K a count" " °C" "telemetry   in every frame"
    # 8.8 frames a second are played; the emulated machine may be late with some.
    local frames
    frames=$(awk '$1 == "frames" { print $2 }' <<<"$said")
    ((frames >= 40)) || fail "only $frames frames"
    see "$(grep -E 'frames|noise|reference ' <<<"$said" | tr -s ' \n' ' ')"
}
check "a played Lepton is tested: its mode, its scene in degrees, its telemetry" tests_loopback

lists_two() {
    said=$(lintelctl cameras)
    printf '%s\n' "$said"
    expect_words "$said" $'/dev/video0  vivid-000-vid-cap\n' "vivid, platform vivid.0" "'Y16 ' " $'/dev/video2  ' \
        "v4l2 loopback, virtual" "'Y16 ' 160x122" "lepton3-tlinear, 'Y16 ' 160x122" \
        'camera.device = "auto" takes /dev/video2.'
    see "$(grep -c '^/dev/' <<<"$said") cameras; $(tail -n 1 <<<"$said")"
}
check "vivid and a fed v4l2loopback are listed, with the profile that fits" lists_two

tests_vivid() {
    said=$(lintelctl cameras --test /dev/video0 --seconds 5 --set camera.profile=generic-y16)
    printf '%s\n' "$said"
    expect_words "$said" "/dev/video0" "frames" " a second" "lost        none" "wrong: the camera delivers"
    see "$(grep -E 'frames|intervals|mode' <<<"$said" | tr -s ' \n' ' ')"
}
check "vivid is tested: every frame arrives, and its picture is not taken for temperatures" tests_vivid

tests_refused() {
    expect_exit 69 lintelctl cameras --test /dev/video0 --set camera.profile=boson-tlinear
    expect_words "$said" "/dev/video0" "'Y16 ' is offered at" "needed is 640x512 or 320x256"
    expect_exit 69 lintelctl cameras --test /dev/video9
    expect_words "$said" "/dev/video9: there is no such device"
    see "a size that is not offered and a missing device are named"
}
check "what can't be tested is named" tests_refused
