/* reply.c: what goes back: headers, conditions, compression, parts of files. */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/mem.h"
#include "serve/condition.h"
#include "serve/running.h"

#define ALLOWED "GET, HEAD, OPTIONS"

static const char *asked(struct MHD_Connection *c, const char *header)
{
	return MHD_lookup_connection_value(c, MHD_HEADER_KIND, header);
}

static void add_common(const struct srv *s, struct MHD_Response *r)
{
	MHD_add_response_header(r, MHD_HTTP_HEADER_ACCESS_CONTROL_ALLOW_ORIGIN, "*");
	MHD_add_response_header(r, "X-Content-Type-Options", "nosniff");
	if (atomic_load(&s->ending))
		MHD_add_response_header(r, MHD_HTTP_HEADER_CONNECTION, "close");
}

static enum MHD_Result put(struct srv *s, struct MHD_Connection *c, unsigned status, struct MHD_Response *r)
{
	add_common(s, r);
	enum MHD_Result done = MHD_queue_response(c, status, r);
	MHD_destroy_response(r);
	return done;
}

/* As OParl 1.1 forms an error. After a request that was not read to its end the connection cannot be used again. */
enum MHD_Result srv_error(struct srv *s, struct MHD_Connection *c, unsigned status, const char *message)
{
	char text[512];
	int n = snprintf(text, sizeof text,
		"{\"type\":\"https://schema.oparl.org/1.1/Error\",\"message\":\"%s\",\"debug\":\"HTTP %u\"}\n", message,
		status);
	struct MHD_Response *r = MHD_create_response_from_buffer((size_t)n, text, MHD_RESPMEM_MUST_COPY);
	if (!r)
		return MHD_NO;
	MHD_add_response_header(r, MHD_HTTP_HEADER_CONTENT_TYPE, "application/json; charset=utf-8");
	if (status == MHD_HTTP_METHOD_NOT_ALLOWED)
		MHD_add_response_header(r, MHD_HTTP_HEADER_ALLOW, ALLOWED);
	if (status == MHD_HTTP_SERVICE_UNAVAILABLE)
		MHD_add_response_header(r, MHD_HTTP_HEADER_RETRY_AFTER, "10");
	if (status != MHD_HTTP_NOT_FOUND && status != MHD_HTTP_GONE)
		MHD_add_response_header(r, MHD_HTTP_HEADER_CONNECTION, "close");
	return put(s, c, status, r);
}

/* What a browser asks before a page of another host may send a condition (Fetch: CORS preflight). */
enum MHD_Result srv_options(struct srv *s, struct MHD_Connection *c)
{
	struct MHD_Response *r = MHD_create_response_from_buffer(0, "", MHD_RESPMEM_PERSISTENT);
	if (!r)
		return MHD_NO;
	MHD_add_response_header(r, MHD_HTTP_HEADER_ALLOW, ALLOWED);
	MHD_add_response_header(r, MHD_HTTP_HEADER_ACCESS_CONTROL_ALLOW_METHODS, ALLOWED);
	MHD_add_response_header(r, MHD_HTTP_HEADER_ACCESS_CONTROL_ALLOW_HEADERS,
		"If-Match, If-None-Match, If-Modified-Since, If-Unmodified-Since, If-Range, Range");
	MHD_add_response_header(r, MHD_HTTP_HEADER_ACCESS_CONTROL_MAX_AGE, "86400");
	return put(s, c, MHD_HTTP_NO_CONTENT, r);
}

static void mark_of(const struct srv *s, const struct opa_answer *a, bool packed, struct srv_mark *m)
{
	snprintf(m->etag, sizeof m->etag, "\"%s-%s%s\"", a->etag, s->tag, packed ? "-gz" : "");
	m->modified = a->modified;
	m->time[0] = '\0';
	if (a->modified)
		srv_put_time(m->time, a->modified);
}

static void add_mark(struct MHD_Response *r, const struct srv_mark *m)
{
	MHD_add_response_header(r, MHD_HTTP_HEADER_ETAG, m->etag);
	if (m->time[0])
		MHD_add_response_header(r, MHD_HTTP_HEADER_LAST_MODIFIED, m->time);
	MHD_add_response_header(r, MHD_HTTP_HEADER_CACHE_CONTROL, "no-cache");
}

static ssize_t no_body(void *closure, uint64_t at, char *to, size_t n)
{
	(void)closure, (void)at, (void)to, (void)n;
	return MHD_CONTENT_READER_END_OF_STREAM;
}

/* It says the length that 200 would have (RFC 9110 §8.6) and sends no byte of it. A body of unknown length would be
 * ended with the five bytes of an empty chunk, which a kept connection takes for the next answer. */
static enum MHD_Result send_unchanged(struct srv *s, struct MHD_Connection *c, const struct srv_mark *m, bool varies)
{
	struct MHD_Response *r = MHD_create_response_from_callback(m->size, 512, no_body, NULL, NULL);
	if (!r)
		return MHD_NO;
	add_mark(r, m);
	if (varies)
		MHD_add_response_header(r, MHD_HTTP_HEADER_VARY, "Accept-Encoding");
	return put(s, c, MHD_HTTP_NOT_MODIFIED, r);
}

static enum MHD_Result send_other(struct srv *s, struct MHD_Connection *c)
{
	return srv_error(s, c, MHD_HTTP_PRECONDITION_FAILED,
		"Dies ist nicht mehr die Fassung, nach der gefragt ist");
}

static bool pack(struct srv_reader *r)
{
	buf_clear(&r->packed);
	size_t room = libdeflate_gzip_compress_bound(r->deflater, r->json.len);
	r->packed.len =
		libdeflate_gzip_compress(r->deflater, r->json.data, r->json.len, buf_reserve(&r->packed, room), room);
	return r->packed.len > 0;
}

/* A long answer takes the buffer's memory with it, and the next begins with as much. */
static struct MHD_Response *response_of(struct buf *b)
{
	enum { LONG = 16 << 10 };
	size_t n = b->len;
	if (n < LONG)
		return MHD_create_response_from_buffer(n, b->data, MHD_RESPMEM_MUST_COPY);
	b->data = mem_realloc(b->data, b->cap = n);
	struct MHD_Response *r = MHD_create_response_from_buffer(n, b->data, MHD_RESPMEM_MUST_FREE);
	if (r)
		*b = (struct buf){.data = mem_alloc(n + n / 8), .cap = n + n / 8};
	buf_clear(b);
	return r;
}

static struct MHD_Response *json_response(const struct srv *s, struct buf *b, bool packed, const struct srv_mark *m)
{
	struct MHD_Response *r = response_of(b);
	if (!r)
		return NULL;
	MHD_add_response_header(r, MHD_HTTP_HEADER_CONTENT_TYPE, "application/json; charset=utf-8");
	MHD_add_response_header(r, MHD_HTTP_HEADER_VARY, "Accept-Encoding");
	if (packed)
		MHD_add_response_header(r, MHD_HTTP_HEADER_CONTENT_ENCODING, "gzip");
	add_mark(r, m);
	add_common(s, r);
	return r;
}

bool srv_again(struct srv *s, const struct srv_asked *q, enum MHD_Result *done)
{
	struct srv_mark m;
	enum srv_hit hit = q->key ? srv_cache_queue(&s->cache, q->c, q->key, q->counter, &m) : SRV_MISS;
	*done = hit == SRV_UNCHANGED ? send_unchanged(s, q->c, &m, true)
		: hit == SRV_OTHER   ? send_other(s, q->c)
		: hit == SRV_QUEUED  ? MHD_YES
				     : MHD_NO;
	return hit != SRV_MISS;
}

enum MHD_Result srv_json(struct srv *s, struct srv_reader *reader, const struct srv_asked *q,
	const struct opa_answer *a)
{
	enum { WORTH = 600 };                              /* shorter ones fit into one packet anyway */
	bool packed = reader->json.len >= WORTH && q->gzip;
	struct srv_mark m;
	if (packed && !pack(reader))
		return MHD_NO;
	mark_of(s, a, packed, &m);
	struct buf *b = packed ? &reader->packed : &reader->json;
	m.size = b->len;
	enum srv_hit state = srv_state(q->c, &m);
	if (state != SRV_QUEUED)
		return state == SRV_OTHER ? send_other(s, q->c) : send_unchanged(s, q->c, &m, true);
	struct MHD_Response *r = json_response(s, b, packed, &m);
	if (!r)
		return MHD_NO;
	enum MHD_Result done = MHD_queue_response(q->c, MHD_HTTP_OK, r);
	if (q->key)
		srv_cache_put(&s->cache, q->key, q->counter, r, m.size, &m);
	else
		MHD_destroy_response(r);
	return done;
}

/* ---- files ---- */

/* Names of issued files are plain; a byte that would need quoting in the header is replaced there, and told in full
 * beside it (RFC 6266). */
static void add_name(struct MHD_Response *r, const struct opa_answer *a)
{
	struct buf b = {0}, full = {0};
	bool plain = true;
	buf_str(&b, a->download ? "attachment; filename=\"" : "inline; filename=\"");
	for (const unsigned char *p = (const unsigned char *)a->name; *p; p++) {
		bool safe = (*p >= '0' && *p <= '9') || (*p >= 'A' && *p <= 'Z') || (*p >= 'a' && *p <= 'z') ||
			strchr("-._~", *p);
		buf_chr(&b, safe ? (char)*p : '_');
		if (safe)
			buf_chr(&full, (char)*p);
		else
			buf_fmt(&full, "%%%02X", *p);
		plain &= safe;
	}
	buf_chr(&b, '"');
	if (!plain)
		buf_fmt(&b, "; filename*=UTF-8''%s", full.data);
	MHD_add_response_header(r, MHD_HTTP_HEADER_CONTENT_DISPOSITION, b.data);
	buf_free(&b);
	buf_free(&full);
}

static void add_range(struct MHD_Response *r, enum srv_range part, int64_t from, int64_t n, int64_t size)
{
	char range[96];
	if (part == SRV_PART)
		snprintf(range, sizeof range, "bytes %lld-%lld/%lld", (long long)from, (long long)(from + n - 1),
			(long long)size);
	else
		snprintf(range, sizeof range, "bytes */%lld", (long long)size);
	if (part != SRV_WHOLE)
		MHD_add_response_header(r, MHD_HTTP_HEADER_CONTENT_RANGE, range);
}

static const char *media_type(const char *name)
{
	const char *dot = strrchr(name, '.');
	return dot && !strcmp(dot, ".pdf") ? "application/pdf" : "application/octet-stream";
}

/* The part that is wanted of an open file, which is taken over. */
static enum MHD_Result send_part(struct srv *s, const struct srv_asked *q, const struct opa_answer *a,
	const struct srv_mark *m, int fd, int64_t size)
{
	struct MHD_Connection *c = q->c;
	int64_t from = 0, n = size;
	bool same = !q->whole && srv_same_bytes(asked(c, MHD_HTTP_HEADER_IF_RANGE), m->etag, a->modified);
	enum srv_range part = same ? srv_range(asked(c, MHD_HTTP_HEADER_RANGE), size, &from, &n) : SRV_WHOLE;
	struct MHD_Response *r;
	if (part == SRV_OUTSIDE) {
		close(fd);
		r = MHD_create_response_from_buffer(0, "", MHD_RESPMEM_PERSISTENT);
	} else {
		r = MHD_create_response_from_fd_at_offset64((uint64_t)n, fd, (uint64_t)from);
		if (!r)
			close(fd);
	}
	if (!r)
		return MHD_NO;
	MHD_add_response_header(r, MHD_HTTP_HEADER_CONTENT_TYPE, media_type(a->name));
	MHD_add_response_header(r, MHD_HTTP_HEADER_ACCEPT_RANGES, "bytes");
	add_range(r, part, from, n, size);
	add_name(r, a);
	add_mark(r, m);
	return put(s, c,
		part == SRV_WHOLE          ? MHD_HTTP_OK
			: part == SRV_PART ? MHD_HTTP_PARTIAL_CONTENT
					   : MHD_HTTP_RANGE_NOT_SATISFIABLE,
		r);
}

enum MHD_Result srv_file(struct srv *s, const struct srv_asked *q, const struct opa_answer *a)
{
	struct MHD_Connection *c = q->c;
	struct srv_mark m;
	int64_t size;
	mark_of(s, a, false, &m);
	int fd = srv_folder_file(&s->folder, a->file, a->sum, &size);
	enum srv_hit state = fd >= 0 ? srv_state(c, &m) : SRV_FAILED;
	if (state == SRV_UNCHANGED || state == SRV_OTHER) {
		close(fd);
		m.size = (uint64_t)size;
		return state == SRV_OTHER ? send_other(s, c) : send_unchanged(s, c, &m, false);
	}
	if (fd >= 0)
		return send_part(s, q, a, &m, fd, size);
	struct buf line = {0};
	buf_fmt(&line,
		"%s: Die ausgegebene Datei fehlt, hat anderen Inhalt oder liegt nicht unter %s; bitte aus einer "
		"Sicherung zurückholen oder --dateien berichtigen [OPARLDATEI]",
		a->file, s->folder.path);
	s->setup->say(s->setup->arg, true, line.data);
	buf_free(&line);
	return srv_error(s, c, MHD_HTTP_INTERNAL_SERVER_ERROR,
		"Die Datei ist auf diesem Server gerade nicht vorhanden");
}
