#!/bin/bash
# Installs what building and running the guest needs (root or sudo). Asks apt only for what is missing.
set -euo pipefail
packages=(qemu-system-x86 mmdebstrap e2fsprogs gcc-12 libelf1)
(($(id -u) == 0)) || packages+=(fakeroot)

fail() {
    printf 'system-test: %s\n             %s\n' "$1" "$2" >&2
    exit 1
}

missing=()
for package in "${packages[@]}"; do
    [[ $(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null || true) == installed ]] || missing+=("$package")
done
((${#missing[@]})) || exit 0

command -v apt-get >/dev/null || fail "no apt-get to install packages with" "Install by other means: ${missing[*]}"
root=()
if (($(id -u) != 0)); then
    command -v sudo >/dev/null || fail "packages are missing: ${missing[*]}" "Become root or install sudo, then run this again."
    root=(sudo)
fi
"${root[@]}" apt-get update -q ||
    fail "apt-get could not read its package lists" "Check the network and the apt sources."
"${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends "${missing[@]}" ||
    fail "apt-get could not install: ${missing[*]}" "Its message is above. Without them the guest can't be tested."
