#!/bin/bash
# Builds v4l2loopback.ko for the guest's kernel: build-loopback.sh DIRECTORY, with the packages in DIRECTORY/packages.
# They are unpacked, not installed: nothing of this machine changes.
set -euo pipefail
directory=$(cd "$1" && pwd)
tree=$directory/module
rm -rf "$tree"
mkdir "$tree"
for package in "$directory"/packages/*.deb; do dpkg-deb -x "$package" "$tree"; done

common=("$tree"/usr/src/linux-headers-*-common)
kernel=("$tree"/usr/src/linux-headers-*-amd64)
source=("$tree"/usr/src/v4l2loopback-*)
# The only absolute path in the headers.
printf 'include %s/Makefile\n' "${common[0]}" >"${kernel[0]}/Makefile"
make -C "${kernel[0]}" M="${source[0]}" modules
cp "${source[0]}/v4l2loopback.ko" "$directory/"
rm -rf "$tree"
