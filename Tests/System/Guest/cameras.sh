# The cameras of this machine: vivid and v4l2loopback. Sourced by run-file.sh.

# load_vivid [NUMBER]: the kernel's test camera as /dev/videoNUMBER.
load_vivid() {
    modprobe vivid n_devs=1 node_types=0x1 vid_cap_nr="${1:-0}" num_inputs=1 input_types=0x0
    wait_for 30 "/dev/video${1:-0} of vivid" test -c "/dev/video${1:-0}"
}
