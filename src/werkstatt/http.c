/* http.c: from the socket to the routes and back; from start to end. */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/random.h>
#include <time.h>
#include <unistd.h>

#include "base/confine.h"
#include "base/file.h"
#include "base/hash.h"
#include "base/listen.h"
#include "werkstatt/desk.h"

enum {
	BODY_MAX = 16 << 20,
	CONNECTIONS = 400,
	IDLE_SECONDS = 60,
	HEAD_BYTES = 64 * 1024,
	TOKEN_BYTES = 24
};

static const struct route { const char *method, *path; void (*answer)(struct wst_call *); } routes[] = {
	{"GET", "/api/session", wst_get_session},
	{"GET", "/api/start", wst_get_start},
	{"GET", "/api/grammar", wst_get_grammar},
	{"GET", "/api/documents", wst_get_documents},
	{"GET", "/api/outline", wst_get_outline},
	{"GET", "/api/search", wst_get_search},
	{"GET", "/api/part", wst_get_part},
	{"POST", "/api/part", wst_post_part},
	{"GET", "/api/history", wst_get_history},
	{"POST", "/api/take-back", wst_post_take_back},
	{"POST", "/api/preview", wst_post_preview},
	{"POST", "/api/place", wst_post_place},
	{"GET", "/api/font", wst_get_font},
	{"POST", "/api/check", wst_post_check},
	{"GET", "/api/code", wst_get_code},
	{"POST", "/api/answer", wst_post_answer},
	{"POST", "/api/output", wst_post_output},
	{"GET", "/api/events", wst_get_events},
	{"POST", "/api/presence", wst_post_presence},
	{"GET", "/api/choices", wst_get_choices},
	{"POST", "/api/new", wst_post_new},
	{"POST", "/api/import", wst_post_import},
	{"POST", "/api/paste", wst_post_paste},
	{"GET", "/api/remarks", wst_get_remarks},
	{"POST", "/api/remark", wst_post_remark},
	{"GET", "/api/proposals", wst_get_proposals},
	{"POST", "/api/return", wst_post_return},
	{"POST", "/api/proposal", wst_post_proposal},
	{"GET", "/api/data", wst_get_data},
	{"POST", "/api/data", wst_post_data},
	{"POST", "/api/picture", wst_post_picture},
	{"GET", "/api/points", wst_get_points},
	{"GET", "/api/meeting", wst_get_meeting},
	{"POST", "/api/office", wst_post_office},
	{"POST", "/api/receipt", wst_post_receipt},
	{"POST", "/api/sheet", wst_post_sheet},
};

/* The rest of a string behind it would go unseen, and in XML there is none. */
static bool has_nul(const struct buf *b)
{
	static const char nul[] = "\\u0000";
	const char *end = b->data + b->len;
	const char *p = b->data;
	for (; (p = memmem(p, (size_t)(end - p), nul, sizeof nul - 1)); p++) {
		const char *back = p;
		while (back > b->data && back[-1] == '\\')
			back--;
		if ((p - back) % 2 == 0)
			return true;
	}
	return memchr(b->data, 0, b->len) != NULL;
}

static bool read_body(struct wst_call *k)
{
	const char *end = NULL;
	bool whole = k->body.len && !has_nul(&k->body);
	k->json = whole ? cJSON_ParseWithLengthOpts(k->body.data, k->body.len, &end, 0) : NULL;
	if (cJSON_IsObject(k->json))
		return true;
	wst_say(k, MHD_HTTP_BAD_REQUEST, "Der Inhalt der Anfrage ist nicht zu lesen");
	return false;
}

static void call(struct wst_call *k, const struct route *r)
{
	bool file = r->answer == wst_post_import || r->answer == wst_post_picture ||
		r->answer == wst_post_return || r->answer == wst_post_receipt ||
		r->answer == wst_post_sheet;                   /* the body is no JSON */
	if (!strcmp(r->method, "GET") || file || read_body(k))
		r->answer(k);
}

static void dispatch(struct wst_call *k, const char *path, const char *method)
{
	bool known = false;
	for (size_t i = 0; i < sizeof routes / sizeof *routes; i++) {
		if (strcmp(routes[i].path, path) != 0)
			continue;
		known = true;
		if (!strcmp(routes[i].method, method)) {
			call(k, &routes[i]);
			return;
		}
	}
	if (known || strcmp(method, "GET") != 0)
		wst_say(k, MHD_HTTP_METHOD_NOT_ALLOWED, "Das geht hier nicht");
	else
		wst_page_file(k, strcmp(path, "/") ? path + 1 : "index.html");
}

static enum MHD_Result finish(struct wst_call *k, const char *path, const char *method)
{
	bool head = !strcmp(method, "HEAD"), reads = head || !strcmp(method, "GET");
	if (k->too_large)
		wst_say(k, MHD_HTTP_CONTENT_TOO_LARGE, "Das ist zu groß; erlaubt sind 16 Megabyte");
	else if (wst_admit(k, path, !reads))
		dispatch(k, path, head ? "GET" : method);
	return wst_send(k);
}

/* ---- what is no request as HTTP defines it (RFC 9112) ---- */

/* The state of a request whose line has a blank too many: no call yet. */
static void *split_line(struct wst *w)
{
	return &w->guard;
}

static void *on_line(void *arg, const char *uri, struct MHD_Connection *c)
{
	(void)c;
	return strpbrk(uri, " \t") ? split_line(arg) : NULL;
}

struct names { int hosts, lengths; bool odd; };

static enum MHD_Result look_at_name(void *arg, enum MHD_ValueKind kind, const char *name, const char *value)
{
	struct names *n = arg;
	(void)kind, (void)value;
	n->hosts += !strcasecmp(name, MHD_HTTP_HEADER_HOST);
	n->lengths += !strcasecmp(name, MHD_HTTP_HEADER_CONTENT_LENGTH);
	n->odd |= !*name || strpbrk(name, " \t") != NULL;
	return MHD_YES;
}

/* Where two servers could read it in two ways, it is refused, and the connection ends. False: answered. */
static bool is_sound(struct wst_call *k, bool split)
{
	struct names n = {0};
	MHD_get_connection_values(k->c, MHD_HEADER_KIND, look_at_name, &n);
	if (!split && !n.odd && n.hosts <= 1 && n.lengths <= 1)
		return true;
	wst_say(k, MHD_HTTP_BAD_REQUEST, split ? "In einer Adresse steht %20 statt eines Leerzeichens"
		: n.odd ? "Vor dem Doppelpunkt einer Kopfzeile steht ein Name ohne Leerzeichen"
		: "Host und Länge stehen in einer Anfrage nur einmal");
	k->last = true;
	return false;
}

static enum MHD_Result on_request(void *arg, struct MHD_Connection *c, const char *path, const char *method,
	const char *version, const char *data, size_t *n, void **state)
{
	struct wst_call *k = *state;
	(void)version;
	if (!k || *state == split_line(arg)) {
		bool split = *state == split_line(arg);
		struct mem *m = mem_new();
		*state = k = MEM_NEW(m, struct wst_call);
		*k = (struct wst_call){.w = arg, .mem = m, .c = c, .who = ""};
		return is_sound(k, split) ? MHD_YES : wst_send(k);
	}
	if (*n) {
		k->too_large |= k->body.len + *n > BODY_MAX;
		if (!k->too_large)
			buf_put(&k->body, data, *n);
		*n = 0;
		return MHD_YES;
	}
	return finish(k, path, method);
}

static void on_end(void *arg, struct MHD_Connection *c, void **state, enum MHD_RequestTerminationCode how)
{
	struct wst_call *k = *state;
	(void)c, (void)how;
	if (!k || *state == split_line(arg))
		return;
	cJSON_Delete(k->json);
	buf_free(&k->body);
	buf_free(&k->out);
	mem_free(k->mem);
	*state = NULL;
}

/* ---- from start to end ---- */

static char *random_word(struct mem *m)
{
	uint8_t bytes[TOKEN_BYTES];
	char *hex = MEM_ARRAY(m, char, 2 * TOKEN_BYTES + 1);
	if (getrandom(bytes, sizeof bytes, 0) != (ssize_t)sizeof bytes)
		mem_out();
	hash_hex(bytes, sizeof bytes, hex);
	return hex;
}

/* Written: the contents, what lies beside them, files of others while they are read. Read: our own files, templates,
 * what programs need. */
static bool confine(const struct wst *w, struct mem *m)
{
	char *program = file_dir(m, file_second(m));
	/* a checkout has links there */
	char *fonts = realpath(file_join(m, pipe_share(m, "fonts"), "fonts.txt"), NULL);
	const char *linked = fonts ? file_dir(m, fonts) : w->root;
	char *roles = w->setup->roles ? realpath(w->setup->roles, NULL) : NULL;
	const char *told = roles ? file_dir(m, roles) : w->root;       /* who may do what is read again */
	free(fonts);
	const char *aside = getenv("TMPDIR");              /* for what is long: base/shelf.c */
	free(roles);
	const struct confine_folder folders[] = {{w->root, CONFINE_WRITE},
		{file_dir(m, w->setup->history), CONFINE_WRITE}, {w->setup->share, CONFINE_READ},
		{pipe_share(m, "vorlagen"), CONFINE_READ}, {pipe_share(m, "fonts"), CONFINE_READ},
		{pipe_share(m, "muster"), CONFINE_READ}, {pipe_share(m, "rechtschreibung"), CONFINE_READ},
		{w->setup->places.templates ? w->setup->places.templates : w->root, CONFINE_READ},
		{file_join(m, file_dir(m, w->root), "templates"), CONFINE_READ}, {program, CONFINE_RUN},
		{"/usr", CONFINE_RUN}, {"/lib", CONFINE_RUN}, {"/lib64", CONFINE_RUN}, {"/etc", CONFINE_READ},
		{"/tmp", CONFINE_WRITE}, {aside && *aside ? aside : "/var/tmp", CONFINE_WRITE},
		{w->setup->output ? w->setup->output : w->root, CONFINE_WRITE},
		{linked, CONFINE_READ}, {told, CONFINE_READ}};
	return confine_within(folders, sizeof folders / sizeof *folders);
}

/* What is older than it may become. */
static void forget(struct wst *w)
{
	if (!w->setup->keep_days)
		return;
	int64_t before = w->setup->now() - (int64_t)w->setup->keep_days * 86400;
	pthread_mutex_lock(&w->lock);
	reg_saves_forget(w->history, before);
	reg_acts_forget(w->history, before);
	reg_remarks_forget(w->history, before);
	pthread_mutex_unlock(&w->lock);
}

static bool open_all(struct wst *w, struct mem *m, struct diag *d)
{
	w->roles = w->setup->roles ? wst_roles_read(m, w->setup->roles, d) : NULL;
	if (w->setup->roles && !w->roles)
		return false;
	w->history = reg_desk_open(w->setup->history, w->told);
	if (!w->history) {
		size_t n;
		const struct diag_msg *why = diag_sorted(w->told, &n);
		diag_sys(d, "WERKSTATT", w->setup->history, 0, "%s",
			n ? why->text : "Der Verlauf lässt sich nicht öffnen; bitte Rechte und Datenträger prüfen");
		return false;
	}
	wst_recover(w);
	forget(w);
	w->options = (struct pipe_options){.places = w->setup->places, .spelling = true, .answers = true,
		.in_words = ""};
	w->pipe = pipe_open(&w->options);
	pipe_keep(w->pipe);
	return true;
}

static void close_all(struct wst *w)
{
	pipe_close(w->pipe);
	reg_desk_close(w->history);
	wst_people_free(w->people);
	for (size_t i = 0; i < w->nfonts; i++) {
		free(w->fonts[i].name);
		buf_free(&w->fonts[i].data);
	}
	free(w->fonts);
	for (size_t i = 0; i < w->nchecked; i++)
		free(w->checked[i]);
	free(w->checked);
	pipe_dictionary_close(w->words);
	wst_saves_free(w->saves);
	diag_free(w->noted);
	diag_free(w->told);
}

static void say_ready(const struct wst *w, struct mem *m, bool confined)
{
	const struct wst_setup *s = w->setup;
	const char *host = strchr(s->address, ':') ? mem_fmt(m, "[%s]", s->address) : s->address;
	s->say(s->arg, confined ? "Geschrieben wird nur unter den Inhalten (Landlock)"
				: "Dieser Kern hat kein Landlock; die übrigen Sicherungen gelten");
	s->say(s->arg, s->header
			? mem_fmt(m, "Werkstatt: http://%s:%d/ hinter einem Webserver, der anmeldet", host, w->port)
			: mem_fmt(m, "Werkstatt: http://%s:%d/?zugang=%s", host, w->port, w->token));
}

/* The roles as their file says now; one that cannot be read changes nothing. */
static void read_roles(struct wst *w, struct mem *m)
{
	struct diag *d = diag_new();
	struct roles *now = w->setup->roles ? wst_roles_read(m, w->setup->roles, d) : NULL;
	size_t n;
	const struct diag_msg *why = diag_sorted(d, &n);
	if (now)
		w->roles = now;
	if (now || n)
		w->setup->say(w->setup->arg, now ? "Rollen neu gelesen"
			: mem_fmt(m, "%s:%d: %s", w->setup->roles, why->line, why->text));
	diag_free(d);
}

/* Until it is to end: every hour, and when it is told to (SIGHUP), what is too old goes; told, roles are read again. */
static void wait_for_end(struct wst *w, struct mem *m, const sigset_t *wanted)
{
	const struct timespec hour = {.tv_sec = 3600};
	for (int number; (number = sigtimedwait(wanted, NULL, &hour)) != SIGTERM && number != SIGINT;) {
		if (number < 0 && errno == EINTR)
			continue;
		forget(w);
		if (number == SIGHUP)
			read_roles(w, m);
	}
}

/* A blank within an address is a fault (RFC 9112 §3); newer libraries would send its caller to a mended one. */
#if MHD_VERSION >= 0x00097701
#define DISCIPLINE MHD_OPTION_CLIENT_DISCIPLINE_LVL, 1,
#else
#define DISCIPLINE
#endif

static bool serve(struct wst *w, int socket, struct mem *m, struct diag *d)
{
	sigset_t ends;
	bool confined = confine(w, m);
	signal(SIGPIPE, SIG_IGN);
	sigemptyset(&ends);
	sigaddset(&ends, SIGTERM);
	sigaddset(&ends, SIGINT);
	if (!isatty(STDIN_FILENO))                     /* else its terminal was closed: it ends */
		sigaddset(&ends, SIGHUP);
	pthread_sigmask(SIG_BLOCK, &ends, NULL);
	struct MHD_Daemon *daemon = MHD_start_daemon(
		MHD_USE_INTERNAL_POLLING_THREAD | MHD_USE_THREAD_PER_CONNECTION | MHD_USE_POLL, 0, NULL, NULL,
		on_request, w, MHD_OPTION_LISTEN_SOCKET, socket, MHD_OPTION_CONNECTION_LIMIT, (unsigned)CONNECTIONS,
		MHD_OPTION_CONNECTION_TIMEOUT, (unsigned)IDLE_SECONDS, MHD_OPTION_CONNECTION_MEMORY_LIMIT,
		(size_t)HEAD_BYTES, MHD_OPTION_URI_LOG_CALLBACK, on_line, w, MHD_OPTION_NOTIFY_COMPLETED, on_end, w,
		DISCIPLINE MHD_OPTION_END);
	if (!daemon) {
		diag_sys(d, "WERKSTATT", NULL, 0,
			"Der Server lässt sich nicht starten; bitte Grenzen für Speicher, Threads und offene Dateien "
			"prüfen");
		return false;
	}
	say_ready(w, m, confined);
	wait_for_end(w, m, &ends);
	MHD_socket fd = MHD_quiesce_daemon(daemon);
	wst_people_tell(w->people, NULL, NULL);
	MHD_stop_daemon(daemon);
	if (fd != MHD_INVALID_SOCKET)
		close(fd);
	return true;
}

bool wst_run(const struct wst_setup *setup, struct diag *d)
{
	struct mem *m = mem_new();
	struct wst w = {.setup = setup, .root = setup->places.contents, .told = diag_new(), .noted = diag_new(),
		.saves = wst_saves_new(), .port = setup->port};
	const char *why;
	pthread_mutex_init(&w.lock, NULL);
	pthread_mutex_init(&w.setting, NULL);
	pthread_mutex_init(&w.looking, NULL);
	pthread_mutex_init(&w.reading, NULL);
	pthread_mutex_init(&w.office, NULL);
	w.token = setup->token ? setup->token : random_word(m);
	w.guard = random_word(m);
	w.people = wst_people_new();
	int fd = listen_on(setup->address, &w.port, &why);
	if (fd < 0)
		diag_sys(d, "WERKSTATT", NULL, 0,
			"Auf %s, Port %d lässt sich nicht horchen (%s); bitte mit --adresse und --port eine Adresse "
			"dieses Rechners und einen freien Port nennen",
			setup->address, setup->port, why);
	bool ok = fd >= 0 && open_all(&w, m, d) && serve(&w, fd, m, d);
	close_all(&w);
	pthread_mutex_destroy(&w.office);
	pthread_mutex_destroy(&w.reading);
	pthread_mutex_destroy(&w.looking);
	pthread_mutex_destroy(&w.setting);
	pthread_mutex_destroy(&w.lock);
	mem_free(m);
	return ok;
}
