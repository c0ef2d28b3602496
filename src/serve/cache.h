/* cache.h: inside the room: answers that were given once, as long as nobody has written to the register. */
#ifndef SERVE_CACHE_H
#define SERVE_CACHE_H
#include <microhttpd.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>
#include <time.h>

#include "serve/condition.h"

struct srv_mark {
	char etag[72];                                 /* with its quotes */
	char time[SRV_TIME];                           /* "" if unknown */
	int64_t modified;
	uint64_t size;                                 /* bytes of the body that 200 would send */
};

struct srv_page;
struct srv_cache {
	pthread_mutex_t lock;
	int fd;                                        /* the register file; only its change counter is read */
	atomic_bool failed;                            /* the register could not be read when it was asked last */
	struct timespec written;                       /* when it was last, as it was opened or first failed */
	int missing;                                   /* looks at its place, one after the other, that found none */
	uint32_t counter;                              /* what all pages were made at */
	size_t bytes;
	struct srv_page **table, *oldest, *newest;
	uint32_t *asked;                               /* hashes of keys that were not there */
};

/* false: there is no such file; it can be used all the same */
bool srv_cache_open(struct srv_cache *, const char *path);
void srv_cache_close(struct srv_cache *);

uint32_t srv_cache_counter(const struct srv_cache *);  /* of the register file now: another after each commit */
enum srv_hit { SRV_MISS, SRV_QUEUED, SRV_UNCHANGED, SRV_OTHER, SRV_FAILED };
/* Queues the answer of that key, if the register is as it was. UNCHANGED, OTHER: nothing is queued, the reader has it
 * already, or asked about something else. mark is set but for MISS. */
enum srv_hit srv_cache_queue(struct srv_cache *, struct MHD_Connection *, const char *key, uint32_t counter,
	struct srv_mark *);
/* Keeps an answer made after counter was read, from the second time on; the reference is taken over. n: its bytes. */
void srv_cache_put(struct srv_cache *, const char *key, uint32_t counter, struct MHD_Response *, size_t n,
	const struct srv_mark *);

void srv_cache_asked(struct srv_cache *, bool good);   /* how the register answered */
/* For one thread, now and then: the register at path is another file than the one that was opened, or is gone, or could
 * not be read and was written since. One that is missing for a moment is not gone: it is being exchanged. */
bool srv_cache_replaced(struct srv_cache *, const char *path);

/* UNCHANGED: the reader of the connection has what the mark says; OTHER: it asks about another state (412); else
 * QUEUED: it is to be sent. */
enum srv_hit srv_state(struct MHD_Connection *, const struct srv_mark *);

#endif
