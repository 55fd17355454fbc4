/// The system calls of one opened V4L2 capture device: the seam behind which a scripted device plays every fault.
///
/// One owner uses it, on one thread. A failing call throws the `errno` that the kernel left; interruption by a signal
/// never shows. Calls are thin: what an answer means is judged by `V4L2Camera`.
package protocol VideoDevice: AnyObject {
    /// The device's descriptor; polls readable when a buffer can be dequeued.
    var descriptor: Int32 { get }

    /// VIDIOC_QUERYCAP.
    func capabilities() throws(SystemErrno) -> VideoCapabilities

    /// VIDIOC_ENUM_FMT; `nil` past the last format.
    func pixelFormat(at index: Int) throws(SystemErrno) -> PixelFormat?

    /// VIDIOC_ENUM_FRAMESIZES; `nil` past the last size, and where the driver does not enumerate.
    func sizes(at index: Int, of pixelFormat: PixelFormat) throws(SystemErrno) -> OfferedSizes?

    /// VIDIOC_ENUM_FRAMEINTERVALS; `nil` past the last interval, and where the driver does not enumerate.
    func interval(at index: Int, of pixelFormat: PixelFormat, size: FrameSize) throws(SystemErrno) -> VideoInterval?

    /// VIDIOC_G_FMT, answered by the kernel.
    func currentFormat() throws(SystemErrno) -> VideoFormat

    /// VIDIOC_S_FMT.
    ///
    /// - Returns: what the driver made of the request, which may be something else.
    func setFormat(_ pixelFormat: PixelFormat, _ size: FrameSize) throws(SystemErrno) -> VideoFormat

    /// VIDIOC_G_PARM; `nil` where the driver has no interval.
    func currentInterval() throws(SystemErrno) -> VideoInterval?

    /// VIDIOC_REQBUFS; 0 gives all buffers back.
    ///
    /// - Returns: how many buffers the driver made, which may be fewer or more.
    func requestBuffers(_ count: Int) throws(SystemErrno) -> Int

    /// VIDIOC_QUERYBUF and mmap(2) of a buffer that is not mapped yet.
    ///
    /// - Returns: the buffer's length in bytes.
    func mapBuffer(_ index: Int) throws(SystemErrno) -> Int

    /// munmap(2) of every mapped buffer.
    func unmapBuffers()

    /// VIDIOC_QBUF.
    func queueBuffer(_ index: Int) throws(SystemErrno)

    /// VIDIOC_DQBUF; EAGAIN when no buffer is done.
    func dequeueBuffer() throws(SystemErrno) -> VideoBuffer

    /// Lends the first bytes of a mapped buffer: at most `count`, and never more than the buffer holds; none when the
    /// buffer is not mapped.
    func withBytes(of index: Int, count: Int, _ body: (RawSpan) -> Void)

    /// VIDIOC_STREAMON.
    func startStreaming() throws(SystemErrno)

    /// VIDIOC_STREAMOFF: every buffer is the application's again.
    func stopStreaming() throws(SystemErrno)

    /// UVCIOC_CTRL_QUERY with UVC_GET_CUR: fills the bytes with the control's value.
    func readControl(unit: UInt8, selector: UInt8, into bytes: inout [UInt8]) throws(SystemErrno)

    /// UVCIOC_CTRL_QUERY with UVC_SET_CUR.
    func writeControl(unit: UInt8, selector: UInt8, _ bytes: [UInt8]) throws(SystemErrno)

    /// Unmaps what is mapped and closes the device; the second time does nothing.
    func close()
}
