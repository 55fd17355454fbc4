# The way out of the guest: one line a message, fields set apart by tabs, over a virtio-serial port.
# Sourced by what reports.

report_port=/dev/virtio-ports/lintel.report
[[ -e $report_port ]] || report_port=/dev/stdout

# report passed|failed SENTENCE SEEN
report() {
    printf '%s\t%s\t%s\n' "$1" "$2" "$(one_line "$3")" >"$report_port"
}

# Lines of standard input for the reader: the journal's, a program's.
report_lines() {
    while IFS= read -r line; do printf 'line\t%s\n' "$line"; done >"$report_port"
}

say_file() { printf 'file\t%s\n' "$1" >"$report_port"; }

say_end() { printf 'end\n' >"$report_port"; }

# A report is read by people: the start and the end of what is long.
one_line() { tr '\n\t' '  ' <<<"$1" | sed -E -e 's/ *$//' -e 's/^(.{300}).*(.{120})$/\1 … \2/'; }
