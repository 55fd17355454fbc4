#!/bin/bash
# Keeps the guest's initial RAM disk small, so that an emulated processor unpacks it soon: small-initrd.sh ROOT.
# Runs before the kernel package makes it; these places hold no file that dpkg would ask about.
set -euo pipefail
root=$1
mkdir -p "$root/etc/initramfs-tools/conf.d" "$root/usr/share/initramfs-tools/modules.d"
printf '%s\n' MODULES=list COMPRESS=gzip COMPRESSLEVEL=1 >"$root/etc/initramfs-tools/conf.d/lintel"
printf '%s\n' virtio_pci virtio_blk ext4 >"$root/usr/share/initramfs-tools/modules.d/lintel"
