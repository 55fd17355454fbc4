#!/bin/bash
# Makes the guest's disk: build-disk.sh CACHE WORK. Installs Lintel from .build-static into the guest's root tree.
set -euo pipefail
cd "$(dirname "$0")/../../.."
cache=$1
work=$2
system=Tests/System

# Root owns what is installed; without root this file runs again where it seems so.
if (($(id -u) != 0)); then exec fakeroot -- "$0" "$@"; fi

root=$work/root
rm -rf "$root"
mkdir -p "$root"
tar -x --numeric-owner -f "$cache/root.tar" -C "$root" --exclude='./dev/*'

make --no-print-directory install DESTDIR="$(cd "$root" && pwd)" PREFIX=/usr

checks=$root/usr/lib/lintel-checks
install -d "$checks/checks" "$checks/configuration"
install -m 755 $system/Guest/*.sh $system/Guest/*.pl "$checks/"
install -m 644 $system/Guest/configuration/*.toml "$checks/configuration/"
install -m 644 $system/Checks/*.sh "$checks/checks/"
install -m 755 .build-static/release/lintel-testbed "$checks/"
install -m 644 "$cache/v4l2loopback.ko" "$checks/"
cp -r "$work/recordings" "$checks/"
# An empty file system for records.
truncate -s 64M "$checks/records.img"
mke2fs -q -t ext4 -m 0 "$checks/records.img"

install -m 644 $system/Guest/lintel-checks.service "$root/etc/systemd/system/"
$system/Guest/set-up.sh "$root"

truncate -s 2G "$work/disk.img.new"
mke2fs -q -t ext4 -L lintel -d "$root" "$work/disk.img.new"
mv "$work/disk.img.new" "$work/disk.img"
rm -rf "$root"
