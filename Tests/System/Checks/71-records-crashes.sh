# Records where the daemon dies, where the disk can't destroy a key, and where somebody brings back an old copy.

# shellcheck source=../Guest/records.sh
source ./records.sh
touch "$synchronized"

# Recording is refused with the reason, and the door goes on.
refuses() {
    local words=$1 status
    configure records
    start_daemon
    wait_for 60 "the daemon screens" status_says "screening"
    wait_for 30 "an answer about records" lintelctl status
    status=$(report_of_records | jq -c .stopped)
    expect_words "$status" "$words"
    ! ask Consent.Grant '{"purposes":["entry_log"],"language":"en","method":"desk"}' 2>"/run/lintel-answer" || fail "a consent was taken"
    [[ ! -e $state/records.db && ! -e $state/records.keys ]] || fail "files were made: $(ls "$state")"
    see "$(jq -r .cause <<<"$status"); screening goes on"
    stop_daemon
}

refuses_data_journal() {
    mount_records data=journal
    refuses data=journal
}
check "on ext4 with data=journal nothing is recorded, and the door goes on" refuses_data_journal

refuses_tmpfs() {
    unmount_records
    mkdir -p /var/lib/lintel
    mount -t tmpfs -o size=32m tmpfs /var/lib/lintel
    refuses tmpfs
}
check "on tmpfs nothing is recorded, and the door goes on" refuses_tmpfs

refuses_overlay() {
    unmount_records
    modprobe overlay
    mkdir -p /run/lintel-overlay
    mount -t tmpfs tmpfs /run/lintel-overlay
    mkdir /run/lintel-overlay/{lower,upper,work}
    mount -t overlay -o lowerdir=/run/lintel-overlay/lower,upperdir=/run/lintel-overlay/upper,workdir=/run/lintel-overlay/work \
        overlay /var/lib/lintel
    refuses overlay
    unmount_records
    umount /run/lintel-overlay
}
check "on an overlay nothing is recorded, and the door goes on" refuses_overlay

mount_records
configure records
start_daemon
wait_for 60 "the daemon is asked" lintelctl status
no_entries() { [[ $(count_of entries) == 0 ]]; }

# Each round: an entry, its time over, and SIGKILL at another moment of the purge that the next question starts.
survives_kills() {
    local round process deaths=0
    : >"$people/dead"
    grant ann entry_log
    for round in {1..6}; do
        record_entries ann 1
        id_markers ann | grep ^entry >>"$people/dead"
        save_keys
        process=$(main_process)
        step_clock 660
        (report_of_records >/dev/null 2>&1 || true) &
        sleep "0.$((round * 2 - 1))"
        kill -KILL "$process"
        wait
        deaths=$((deaths + 1))
        wait_for 30 "another process" another_process "$process"
        wait_for 60 "no entries after the purge of the start" no_entries
        keys_destroyed_since_saved "$round" >>"$people/dead"
    done
    see "$deaths kills; each start ended the purge"
}
another_process() { [[ $(property MainPID) != "$1" && $(property MainPID) != 0 ]]; }
check "F5 a purge that is killed is ended by the next start" survives_kills

leaves_nothing_after_kills() {
    local keys
    keys=$(grep -c ^key "$people/dead" || true)
    ((keys >= 6)) || fail "only $keys keys were destroyed"
    nothing_found "$people/dead" "$state" "memory:$(main_process)"
    systemctl stop "$unit"
    umount /var/lib/lintel
    nothing_found "$people/dead" "$image"
    mount -o loop "$image" /var/lib/lintel
    start_daemon
    see "$(sort -u "$people/dead" | wc -l) entries and keys ($keys) are nowhere in the raw image ($searched)"
}
check "F5 nothing of what was purged under kills is in files, memory or the raw image" leaves_nothing_after_kills

old_copy_opens_nothing() {
    wait_for 60 "the daemon is asked" lintelctl status
    grant ben entry_log
    grant eve entry_log
    record_entries ben 1
    record_entries eve 1
    systemctl stop "$unit"
    cp -a "$state/records.db" /run/lintel-old.db
    start_daemon
    wait_for 60 "the daemon is asked" lintelctl status
    with_code ben Consent.Withdraw >/dev/null
    systemctl stop "$unit"
    # Overwritten in place: it is another file system's copy.
    cat /run/lintel-old.db >"$state/records.db"
    rm /run/lintel-old.db
    start_daemon
    wait_for 60 "the daemon is asked" lintelctl status
    ! with_code ben Records.Show >/dev/null 2>"$people/answer" || [[ $(with_code ben Records.Show | jq '.entries | length') == 0 ]] ||
        fail "the withdrawn entries can be read again"
    [[ $(with_code eve Records.Show | jq '.entries | length') -ge 1 ]] || fail "the other's entries can't be read"
    see "an old copy of the database beside today's keys: who withdrew is unknown, the other's entries are read"
}
check "F16 an old copy of the database beside today's keys opens nothing that has died" old_copy_opens_nothing

# A core_pattern that would keep the whole of a process where the system is set up so.
crashes_tell_nothing() {
    local pattern signal process
    pattern=$(</proc/sys/kernel/core_pattern)
    mkdir -p /var/crash
    chmod 1777 /var/crash
    echo '/var/crash/core.%p' >/proc/sys/kernel/core_pattern
    reference_markers eve >"$people/eve.secrets"
    od -An -v -tx1 -j 4096 -N 32 "$state/records.keys" | tr -d ' \n' | sed 's/^/key-index /' >>"$people/eve.secrets"
    echo >>"$people/eve.secrets"
    for signal in SEGV ABRT ILL BUS; do
        wait_for 60 "the daemon is asked" lintelctl status
        with_code eve Consent.Show >/dev/null
        process=$(main_process)
        kill -"$signal" "$process"
        wait_for 30 "another process" another_process "$process"
    done
    echo "$pattern" >/proc/sys/kernel/core_pattern
    [[ -z $(ls /var/crash) ]] || fail "there are dumps: $(ls /var/crash)"
    journalctl --sync
    nothing_found "$people/eve.secrets" /var/log/journal /var/crash /tmp /var/tmp
    journal_says "Backtrace" && fail "the runtime printed a backtrace"
    see "SIGSEGV, SIGABRT, SIGILL and SIGBUS: no dump, no backtrace, no secret in the journal ($searched)"
}
check "F10 a crash leaves no dump and nothing secret in the journal" crashes_tell_nothing

only_one_journal() {
    local others
    others=$(find /var/log/journal -mindepth 1 -maxdepth 1 -name '*.*')
    [[ -z $others ]] || fail "journals of other namespaces: $others"
    others=$(find /var/log -type f -not -path '/var/log/journal/*' -newer "$synchronized" | xargs)
    id_markers eve >>"$people/eve.secrets"
    # shellcheck disable=SC2086 # a list of files
    [[ -z $others ]] || nothing_found "$people/eve.secrets" $others
    nothing_found "$people/eve.secrets" /var/log /run/log
    see "one journal, no namespace; nothing in other logs (${others:-none was written})"
}
check "F11 there is one journal, and no log holds a code, an id as bytes or a key" only_one_journal

stop_daemon
unmount_records
rm -rf "$people" "$image" "$synchronized"
