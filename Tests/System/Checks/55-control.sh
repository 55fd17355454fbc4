# The control socket, as systemd makes its directory: who reaches it, what it tells, and that it ends with the unit.

socket=/run/lintel/main/io.lintel

configure vivid
load_vivid
start_daemon
wait_for 60 "the daemon screens" status_says "screening: "

# A user of no group of Lintel's, and one whom the configuration makes a viewer.
id lintel-nobody >/dev/null 2>&1 || useradd --system --no-create-home --shell /usr/sbin/nologin lintel-nobody
id lintel-watcher >/dev/null 2>&1 ||
    useradd --system --no-create-home --shell /usr/sbin/nologin --groups lintel-viewer lintel-watcher

# as USER COMMAND...: with that user's groups.
as() { runuser -u "$1" -- "${@:2}"; }

shows_the_door() {
    local screen
    expect_exit 0 lintelctl status
    screen=$said
    report_lines <<<"$screen"
    expect_words "$screen" "door main, linteld " "camera     ready: " "screening  running" " screened, "
    [[ $(lintelctl --version) == "lintelctl $(sed -n 's/^door main, linteld \([^,]*\),.*/\1/p' <<<"$screen")" ]] ||
        fail "the tool is of another version than the daemon: $(lintelctl --version)"
    see "$(head -n 1 <<<"$screen")"
}
check "lintelctl status shows root the door" shows_the_door

speaks_to_programs() {
    local level age
    level=$(lintelctl status --json | jq -r .camera.level)
    [[ $level == good ]] || fail "the camera's level is $level"
    age=$(lintelctl status --json | jq -r .frame_age_ms)
    ((age < 10000)) || fail "the last frame is $age ms old"
    lintelctl status --json |
        jq -e '.frames | .numbered == .delivered + .waiting + .ring_full + .error + .short + .gap' >/dev/null ||
        fail "the account is not balanced: $(lintelctl status --json | jq -c .frames)"
    see "camera good, last frame $age ms ago, the account is balanced"
}
check "lintelctl status --json is JSON whose account of frames is balanced" speaks_to_programs

is_everybodys_file() {
    local directory file
    file=$(stat -c '%F %a %U:%G' "$socket")
    directory=$(stat -c '%a %U:%G' "${socket%/*}")
    [[ $file == "socket 666 lintel:lintel" ]] || fail "$socket: $file"
    [[ $directory == "755 lintel:lintel" ]] || fail "${socket%/*}: $directory"
    see "$file in a directory $directory"
}
check "the socket is everybody's, in a directory that only the daemon writes" is_everybodys_file

knows_its_callers() {
    expect_exit 77 as lintel-nobody lintelctl status
    expect_words "$said" "lintel-viewer" "usermod --append --groups"
    expect_exit 0 as lintel-watcher lintelctl status
    see "a user of no group is refused with what to do; a member of lintel-viewer is answered"
}
check "who is in no group of Lintel's is refused; a viewer is answered" knows_its_callers

ends_with_the_unit() {
    systemctl stop "$unit"
    [[ ! -e $socket ]] || fail "$socket is still there"
    expect_exit 69 lintelctl status
    expect_words "$said" "systemctl start linteld"
    systemctl start "$unit"
    wait_for 20 "an answer" lintelctl status
    see "gone after stop, and back after start"
}
check "the socket goes with the unit and comes back with it" ends_with_the_unit

survives_a_kill() {
    local before
    before=$(main_process)
    kill -KILL "$before"
    wait_for 20 "another process" another_process "$before"
    wait_for 20 "an answer of the new process" lintelctl status
    see "process $before was killed; the next one answers $(lintelctl status --json | jq .uptime_ms) ms after its start"
}
another_process() { [[ $(property MainPID) != "$1" && $(property MainPID) != 0 ]]; }
check "a daemon that was killed is asked at the same socket again" survives_a_kill

doors_have_their_own() {
    configure quiet
    cp "$configuration" /etc/lintel/door2.toml
    systemctl start linteld@door2.service
    wait_for 20 "an answer of door2" lintelctl status --door door2
    expect_exit 0 lintelctl status --door door2
    expect_words "$said" "door door2, linteld " "!! camera     absent"
    systemctl stop linteld@door2.service
    rm /etc/lintel/door2.toml
    expect_exit 0 lintelctl status
    see "door2 said of itself that its camera is absent, and main goes on"
}
check "each door has a socket of its own" doors_have_their_own

stop_daemon
