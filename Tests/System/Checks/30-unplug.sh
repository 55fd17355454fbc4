# A camera that is pulled out while it streams, whose number another device takes, and that comes back.

configure vivid
load_vivid
mark_journal
start_daemon
wait_for 30 "the daemon streams" journal_says "camera streaming"
wait_for 30 "the camera is ready" status_says "screening"

notices_the_unplugging() {
    local before
    before=$(main_process)
    echo vivid.0 >$vivid_driver/unbind
    wait_for 20 "a state that says so" status_says "absent"
    [[ $(main_process) == "$before" ]] || fail "it was started again"
    see "$(property StatusText)"
}
check "a camera unplugged while it streams is an absent camera, and the daemon stays" notices_the_unplugging

declines_another_camera() {
    load_loopback 0
    sleep 6
    ! status_says "screening" || fail "it screens by v4l2loopback"
    is_active || fail "the daemon is $(property ActiveState)"
    see "/dev/video0 is $(cat /sys/class/video4linux/video0/name); status: $(property StatusText)"
    rmmod v4l2loopback
}
check "another device that takes its number is not screened by" declines_another_camera

comes_back() {
    local returned accepted
    mark_journal
    echo vivid.0 >$vivid_driver/bind
    returned=$(milliseconds)
    wait_for 15 "the first good frame" journal_says "camera settling"
    accepted=$(($(journal -o json | jq -r 'select(.MESSAGE | test("camera settling")) | .__REALTIME_TIMESTAMP' | head -n 1) / 1000))
    ((accepted - returned <= 15000)) || fail "$((accepted - returned)) ms"
    see "the first good frame $((accepted - returned)) ms after the node's return (5 s; 15 s allowed under emulation)"
}
check "plugged in again, its first good frame is accepted within 5 s" comes_back

settles() {
    local from to
    wait_for 30 "the camera is ready" journal_says "camera ready"
    from=$(journal -o json | jq -r 'select(.MESSAGE | test("camera settling")) | .__REALTIME_TIMESTAMP' | head -n 1)
    to=$(journal -o json | jq -r 'select(.MESSAGE | test("camera ready")) | .__REALTIME_TIMESTAMP' | head -n 1)
    local took=$(((to - from) / 1000))
    ((took >= 9500 && took <= 12000)) || fail "settling took $took ms; the profile asks for 10 s"
    see "camera settling for $took ms; the profile asks for 10 s"
}
check "its state is settling for as long as the profile asks" settles

counts_across() {
    stop_daemon
    local line
    line=$(journal -o cat | grep -E 'frames screened' | tail -n 1)
    [[ -n $line ]] || fail "no account of frames"
    see "$line"
}
check "the account of frames goes on across the unplugging" counts_across
