# Records in the guest: a file system of their own, people who agree, and the search for what is left of them. Sourced by
# the files of checks that need it. What identifies a person lies in $people, in memory, and is printed nowhere.

image=/root/records.img
people=/run/lintel-people
synchronized=/run/lintel-synchronized
state=/var/lib/lintel/main

# mount_records [OPTIONS]: a fresh ext4 for /var/lib/lintel, on a loop device.
mount_records() {
    unmount_records
    modprobe loop
    mkdir -p /var/lib/lintel
    cp --sparse=always records.img "$image"
    mount -o "loop${1:+,$1}" "$image" /var/lib/lintel
    records_device=$(basename "$(findmnt -n -o SOURCE /var/lib/lintel)")
    rm -rf "$people"
    mkdir -m 700 "$people"
}

unmount_records() {
    ! mountpoint -q /var/lib/lintel || umount /var/lib/lintel
}

# ask METHOD [JSON]
ask() { ./ask.pl "io.lintel.$1" "${2:-}"; }

report_of_records() { ask Privacy.Report; }

count_of() { report_of_records | jq ".store.$1"; }

# grant NAME PURPOSE...: somebody agrees. The receipt is kept under that name.
grant() {
    local name=$1
    shift
    jq -nc '{purposes: $ARGS.positional, language: "en", method: "kiosk"}' --args "$@" |
        ./ask.pl io.lintel.Consent.Grant - >"$people/$name"
}

# with_code NAME METHOD [JQ]: calls a method with that person's code, and what the filter adds to it.
with_code() { jq -c "{code: .code} ${3:+| $3}" "$people/$1" | ./ask.pl "io.lintel.$2" -; }

# record_entries NAME COUNT: presents the consent again and again until so many entries are kept of it.
record_entries() {
    local deadline=$((SECONDS + 240)) kept=0
    while ((kept < $2)); do
        ((SECONDS < deadline)) || fail "only $kept entries of $2 within 240 s"
        with_code "$1" Consent.Present >/dev/null
        sleep 5
        kept=$(with_code "$1" Records.Show | jq '.entries | length')
    done
    with_code "$1" Records.Show >"$people/$1.entries"
}

# hex_of TEXT
hex_of() { printf %s "$1" | od -An -v -tx1 | tr -d ' \n'; }

# code_bytes NAME: the reference behind a code, 32 hexadecimal digits.
code_bytes() {
    jq -r .code "$people/$1" | perl -MMath::BigInt -ne '
        my $value = Math::BigInt->new(0);
        s/[^0-9A-Z]//g;
        for (split //, substr $_, 0, 26) { $value = $value * 32 + index("0123456789ABCDEFGHJKMNPQRSTVWXYZ", $_) }
        my $digits = $value->as_hex; $digits =~ s/^0x//;
        print "0" x (32 - length $digits), $digits'
}

# reference_markers NAME: the code in every form.
reference_markers() {
    local code bytes
    code=$(jq -r .code "$people/$1")
    bytes=$(code_bytes "$1")
    printf '%s\n' "code-$1 $(hex_of "$code")" "code-$1-plain $(hex_of "${code//-/}")" "code-$1-lower $(hex_of "${code,,}")" \
        "reference-$1 $bytes" "reference-$1-hex $(hex_of "$bytes")"
}

# id_markers NAME: the ids of consents and entries as the database holds them.
id_markers() {
    jq -r '.consents[]' "$people/$1" | sed -e 's/-//g' -e "s/^/consent-$1 /" | tr A-F a-f
    [[ ! -e $people/$1.entries ]] || jq -r '.entries[].id' "$people/$1.entries" | sed -e 's/-//g' -e "s/^/entry-$1 /" | tr A-F a-f
}

# Each key is in a block of 4 KiB of its own; what a block held before it was overwritten is the marker of its key.
save_keys() { cp "$state/records.keys" "$people/keys"; }

# keys_destroyed_since_saved NAME: keys whose blocks hold something else now.
keys_destroyed_since_saved() {
    perl -e '
        my ($name, $before, $after) = @ARGV;
        open my $old, "<:raw", $before or die; open my $new, "<:raw", $after or die;
        my $block = 0;
        while (sysread $old, my $was, 4096) {
            sysread $new, my $is, 4096;
            printf "key-%s-%d %s\n", $name, $block, unpack "H64", $was if $was ne $is and $block;
            $block++;
        }' "$1" "$people/keys" "$state/records.keys"
}

# found MARKERS PLACE...: the names of markers that are found, each once; nothing when none is.
found() {
    ./seek.pl "$@" 2>/dev/null | cut -d ' ' -f 1 | sort -u || true
}

# nothing_found MARKERS PLACE...: fails the check when anything is.
nothing_found() {
    local left
    left=$(./seek.pl "$@" 2>"$people/searched") || fail "found: $(tr '\n' ';' <<<"$left")"
    searched=$(<"$people/searched")
}

# all_found MARKERS PLACE...: fails the check when one is not.
all_found() {
    local missing
    missing=$(comm -23 <(cut -d ' ' -f 1 "$1" | sort -u) <(found "$@"))
    [[ -z $missing ]] || fail "not found where it must be: $(xargs <<<"$missing")"
}

# step_clock SECONDS: somebody sets the wall clock forward or back.
step_clock() { date -s "@$(($(date +%s) + $1))" >/dev/null; }
