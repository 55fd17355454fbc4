# The cameras of this machine: vivid and v4l2loopback, and the feeder that plays to the latter. Sourced by run-file.sh.

feeder=
feeder_commands=/run/lintel-feeder
feeder_answers=/run/lintel-feeder.log

# load_vivid [NUMBER]: the kernel's test camera as /dev/videoNUMBER.
load_vivid() {
    modprobe vivid n_devs=1 node_types=0x1 num_inputs=1 input_types=0x0 vid_cap_nr="${1:-0}"
    wait_for 30 "/dev/video${1:-0} of vivid" test -c "/dev/video${1:-0}"
}

# load_loopback [NUMBER]: a device that gives what is written to it. It is a camera only while a feeder is there.
load_loopback() {
    modprobe videodev
    insmod v4l2loopback.ko exclusive_caps=1 video_nr="${1:-0}"
    wait_for 30 "/dev/video${1:-0} of v4l2loopback" test -c "/dev/video${1:-0}"
}

unload_cameras() {
    stop_feeder
    local module
    for module in vivid v4l2loopback; do
        ! grep -q "^$module " /proc/modules || wait_until 20 rmmod "$module"
    done
}

vivid_driver=/sys/bus/platform/drivers/vivid

# start_feeder [NUMBER]: a Lepton 3 with telemetry behind the loopback device, standing still.
start_feeder() {
    rm -f "$feeder_commands" "$feeder_answers"
    mkfifo "$feeder_commands"
    : >"$feeder_answers"
    ./lintel-testbed feed --device "/dev/video${1:-0}" <"$feeder_commands" >>"$feeder_answers" 2>&1 &
    feeder=$!
    exec {feeder_input}>"$feeder_commands"
    wait_for 30 "the feeder" grep -q ready "$feeder_answers"
}

# tell_feeder COMMAND: "play FILE", "cut SECONDS FILE", "still SECONDS".
tell_feeder() {
    : >"$feeder_answers"
    printf '%s\n' "$1" >&"$feeder_input"
}

# feeder_done SECONDS: until the last command was carried out.
feeder_done() { wait_for "$1" "the feeder is done" grep -q '^done' "$feeder_answers"; }

stop_feeder() {
    [[ -n $feeder ]] || return 0
    exec {feeder_input}>&-
    kill "$feeder" 2>/dev/null || true
    wait "$feeder" 2>/dev/null || true
    feeder=
}

# Called when a file of checks ends, however it ends.
clean_up() {
    stop_daemon
    unload_cameras
}
