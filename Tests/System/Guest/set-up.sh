#!/bin/bash
# Turns Debian's root tree into the guest that is tested: set-up.sh ROOT. Runs outside the guest.
set -euo pipefail
root=$1
units=$root/etc/systemd/system

echo lintel-guest >"$root/etc/hostname"
printf '/dev/vda / ext4 defaults 0 1\n' >"$root/etc/fstab"
tr -d - </proc/sys/kernel/random/uuid >"$root/etc/machine-id"
mkdir -p "$root/var/log/journal" "$units/graphical.target.wants"
ln -sf ../lintel-checks.service "$units/graphical.target.wants/"

# Nothing here is for the emulated processor to spend time on.
for unit in apt-daily.timer apt-daily-upgrade.timer dpkg-db-backup.timer e2scrub_all.timer e2scrub_reap.service \
    fstrim.timer getty@tty1.service systemd-pstore.service; do
    ln -sf /dev/null "$units/$unit"
done

# A root shell on the serial console, for who starts the guest with LINTEL_GUEST_SHELL=1.
install -d "$units/serial-getty@ttyS0.service.d"
printf '%s\n' '[Unit]' 'ConditionKernelCommandLine=lintel.shell' '[Service]' 'ExecStart=' \
    'ExecStart=-/sbin/agetty --autologin root --noclear %I $TERM' >"$units/serial-getty@ttyS0.service.d/shell.conf"
