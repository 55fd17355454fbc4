// One epoll set over what a camera waits for. `struct epoll_event` holds a union and is packed on some machines, which
// Swift reads only unsafely.
#pragma once
#include <stddef.h>
#include <stdint.h>
#include <sys/epoll.h>

/// What a descriptor in the set is about.
enum lintel_watch_subject { LINTEL_WATCH_DEVICE, LINTEL_WATCH_TIMER, LINTEL_WATCH_HOTPLUG, LINTEL_WATCH_SUBJECTS };

/// The EPOLL events of each subject; 0 where nothing happened.
struct lintel_watch_events {
    uint32_t device;
    uint32_t timer;
    uint32_t hotplug;
};

static inline int lintel_watch_add(int set, int fd, int subject) {
    struct epoll_event event = {.events = EPOLLIN, .data = {.u32 = (uint32_t)subject}};
    return epoll_ctl(set, EPOLL_CTL_ADD, fd, &event);
}

static inline int lintel_watch_remove(int set, int fd) { return epoll_ctl(set, EPOLL_CTL_DEL, fd, NULL); }

/// Takes what has happened, without waiting. Gives the number of subjects, -1 and errno on failure.
static inline int lintel_watch_take(int set, struct lintel_watch_events *happened) {
    struct epoll_event events[LINTEL_WATCH_SUBJECTS];
    int count = epoll_wait(set, events, LINTEL_WATCH_SUBJECTS, 0);
    *happened = (struct lintel_watch_events){0};
    for (int index = 0; index < count; index += 1) {
        switch (events[index].data.u32) {
        case LINTEL_WATCH_DEVICE: happened->device = events[index].events; break;
        case LINTEL_WATCH_TIMER: happened->timer = events[index].events; break;
        case LINTEL_WATCH_HOTPLUG: happened->hotplug = events[index].events; break;
        }
    }
    return count;
}
