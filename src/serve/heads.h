/* heads.h: the time a client has for the head of a request, whatever trickles in. */
#ifndef SERVE_HEADS_H
#define SERVE_HEADS_H
#include <microhttpd.h>
#include <pthread.h>
#include <stdbool.h>
#include <stdint.h>

struct srv_head;                                       /* of an open connection */

struct srv_heads {
	pthread_mutex_t lock;
	struct srv_head *first;
};

void srv_heads_open(struct srv_heads *);
void srv_heads_close(struct srv_heads *);              /* once no connection is open */

/* Callback of libmicrohttpd for each connection; the struct srv_heads is its closure. */
void srv_heads_notify(void *, struct MHD_Connection *, void **context, enum MHD_ConnectionNotificationCode);
void srv_heads_whole(struct srv_heads *, struct MHD_Connection *);  /* its head is here */
void srv_heads_next(struct srv_heads *, struct MHD_Connection *);   /* it was answered: the next head may begin */

/* Shuts every connection whose head has been under way for longer. now: monotonic milliseconds. */
void srv_heads_check(struct srv_heads *, int64_t now);

#endif
