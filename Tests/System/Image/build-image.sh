#!/bin/bash
# Builds the guest's root file system with mmdebstrap: build-image.sh DIRECTORY. Leaves there root.tar, vmlinuz, initrd.img
# and the packages that hold the kernel's headers and v4l2loopback's source.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
directory=$1
suite=bookworm

packages=$(sed -e 's/#.*//' "$here/packages" | xargs | tr ' ' ',')

# Drivers that a machine of qemu's never has; they are three quarters of the kernel package.
excluded_drivers=(ata bluetooth edac gpu hwmon iio infiniband isdn message mtd net nfc platform scsi staging target thunderbolt)
exclude=(
    --dpkgopt='path-exclude=/usr/share/man/*'
    --dpkgopt='path-exclude=/usr/share/doc/*'
    --dpkgopt='path-exclude=/usr/share/locale/*'
)
for driver in "${excluded_drivers[@]}"; do
    exclude+=(--dpkgopt="path-exclude=/lib/modules/*/kernel/drivers/$driver/*")
done
for part in sound net/bluetooth net/mac80211 net/wireless fs/btrfs fs/xfs fs/ocfs2; do
    exclude+=(--dpkgopt="path-exclude=/lib/modules/*/kernel/$part/*")
done

mkdir -p "$directory/packages"
mmdebstrap --variant=minbase --include="$packages" "${exclude[@]}" \
    --aptopt='Acquire::Languages "none"' \
    --setup-hook="'$here/small-initrd.sh' \"\$1\"" \
    --customize-hook="'$here/fetch-module-sources.sh' \"\$1\" '$directory/packages'" \
    --customize-hook="cp \"\$1\"/boot/vmlinuz-* '$directory/vmlinuz'" \
    --customize-hook="cp \"\$1\"/boot/initrd.img-* '$directory/initrd.img'" \
    --customize-hook='rm -rf "$1"/boot/*' \
    "$suite" "$directory/root.tar"
