#include "CVideoOutput.h"

#include <errno.h>
#include <linux/videodev2.h>
#include <sys/ioctl.h>

int lintel_video_output_set_format(int fd, uint32_t width, uint32_t height) {
    struct v4l2_format format = {.type = V4L2_BUF_TYPE_VIDEO_OUTPUT};
    format.fmt.pix.width = width;
    format.fmt.pix.height = height;
    format.fmt.pix.pixelformat = V4L2_PIX_FMT_Y16;
    format.fmt.pix.field = V4L2_FIELD_NONE;
    format.fmt.pix.bytesperline = 2 * width;
    format.fmt.pix.sizeimage = 2 * width * height;
    if (ioctl(fd, VIDIOC_S_FMT, &format) != 0) return -1;
    if (format.fmt.pix.width != width || format.fmt.pix.height != height ||
        format.fmt.pix.pixelformat != V4L2_PIX_FMT_Y16 || format.fmt.pix.bytesperline != 2 * width) {
        errno = EPROTO;
        return -1;
    }
    // From here on the device says that it captures.
    enum v4l2_buf_type type = V4L2_BUF_TYPE_VIDEO_OUTPUT;
    return ioctl(fd, VIDIOC_STREAMON, &type);
}
