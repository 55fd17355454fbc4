#!/bin/bash
# Downloads what v4l2loopback is built from, for the very kernel of the guest: fetch-module-sources.sh ROOT DIRECTORY.
# Debian's kernel has no such module, and its DKMS package would bring a compiler into the guest.
set -euo pipefail
root=$1
directory=$2
kernels=("$root"/boot/vmlinuz-*)
release=${kernels[0]##*/vmlinuz-}
download=/var/cache/lintel
mkdir -p "$root$download"
chroot "$root" sh -c "cd $download && apt-get download -q -o APT::Sandbox::User=root \
    linux-headers-$release linux-headers-${release%-amd64}-common linux-kbuild-${release%%.*}.$(cut -d. -f2 <<<"$release") v4l2loopback-dkms"
cp "$root$download"/*.deb "$directory/"
rm -rf "$root$download"
