import Capture

/// Prints what a frame costs: each stage of screening, and the ring. `make bench` runs it.
@main
struct LintelBench {
    static func main() {
        print("Time per frame, microseconds, one core; \"copy\" is one plain copy of the frame's memory.")
        print(StageBench.heading)
        for size in [(160, 120), (320, 256), (640, 512)] {
            print(StageBench(FrameSize(width: size.0, height: size.1)).line)
        }
        print("")
        print(RingBench().text)
    }
}
