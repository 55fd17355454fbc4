# How a check is written. Sourced by run-file.sh.
#
#     streams_100_frames() {
#         ...
#         fail "no frame within 20 s"    # ends the check
#         see "100 frames, none lost"    # what the report says was seen
#     }
#     check "a camera streams 100 frames" streams_100_frames
#
# A check fails when it calls `fail` or one of its commands does.

seen_file=$(mktemp)

see() { printf '%s\n' "$*" >"$seen_file"; }

# Ends the check: what was seen is no good.
fail() {
    see "$*"
    printf "%s\n" "$*" >&2
    exit 1
}

# check SENTENCE FUNCTION: runs the function by itself and reports it.
check() {
    local sentence=$1 function=$2 output status started=$SECONDS
    : >"$seen_file"
    # Not in a condition: bash would then ignore `set -e` inside.
    set +e
    output=$(
        set -eE
        trap 'printf "line %s: %s: exit status %s\n" "$LINENO" "$BASH_COMMAND" "$?" >&2' ERR
        "$function" 2>&1
    )
    status=$?
    set -e
    local seen
    seen="$(<"$seen_file") [$((SECONDS - started)) s]"
    if ((status == 0)); then
        report passed "$sentence" "$seen"
    else
        report failed "$sentence" "$seen (exit status $status)"
        tail -n 25 <<<"$output" | report_lines
    fi
}

# wait_until SECONDS COMMAND...: true once the command is; false when the time is over.
wait_until() {
    local deadline=$((SECONDS + $1))
    shift
    until "$@" >/dev/null 2>&1; do
        ((SECONDS < deadline)) || return 1
        sleep 0.2
    done
}

# wait_for SECONDS WHAT COMMAND...: the same, failing the check with the words.
wait_for() {
    local limit=$1 what=$2
    shift 2
    wait_until "$limit" "$@" || fail "not within $limit s: $what"
}

# expect_exit STATUS COMMAND...: its output goes to $said; another exit status fails the check.
expect_exit() {
    local wanted=$1 got=0
    shift
    said=$("$@" 2>&1) || got=$?
    ((got == wanted)) || fail "$1 ended with exit status $got, not $wanted: $said"
}

# expect_words TEXT WORD...: every word is in the text.
expect_words() {
    local text=$1 word
    shift
    for word in "$@"; do
        [[ $text == *"$word"* ]] || fail "\"$word\" is not in: $text"
    done
}

milliseconds() { date +%s%3N; }
