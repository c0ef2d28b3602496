/* serve.c: the worker, from the open socket to the last answer. Everything is opened first, then the process is
 * confined, then threads start. A confined process cannot open a register that was put in the place of the first: it
 * ends, and keeper.c starts the next. */
#include <netinet/in.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#include "base/confine.h"
#include "base/mem.h"
#include "base/version.h"
#include "register/oparl.h"
#include "serve/running.h"

enum {
	CONNECTIONS = 12000,
	CONNECTIONS_OF_ONE = 256,                      /* unless they come from this computer: a web server in front */
	WATCH_MS = 250,
	IDLE_SECONDS = 15,
	POOL_BYTES = 32 * 1024,
	END_SECONDS = 10,
	FILES_OPEN = 32768
};

static const char *path_of(const char *base)
{
	const char *host = strstr(base, "://"), *path = host ? strchr(host + 3, '/') : NULL;
	return path ? path : "";
}

static void tag_of(const char *base, char tag[9])
{
	uint32_t h = 2166136261u;                          /* FNV-1a */
	for (const char *p = base; *p; p++)
		h = (h ^ (unsigned char)*p) * 16777619u;
	for (const char *p = version_number; *p; p++)
		h = (h ^ (unsigned char)*p) * 16777619u;
	snprintf(tag, 9, "%08x", h);
}

/* Without a register no file can be asked for. */
static bool open_folder(struct srv *s, struct diag *d)
{
	if (!s->all[0].reg)
		return true;
	struct mem *m = mem_new();
	const char *path = s->setup->files ? s->setup->files : reg_oparl_folder(s->all[0].reg, m);
	bool ok = strcmp(path, "/") && srv_folder_open(&s->folder, path);
	if (!ok)
		diag_sys(d, "OPARLDATEIEN", path, 0,
			"%s; bitte mit --dateien den Ordner nennen, unter dem die ausgegebenen Dateien liegen",
			strcmp(path, "/") ? "Den Ordner gibt es nicht, oder er darf nicht gelesen werden"
					  : "Register und ausgegebene Dateien haben keinen gemeinsamen Ordner");
	mem_free(m);
	return ok;
}

static void allow_sockets(void)
{
	struct rlimit l;
	if (getrlimit(RLIMIT_NOFILE, &l) < 0 || l.rlim_cur >= FILES_OPEN)
		return;
	l.rlim_cur = l.rlim_max < FILES_OPEN ? l.rlim_max : FILES_OPEN;
	setrlimit(RLIMIT_NOFILE, &l);
}

/* They wait until they are asked for; a shell may have told a background job to ignore one. */
static void hold_signals(sigset_t *ends)
{
	signal(SIGINT, SIG_DFL);
	signal(SIGPIPE, SIG_IGN);
	sigemptyset(ends);
	sigaddset(ends, SIGTERM);
	sigaddset(ends, SIGINT);
	pthread_sigmask(SIG_BLOCK, ends, NULL);
}

/* ---- what must be looked at now and then ---- */

struct watch { struct srv *s; pthread_t main; atomic_bool stop; };

static void *watch(void *arg)
{
	const struct timespec moment = {.tv_nsec = WATCH_MS * 1000 * 1000};
	struct watch *w = arg;
	while (!atomic_load(&w->stop)) {
		struct timespec now;
		clock_gettime(CLOCK_MONOTONIC, &now);
		srv_heads_check(&w->s->heads, (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000);
		if (!atomic_load(&w->s->replaced) && srv_cache_replaced(&w->s->cache, w->s->setup->path)) {
			atomic_store(&w->s->replaced, true);
			pthread_kill(w->main, SIGTERM);
		}
		nanosleep(&moment, NULL);
	}
	return NULL;
}

/* ---- from start to end ---- */

/* A blank within an address is a fault (RFC 9112 §3); newer libraries would send its caller to a mended one. */
#if MHD_VERSION >= 0x00097701
#define DISCIPLINE MHD_OPTION_CLIENT_DISCIPLINE_LVL, 1,
#else
#define DISCIPLINE
#endif

static bool from_here(int socket)
{
	struct sockaddr_storage at;
	socklen_t n = sizeof at;
	if (getsockname(socket, (struct sockaddr *)&at, &n) < 0)
		return false;
	const struct in6_addr *six = &((const struct sockaddr_in6 *)&at)->sin6_addr;
	return at.ss_family == AF_INET ? ntohl(((const struct sockaddr_in *)&at)->sin_addr.s_addr) >> 24 == 127
				       : at.ss_family == AF_INET6 && IN6_IS_ADDR_LOOPBACK(six);
}

static struct MHD_Daemon *start(struct srv *s)
{
	unsigned of_one = from_here(s->setup->socket) ? 0 : CONNECTIONS_OF_ONE;   /* 0: no limit */
	return MHD_start_daemon(MHD_USE_EPOLL_INTERNAL_THREAD | MHD_USE_ITC, 0, NULL, NULL, srv_request, s,
		MHD_OPTION_LISTEN_SOCKET, s->setup->socket, MHD_OPTION_THREAD_POOL_SIZE, (unsigned)s->readers,
		MHD_OPTION_CONNECTION_LIMIT, (unsigned)CONNECTIONS, MHD_OPTION_PER_IP_CONNECTION_LIMIT, of_one,
		MHD_OPTION_CONNECTION_TIMEOUT, (unsigned)IDLE_SECONDS, MHD_OPTION_CONNECTION_MEMORY_LIMIT,
		(size_t)POOL_BYTES, MHD_OPTION_URI_LOG_CALLBACK, srv_begin, s, MHD_OPTION_NOTIFY_COMPLETED, srv_end, s,
		MHD_OPTION_NOTIFY_CONNECTION, srv_heads_notify, &s->heads, MHD_OPTION_UNESCAPE_CALLBACK, srv_unescape,
		s, DISCIPLINE MHD_OPTION_END);
}

/* No new connections; what is being answered is answered. */
static void finish(struct srv *s, struct MHD_Daemon *daemon)
{
	const struct timespec moment = {.tv_nsec = 10 * 1000 * 1000};
	atomic_store(&s->ending, true);
	MHD_socket fd = MHD_quiesce_daemon(daemon);
	for (int i = 0; i < END_SECONDS * 100 && atomic_load(&s->active); i++)
		nanosleep(&moment, NULL);
	MHD_stop_daemon(daemon);
	if (fd != MHD_INVALID_SOCKET)
		close(fd);
}

static void say_ready(const struct srv *s, bool confined)
{
	struct buf b = {0};
	if (s->folder.path)
		buf_fmt(&b, "%s/system.json; Dateien unter %s; %s", s->base, s->folder.path,
			confined ? "gelesen wird nur dort und im Register (Landlock)"
				 : "ohne Landlock, das dieser Kern nicht hat");
	else
		buf_fmt(&b, "%s: das Register ist nicht lesbar; bis ein lesbares an seiner Stelle steht, wird jede "
			"Anfrage mit 503 beantwortet", s->base);
	s->setup->say(s->setup->arg, !s->folder.path, b.data);
	buf_free(&b);
}

static bool serve(struct srv *s, struct diag *d)
{
	struct watch w = {.s = s, .main = pthread_self()};
	pthread_t watcher;
	sigset_t ends;
	int signal_number;
	bool confined = confine_to(s->setup->path, s->folder.fd);
	hold_signals(&ends);
	allow_sockets();
	struct MHD_Daemon *daemon = start(s);
	if (!daemon || pthread_create(&watcher, NULL, watch, &w)) {
		if (daemon)
			MHD_stop_daemon(daemon);
		diag_sys(d, "OPARLDIENST", NULL, 0,
			"Der Server lässt sich nicht starten; bitte Grenzen für Speicher, Threads und offene Dateien "
			"prüfen");
		return false;
	}
	say_ready(s, confined);
	sigwait(&ends, &signal_number);
	finish(s, daemon);
	atomic_store(&w.stop, true);
	pthread_join(watcher, NULL);
	return true;
}

static int reader_count(const struct srv_setup *setup)
{
	enum { LEAST = 2, MOST = 16 };
	long n = setup->threads > 0 ? setup->threads : sysconf(_SC_NPROCESSORS_ONLN);
	return (int)(n < LEAST ? LEAST : n > MOST ? MOST : n);
}

bool srv_work(const struct srv_setup *setup, bool again, bool *replaced, struct diag *d)
{
	struct srv s = {.setup = setup, .base = setup->base, .prefix = path_of(setup->base), .folder = {.fd = -1}};
	pthread_mutex_init(&s.lock, NULL);
	tag_of(s.base, s.tag);
	srv_heads_open(&s.heads);
	bool ok = srv_cache_open(&s.cache, setup->path);
	ok = srv_readers_open(&s, reader_count(setup), d) && ok;
	if (again && !ok)
		srv_cache_asked(&s.cache, false);
	if (again)
		srv_say(setup, d);
	ok = (ok || again) && open_folder(&s, d);
	if (ok)
		ok = serve(&s, d);
	else
		close(setup->socket);
	*replaced = atomic_load(&s.replaced);
	srv_folder_close(&s.folder);
	srv_readers_close(&s);
	srv_cache_close(&s.cache);
	srv_heads_close(&s.heads);
	pthread_mutex_destroy(&s.lock);
	return ok;
}
