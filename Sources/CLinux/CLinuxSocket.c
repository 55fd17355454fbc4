#define _GNU_SOURCE
#include "CLinuxSocket.h"

#include <sys/socket.h>
#include <sys/types.h>

#ifndef SO_PEERGROUPS
#define SO_PEERGROUPS 59 // asm-generic/socket.h since Linux 4.13
#endif

_Static_assert(sizeof(uid_t) == 4 && sizeof(gid_t) == 4, "users and groups have 32 bits");
_Static_assert(sizeof(struct ucred) == 12, "struct ucred of socket(7)");

int lintel_accept(int listener) { return accept4(listener, 0, 0, SOCK_NONBLOCK | SOCK_CLOEXEC); }

int lintel_peer_credentials(int socket, uint32_t *user, uint32_t *group)
{
	struct ucred peer;
	socklen_t size = sizeof peer;
	if (getsockopt(socket, SOL_SOCKET, SO_PEERCRED, &peer, &size) != 0) return -1;
	*user = peer.uid;
	*group = peer.gid;
	return 0;
}

int lintel_peer_groups(int socket, uint32_t *groups, uint32_t *count)
{
	socklen_t size = *count * sizeof(gid_t);
	const int result = getsockopt(socket, SOL_SOCKET, SO_PEERGROUPS, groups, &size);
	*count = size / sizeof(gid_t);
	return result;
}

int lintel_socket_family(int descriptor)
{
	int family;
	socklen_t size = sizeof family;
	return getsockopt(descriptor, SOL_SOCKET, SO_DOMAIN, &family, &size) == 0 ? family : -1;
}
