// Socket calls that Swift's Glibc module hides: they need _GNU_SOURCE.
#pragma once
#include <stdint.h>

/// Takes a connection from a listening socket; it does not block and is closed on exec. Returns the descriptor, or -1 and errno.
int lintel_accept(int listener);

/// User and group of the process that connected (SO_PEERCRED). Returns 0, or -1 and errno.
int lintel_peer_credentials(int socket, uint32_t *user, uint32_t *group);

/// Supplementary groups of the process that connected (SO_PEERGROUPS). `count` is the room in `groups` before, how many there
/// are after. Returns 0, or -1 and errno; with ERANGE `count` is the room that is needed.
int lintel_peer_groups(int socket, uint32_t *groups, uint32_t *count);

/// The address family of an open socket (SO_DOMAIN); -1 where the descriptor is none.
int lintel_socket_family(int descriptor);
