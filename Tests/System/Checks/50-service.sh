# The unit: start, restart, watchdog, stop, reload, wrong configurations, and several doors.

reaches_ready() {
    configure quiet
    local started
    started=$(milliseconds)
    start_daemon
    is_active || fail "the unit is $(property ActiveState)"
    [[ -n $(property StatusText) ]] || fail "there is no STATUS="
    see "READY after $(($(milliseconds) - started)) ms; status: $(property StatusText)"
}
check "systemctl start reaches READY without a camera, and the status is in words" reaches_ready

restarts_when_killed() {
    local before
    before=$(main_process)
    mark_journal
    kill -KILL "$before"
    wait_for 20 "another process" another_process "$before"
    wait_for 20 "active" is_active
    see "process $before, then $(main_process); $(property NRestarts) restart"
}
another_process() { [[ $(property MainPID) != "$1" && $(property MainPID) != 0 ]]; }
check "a killed daemon is started again" restarts_when_killed

watchdog_trips() {
    local before started=$SECONDS
    before=$(main_process)
    mark_journal
    kill -STOP "$before"
    wait_for 60 "another process" another_process "$before"
    wait_for 20 "active" is_active
    journal_says "Watchdog timeout" || fail "the journal names no watchdog"
    see "stopped by SIGSTOP, ended and started again after $((SECONDS - started)) s; the limit is $(property WatchdogUSec)"
}
check "a daemon that hangs is ended by the watchdog and started again" watchdog_trips

stops_clean() {
    local started
    systemctl is-active -q "$unit" || start_daemon
    started=$(milliseconds)
    systemctl stop "$unit"
    local took=$(($(milliseconds) - started))
    [[ $(property Result) == success && $(property ExecMainStatus) == 0 ]] ||
        fail "result $(property Result), exit status $(property ExecMainStatus)"
    ((took <= 4000)) || fail "it took $took ms; 2 s are allowed, 4 s under emulation"
    see "$took ms, exit status 0"
}
check "systemctl stop is clean and takes 2 s at most" stops_clean

bad_configuration_is_78() {
    configure quiet rotation=45
    mark_journal
    ! systemctl start "$unit" 2>/dev/null || fail "it started with rotation = 45"
    # Twice the pause before a restart.
    sleep 3
    [[ $(property ExecMainStatus) == 78 ]] || fail "exit status $(property ExecMainStatus)"
    [[ $(property ActiveState) == failed && $(property NRestarts) == 0 ]] ||
        fail "$(property ActiveState), $(property NRestarts) restarts"
    local line
    line=$(journal -o cat | grep -F rotation | head -n 1)
    expect_words "$line" "$configuration" "$(grep -n '^rotation' "$configuration" | cut -d: -f1)" "camera.rotation"
    see "$line"
    systemctl reset-failed "$unit"
}
check "a wrong configuration is exit status 78, no restart, and a line with file, line and key" bad_configuration_is_78

reloads() {
    configure quiet
    start_daemon
    local before
    before=$(main_process)
    mark_journal
    configure quiet temperature_c=36.1
    systemctl reload "$unit" || fail "systemctl reload failed: $(journal -o cat | tail -n 3)"
    wait_for 10 "a line about reference.temperature_c" daemon_says "reference.temperature_c"
    [[ $(main_process) == "$before" ]] || fail "it was another process"
    see "$(daemon_lines | grep -F reference.temperature_c | head -n 1)"
}
check "systemctl reload takes a changed configuration" reloads

reload_says_what_needs_a_restart() {
    mark_journal
    configure quiet temperature_c=36.1 rotation=90
    systemctl reload "$unit"
    wait_for 10 "a line about camera.rotation" daemon_says "camera.rotation"
    local line
    line=$(daemon_lines | grep -F camera.rotation | head -n 1)
    expect_words "$line" "restart"
    see "$line"
}
check "a reload names the keys that need a restart" reload_says_what_needs_a_restart

refuses_a_wrong_reload() {
    local before line
    before=$(main_process)
    mark_journal
    configure quiet temperature_c=99
    ! systemctl reload "$unit" 2>/dev/null || fail "systemctl reload took temperature_c = 99"
    is_active && [[ $(main_process) == "$before" ]] || fail "the running one did not stay"
    # Past the check of `systemctl reload`, the daemon looks for itself.
    kill -HUP "$before"
    wait_for 10 "the daemon's own line" daemon_says "reference.temperature_c"
    is_active && [[ $(main_process) == "$before" ]] || fail "the running one did not stay after SIGHUP"
    line=$(daemon_lines | grep -F reference.temperature_c | head -n 1)
    expect_words "$line" "$configuration" "$(grep -n '^temperature_c' "$configuration" | cut -d: -f1)"
    see "$line"
}
check "a reload of a wrong configuration is refused and the running one stays" refuses_a_wrong_reload

doors_are_apart() {
    configure quiet
    cp "$configuration" /etc/lintel/door2.toml
    systemctl restart "$unit"
    systemctl start linteld@door2.service
    [[ -d /run/lintel/main && -d /run/lintel/door2 ]] || fail "runtime directories: $(ls /run/lintel)"
    systemctl stop linteld@door2.service
    [[ -d /run/lintel/main && ! -e /run/lintel/door2 ]] || fail "after stopping door2: $(ls /run/lintel)"
    is_active || fail "stopping door2 ended main"
    systemctl start linteld@door2.service
    systemctl stop "$unit"
    [[ -d /run/lintel/door2 && ! -e /run/lintel/main ]] || fail "after stopping main: $(ls /run/lintel)"
    systemctl is-active -q linteld@door2.service || fail "stopping main ended door2"
    [[ -d /var/lib/lintel/main && -d /var/lib/lintel/door2 ]] || fail "state directories: $(ls /var/lib/lintel)"
    systemctl stop linteld@door2.service
    rm /etc/lintel/door2.toml
    see "main and door2 ran; stopping one left the other and its directories"
}
check "two doors run side by side; stopping one leaves the other its directories" doors_are_apart

journal_reads_well() {
    configure quiet
    start_daemon
    stop_daemon
    journal -o short | report_lines
    local explained
    explained=$(journal -x | grep -F "Subject:" | sed 's/.*Subject: //' | grep -vE '^(A start|A stop|Resources|Unit) ' | sort -u)
    [[ -n $explained ]] || fail "journalctl -x explains nothing of Lintel's"
    sed 's/^/explained: /' <<<"$explained" | report_lines
    # A line of the daemon's that no catalog entry explains is one that nobody thought of.
    local others
    others=$(journal -o json | jq -r 'select(.SYSLOG_IDENTIFIER == "linteld" and .MESSAGE_ID == null) | .MESSAGE')
    [[ -z $others ]] || fail "lines without a MESSAGE_ID: $others"
    see "the lines above, $(wc -l <<<"$explained") kinds of them explained"
}
check "journalctl -u linteld reads well, and -x explains" journal_reads_well

manual_is_installed() {
    local page missing=() pages=(man1/lintelctl.1 man1/lintelctl-consent.1 man1/lintelctl-audit.1 man5/lintel.toml.5 man8/linteld.8)
    for page in "${pages[@]}"; do [[ -s /usr/share/man/$page ]] || missing+=("$page"); done
    for page in bash-completion/completions/lintelctl zsh/vendor-completions/_lintelctl fish/vendor_completions.d/lintelctl.fish; do
        [[ -s /usr/share/$page ]] || missing+=("$page")
    done
    ((${#missing[@]} == 0)) || fail "missing: ${missing[*]}"
    # bash's own completions, asked as a shell asks them.
    local words
    words=$(bash -c 'source /usr/share/bash-completion/completions/lintelctl
        COMP_WORDS=(lintelctl audit v) COMP_CWORD=2; _lintelctl; echo "${COMPREPLY[*]}"')
    expect_words "$words" verify
    see "$(ls /usr/share/man/man1/lintelctl*.1 | wc -l) pages of lintelctl, and completions for bash, zsh and fish"
}
check "the manual and the completions are where their programs look for them" manual_is_installed
