# The installed daemon, through systemctl and journalctl. Sourced by run-file.sh.

unit=linteld.service
configuration=/etc/lintel/lintel.toml
journal_cursor=

# configure NAME [KEY=VALUE...]: installs configuration/NAME.toml with lines of it changed, such as entries="counts".
configure() {
    local name=$1 change
    shift
    cp "configuration/$name.toml" "$configuration"
    for change in "$@"; do
        grep -q "^${change%%=*} = " "$configuration" || fail "$name.toml has no ${change%%=*}"
        sed -i "s|^${change%%=*} = .*|${change%%=*} = ${change#*=}|" "$configuration"
    done
    chmod 644 "$configuration"
}

# From here on `journal` gives only what comes later. The mark is a line of the unit's: journalctl 252 loses a line after a
# cursor that its other arguments leave out.
mark_journal() {
    journalctl --sync
    journal_cursor=$(journalctl -q -u "$unit" -n 1 -o json | jq -r .__CURSOR)
}

# The unit's lines since the mark; more arguments say in what form.
journal() {
    journalctl -q --no-pager -u "$unit" ${journal_cursor:+--after-cursor="$journal_cursor"} "$@"
}

# Messages of the daemon itself, not of systemd or of what a reload runs.
daemon_lines() { journal -o json | jq -r 'select(.SYSLOG_IDENTIFIER == "linteld") | .MESSAGE'; }

# grep reads to the end: the pipe of one that leaves early is an error here.
journal_says() { journal -o cat | grep -F -- "$1" >/dev/null; }

daemon_says() { daemon_lines | grep -F -- "$1" >/dev/null; }

property() { systemctl show --property="$1" --value "$unit"; }

status_says() { [[ $(property StatusText) == *"$1"* ]]; }

is_active() { [[ $(property ActiveState) == active ]]; }

is_inactive() { [[ $(property ActiveState) == @(inactive|failed) ]]; }

# The daemon's process number. Fails the check when it does not run.
main_process() {
    local process
    process=$(property MainPID)
    ((process > 0)) || fail "$unit does not run: $(property ActiveState), exit status $(property ExecMainStatus)"
    echo "$process"
}

start_daemon() {
    mark_journal
    timeout 60 systemctl start "$unit" || fail "systemctl start $unit failed: $(journal -o cat | tail -n 5)"
}

stop_daemon() {
    systemctl stop "$unit" 2>/dev/null || true
    systemctl reset-failed "$unit" 2>/dev/null || true
}

# Whether the process has the buffers of a device mapped: it streams, or is about to.
has_mapped() { grep -q " $2\$" "/proc/$1/maps"; }
