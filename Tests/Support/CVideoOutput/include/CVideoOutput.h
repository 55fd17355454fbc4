// The sending end of a V4L2 loopback device: ioctl is variadic and its requests are macros, which Swift does not see.
#pragma once
#include <stdint.h>

/// Sets what the device's readers will be given, little-endian counts of 16 bits (`Y16 `), rows without padding,
/// and makes it a device that captures.
/// Returns 0; or -1 and errno, EPROTO when the driver made something else of it.
int lintel_video_output_set_format(int fd, uint32_t width, uint32_t height);
