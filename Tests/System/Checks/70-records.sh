# What is left of people whose time is over or who took their consent back: nothing, in the files, in the raw file system below
# them, in the daemon's memory and elsewhere. The same search finds it all while it is there.

# shellcheck source=../Guest/records.sh
source ./records.sh

# What lies in the directories that everybody may write to.
temporary_files() { find /tmp /var/tmp /dev/shm -mindepth 1 -not -path '*systemd-private*' | sort; }
temporary_before=$(temporary_files)

touch "$synchronized"
mount_records
configure records
start_daemon
wait_for 60 "the daemon is asked" lintelctl status

records_on_ext4() {
    local words
    wait_for 30 "recording" is_recording
    grep -qx 'data=ordered' "/proc/fs/ext4/$records_device/options" || fail "$records_device is not mounted with data=ordered"
    words=$(report_of_records | jq -r '.file_system | "\(.words)"')
    see "recording on $records_device; $words"
}
is_recording() { [[ $(report_of_records | jq -r '.stopped // "none"') == none && $(count_of consents) == 0 ]]; }
check "on ext4 with data=ordered the daemon records" records_on_ext4

people_are_recorded() {
    grant ann entry_log fever_outcome
    grant ben entry_log
    grant eve entry_log fever_outcome
    record_entries ann 2
    record_entries ben 1
    save_keys
    reference_markers ann >"$people/ann.reference"
    id_markers ann >"$people/ann.ids"
    id_markers ben >"$people/ben.ids"
    see "$(count_of entries) entries of $(count_of consents) consents in $(count_of epochs) epochs"
}
check "three people agree, and entries of two are recorded" people_are_recorded

search_finds_what_is_there() {
    sync -f "$state/records.db"
    all_found "$people/ann.ids" "$state"
    all_found "$people/ben.ids" "$image"
    # The first key of the file is there too, and the daemon knows its own paths.
    od -An -v -tx1 -j 4096 -N 32 "$state/records.keys" | tr -d ' \n' | sed 's/^/key-index /' >"$people/key"
    echo >>"$people/key"
    all_found "$people/key" "$image"
    echo "path $(hex_of "$state/records.db")" >"$people/path"
    all_found "$people/path" "memory:$(main_process)"
    see "every id in the files and in the raw image, the index key in the raw image, a path in memory"
}
check "the search finds ids and keys while they are there" search_finds_what_is_there

codes_are_nowhere() {
    local process
    process=$(main_process)
    nothing_found "$people/ann.reference" "$state" "$image" "memory:$process" /var/log/journal /tmp /var/tmp /dev/shm
    see "no form of the code in files, raw image, memory, journal, /tmp, /var/tmp, /dev/shm ($searched)"
}
check "once its connection is closed a receipt code is nowhere, in no form" codes_are_nowhere

expiry_leaves_nothing() {
    local entries
    entries=$(grep -h ^entry "$people/ann.ids" "$people/ben.ids" | tee "$people/expired" | wc -l)
    mark_journal
    step_clock 660
    wait_for 90 "the entries are gone" no_entries
    keys_destroyed_since_saved expired >"$people/expired.keys"
    [[ -s $people/expired.keys ]] || fail "no key was overwritten"
    cat "$people/expired.keys" >>"$people/expired"
    nothing_found "$people/expired" "$state" "memory:$(main_process)"
    see "$entries entries and $(wc -l <"$people/expired.keys") keys are in no file and not in memory ($searched)"
    daemon_lines | report_lines
}
no_entries() { [[ $(count_of entries) == 0 ]]; }
check "after expiry entries and keys are in no file and not in the daemon's memory" expiry_leaves_nothing

withdrawal_leaves_nothing() {
    local reply
    record_entries ann 1
    id_markers ann >>"$people/ann.ids"
    save_keys
    reply=$(with_code ann Consent.Withdraw)
    [[ $(jq .verified <<<"$reply") == true ]] || fail "$reply"
    keys_destroyed_since_saved ann >"$people/ann.keys"
    [[ $(wc -l <"$people/ann.keys") -ge 2 ]] || fail "$(wc -l <"$people/ann.keys") keys were overwritten"
    cat "$people"/ann.{ids,reference,keys} >"$people/withdrawn"
    nothing_found "$people/withdrawn" "$state" "memory:$(main_process)" /var/log/journal /tmp /var/tmp /dev/shm
    ! with_code ann Consent.Show 2>"$people/answer" || fail "the receipt is still known"
    expect_words "$(<"$people/answer")" UnknownReceipt
    see "$(jq -r '"\(.consents) consents and \(.entries) entries destroyed"' <<<"$reply"), $searched"
}
check "after a withdrawal neither code nor ids nor keys are in files, memory, journal or elsewhere" withdrawal_leaves_nothing

others_stay() {
    [[ $(with_code eve Consent.Show | jq '[.consents[] | select(.state == "given")] | length') == 2 ]] || fail "eve's consents are gone"
    record_entries eve 1
    id_markers eve >"$people/eve.ids"
    see "the others' consents stand, and entries are recorded under them"
}
check "a withdrawal touches nobody else" others_stay

image_holds_nothing() {
    systemctl stop "$unit"
    [[ ! -s $state/records.db-wal ]] || fail "a write-ahead log is left"
    cp "$state/records.db" "$people/old.db"
    umount /var/lib/lintel
    cat "$people/expired" "$people/withdrawn" >"$people/dead"
    nothing_found "$people/dead" "$image"
    all_found "$people/eve.ids" "$image"
    see "$(sort -u "$people/dead" | wc -l) markers of the dead are nowhere in the raw image, the living are ($searched)"
}
check "after stop and unmount the raw file system holds nothing of the dead" image_holds_nothing

nothing_elsewhere() {
    local left
    nothing_found "$people/dead" /var/log/journal /tmp /var/tmp /dev/shm
    left=$(comm -13 <(echo "$temporary_before") <(temporary_files) | xargs)
    [[ -z $left ]] || fail "new files: $left"
    [[ $(wc -l </proc/swaps) == 1 ]] || fail "there is swap: $(tail -n +2 /proc/swaps)"
    ! command -v coredumpctl >/dev/null || coredumpctl --no-pager list 2>&1 | grep -q "No coredumps" || fail "there is a core dump"
    see "journal, /tmp, /var/tmp, /dev/shm hold nothing of them, and there is no swap"
}
check "journal and temporary directories hold nothing, and there is no swap" nothing_elsewhere

files_are_known() {
    mount -o loop "$image" /var/lib/lintel
    local others
    others=$(cd /var/lib/lintel && find . -mindepth 1 | sort | grep -vE '^\./(lost\+found|main|main/records\.(db|db-wal|db-shm|keys)|main/access(/[0-9]{4}-[0-9]{2}(\.[a-z]+)?|/[a-z.-]+)?|main/gate.*)$' || true)
    [[ -z $others ]] || fail "unknown files: $(xargs <<<"$others")"
    see "$(cd /var/lib/lintel && find . -type f | sort | xargs)"
}
check "the state directory holds database, keys and access log, nothing else" files_are_known

stop_daemon
unmount_records
rm -rf "$people" "$image" "$synchronized"
