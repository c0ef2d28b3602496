/* listen.c: the socket, bound before a process is confined. */
#include <errno.h>
#include <netdb.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "base/listen.h"

static int bound(const struct addrinfo *a)
{
	int fd = socket(a->ai_family, a->ai_socktype | SOCK_CLOEXEC | SOCK_NONBLOCK, a->ai_protocol), on = 1;
	if (fd < 0)
		return -1;
	setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
	if (bind(fd, a->ai_addr, a->ai_addrlen) == 0 && listen(fd, SOMAXCONN) == 0)
		return fd;
	int why = errno;
	close(fd);
	errno = why;
	return -1;
}

static int chosen_port(int fd)
{
	struct sockaddr_storage at;
	socklen_t n = sizeof at;
	char port[16] = "";
	if (getsockname(fd, (struct sockaddr *)&at, &n) == 0)
		getnameinfo((struct sockaddr *)&at, n, NULL, 0, port, sizeof port, NI_NUMERICSERV);
	int v = 0;
	for (const char *p = port; *p; p++)
		v = v * 10 + (*p - '0');
	return v;
}

int listen_on(const char *address, int *port, const char **why)
{
	struct addrinfo want = {.ai_socktype = SOCK_STREAM, .ai_flags = AI_PASSIVE | AI_NUMERICSERV}, *found = NULL;
	char service[16];
	snprintf(service, sizeof service, "%d", *port);
	int rc = getaddrinfo(address, service, &want, &found), fd = rc ? -1 : bound(found);
	*why = rc ? gai_strerror(rc) : strerror(errno);
	if (fd >= 0)
		*port = chosen_port(fd);
	if (found)
		freeaddrinfo(found);
	return fd;
}
