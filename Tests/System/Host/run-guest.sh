#!/bin/bash
# Boots the guest and waits until it has powered off: run-guest.sh CACHE WORK [CHECKS]. What it reports goes to WORK/report,
# its console to WORK/console.log. LINTEL_GUEST_SHELL=1 gives a root shell in it instead.
set -euo pipefail
cache=$1
work=$2
checks=${3:-}
seconds=${LINTEL_GUEST_SECONDS:-2400}

arguments=(
    # Never KVM: /dev/kvm may exist and still not run a stock kernel.
    -machine q35,accel=tcg,usb=off -cpu max -smp 2 -m 1024 -nodefaults -no-reboot -display none -nic none
    -kernel "$cache/vmlinuz" -initrd "$cache/initrd.img"
    -drive "file=$work/disk.img,format=raw,if=virtio,cache=unsafe"
    -device virtio-rng-pci -device virtio-serial-pci
    -chardev "file,id=report,path=$work/report" -device virtserialport,chardev=report,name=lintel.report
    -chardev "file,id=journal,path=$work/journal.log" -device virtserialport,chardev=journal,name=lintel.journal
)
# An emulated processor has no speculation to guard against.
kernel="root=/dev/vda rw console=ttyS0 quiet loglevel=4 mitigations=off random.trust_cpu=on systemd.show_status=0"
[[ -z $checks ]] || kernel+=" lintel.checks=$checks"

# Emptied, not removed: the report is being followed.
: >"$work/report"
if [[ ${LINTEL_GUEST_SHELL:-} ]]; then
    exec qemu-system-x86_64 "${arguments[@]}" -serial "${LINTEL_GUEST_SERIAL:-mon:stdio}" -append "$kernel lintel.shell"
fi
status=0
timeout --kill-after=10 "$seconds" \
    qemu-system-x86_64 "${arguments[@]}" -serial "file:$work/console.log" -append "$kernel" || status=$?
if ((status == 124)); then
    echo "The guest was stopped after $seconds seconds." >&2
fi
exit $status
