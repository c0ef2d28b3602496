/* guard.c: who may come in. Without a proxy the token does, kept in a cookie that no other page can send; behind one
 * the name in its header, if it comes from its address. What changes something says a second word, which only our own
 * page can read. Asked for under another name than ours (a foreign page that had our address resolved), nothing is
 * told. */
#include <arpa/inet.h>
#include <netinet/in.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/file.h"
#include "werkstatt/desk.h"

struct role { const char *who, *below; enum wst_right right; };
struct roles { struct role *all; size_t n, cap; };

/* Without the blanks and tabs around it, which are none of the value (RFC 9110 §5.5). */
static const char *header(struct wst_call *k, const char *name)
{
	const char *v = MHD_lookup_connection_value(k->c, MHD_HEADER_KIND, name);
	if (!v)
		return "";
	v += strspn(v, " \t");
	size_t n = strlen(v);
	while (n && strchr(" \t", v[n - 1]))
		n--;
	return v[n] ? mem_str(k->mem, v, n) : v;
}

/* In a time that does not tell how much was right. */
static bool same(const char *a, const char *b)
{
	size_t n = strlen(a), m = strlen(b);
	unsigned char differs = n != m;
	for (size_t i = 0; i < m; i++)
		differs |= (unsigned char)(a[n ? i % n : 0] ^ b[i]);
	return !differs;
}

static bool refuse(struct wst_call *k, unsigned status, const char *german)
{
	wst_say(k, status, german);
	return false;
}

/* ---- who asks ---- */

static bool from_proxy(struct wst_call *k)
{
	const union MHD_ConnectionInfo *i = MHD_get_connection_info(k->c, MHD_CONNECTION_INFO_CLIENT_ADDRESS);
	const struct sockaddr *a = i ? i->client_addr : NULL;
	char text[INET6_ADDRSTRLEN] = "";
	if (a && a->sa_family == AF_INET)
		inet_ntop(AF_INET, &((const struct sockaddr_in *)(const void *)a)->sin_addr, text, sizeof text);
	else if (a && a->sa_family == AF_INET6)
		inet_ntop(AF_INET6, &((const struct sockaddr_in6 *)(const void *)a)->sin6_addr, text, sizeof text);
	return !strcmp(text, k->w->setup->proxy ? k->w->setup->proxy : "127.0.0.1");
}

/* Our own names, as long as no proxy answers for them. */
static bool host_known(struct wst_call *k)
{
	static const char *const names[] = {"127.0.0.1", "localhost", "[::1]"};
	const char *host = header(k, "Host");
	if (k->w->setup->header)
		return *host != '\0';
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (!strcmp(host, mem_fmt(k->mem, "%s:%d", names[i], k->w->port)))
			return true;
	return !strcmp(host, mem_fmt(k->mem, "%s:%d", k->w->setup->address, k->w->port));
}

static const char *cookie_name(struct wst_call *k)
{
	return mem_fmt(k->mem, "ratssatz-%d", k->w->port);
}

static bool signed_in(struct wst_call *k)
{
	const char *cookie = MHD_lookup_connection_value(k->c, MHD_COOKIE_KIND, cookie_name(k));
	k->who = "";
	if (!k->w->setup->header)
		return cookie && same(cookie, k->w->token);
	k->who = buf_line(k->mem, header(k, k->w->setup->header));
	return *k->who && from_proxy(k);
}

/* The address that was printed: its token becomes a cookie. A page goes on by itself: where something else led here (a
 * link in a mail, a file), a browser keeps the cookie from a redirect. */
static bool enter(struct wst_call *k)
{
	if (k->w->setup->header || !same(wst_query(k, "zugang"), k->w->token))
		return false;
	k->cookie = mem_fmt(k->mem, "%s=%s; HttpOnly; SameSite=Strict; Path=/", cookie_name(k), k->w->token);
	buf_str(&k->out, "<!DOCTYPE html>\n<html lang=\"de\">\n<meta charset=\"utf-8\">\n<title>Werkstatt</title>\n"
		"<meta http-equiv=\"refresh\" content=\"0;url=/\">\n<p><a href=\"/\">Zur Werkstatt</a></p>\n</html>\n");
	k->type = "text/html; charset=utf-8";
	k->status = MHD_HTTP_OK;
	return true;
}

/* A browser says where a request comes from; what is no browser says nothing. */
static bool from_own_page(struct wst_call *k)
{
	const char *origin = header(k, "Origin"), *site = header(k, "Sec-Fetch-Site"), *host = strstr(origin, "://");
	bool own = !*origin || (host && !strcmp(host + 3, header(k, "Host")));
	return own && (!*site || !strcmp(site, "same-origin") || !strcmp(site, "none"));
}

bool wst_admit(struct wst_call *k, const char *path, bool changes)
{
	if (!host_known(k))
		return refuse(k, MHD_HTTP_MISDIRECTED_REQUEST,
			"Unter diesem Namen gibt es hier nichts; bitte die Adresse öffnen, die beim Start genannt "
			"wurde");
	if (!strcmp(path, "/gesund")) {
		wst_say(k, MHD_HTTP_OK, "in Ordnung");
		return false;
	}
	if (!strcmp(path, "/") && *wst_query(k, "zugang") && enter(k))
		return false;
	if (!signed_in(k))
		return refuse(k, MHD_HTTP_UNAUTHORIZED,
			k->w->setup->header
				? "Die Anmeldung fehlt oder ist abgelaufen; bitte in einem neuen Fenster neu anmelden"
				: "Der Zugang fehlt oder ist abgelaufen; bitte in einem neuen Fenster die Adresse "
				  "öffnen, die beim Start der Werkstatt genannt wurde");
	if (changes && (!from_own_page(k) || !same(header(k, "X-Ratssatz"), k->w->guard)))
		return refuse(k, MHD_HTTP_FORBIDDEN,
			"Diese Anfrage kommt nicht von der Werkstatt selbst; bitte die Seite neu laden");
	return true;
}

/* ---- what they may do ---- */

static const char *word(struct mem *m, const char **s)
{
	*s += strspn(*s, " \t");
	size_t n = strcspn(*s, " \t\n");
	const char *w = mem_str(m, *s, n);
	*s += n;
	return w;
}

static bool right_of(const char *name, enum wst_right *right)
{
	static const char *const names[] = {
		[WST_NONE] = "nichts", [WST_READ] = "lesen", [WST_WRITE] = "schreiben", [WST_RELEASE] = "freigeben"};
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (!strcmp(names[i], name)) {
			*right = (enum wst_right)i;
			return true;
		}
	return false;
}

static bool role_add(struct roles *r, struct mem *m, const char *line)
{
	struct role new = {.who = word(m, &line)};
	if (!*new.who || *new.who == '#')
		return true;
	bool known = right_of(word(m, &line), &new.right);
	new.below = word(m, &line);
	MEM_ROOM_IN(m, r->all, r->n, r->cap);
	r->all[r->n++] = new;
	return known && !*word(m, &line);
}

struct roles *wst_roles_read(struct mem *m, const char *path, struct diag *d)
{
	struct roles *r = MEM_NEW(m, struct roles);
	struct buf b = {0};
	int n = 0;
	bool good = file_read(&b, path, d);
	for (char *s = b.data; good && s && *s; n++) {
		size_t len = strcspn(s, "\n");
		if (!role_add(r, m, mem_str(m, s, len))) {
			diag_sys(d, "WERKSTATTROLLEN", path, n + 1,
				"Die Zeile ist keine Rolle; erwartet werden Name, „lesen“, „schreiben“, „freigeben“ "
				"oder „nichts“ und der Ordner unter den Inhalten, bitte berichtigen");
			good = false;
		}
		s += len + (s[len] == '\n');
	}
	buf_free(&b);
	return good ? r : NULL;
}

static bool is_below(const char *path, const char *folder)
{
	size_t n = strlen(folder);
	return !n || (!strncmp(path, folder, n) && (!path[n] || path[n] == '/'));
}

/* The longest folder that is named for somebody decides. */
enum wst_right wst_right(const struct wst_call *k, const char *below)
{
	const struct roles *r = k->w->roles;         /* as they are now, to the end */
	const struct role *best = NULL;
	for (size_t i = 0; r && i < r->n; i++)
		if ((!strcmp(r->all[i].who, k->who) || !strcmp(r->all[i].who, "*")) &&
			is_below(below, r->all[i].below) &&
			(!best || strlen(r->all[i].below) > strlen(best->below) ||
				(strlen(r->all[i].below) == strlen(best->below) && strcmp(best->who, "*") == 0)))
			best = &r->all[i];
	return !r ? WST_RELEASE : best ? best->right : WST_NONE;
}

bool wst_may(struct wst_call *k, const char *below, enum wst_right wanted)
{
	enum wst_right have = wst_right(k, below);
	if (have >= wanted)
		return true;
	if (have == WST_NONE)                          /* that it is there is nobody's business */
		return refuse(k, MHD_HTTP_NOT_FOUND, "Dieses Dokument gibt es hier nicht");
	return refuse(k, MHD_HTTP_FORBIDDEN, "Dazu fehlt hier das Recht; es steht in der Rollendatei");
}
