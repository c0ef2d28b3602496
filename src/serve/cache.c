/* cache.c: a table of the last answers in the order they came, the oldest go first. SQLite counts each commit in bytes
 * 24 to 27 of the file; reading them is one system call instead of the locks and pages of a query. The descriptor stays
 * open to the end: closing it would drop SQLite's locks. */
#include "serve/cache.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/mem.h"

enum { BUCKETS = 1 << 14, BYTES = 64 << 20, PAGE_BYTES = 2 << 20, OVERHEAD = 1024, COUNTER_AT = 24 };

struct srv_page {
	struct srv_page *chain, *newer;
	struct MHD_Response *response;
	struct srv_mark mark;
	size_t bytes;
	char key[];
};

static void see_written(struct srv_cache *c)
{
	struct stat st;
	if (c->fd >= 0 && fstat(c->fd, &st) == 0)
		c->written = st.st_mtim;
}

bool srv_cache_open(struct srv_cache *c, const char *path)
{
	*c = (struct srv_cache){.fd = open(path, O_RDONLY | O_CLOEXEC)};
	see_written(c);
	pthread_mutex_init(&c->lock, NULL);
	c->table = mem_alloc(BUCKETS * sizeof *c->table);
	memset(c->table, 0, BUCKETS * sizeof *c->table);
	c->asked = mem_alloc(BUCKETS * sizeof *c->asked);
	memset(c->asked, 0, BUCKETS * sizeof *c->asked);
	return c->fd >= 0;
}

static uint32_t hash(const char *key)
{
	uint32_t h = 2166136261u;                          /* FNV-1a */
	for (const char *p = key; *p; p++)
		h = (h ^ (unsigned char)*p) * 16777619u;
	return h;
}

/* What is asked once alone, like a filter with the time of day, is not kept: it would drive out the others. */
static bool is_asked_again(struct srv_cache *c, const char *key)
{
	uint32_t h = hash(key), *at = &c->asked[h % BUCKETS];
	bool again = *at == h;
	*at = h;
	return again;
}

static struct srv_page **place(struct srv_cache *c, const char *key)
{
	struct srv_page **at = &c->table[hash(key) % BUCKETS];
	while (*at && strcmp((*at)->key, key))
		at = &(*at)->chain;
	return at;
}

static void drop_oldest(struct srv_cache *c)
{
	struct srv_page *p = c->oldest, **at = place(c, p->key);
	*at = p->chain;
	c->oldest = p->newer;
	if (!c->oldest)
		c->newest = NULL;
	c->bytes -= p->bytes;
	MHD_destroy_response(p->response);
	free(p);
}

static void drop_all(struct srv_cache *c)
{
	while (c->oldest)
		drop_oldest(c);
}

void srv_cache_close(struct srv_cache *c)
{
	drop_all(c);
	free(c->table);
	free(c->asked);
	if (c->fd >= 0)
		close(c->fd);
	pthread_mutex_destroy(&c->lock);
}

uint32_t srv_cache_counter(const struct srv_cache *c)
{
	uint32_t counter = 0;
	return pread(c->fd, &counter, sizeof counter, COUNTER_AT) == sizeof counter ? counter : 0;
}

void srv_cache_asked(struct srv_cache *c, bool good)
{
	pthread_mutex_lock(&c->lock);
	if (!good && !c->failed)
		see_written(c);
	atomic_store(&c->failed, !good);
	pthread_mutex_unlock(&c->lock);
}

/* Nothing stands at its place, look after look; what is open is read no more. */
static bool is_gone(struct srv_cache *c)
{
	enum { MOMENT = 4 };
	c->missing += errno == ENOENT || errno == ENOTDIR;
	return c->fd >= 0 && c->missing >= MOMENT;
}

bool srv_cache_replaced(struct srv_cache *c, const char *path)
{
	struct stat open, there;
	if (stat(path, &there) < 0)
		return is_gone(c);
	c->missing = 0;
	if (c->fd < 0 || fstat(c->fd, &open) < 0 || open.st_ino != there.st_ino || open.st_dev != there.st_dev)
		return true;
	pthread_mutex_lock(&c->lock);
	bool same = there.st_mtim.tv_sec == c->written.tv_sec && there.st_mtim.tv_nsec == c->written.tv_nsec;
	bool replaced = c->failed && !same;
	pthread_mutex_unlock(&c->lock);
	return replaced;
}

static const char *asked(struct MHD_Connection *c, const char *header)
{
	return MHD_lookup_connection_value(c, MHD_HEADER_KIND, header);
}

struct lines { const char *name; struct buf all; };

static enum MHD_Result add_line(void *arg, enum MHD_ValueKind kind, const char *name, const char *value)
{
	struct lines *l = arg;
	(void)kind;
	if (strcasecmp(name, l->name) != 0)
		return MHD_YES;
	buf_str(&l->all, l->all.data ? ", " : "");
	buf_str(&l->all, value ? value : "");
	return MHD_YES;
}

/* A list may come in several lines (RFC 9110 §5.3); NULL: in none. To be freed by the caller. */
static char *listed(struct MHD_Connection *c, const char *header)
{
	struct lines l = {.name = header};
	MHD_get_connection_values(c, MHD_HEADER_KIND, add_line, &l);
	return l.all.data;
}

enum srv_hit srv_state(struct MHD_Connection *c, const struct srv_mark *m)
{
	char bare[sizeof m->etag];
	char *match = listed(c, MHD_HTTP_HEADER_IF_MATCH), *none = listed(c, MHD_HTTP_HEADER_IF_NONE_MATCH);
	size_t n = strlen(m->etag) - 2;
	memcpy(bare, m->etag + 1, n);
	bare[n] = '\0';
	enum srv_hit hit = SRV_QUEUED;
	if (!srv_as_asked(match, asked(c, MHD_HTTP_HEADER_IF_UNMODIFIED_SINCE), bare, m->modified))
		hit = SRV_OTHER;
	else if (srv_unchanged(none, asked(c, MHD_HTTP_HEADER_IF_MODIFIED_SINCE), bare, m->modified))
		hit = SRV_UNCHANGED;
	free(match);
	free(none);
	return hit;
}

/* Queuing takes a reference; so it is done under the lock, before another thread can drop the page. */
enum srv_hit srv_cache_queue(struct srv_cache *c, struct MHD_Connection *to, const char *key, uint32_t counter,
	struct srv_mark *mark)
{
	enum srv_hit hit = SRV_MISS;
	pthread_mutex_lock(&c->lock);
	struct srv_page *p = c->counter == counter ? *place(c, key) : NULL;
	if (p) {
		*mark = p->mark;
		hit = srv_state(to, mark);
		if (hit == SRV_QUEUED && MHD_queue_response(to, MHD_HTTP_OK, p->response) != MHD_YES)
			hit = SRV_FAILED;
	}
	pthread_mutex_unlock(&c->lock);
	return hit;
}

void srv_cache_put(struct srv_cache *c, const char *key, uint32_t counter, struct MHD_Response *r, size_t n,
	const struct srv_mark *mark)
{
	size_t len = strlen(key), bytes = n + len + OVERHEAD;
	pthread_mutex_lock(&c->lock);
	if (c->counter != counter) {
		drop_all(c);
		c->counter = counter;
	}
	struct srv_page **at = place(c, key), *p = NULL;
	if (!*at && bytes <= PAGE_BYTES && is_asked_again(c, key)) {
		p = mem_alloc(sizeof *p + len + 1);
		*p = (struct srv_page){.response = r, .mark = *mark, .bytes = bytes};
		memcpy(p->key, key, len + 1);
		*at = p;
		*(c->newest ? &c->newest->newer : &c->oldest) = p;
		c->newest = p;
		c->bytes += bytes;
	}
	while (c->bytes > BYTES)
		drop_oldest(c);
	pthread_mutex_unlock(&c->lock);
	if (!p)
		MHD_destroy_response(r);
}
