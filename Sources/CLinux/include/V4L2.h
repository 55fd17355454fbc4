// V4L2 requests through libv4l2, one typed function each: ioctl is variadic, and its requests are macros, which Swift
// does not see. With conversion disabled libv4l2 (1.14 and later) hands every request to the driver as it is.
// Every function returns what the call returned, -1 and errno on failure. None retries.
#pragma once
#include <libv4l2.h>
#include <linux/usb/video.h>
#include <linux/usbdevice_fs.h>
#include <linux/uvcvideo.h>
#include <linux/videodev2.h>
#include <stdint.h>
#include <string.h>
#include <sys/mman.h>

// The layout that the kernel expects on 64-bit machines.
_Static_assert(sizeof(struct v4l2_capability) == 104, "v4l2_capability");
_Static_assert(sizeof(struct v4l2_fmtdesc) == 64, "v4l2_fmtdesc");
_Static_assert(sizeof(struct v4l2_frmsizeenum) == 44, "v4l2_frmsizeenum");
_Static_assert(sizeof(struct v4l2_frmivalenum) == 52, "v4l2_frmivalenum");
_Static_assert(sizeof(struct v4l2_format) == 208, "v4l2_format");
_Static_assert(sizeof(struct v4l2_streamparm) == 204, "v4l2_streamparm");
_Static_assert(sizeof(struct v4l2_requestbuffers) == 20, "v4l2_requestbuffers");
_Static_assert(sizeof(struct v4l2_buffer) == 88, "v4l2_buffer");
_Static_assert(sizeof(struct uvc_xu_control_query) == 16, "uvc_xu_control_query");

/// ioctl(2), past libv4l2. Not inline: <sys/ioctl.h> in this header would take types of Glibc's module over.
int lintel_request(int fd, unsigned long request, void *argument);

/// What a capture format is, without the members that thermal cameras have no use for.
struct lintel_video_format {
    uint32_t width;
    uint32_t height;
    uint32_t pixel_format;
    uint32_t bytes_per_line;
    uint32_t image_bytes;
};

/// One size, or all sizes from least to most by steps; steps of zero for one size.
struct lintel_video_size {
    uint32_t least_width, most_width, width_step;
    uint32_t least_height, most_height, height_step;
};

/// Seconds between frames, as a fraction.
struct lintel_video_interval {
    uint32_t numerator;
    uint32_t denominator;
};

/// What a dequeued buffer is described by.
struct lintel_video_buffer {
    uint32_t index;
    uint32_t bytes_used;
    uint32_t flags;
    uint32_t sequence;
    int64_t seconds;
    int64_t microseconds;
};

/// Asks the kernel itself for the capabilities, before libv4l2 knows the device. Gives the flags of this very node.
static inline int lintel_video_capabilities(int fd, struct v4l2_capability *capability) {
    memset(capability, 0, sizeof *capability);
    int result = lintel_request(fd, VIDIOC_QUERYCAP, capability);
    if (result == 0 && (capability->capabilities & V4L2_CAP_DEVICE_CAPS))
        capability->capabilities = capability->device_caps;
    return result;
}

/// Has libv4l2 look after an open device without converting anything.
static inline int lintel_video_adopt(int fd) { return v4l2_fd_open(fd, V4L2_DISABLE_CONVERSION); }

static inline int lintel_video_format_at(int fd, uint32_t index, uint32_t *pixel_format) {
    struct v4l2_fmtdesc description = {.index = index, .type = V4L2_BUF_TYPE_VIDEO_CAPTURE};
    int result = v4l2_ioctl(fd, VIDIOC_ENUM_FMT, &description);
    *pixel_format = description.pixelformat;
    return result;
}

static inline int lintel_video_size_at(
    int fd, uint32_t index, uint32_t pixel_format, struct lintel_video_size *size) {
    struct v4l2_frmsizeenum found = {.index = index, .pixel_format = pixel_format};
    int result = v4l2_ioctl(fd, VIDIOC_ENUM_FRAMESIZES, &found);
    if (found.type == V4L2_FRMSIZE_TYPE_DISCRETE) {
        *size = (struct lintel_video_size){
            .least_width = found.discrete.width, .most_width = found.discrete.width,
            .least_height = found.discrete.height, .most_height = found.discrete.height};
    } else {
        *size = (struct lintel_video_size){
            .least_width = found.stepwise.min_width, .most_width = found.stepwise.max_width,
            .width_step = found.stepwise.step_width, .least_height = found.stepwise.min_height,
            .most_height = found.stepwise.max_height, .height_step = found.stepwise.step_height};
    }
    return result;
}

/// Gives the shortest interval of a range.
static inline int lintel_video_interval_at(
    int fd, uint32_t index, uint32_t pixel_format, uint32_t width, uint32_t height,
    struct lintel_video_interval *interval) {
    struct v4l2_frmivalenum found = {
        .index = index, .pixel_format = pixel_format, .width = width, .height = height};
    int result = v4l2_ioctl(fd, VIDIOC_ENUM_FRAMEINTERVALS, &found);
    struct v4l2_fract fraction =
        found.type == V4L2_FRMIVAL_TYPE_DISCRETE ? found.discrete : found.stepwise.min;
    *interval = (struct lintel_video_interval){fraction.numerator, fraction.denominator};
    return result;
}

static inline struct lintel_video_format lintel_video_format_of(const struct v4l2_format *format) {
    return (struct lintel_video_format){
        format->fmt.pix.width, format->fmt.pix.height, format->fmt.pix.pixelformat,
        format->fmt.pix.bytesperline, format->fmt.pix.sizeimage};
}

/// Asks the kernel itself: what is in force, not what libv4l2 remembers.
static inline int lintel_video_current_format(int fd, struct lintel_video_format *format) {
    struct v4l2_format current = {.type = V4L2_BUF_TYPE_VIDEO_CAPTURE};
    int result = lintel_request(fd, VIDIOC_G_FMT, &current);
    *format = lintel_video_format_of(&current);
    return result;
}

/// Asks for a format and gives what the driver made of it.
static inline int lintel_video_set_format(int fd, struct lintel_video_format *format) {
    struct v4l2_format wanted = {.type = V4L2_BUF_TYPE_VIDEO_CAPTURE};
    wanted.fmt.pix.width = format->width;
    wanted.fmt.pix.height = format->height;
    wanted.fmt.pix.pixelformat = format->pixel_format;
    wanted.fmt.pix.field = V4L2_FIELD_NONE;
    int result = v4l2_ioctl(fd, VIDIOC_S_FMT, &wanted);
    *format = lintel_video_format_of(&wanted);
    return result;
}

/// Gives 0/0 where the driver has no frame interval.
static inline int lintel_video_current_interval(int fd, struct lintel_video_interval *interval) {
    struct v4l2_streamparm parameters = {.type = V4L2_BUF_TYPE_VIDEO_CAPTURE};
    int result = v4l2_ioctl(fd, VIDIOC_G_PARM, &parameters);
    struct v4l2_fract fraction = parameters.parm.capture.timeperframe;
    *interval = (struct lintel_video_interval){fraction.numerator, fraction.denominator};
    return result;
}

/// Asks for buffers to map, or gives all back with 0; gives how many the driver made.
static inline int lintel_video_request_buffers(int fd, uint32_t *count) {
    struct v4l2_requestbuffers request = {
        .count = *count, .type = V4L2_BUF_TYPE_VIDEO_CAPTURE, .memory = V4L2_MEMORY_MMAP};
    int result = v4l2_ioctl(fd, VIDIOC_REQBUFS, &request);
    *count = request.count;
    return result;
}

static inline int lintel_video_query_buffer(int fd, uint32_t index, uint32_t *length, uint32_t *offset) {
    struct v4l2_buffer buffer = {
        .index = index, .type = V4L2_BUF_TYPE_VIDEO_CAPTURE, .memory = V4L2_MEMORY_MMAP};
    int result = v4l2_ioctl(fd, VIDIOC_QUERYBUF, &buffer);
    *length = buffer.length;
    *offset = buffer.m.offset;
    return result;
}

/// Maps a buffer to read.
static inline int lintel_video_map(int fd, uint32_t length, uint32_t offset, const void **memory) {
    void *start = v4l2_mmap(NULL, length, PROT_READ, MAP_SHARED, fd, (int64_t)offset);
    *memory = start;
    return start == MAP_FAILED ? -1 : 0;
}

static inline int lintel_video_unmap(const void *memory, uint32_t length) {
    return v4l2_munmap((void *)memory, length);
}

static inline int lintel_video_queue_buffer(int fd, uint32_t index) {
    struct v4l2_buffer buffer = {
        .index = index, .type = V4L2_BUF_TYPE_VIDEO_CAPTURE, .memory = V4L2_MEMORY_MMAP};
    return v4l2_ioctl(fd, VIDIOC_QBUF, &buffer);
}

static inline int lintel_video_dequeue_buffer(int fd, struct lintel_video_buffer *taken) {
    struct v4l2_buffer buffer = {.type = V4L2_BUF_TYPE_VIDEO_CAPTURE, .memory = V4L2_MEMORY_MMAP};
    int result = v4l2_ioctl(fd, VIDIOC_DQBUF, &buffer);
    *taken = (struct lintel_video_buffer){
        buffer.index, buffer.bytesused, buffer.flags, buffer.sequence,
        buffer.timestamp.tv_sec, buffer.timestamp.tv_usec};
    return result;
}

static inline int lintel_video_stream(int fd, int on) {
    enum v4l2_buf_type type = V4L2_BUF_TYPE_VIDEO_CAPTURE;
    return v4l2_ioctl(fd, on ? VIDIOC_STREAMON : VIDIOC_STREAMOFF, &type);
}

/// Reads (UVC_GET_CUR) or sets (UVC_SET_CUR) a control of a UVC extension unit.
static inline int lintel_video_query_control(
    int fd, uint8_t unit, uint8_t selector, uint8_t query, uint8_t *bytes, uint16_t count) {
    struct uvc_xu_control_query request = {
        .unit = unit, .selector = selector, .query = query, .size = count, .data = bytes};
    return v4l2_ioctl(fd, UVCIOC_CTRL_QUERY, &request);
}

/// Has the kernel reset a USB device, given its node under /dev/bus/usb opened for writing.
static inline int lintel_usb_reset(int fd) { return lintel_request(fd, USBDEVFS_RESET, NULL); }
