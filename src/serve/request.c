/* request.c: from a request to what oparl answers. Whatever is not GET or HEAD, too large or not understood ends
 * before the register is asked. */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/mem.h"
#include "serve/running.h"

enum { URI_MAX = 2048, PARTS_MAX = 100, HEADERS_MAX = 16 * 1024 };

static bool is_too_long(const char *uri)
{
	size_t parts = 0;
	for (const char *p = uri; (p = strchr(p, '&')); p++)
		parts++;
	return parts > PARTS_MAX || strlen(uri) > URI_MAX;
}

/* The library reads the query next, and a connection hangs whose pool has no room for all its parts: what is refused
 * has none. The text is that of its buffer. */
static void drop_query(const char *uri)
{
	char *query = strchr(uri, '?');
	if (query)
		query[1] = '\0';
}

void *srv_begin(void *closure, const char *uri, struct MHD_Connection *c)
{
	struct srv *s = closure;
	const bool refused = is_too_long(uri), split = strpbrk(uri, " \t") != NULL;
	(void)c;
	if (refused)
		drop_query(uri);
	/* the state of a request: too long, split by a blank, &s->lock once it has begun */
	return refused ? (void *)&s->tag : split ? (void *)&s->prefix : NULL;
}

void srv_end(void *closure, struct MHD_Connection *c, void **state, enum MHD_RequestTerminationCode how)
{
	struct srv *s = closure;
	(void)how;
	srv_heads_next(&s->heads, c);
	if (*state == &s->lock)                        /* one the library refused by itself never began */
		atomic_fetch_sub(&s->active, 1);
}

static int hex(char c)
{
	return c >= '0' && c <= '9'    ? c - '0'
		: c >= 'a' && c <= 'f' ? c - 'a' + 10
		: c >= 'A' && c <= 'F' ? c - 'A' + 10
				       : -1;
}

/* In place. What no address of ours holds becomes a byte that nothing is called by: control characters, an escaped
 * slash, a "%" alone. */
size_t srv_unescape(void *closure, struct MHD_Connection *c, char *text)
{
	enum { NOTHING = 1 };
	char *to = text;
	(void)closure, (void)c;
	for (const char *p = text; *p; p++) {
		int v = (unsigned char)*p;
		if (v == '%') {
			int high = hex(p[1]), low = high < 0 ? -1 : hex(p[2]);
			v = low < 0 ? NOTHING : high * 16 + low;
			p += low < 0 ? 0 : 2;
			v = v == '/' ? NOTHING : v;
		}
		*to++ = (char)(v < ' ' || v == 127 ? NOTHING : v);
	}
	*to = '\0';
	return (size_t)(to - text);
}

/* ---- the query ---- */

struct query { struct opa_filter filter; bool wrong; };

static enum MHD_Result take_param(void *closure, enum MHD_ValueKind kind, const char *name, const char *value)
{
	struct query *q = closure;
	char plus[64];
	size_t n = value ? strlen(value) : 0;
	(void)kind;
	if (!opa_filter_known(name))
		return MHD_YES;
	q->wrong |= !value || n >= sizeof plus;
	if (q->wrong)
		return MHD_NO;
	for (size_t i = 0; i <= n; i++)
		plus[i] = (char)(value[i] == ' ' ? '+' : value[i]);   /* "+02:00" is often not escaped */
	q->wrong = !opa_filter_set(&q->filter, name, plus);
	return q->wrong ? MHD_NO : MHD_YES;
}

/* ---- the request ---- */

static enum MHD_Result add_size(void *closure, enum MHD_ValueKind kind, const char *name, const char *value)
{
	size_t *n = closure;
	(void)kind;
	*n += strlen(name) + (value ? strlen(value) : 0) + 4;
	return MHD_YES;
}

struct hosts { int n; bool wrong; };

static enum MHD_Result count_host(void *closure, enum MHD_ValueKind kind, const char *name, const char *value)
{
	struct hosts *h = closure;
	(void)kind;
	if (strcasecmp(name, MHD_HTTP_HEADER_HOST))
		return MHD_YES;
	h->n++;
	h->wrong |= value && strpbrk(value, " \t,/\\?#@\"<>") != NULL;
	return MHD_YES;
}

/* One, and of the right form, but that HTTP 1.0 needs none (RFC 9112 §3.2). */
static bool host_wrong(struct MHD_Connection *c, const char *version)
{
	struct hosts h = {0};
	MHD_get_connection_values(c, MHD_HEADER_KIND, count_host, &h);
	return h.wrong || h.n > 1 || (h.n == 0 && !strcmp(version, "HTTP/1.1"));
}

static bool readable(const char *method)
{
	return !strcmp(method, MHD_HTTP_METHOD_GET) || !strcmp(method, MHD_HTTP_METHOD_HEAD) ||
		!strcmp(method, MHD_HTTP_METHOD_OPTIONS);
}

/* Methods are written in capitals; one that nobody has defined is another matter than one that is not for here. */
static bool method_known(const char *method)
{
	static const char *const known[] = {"POST", "PUT", "DELETE", "PATCH", "TRACE", "CONNECT", "PROPFIND",
		"PROPPATCH", "MKCOL", "COPY", "MOVE", "LOCK", "UNLOCK", "SEARCH", "REPORT", "QUERY"};
	for (size_t i = 0; i < sizeof known / sizeof *known; i++)
		if (!strcmp(method, known[i]))
			return true;
	return false;
}

static enum MHD_Result count_length(void *closure, enum MHD_ValueKind kind, const char *name, const char *value)
{
	int *n = closure;
	(void)kind, (void)value;
	*n += !strcasecmp(name, MHD_HTTP_HEADER_CONTENT_LENGTH);
	return MHD_YES;
}

/* Two lengths: another server may have taken the other one, and what follows for another request (RFC 9112 §6.3). */
static bool two_lengths(struct MHD_Connection *c)
{
	int n = 0;
	MHD_get_connection_values(c, MHD_HEADER_KIND, count_length, &n);
	return n > 1;
}

static bool has_body(struct MHD_Connection *c)
{
	const char *length = MHD_lookup_connection_value(c, MHD_HEADER_KIND, MHD_HTTP_HEADER_CONTENT_LENGTH);
	return (length && strcmp(length, "0")) ||
		MHD_lookup_connection_value(c, MHD_HEADER_KIND, MHD_HTTP_HEADER_TRANSFER_ENCODING);
}

/* The path of a target in absolute form, as a proxy writes it (RFC 9112 §3.2.2). */
static const char *path_of(const char *url)
{
	size_t scheme = !strncasecmp(url, "http://", 7) ? 7 : !strncasecmp(url, "https://", 8) ? 8 : 0;
	return scheme ? url + scheme + strcspn(url + scheme, "/") : url;
}

/* Behind another server the path of the base may be kept or left out. */
static const char *below_base(const struct srv *s, const char *url)
{
	size_t n = strlen(s->prefix);
	url = path_of(url);
	if (!strncmp(url, s->prefix, n) && url[n] == '/')
		url += n;
	return *url == '/' ? url + 1 : "";
}

/* A register that is being written to, or whose writer was killed just now, may be readable in the next moment. */
static bool ask(struct srv *s, struct srv_reader *r, struct mem *m, const struct opa_asked *question,
	struct opa_answer *a)
{
	struct opa_asked asked = *question;
	asked.reg = r->reg;
	asked.base = s->base;
	asked.rows = r->rows;
	bool good = false;
	for (int again = 0; again < 2 && !good; again++) {
		buf_clear(&r->json);
		if (r->reg)
			reg_hold(r->reg);                  /* an answer is of one state, and locks once */
		good = r->reg && opa_answer(&asked, m, &r->json, a, r->diag) &&
			!diag_count(r->diag, DIAG_SYSTEM);
		if (r->reg)
			reg_rollback(r->reg);
		if (!good)
			srv_trouble(s, r);
	}
	if (!good || atomic_load(&s->cache.failed))
		srv_cache_asked(&s->cache, good);
	return good;
}

static enum MHD_Result answer(struct srv *s, const struct srv_asked *q, const char *path, const struct opa_filter *f)
{
	struct MHD_Connection *c = q->c;
	struct srv_reader *r = srv_take(s);
	struct mem *m = mem_new();
	struct opa_answer a;
	enum MHD_Result done;
	if (!ask(s, r, m, &(struct opa_asked){.path = path, .filter = f, .state = q->counter}, &a))
		done = srv_error(s, c, MHD_HTTP_SERVICE_UNAVAILABLE,
			"Das Register ist gerade nicht lesbar; bitte später noch einmal fragen");
	else if (a.kind == OPA_NOTHING)
		done = srv_error(s, c, MHD_HTTP_NOT_FOUND, "Unter dieser Adresse steht nichts");
	else if (a.kind != OPA_FILE)
		done = srv_json(s, r, q, &a);
	else if (a.deleted)
		done = srv_error(s, c, MHD_HTTP_GONE, "Diese Datei gibt es nicht mehr");
	else
		done = srv_file(s, q, &a);
	mem_free(m);
	srv_give(s, r);
	return done;
}

/* What is wrong with the request as such; 0: nothing. */
static unsigned refusal(struct srv *s, struct MHD_Connection *c, const char *method, const char *version,
	const void *state, const char **why)
{
	size_t headers = 0;
	MHD_get_connection_values(c, MHD_HEADER_KIND, add_size, &headers);
	if (state == &s->tag) {
		*why = "Die Adresse ist zu lang, erlaubt sind 2048 Zeichen";
		return MHD_HTTP_URI_TOO_LONG;
	}
	if (state == &s->prefix) {
		*why = "In einer Adresse steht %20 statt eines Leerzeichens";
		return MHD_HTTP_BAD_REQUEST;
	}
	if (!readable(method)) {
		*why = "Diese Schnittstelle kann nur gelesen werden (GET, HEAD)";
		return method_known(method) ? MHD_HTTP_METHOD_NOT_ALLOWED : MHD_HTTP_NOT_IMPLEMENTED;
	}
	if (host_wrong(c, version)) {
		*why = "Eine Anfrage nennt genau einen Host";
		return MHD_HTTP_BAD_REQUEST;
	}
	if (headers > HEADERS_MAX) {
		*why = "Die Kopfzeilen sind zu groß, erlaubt sind 16 Kilobyte";
		return MHD_HTTP_REQUEST_HEADER_FIELDS_TOO_LARGE;
	}
	*why = "Eine Anfrage hat hier keinen Inhalt";
	return has_body(c) || two_lengths(c) ? MHD_HTTP_BAD_REQUEST : 0;
}

/* ---- the cache ---- */

enum { PARAM = 2, VALUE = 3 };                         /* bytes srv_unescape leaves in no path and no query */
struct key { char text[URI_MAX + 256]; size_t n; };

static bool key_add(struct key *k, char before, const char *s)
{
	size_t n = strlen(s);
	if (k->n + n + 2 > sizeof k->text)
		return false;
	k->text[k->n++] = before;
	memcpy(k->text + k->n, s, n + 1);
	k->n += n;
	return true;
}

static enum MHD_Result key_param(void *closure, enum MHD_ValueKind kind, const char *name, const char *value)
{
	struct key *k = closure;
	(void)kind;
	if (opa_filter_known(name) && !(key_add(k, PARAM, name) && key_add(k, VALUE, value ? value : "")))
		k->n = sizeof k->text;
	return MHD_YES;
}

static enum MHD_Result respond(struct srv *s, struct MHD_Connection *c, const char *method, const char *path)
{
	struct srv_asked asked = {.c = c,
		.whole = strcmp(method, MHD_HTTP_METHOD_GET) != 0,
		.gzip = srv_takes_gzip(MHD_lookup_connection_value(c, MHD_HEADER_KIND,
			MHD_HTTP_HEADER_ACCEPT_ENCODING)),
		.counter = srv_cache_counter(&s->cache)};
	struct query q = {0};
	struct key k = {.n = 0};
	enum MHD_Result done;
	if (!key_add(&k, asked.gzip ? 'g' : 'p', path))
		k.n = sizeof k.text;
	MHD_get_connection_values(c, MHD_GET_ARGUMENT_KIND, key_param, &k);
	if (k.n < sizeof k.text && !atomic_load(&s->ending))
		asked.key = k.text;
	if (srv_again(s, &asked, &done))
		return done;
	MHD_get_connection_values(c, MHD_GET_ARGUMENT_KIND, take_param, &q);
	if (q.wrong)
		return srv_error(s, c, MHD_HTTP_BAD_REQUEST,
			"Ein Filter ist falsch geschrieben; erwartet werden Zeiten wie 2023-05-31T17:00:00+02:00, für "
			"limit eine Zahl ab 1, für omit_internal true oder false");
	return answer(s, &asked, path, &q.filter);
}

/* Called twice: with the headers, where an answer closes the connection, and at the end of the request. */
enum MHD_Result srv_request(void *closure, struct MHD_Connection *c, const char *url, const char *method,
	const char *version, const char *data, size_t *n, void **state)
{
	struct srv *s = closure;
	const char *why;
	(void)data, (void)n;
	if (*state != &s->lock) {
		atomic_fetch_add(&s->active, 1);
		srv_heads_whole(&s->heads, c);
		unsigned status = refusal(s, c, method, version, *state, &why);
		*state = &s->lock;
		return status ? srv_error(s, c, status, why) : MHD_YES;
	}
	return strcmp(method, MHD_HTTP_METHOD_OPTIONS) ? respond(s, c, method, below_base(s, url)) : srv_options(s, c);
}
