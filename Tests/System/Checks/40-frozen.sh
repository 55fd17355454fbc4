# A camera that hangs while somebody stands before it: it repeats one frame, or sends nothing any more.

load_loopback
configure lepton "rotation=$(<recordings/rotation)"
recording=recordings/interrupted/recording.cptv
# Whoever is before the camera then was not yet seen for long enough.
moment=$(<recordings/interrupted/moment)
start_feeder
start_daemon
wait_for 30 "the daemon streams" has_mapped "$(main_process)" /dev/video0

# entries WORD: lines of the journal since the mark that admit or refer somebody.
entries() { journal -o cat | grep -c "^$1" || true; }

undecided_before_a_frozen_picture() {
    mark_journal
    tell_feeder "cut $moment $recording"
    feeder_done 120
    (($(entries admitted) + $(entries referred) == 0)) || fail "an entry before the picture froze"
    tell_feeder "still 8"
    wait_for 20 "a state that says so" status_says "frozen"
    local words
    words=$(property StatusText)
    feeder_done 30
    wait_for 10 "the person's entry" journal_says "referred"
    (($(entries admitted) == 0)) || fail "somebody was admitted by a frozen picture"
    see "\"$words\"; the person before it was referred, undecided"
}
check "a camera that repeats one frame is frozen: the person before it is undecided" undecided_before_a_frozen_picture

screens_again() {
    local before
    before=$(main_process)
    mark_journal
    tell_feeder "play $recording"
    feeder_done 120
    wait_for 10 "an entry" has_entry
    [[ $(main_process) == "$before" ]] || fail "the daemon was started again"
    journal_says "camera ready" || fail "the camera was never ready"
    see "camera ready; $(entries admitted) admitted, $(entries referred) referred"
}
has_entry() { (($(entries admitted) + $(entries referred) > 0)); }
check "when the picture moves again, people are screened again" screens_again

undecided_before_a_silent_camera() {
    mark_journal
    tell_feeder "cut $moment $recording"
    feeder_done 120
    # Nothing is sent from here on.
    wait_for 20 "a state that says so" status_says "stalled"
    local words before
    words=$(property StatusText)
    before=$(main_process)
    wait_for 10 "the person's entry" journal_says "referred"
    sleep 12
    is_active || fail "the daemon is $(property ActiveState)"
    [[ $(main_process) == "$before" ]] || fail "the daemon was started again"
    (($(entries admitted) == 0)) || fail "somebody was admitted"
    see "\"$words\", later \"$(property StatusText)\"; the person before it was referred, undecided"
}
check "a camera that falls silent is named: the person before it is undecided" undecided_before_a_silent_camera

check "when frames come back, people are screened again" screens_again

counts_everybody() {
    mark_journal
    stop_daemon
    local line
    line=$(journal -o cat | grep -F "frames screened" | tail -n 1)
    [[ $line =~ ([0-9]+)\ people\ seen ]] || fail "no counts in: $(journal -o cat)"
    ((BASH_REMATCH[1] >= 2)) || fail "$line"
    see "$line"
}
check "the line at the end counts everybody" counts_everybody
