/// A size, or a range of sizes, that a driver offers for a format.
package struct VideoSizes: Hashable, Sendable, CustomStringConvertible {
    package var least: FrameSize
    package var most: FrameSize
    /// Distance from one width or height to the next in the range; 0 or 1 for any.
    package var widthStep: Int
    package var heightStep: Int

    package init(least: FrameSize, most: FrameSize, widthStep: Int, heightStep: Int) {
        self.least = least
        self.most = most
        self.widthStep = widthStep
        self.heightStep = heightStep
    }

    /// One size.
    package init(_ size: FrameSize) {
        self.init(least: size, most: size, widthStep: 0, heightStep: 0)
    }

    /// Whether the size is one of these.
    package func contains(_ size: FrameSize) -> Bool {
        Self.isStep(size.width, from: least.width, to: most.width, by: widthStep)
            && Self.isStep(size.height, from: least.height, to: most.height, by: heightStep)
    }

    private static func isStep(_ value: Int, from least: Int, to most: Int, by step: Int) -> Bool {
        value >= least && value <= most && (step <= 1 || (value - least) % step == 0)
    }

    package var description: String {
        let smallest = "\(least.width)x\(least.height)"
        return least == most ? smallest : "\(smallest) to \(most.width)x\(most.height)"
    }
}
