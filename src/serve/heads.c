/* heads.c: a head that trickles in byte by byte would keep its connection for ever, as the library's limit of idleness
 * begins anew with each byte. So the time from its first byte on is looked at here. The first byte of a later head on a
 * kept connection shows only in the kernel's count of what was received (tcp_info). */
#include "serve/heads.h"

#include <linux/tcp.h>
#include <netinet/in.h>
#include <stdlib.h>
#include <sys/socket.h>

#include "base/mem.h"

enum { HEAD_MS = 10 * 1000 };

struct srv_head {
	struct srv_head *next, **at;                   /* at: what points to it */
	int fd;
	bool waiting;                                  /* for a head to begin or to end */
	uint64_t before;                               /* bytes received when it began to wait */
	int64_t since;                                 /* when the head was seen to have begun; 0: not yet */
};

void srv_heads_open(struct srv_heads *s)
{
	*s = (struct srv_heads){0};
	pthread_mutex_init(&s->lock, NULL);
}

void srv_heads_close(struct srv_heads *s)
{
	pthread_mutex_destroy(&s->lock);
}

/* Other sockets than TCP's do not say: their heads never begin. */
static uint64_t received(int fd)
{
	struct tcp_info info = {0};
	socklen_t n = sizeof info;
	return getsockopt(fd, IPPROTO_TCP, TCP_INFO, &info, &n) == 0 ? info.tcpi_bytes_received : 0;
}

static void enter(struct srv_heads *s, struct MHD_Connection *c, void **context)
{
	const union MHD_ConnectionInfo *info = MHD_get_connection_info(c, MHD_CONNECTION_INFO_CONNECTION_FD);
	struct srv_head *h = mem_alloc(sizeof *h);
	*h = (struct srv_head){.fd = info ? info->connect_fd : -1, .waiting = true, .next = s->first, .at = &s->first};
	if (s->first)
		s->first->at = &h->next;
	s->first = h;
	*context = h;
}

static void leave(void **context)
{
	struct srv_head *h = *context;
	*h->at = h->next;
	if (h->next)
		h->next->at = h->at;
	free(h);
	*context = NULL;
}

void srv_heads_notify(void *closure, struct MHD_Connection *c, void **context, enum MHD_ConnectionNotificationCode code)
{
	struct srv_heads *s = closure;
	pthread_mutex_lock(&s->lock);
	if (code == MHD_CONNECTION_NOTIFY_STARTED)
		enter(s, c, context);
	else if (*context)
		leave(context);
	pthread_mutex_unlock(&s->lock);
}

static void set(struct srv_heads *s, struct MHD_Connection *c, bool waiting)
{
	const union MHD_ConnectionInfo *info = MHD_get_connection_info(c, MHD_CONNECTION_INFO_SOCKET_CONTEXT);
	struct srv_head *h = info ? info->socket_context : NULL;
	if (!h)
		return;
	uint64_t before = waiting ? received(h->fd) : 0;
	pthread_mutex_lock(&s->lock);
	h->waiting = waiting;
	h->before = before;
	h->since = 0;
	pthread_mutex_unlock(&s->lock);
}

void srv_heads_whole(struct srv_heads *s, struct MHD_Connection *c)
{
	set(s, c, false);
}

void srv_heads_next(struct srv_heads *s, struct MHD_Connection *c)
{
	set(s, c, true);
}

/* A socket is closed only after its entry is gone, so fd is still its own. */
void srv_heads_check(struct srv_heads *s, int64_t now)
{
	pthread_mutex_lock(&s->lock);
	for (struct srv_head *h = s->first; h; h = h->next) {
		if (!h->waiting)
			continue;
		if (!h->since && received(h->fd) > h->before)
			h->since = now;
		if (h->since && now - h->since >= HEAD_MS) {
			shutdown(h->fd, SHUT_RDWR);
			h->waiting = false;
		}
	}
	pthread_mutex_unlock(&s->lock);
}
