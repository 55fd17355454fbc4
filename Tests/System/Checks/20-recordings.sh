# Recordings played as a FLIR Lepton 3 with telemetry behind v4l2loopback: what the live camera path makes of them, and what
# a replay of the same files does.

load_loopback
rotation=$(<recordings/rotation)
configure lepton "rotation=$rotation"

# The outcomes in order, and the temperatures, of JSON lines.
outcomes() { jq -r 'select(.type == "screening") | .outcome + " " + (.reason // "")' <<<"$1"; }
temperatures() { jq -r 'select(.type == "screening" and .skin_c != null) | .skin_c' <<<"$1"; }
passages() { jq -r 'select(.type == "passage") | .direction' <<<"$1"; }

# Plays RECORDING to a program that has just been started: play_to PROCESS RECORDING.
play_to() {
    wait_for 30 "process $1 streams" has_mapped "$1" /dev/video0
    tell_feeder "play $2"
    feeder_done 120
}

same_temperatures() {
    local recording=$1 replayed live process output
    replayed=$(lintelctl replay --config "$configuration" "$recording")
    output=$(mktemp)
    start_feeder
    ./lintel-testbed screen --config "$configuration" --silence 4 >"$output" 2>/dev/null &
    process=$!
    play_to "$process" "$recording"
    wait "$process"
    stop_feeder
    live=$(<"$output")
    jq -e 'select(.type == "summary") | .lost == 0' <<<"$live" >/dev/null || fail "frames were lost: $(tail -n 1 <<<"$live")"
    [[ $(outcomes "$live") == "$(outcomes "$replayed")" ]] ||
        fail "live: $(outcomes "$live" | xargs); replayed: $(outcomes "$replayed" | xargs)"
    [[ $(passages "$live") == "$(passages "$replayed")" ]] ||
        fail "live: $(passages "$live" | xargs); replayed: $(passages "$replayed" | xargs)"
    local difference
    difference=$(paste <(temperatures "$live") <(temperatures "$replayed") |
        awk '{ d = $1 - $2; if (d < 0) d = -d; if (d > most) most = d } END { printf "%.3f", most }')
    awk -v d="$difference" 'BEGIN { exit !(d <= 0.05) }' || fail "temperatures differ by $difference °C"
    see "$(jq -s 'map(select(.type == "summary"))[0].frames' <<<"$live") frames;" \
        "$(outcomes "$replayed" | wc -l) screenings, the same outcomes; temperatures within $difference °C"
}

# Lines of one entry each, as the daemon writes them with entries = "lines".
entries() { grep -c "^$1" || true; }

daemon_counts_the_same() {
    local recording=$1 replayed counts wanted lines
    replayed=$(lintelctl replay --config "$configuration" "$recording")
    start_feeder
    start_daemon
    play_to "$(main_process)" "$recording"
    stop_daemon
    stop_feeder
    lines=$(daemon_lines)
    counts="admitted $(entries admitted <<<"$lines"), referred $(entries referred <<<"$lines")"
    counts+=", passages $(entries passage <<<"$lines")"
    # Without a gate, who is normal is admitted and the rest referred.
    wanted="admitted $(outcomes "$replayed" | entries normal)"
    wanted+=", referred $(outcomes "$replayed" | grep -cE '^(elevated|undecided)' || true)"
    wanted+=", passages $(passages "$replayed" | grep -c . || true)"
    [[ $counts == "$wanted" ]] || fail "daemon: $counts; replay: $wanted"
    ! grep -E '[0-9] *°|[0-9] *[CK]\b' <<<"$lines" || fail "a temperature is in the journal"
    see "$counts, as replayed; no temperature in its journal"
}

for recording in recordings/*.cptv; do
    name=$(basename "$recording" .cptv)
    same_temperatures_of_this() { same_temperatures "$recording"; }
    counts_of_this() { daemon_counts_the_same "$recording"; }
    check "$name: live and replayed, the same screenings and temperatures" same_temperatures_of_this
    check "$name: the installed daemon counts the same" counts_of_this
done
