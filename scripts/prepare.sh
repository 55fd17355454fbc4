#!/bin/sh
# Makes a bare Debian ready to build Lintel: checks the Swift toolchain, installs the packages that are missing.
# A second run finds every package installed and leaves apt alone.
set -eu

# The compiler and linker that Swift uses for C and C++, the libraries that the toolchain itself loads, and Lintel's own.
packages="g++ pkg-config ca-certificates libcurl4 libedit2 libncurses6 libsqlite3-0 libxml2
    libsystemd-dev libv4l-dev zlib1g-dev libsqlite3-dev"
swift=${SWIFT:-swift}
oldest="6.2"

fail() {
    printf 'prepare: %s\n' "$1" >&2
    printf '         %s\n' "$2" >&2
    exit 1
}

installed() {
    [ "$(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null)" = installed ]
}

as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    elif command -v sudo >/dev/null 2>&1; then
        sudo "$@"
    else
        fail "packages are missing:$missing" "Become root or install sudo, then run this again."
    fi
}

command -v "$swift" >/dev/null 2>&1 ||
    fail "no Swift toolchain on PATH" "Install Swift $oldest or newer from https://www.swift.org/install/linux/"
command -v dpkg-query >/dev/null 2>&1 ||
    fail "this is not a Debian system (no dpkg-query)" "Install by other means what these packages hold: $(echo $packages)"

missing=""
for package in $packages; do
    installed "$package" || missing="$missing $package"
done

if [ -n "$missing" ]; then
    command -v apt-get >/dev/null 2>&1 ||
        fail "no apt-get to install packages with" "Install by other means:$missing"
    echo "prepare: installing$missing"
    as_root apt-get update -q || fail "apt-get could not read its package lists" "Check the network and the apt sources."
    # shellcheck disable=SC2086 # a list of names
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends $missing ||
        fail "apt-get could not install:$missing" "Its message is above."
fi

found=$("$swift" --version 2>/dev/null | sed -n 's/.*Swift version \([0-9][0-9.]*\).*/\1/p' | head -n 1)
[ -n "$found" ] || fail "'$swift --version' names no version" "Run it by hand: a library it needs may be missing."
[ "$(printf '%s\n%s\n' "$oldest" "$found" | sort -V | head -n 1)" = "$oldest" ] ||
    fail "Swift $found is too old" "Install Swift $oldest or newer from https://www.swift.org/install/linux/"
