# What the unit forbids, and what the process really does.

exposure_is_low() {
    local line score
    line=$(systemd-analyze security --no-pager "$unit" | grep -F "Overall exposure level")
    score=$(sed -E 's/.*: ([0-9.]+) .*/\1/' <<<"$line")
    awk -v score="$score" 'BEGIN { exit !(score <= 0.6) }' || fail "$line"
    see "${line#→ }"
}
check "systemd-analyze security gives 0.6 at most" exposure_is_low

configure vivid
load_vivid
start_daemon
wait_for 60 "the daemon screens" status_says "screening"

is_confined() {
    local process status
    process=$(main_process)
    status=$(<"/proc/$process/status")
    expect_words "$status" $'NoNewPrivs:\t1' $'Seccomp:\t2' $'CapEff:\t0000000000000000' $'CapBnd:\t0000000000000000'
    [[ $(stat -c %U "/proc/$process/mem") == root ]] || fail "its memory may be read by $(stat -c %U "/proc/$process/mem")"
    [[ $(awk '/^Uid:/ { print $2 }' <<<"$status") == "$(id -u lintel)" ]] || fail "it is not the user lintel"
    [[ $(readlink "/proc/$process/ns/net") != "$(readlink /proc/1/ns/net)" ]] || fail "it has the machine's network"
    [[ $(nsenter -t "$process" -n ls /sys/class/net 2>/dev/null) != *eth* ]] || fail "it has a network interface"
    local kinds
    kinds=$(kinds_of_sockets "$process")
    [[ -z $kinds || $kinds == UNIX ]] || fail "sockets: $kinds"
    see "user lintel, no capabilities, seccomp filter, network of its own, not dumpable, sockets: ${kinds:-none}"
}
kinds_of_sockets() {
    local link inode
    for link in /proc/"$1"/fd/*; do
        link=$(readlink "$link") || continue
        [[ $link == socket:* ]] || continue
        inode=${link//[^0-9]/}
        # What systemd has opened for it is of the machine's network, the rest of its own.
        if grep -qE " $inode( |$)" /proc/1/net/unix "/proc/$1/net/unix"; then echo UNIX; else echo other; fi
    done | sort -u | xargs
}
check "the process is confined as the unit says" is_confined

# One minute of streaming with a reload in it, seen from outside the sandbox.
census=$(mktemp)
timeout 60 strace -f -qq -yy -s 32 -o "$census" -e trace=%file,%network,%desc,%process -p "$(main_process)" &
tracer=$!
sleep 20
systemctl reload "$unit"
wait "$tracer" || true

calls() { sed -E 's/^[0-9]+ +//' "$census" | grep -vE '^(<\.\.\.|\+\+\+|---|strace:)'; }

census_has_substance() {
    local count
    count=$(calls | wc -l)
    ((count > 200)) || fail "only $count calls in a minute"
    calls | grep -E '^ioctl\([0-9]+</dev/video0' >/dev/null || fail "no frame was dequeued"
    calls | sed -E 's/\(.*//' | sort | uniq -c | sort -rn | head -n 12 | report_lines
    see "$count calls"
}
check "a minute of system calls is seen while it streams and reloads" census_has_substance

only_unix_sockets() {
    local others
    others=$(calls | grep -E '^socket(pair)?\(' | grep -v AF_UNIX | sort -u || true)
    [[ -z $others ]] || fail "$others"
    others=$(calls | grep -E '^(connect|bind|listen|accept4?|sendto|sendmsg|sendmmsg)\(' | grep -vE 'UNIX|AF_UNIX' | sort -u || true)
    [[ -z $others ]] || fail "$others"
    see "$(calls | grep -cE '^socket' || true) sockets made, all AF_UNIX"
}
check "no socket but AF_UNIX" only_unix_sockets

writes_only_what_it_may() {
    local others
    # Writing to an eventfd wakes a thread of its own.
    others=$(calls | grep -E '^(write|writev|pwrite64|pwritev2?|sendfile|copy_file_range|splice|ftruncate|fallocate)\(' |
        grep -vE '^[a-z0-9]+\([0-9]+<(anon_inode:\[eventfd\]|/var/lib/lintel/|/var/lib/private/lintel/)' | sort -u || true)
    [[ -z $others ]] || fail "$others"
    others=$(calls | grep -E '^(open|openat|creat)\(' | grep -E 'O_WRONLY|O_RDWR|O_CREAT|^creat' |
        grep -vE '"(/dev/video[0-9]+|/var/lib/lintel/[^"]*)"' | sort -u || true)
    [[ -z $others ]] || fail "$others"
    others=$(calls | grep -E '^(mkdir|unlink|rename|link|symlink|truncate|chmod|chown|mknod)' | grep -v '/var/lib/lintel/' | sort -u || true)
    [[ -z $others ]] || fail "$others"
    see "$(calls | grep -cE '^send(msg|to)\(' || true) datagrams, all to UNIX sockets; no file but the camera opened for writing"
}
check "nothing is written but journal datagrams and the state directory" writes_only_what_it_may

starts_nothing() {
    local others
    others=$(calls | grep -E '^(execve|fork|vfork)' | sort -u || true)
    [[ -z $others ]] || fail "$others"
    see "no program was started"
}
check "no other program is started" starts_nothing
rm -f "$census"
