#!/bin/bash
# Copies what `make static` built into place: install.sh install|uninstall. PREFIX and DESTDIR as GNU make has them;
# the configuration is /etc/lintel/lintel.toml and stays as it is when there is one.
set -euo pipefail
cd "$(dirname "$0")/.."
action=${1:?install or uninstall}
prefix=${PREFIX:-/usr/local}
destination=${DESTDIR:-}
built=${BUILT:-.build-static/release}

fail() {
    printf '%s: %s\n                  %s\n' "make $action" "$1" "$2" >&2
    exit 1
}

# Below /usr/local or /usr, systemd finds units, users, rules and the message catalog by itself; elsewhere it does not.
case $prefix in
    /usr | /usr/local) library=$prefix/lib ;;
    /*) library=/usr/local/lib ;;
    *) fail "PREFIX=$prefix is not an absolute path" "Leave it out, or say PREFIX=/usr." ;;
esac
sbindir=$prefix/sbin
bindir=$prefix/bin
docdir=$prefix/share/doc/lintel
datadir=$prefix/share/lintel
mandir=$prefix/share/man
unitdir=$library/systemd/system
# zsh looks for what administrators and what packages install in different places.
case $prefix in
    /usr) zshdir=$prefix/share/zsh/vendor-completions ;;
    *) zshdir=$prefix/share/zsh/site-functions ;;
esac

programs=("$sbindir/linteld" "$bindir/lintelctl")
files=(
    "$library/sysusers.d/lintel.conf" "$library/udev/rules.d/70-lintel.rules"
    "$library/systemd/catalog/lintel.catalog" "$datadir/usb-reset.conf"
    "$datadir/lintel.toml" "$docdir/README.md" "$docdir/privacy.md" "$docdir/LICENSE"
)
completions=(
    "$prefix/share/bash-completion/completions/lintelctl" "$zshdir/_lintelctl"
    "$prefix/share/fish/vendor_completions.d/lintelctl.fish"
)
units=("$unitdir/linteld.service" "$unitdir/linteld@.service")

# unit DOOR CONFIGURATION DESCRIPTION
unit() {
    sed -e "s|@DOOR@|$1|g" -e "s|@CONFIGURATION@|$2|g" -e "s|@DESCRIPTION@|$3|" \
        -e "s|@SBINDIR@|$sbindir|g" -e "s|@BINDIR@|$bindir|g" -e "s|@DOCDIR@|$docdir|g" \
        systemd/linteld.service.in
}

# copy MODE FROM TO
copy() { install -D -m "$1" "$2" "$destination$3"; }

install_all() {
    for program in linteld lintelctl; do
        [ -x "$built/$program" ] || fail "there is no $built/$program" "Run 'make static' first, as yourself."
    done
    [ -d "$built/manual/man1" ] || fail "there is no $built/manual" "Run 'make static' first, as yourself."
    install -D -s -m 755 "$built/linteld" "$destination$sbindir/linteld"
    install -D -s -m 755 "$built/lintelctl" "$destination$bindir/lintelctl"
    unit main lintel "Lintel gate management" |
        install -D -m 644 /dev/stdin "$destination$unitdir/linteld.service"
    unit %i %i "Lintel gate management, door %i" |
        install -D -m 644 /dev/stdin "$destination$unitdir/linteld@.service"
    copy 644 systemd/lintel.sysusers "$library/sysusers.d/lintel.conf"
    copy 644 systemd/70-lintel.rules "$library/udev/rules.d/70-lintel.rules"
    copy 644 systemd/lintel.catalog "$library/systemd/catalog/lintel.catalog"
    copy 644 systemd/usb-reset.conf "$datadir/usb-reset.conf"
    copy 644 config/lintel.toml "$datadir/lintel.toml"
    copy 644 README.md "$docdir/README.md"
    copy 644 docs/privacy.md "$docdir/privacy.md"
    copy 644 LICENSE "$docdir/LICENSE"
    install_manual
    if [ -e "$destination/etc/lintel/lintel.toml" ]; then
        echo "kept /etc/lintel/lintel.toml; this version's reference is $datadir/lintel.toml"
    else
        copy 644 config/lintel.toml /etc/lintel/lintel.toml
    fi
}

install_manual() {
    local page shells=(bash zsh fish)
    for page in "$built"/manual/man?/*; do
        copy 644 "$page" "$mandir/$(basename "$(dirname "$page")")/$(basename "$page")"
    done
    for index in "${!shells[@]}"; do
        copy 644 "$built/manual/completions/lintelctl.${shells[index]}" "${completions[index]}"
    done
}

uninstall_all() {
    for file in "${programs[@]}" "${units[@]}" "${files[@]}" "${completions[@]}"; do rm -f "$destination$file"; done
    rm -f "$destination$mandir"/man1/lintelctl.1 "$destination$mandir"/man1/lintelctl-*.1 \
        "$destination$mandir"/man5/lintel.toml.5 "$destination$mandir"/man8/linteld.8
    rmdir --ignore-fail-on-non-empty "$destination$docdir" "$destination$datadir" 2>/dev/null || true
    echo "kept /etc/lintel and /var/lib/lintel; remove them by hand if nobody needs them"
}

# Only a running system of one's own is told: with DESTDIR, whoever takes the files does this.
tell_system() {
    [ -z "$destination" ] && [ -d /run/systemd/system ] || return 0
    if [ "$action" = install ]; then
        systemd-sysusers lintel.conf
        udevadm control --reload
    fi
    journalctl --update-catalog
    systemctl daemon-reload
}

case $action in
    install) install_all ;;
    uninstall)
        if [ -z "$destination" ] && [ -d /run/systemd/system ]; then
            systemctl disable --now linteld.service 'linteld@*.service' || true
        fi
        uninstall_all
        ;;
    *) fail "unknown action" "Use install or uninstall." ;;
esac
tell_system
