# Records while the clock is moved, what system calls they cost, and frames that are on no disk.

# shellcheck source=../Guest/records.sh
source ./records.sh

is_shown() { [[ $(with_code ann Records.Show | jq '.entries | length') == "$1" ]]; }

rm -f "$synchronized"
mount_records
configure records entry_log_retention='"3m"' fever_outcome_retention='"3m"'
start_daemon
wait_for 60 "the daemon is asked" lintelctl status

unsynchronized_forward_hides() {
    local kept
    grant ann entry_log
    record_entries ann 1
    kept=$(with_code ann Records.Show | jq '.entries | length')
    step_clock 31536000
    is_shown 0 || fail "entries are shown a year later"
    [[ $(count_of entries) == "$kept" ]] || fail "$(count_of entries) of $kept entries are stored"
    step_clock -31536000
    is_shown "$kept" || fail "set back, $(with_code ann Records.Show | jq '.entries | length') of $kept are shown"
    see "a year ahead, not synchronised: none of $kept shown, none destroyed; set back, all are shown"
}
check "C2 a clock that nobody confirmed hides entries and destroys none" unsynchronized_forward_hides

backward_keeps_nothing_alive() {
    local before after kept
    before=$(report_of_records | jq .clock.now)
    step_clock -31536000
    after=$(report_of_records | jq .clock.now)
    ((after >= before && after < before + 600000)) || fail "the trusted clock went from $before to $after"
    kept=$(count_of entries)
    ((kept >= 1)) || fail "nothing is kept to look at"
    # Three minutes by the time that the machine is on, and the next purge.
    wait_for 300 "the entries are gone in their time" no_entries
    step_clock 31536000
    see "the trusted clock went on, and $kept entries died within their three minutes and a purge"
}
no_entries() { [[ $(count_of entries) == 0 ]]; }
check "C3 a clock that is set back a year lengthens no life" backward_keeps_nothing_alive

starts_in_1970() {
    local before after
    before=$(report_of_records | jq .clock.now)
    systemctl stop "$unit"
    local now
    now=$(date +%s)
    # The kernel takes no time that is shorter than the machine has been on.
    date -s @2592000 >/dev/null
    start_daemon
    wait_for 60 "the daemon is asked" lintelctl status
    after=$(report_of_records | jq .clock.now)
    date -s "@$((now + 30))" >/dev/null
    ((after >= before && after < before + 600000)) || fail "the trusted clock went from $before to $after"
    see "in 1970 the trusted clock goes on where it was"
}
check "C4 a daemon that starts in 1970 goes on where the clock was" starts_in_1970

synchronized_forward_destroys() {
    record_entries ann 1
    touch "$synchronized"
    step_clock 31536000
    wait_for 60 "the entries are gone" no_entries
    step_clock -31536000
    rm -f "$synchronized"
    see "a year ahead and synchronised: destroyed at once"
}
check "C1 a synchronised clock that is a year ahead destroys at once" synchronized_forward_destroys
stop_daemon

touch "$synchronized"
mount_records
start_daemon
wait_for 60 "the daemon is asked" lintelctl status
census=$(mktemp -p /run)

# Somebody agrees, is recorded, withdraws; then all that is left expires.
traced_use() {
    local tracer
    timeout 240 strace -f -qq -yy -s 64 -o "$census" -e trace=%file,%network,%desc,%process,memfd_create -p "$(main_process)" &
    tracer=$!
    sleep 5
    grant ann entry_log fever_outcome
    grant eve entry_log
    record_entries ann 1
    with_code ann Consent.Withdraw >/dev/null
    record_entries eve 1
    step_clock 660
    wait_for 90 "the entries are gone" no_entries
    kill "$tracer" 2>/dev/null || true
    wait "$tracer" || true
    calls | grep -E "^pwrite64\([0-9]+<$state/records.keys>" >/dev/null || fail "no key was written"
    see "$(calls | wc -l) calls: consents, entries, a withdrawal with its vacuum, an expiry"
}
# Every call with its result; strace writes in two parts what another thread's call came between.
calls() {
    awk '
        /<unfinished \.\.\.>$/ { sub(/ *<unfinished \.\.\.>$/, ""); begun[$1] = $0; next }
        match($0, /<\.\.\. [a-z0-9_]+ resumed>/) { print begun[$1] substr($0, RSTART + RLENGTH); next }
        { print }' "$census" | sed -E 's/^[0-9]+ +//' | grep -vE '^(\+\+\+|---|strace:|\)|$)'
}
check "F17 the use of records is seen call by call" traced_use

writes_only_records() {
    local others
    others=$(calls | grep -E '^(write|writev|pwrite64|pwritev2?|sendfile|copy_file_range|splice|ftruncate|fallocate)\(' |
        grep -vE '^[a-z0-9]+\([0-9]+<(anon_inode:\[eventfd\]|UNIX|socket:|/var/lib/lintel/)' | sed -E 's/, ".*//' | sort -u || true)
    [[ -z $others ]] || fail "written: $others"
    others=$(calls | grep -E '^(open|openat|creat)\(' | grep -E 'O_WRONLY|O_RDWR|O_CREAT|O_TMPFILE|^creat' |
        grep -vE '"/var/lib/lintel/main/(records\.(db|db-wal|db-shm|keys)|access/[^"]*)"' | sort -u || true)
    [[ -z $others ]] || fail "opened for writing: $others"
    others=$(calls | grep -E '^memfd_create' || true)
    [[ -z $others ]] || fail "$others"
    see "$(calls | grep -cE '^pwrite64' || true) writes, all to the state directory"
}
check "F14 F17 no file outside of the state directory is opened for writing, by a vacuum neither" writes_only_records

talks_to_nobody() {
    local others
    # The privacy report tries every other family, to say that the system refuses it.
    others=$(calls | grep -E '^socket(pair)?\(' | grep -v AF_UNIX | grep -v EAFNOSUPPORT | sort -u || true)
    [[ -z $others ]] || fail "$others"
    see "no socket but AF_UNIX; $(calls | grep -c EAFNOSUPPORT || true) tries of the report's own were refused"
}
check "F17 no socket but AF_UNIX while records are used" talks_to_nobody
rm -f "$census"
stop_daemon

# Frames of a recording through v4l2loopback: 32 bytes from the middle of each row of people, of many frames.
frames_are_on_no_disk() {
    local recording
    mount_records
    configure records device='"/dev/video0"'
    sed -i '/^\[simulation\]/,/^$/d' "$configuration"
    sed -i 's/^output = .*/output = "none"/' "$configuration"
    sed -i '/^device = /a profile = "lepton3-tlinear"' "$configuration"
    load_loopback
    start_feeder
    start_daemon
    recording=$(find recordings -maxdepth 1 -name '*.cptv' | sort | head -n 1)
    wait_for 60 "the daemon is asked" lintelctl status
    grant ann entry_log fever_outcome
    with_code ann Consent.Present >/dev/null
    ./lintel-testbed watermarks "$recording" >"$people/frames"
    tell_feeder "play $recording"
    feeder_done 240
    [[ -n $(found "$people/frames" "memory:$(main_process)") ]] || fail "the search does not find the last frame in memory"
    sync
    nothing_found "$people/frames" "$state" "$image" /var/log/journal /tmp /var/tmp /dev/shm /run/lintel
    see "$(wc -l <"$people/frames") runs of 32 bytes of frames are on no disk ($searched)"
}
check "F13 no 32 bytes of a frame are on a disk while records are kept" frames_are_on_no_disk

stop_daemon
stop_feeder
unmount_records
rm -rf "$people" "$image" "$synchronized"
