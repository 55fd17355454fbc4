# The kernel's own test camera: an API-compliant driver that numbers its frames.

starts_without_camera_modules() {
    ! grep -qE '^(vivid|v4l2loopback|uvcvideo) ' /proc/modules || fail "a camera module is loaded already"
    configure vivid
    start_daemon
    wait_for 20 "a status that names the absent camera" status_says "absent"
    local waiting
    waiting=$(property StatusText)
    load_vivid
    wait_for 30 "the daemon streams" journal_says "camera streaming"
    see "first \"$waiting\", then \"$(journal -o cat | grep -F 'camera streaming' | head -n 1)\""
}
check "a daemon started before any camera module finds the camera later" starts_without_camera_modules

negotiates_y16() {
    local format
    format=$(v4l2-ctl -d /dev/video0 --get-fmt-video)
    expect_words "$format" "'Y16 '"
    expect_words "$(journal_of_start)" "generic-y16"
    see "$(grep -E 'Width|Pixel Format' <<<"$format" | xargs)"
}
journal_of_start() { journalctl -q -u "$unit" -b -o cat; }
check "it negotiates Y16 by the profile generic-y16" negotiates_y16

refuses_a_second_user() {
    expect_exit 69 lintelctl cameras --test /dev/video0 --set camera.profile=generic-y16
    expect_words "$said" /dev/video0
    grep -qiE 'busy|in use|uses it|another program' <<<"$said" || fail "no word of another user: $said"
    is_active || fail "it ended the daemon"
    see "$(tail -n 3 <<<"$said")"
}
check "a second open while the daemon streams is a clear error" refuses_a_second_user

accounts_for_every_frame() {
    stop_daemon
    local summary
    summary=$(./lintel-testbed screen --config "$configuration" --frames 100 2>/dev/null | tail -n 1)
    jq -e '.frames >= 100 and .lost == 0 and .balanced and .numbered == .delivered' <<<"$summary" >/dev/null || fail "$summary"
    see "$summary"
}
check "100 frames, each accounted for by the kernel's sequence" accounts_for_every_frame

daemon_accounts_for_its_frames() {
    local before after process ticks size
    size=$(v4l2-ctl -d /dev/video0 --get-fmt-video | awk '/Width/ { print $3 }' | tr / x)
    start_daemon
    wait_for 30 "the daemon streams" journal_says "camera streaming"
    process=$(main_process)
    before=$(processor_ticks "$process")
    sleep 25
    after=$(processor_ticks "$process")
    ticks=$((after - before))
    local memory
    memory=$(awk '/^VmRSS/ { print int($2 / 1024) }' "/proc/$process/status")
    stop_daemon
    local line frames
    line=$(journal -o cat | grep -oE '[0-9]+ frames screened, [0-9]+ lost' | tail -n 1)
    frames=${line%% *}
    ((frames >= 100)) || fail "$line"
    [[ $line == *" 0 lost" ]] || fail "$line"
    ((memory <= 40)) || fail "$memory MB resident"
    see "$line; $memory MB resident; $((ticks * 10000 / 125)) µs of processor a frame of $size, emulated"
}
processor_ticks() { awk '{ print $14 + $15 }' "/proc/$1/stat"; }
check "the daemon screens 100 frames, loses none and stays below 40 MB" daemon_accounts_for_its_frames

tests_a_camera() {
    expect_exit 0 lintelctl cameras --test /dev/video0 --config "$configuration" --seconds 5
    report_lines <<<"$said"
    see "the report above"
}
check "lintelctl cameras --test reports on a stream" tests_a_camera

lists_cameras() {
    expect_exit 0 lintelctl cameras
    expect_words "$said" /dev/video0 vivid "Y16"
    see "$(head -n 3 <<<"$said")"
}
check "lintelctl cameras lists the device with its formats" lists_cameras

waits_for_a_busy_camera() {
    v4l2-ctl -d /dev/video0 --set-fmt-video=pixelformat='Y16 ' --stream-mmap --stream-count=1000 >/dev/null 2>&1 &
    local other=$!
    sleep 2
    start_daemon
    wait_for 20 "a status that says so" status_says "reopening"
    local words
    words=$(property StatusText)
    grep -qiE 'busy|in use|uses it|another program' <<<"$words" || fail "$words"
    kill "$other"
    wait "$other" 2>/dev/null || true
    wait_for 20 "the daemon streams once the other is gone" journal_says "camera streaming"
    stop_daemon
    see "\"$words\"; it streamed once the other was gone"
}
check "a camera that another program uses is named, and taken when it is free" waits_for_a_busy_camera

names_an_unsupported_format() {
    configure quiet 'device="/dev/video0"' 'profile="lepton3-tlinear"'
    start_daemon
    wait_for 20 "a state that says so" status_says "unusable"
    is_active || fail "the daemon is $(property ActiveState)"
    local line
    line=$(journal -o cat | grep -F "camera unusable" | head -n 1)
    expect_words "$line" /dev/video0
    stop_daemon
    see "$line"
}
check "a format that the camera has not got is named, and the daemon stays up" names_an_unsupported_format
