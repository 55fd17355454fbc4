/// What a V4L2 node says it is and can do.
package struct VideoCapabilities: Hashable, Sendable {
    /// The driver's name, such as "uvcvideo", "vivid" or "v4l2 loopback".
    package var driver: String
    /// The device's name.
    package var card: String
    /// Whether this node captures video in one plane (V4L2_CAP_VIDEO_CAPTURE).
    package var captures: Bool
    /// Whether it streams through mapped buffers (V4L2_CAP_STREAMING).
    package var streams: Bool

    package init(driver: String, card: String, captures: Bool, streams: Bool) {
        self.driver = driver
        self.card = card
        self.captures = captures
        self.streams = streams
    }
}
