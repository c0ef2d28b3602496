/* mail.c: a message (RFC 5322, MIME), as mail programs save one (.eml) and browsers a page (.mht): its text is read, as
 * HTML where it has that; what is attached is named. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/decode.h"
#include "import/decode.h"
#include "import/formats.h"
#include "import/markup.h"
#include "import/net.h"

enum { DEEP = 8 };

struct part { const char *head, *body; size_t nhead, nbody; };

static struct part part_at(const char *s, size_t n)
{
	struct part p = {.head = s};
	for (size_t i = 0; i < n; i++) {
		if (s[i] != '\n' || (i + 1 < n && s[i + 1] != '\n' && s[i + 1] != '\r'))
			continue;
		size_t from = i + 1 < n ? i + 1 + (s[i + 1] == '\r') + 1 : n;
		p.nhead = i + 1;
		p.body = s + (from < n ? from : n);
		p.nbody = from < n ? n - from : 0;
		return p;
	}
	p.nhead = n;
	p.body = s + n;
	return p;
}

/* The value of a field, its lines joined; NULL: there is none. */
static const char *field(struct mem *m, const struct part *p, const char *name)
{
	size_t len = strlen(name);
	for (const char *s = p->head, *end = s + p->nhead; s < end;) {
		const char *line = memchr(s, '\n', (size_t)(end - s));
		while (line && line + 1 < end && (line[1] == ' ' || line[1] == '\t'))
			line = memchr(line + 1, '\n', (size_t)(end - line - 1));
		size_t n = line ? (size_t)(line - s) : (size_t)(end - s);
		if (n > len && !strncasecmp(s, name, len) && s[len] == ':')
			return buf_line(m, mem_str(m, s + len + 1, n - len - 1));
		s += n + (line != NULL);
	}
	return NULL;
}

/* boundary="…" of a Content-Type. */
static const char *parameter(struct mem *m, const char *value, const char *name)
{
	const char *p = value ? strcasestr(value, name) : NULL;
	if (!p)
		return NULL;
	p += strlen(name);
	size_t n = *p == '"' ? strcspn(p + 1, "\"") : strcspn(p, "; \t\r\n");
	return n ? mem_str(m, p + (*p == '"'), n) : NULL;
}

static int hex(char c)
{
	return c >= '0' && c <= '9' ? c - '0' : (c | 32) >= 'a' && (c | 32) <= 'f' ? (c | 32) - 'a' + 10 : -1;
}

static void quoted_printable(struct buf *b, const char *s, size_t n, bool word)
{
	for (size_t i = 0; i < n; i++) {
		if (s[i] == '=' && i + 2 < n && hex(s[i + 1]) >= 0 && hex(s[i + 2]) >= 0) {
			buf_chr(b, (char)(hex(s[i + 1]) * 16 + hex(s[i + 2])));
			i += 2;
		} else if (s[i] == '=' && i + 1 < n && (s[i + 1] == '\n' || s[i + 1] == '\r')) {
			i += s[i + 1] == '\r' && i + 2 < n && s[i + 2] == '\n' ? 2 : 1;
		} else {
			buf_chr(b, word && s[i] == '_' ? ' ' : s[i]);
		}
	}
}

/* "=?utf-8?Q?Gr=C3=BC=C3=9Fe?=" */
static const char *words(struct mem *m, const char *s)
{
	struct buf b = {0};
	while (s && *s) {
		const char *q = strncmp(s, "=?", 2) ? NULL : strchr(s + 2, '?'), *end = q && q[1] && q[2] == '?'
			? strstr(q + 3, "?=") : NULL;
		if (!end) {
			buf_chr(&b, *s++);
			continue;
		}
		struct buf one = {0};
		const char *encoding;
		if ((q[1] | 32) == 'b')
			imp_base64(&one, q + 3, (size_t)(end - q - 3));
		else
			quoted_printable(&one, q + 3, (size_t)(end - q - 3), true);
		size_t n = one.len;
		buf_str(&b, decode_text(m, one.data ? one.data : "", &n, &encoding));
		buf_free(&one);
		s = end + 2;
		if (!strncmp(s + strspn(s, " "), "=?", 2))
			s += strspn(s, " ");
	}
	return buf_take(&b, m);
}

static bool begins(const char *s, const char *what)
{
	return s && !strncasecmp(s, what, strlen(what));
}

static bool is_text(const char *type)
{
	return !type || begins(type, "text/html") || begins(type, "text/plain");
}

/* The texts of a message, in their order. */
struct text { struct part at; const char *type; };
struct texts { struct text *all; size_t n, cap; };

static void add(struct mem *m, struct texts *to, struct text one)
{
	MEM_ROOM_IN(m, to->all, to->n, to->cap);
	to->all[to->n++] = one;
}

static bool has_html(const struct texts *t)
{
	for (size_t i = 0; i < t->n; i++)
		if (begins(t->all[i].type, "text/html"))
			return true;
	return false;
}

struct found { struct texts texts, others; };          /* to be read; alternatives of those */

static void look(struct imp_flow *, const struct part *, struct found *, int depth);

/* What an attachment is called: a message by its subject. */
static const char *name_of(struct mem *m, const struct part *p, const char *type, const char *how)
{
	const char *name = parameter(m, how, "filename=");
	const struct part inner = part_at(p->body, p->nbody);
	name = name ? name : parameter(m, type, "name=");
	name = name || !begins(type, "message/") ? name : field(m, &inner, "Subject");
	return name ? name : type ? type : "ohne Namen";
}

/* A part that is text is to be read, any other is named. */
static void look_at(struct imp_flow *f, const struct part *p, const char *type, struct texts *to)
{
	const char *how = field(f->mem, p, "Content-Disposition");
	if (is_text(type) && !begins(how, "attachment"))
		add(f->mem, to, (struct text){*p, type});
	else
		imp_lose(f, "Anlage der Nachricht", words(f->mem, name_of(f->mem, p, type, how)));
}

/* The part that begins behind the mark at *at, which goes on to the next one; false: there is none. */
static bool next_part(const struct part *p, const char *mark, const char **at, struct part *one)
{
	const char *end = p->body + p->nbody;
	const size_t len = strlen(mark);
	if (!*at || *at + len + 2 > end || !strncmp(*at + len, "--", 2))
		return false;
	const char *line = memchr(*at + len, '\n', (size_t)(end - *at) - len), *from = line ? line + 1 : end;
	*at = memmem(from, (size_t)(end - from), mark, len);
	*one = part_at(from, (size_t)((*at ? *at : end) - from));
	return true;
}

static void tell_people(struct imp_flow *f, const struct part *whole)
{
	static const char *const fields[][2] = {{"From", "Absender der Nachricht"}, {"To", "Empfänger der Nachricht"},
		{"Cc", "Empfänger der Nachricht"}, {"Bcc", "Empfänger der Nachricht"},
		{"Reply-To", "Empfänger von Antworten"}};
	for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
		const char *who = words(f->mem, field(f->mem, whole, fields[i][0]));
		if (who && *who)
			imp_lose(f, fields[i][1], who);
	}
}

/* A message in a message; its text stands where it does. */
static void tell_inner(struct imp_flow *f, const struct part *inner)
{
	const char *subject = words(f->mem, field(f->mem, inner, "Subject"));
	imp_lose(f, "Weitergeleitete Nachricht, ihr Text steht dahinter", subject ? subject : "ohne Betreff");
	tell_people(f, inner);
}

/* What stands before the first part or behind the last: programs for mail never show it. */
static void beside(struct imp_flow *f, const char *s, const char *end)
{
	char *text = buf_line(f->mem, mem_str(f->mem, s, end > s ? (size_t)(end - s) : 0));
	if (*text)
		imp_lose(f, "Text neben der Nachricht, den Mailprogramme nicht zeigen", text);
}

/* Those that are not read: what they say more is told. */
static void pass_over(struct mem *m, struct texts *others, const struct texts *t)
{
	for (size_t i = 0; i < t->n; i++)
		add(m, others, t->all[i]);
}

/* All parts; of alternatives, which say the same, the first with HTML, else the first with text. */
static void look_into(struct imp_flow *f, const struct part *p, const char *sign, bool alternatives,
	struct found *to, int depth)
{
	const char *mark = mem_fmt(f->mem, "--%s", sign), *end = p->body + p->nbody, *last;
	const char *at = last = memmem(p->body, p->nbody, mark, strlen(mark));
	struct texts best = {0};
	beside(f, p->body, at ? at : p->body);
	for (struct part one; next_part(p, mark, &at, &one);) {
		struct found own = {.others = to->others};
		last = at ? at : last;
		if (field(f->mem, &one, "Subject"))            /* a digest's parts are messages, and need not say so */
			tell_inner(f, &one);
		look(f, &one, alternatives ? &own : to, depth);
		if (!alternatives)
			continue;
		to->others = own.others;
		const bool better = own.texts.n && (!best.n || (has_html(&own.texts) && !has_html(&best)));
		pass_over(f->mem, &to->others, better ? &best : &own.texts);
		best = better ? own.texts : best;
	}
	for (size_t i = 0; i < best.n; i++)
		add(f->mem, &to->texts, best.all[i]);
	if (last && last + strlen(mark) + 2 <= end && !strncmp(last + strlen(mark), "--", 2))
		beside(f, last + strlen(mark) + 2, end);
}

static void look(struct imp_flow *f, const struct part *p, struct found *to, int depth)
{
	const char *type = field(f->mem, p, "Content-Type"), *sign = parameter(f->mem, type, "boundary=");
	if (begins(type, "message/rfc822") && depth <= DEEP) {
		const struct part inner = part_at(p->body, p->nbody);
		tell_inner(f, &inner);
		look(f, &inner, to, depth + 1);
	} else if (begins(type, "multipart/") && sign && depth <= DEEP)
		look_into(f, p, sign, begins(type, "multipart/alternative"), to, depth + 1);
	else
		look_at(f, p, type, &to->texts);
}

/* "Tue, 12 Mar 2024 10:00:00 +0100" */
static const char *day(struct mem *m, const char *s)
{
	static const char months[] = "JanFebMarAprMayJunJulAugSepOctNovDec";
	int d, y;
	char name[4] = "";
	const char *p = s ? strchr(s, ',') : NULL;
	if (!s || sscanf(p ? p + 1 : s, " %2d %3s %4d", &d, name, &y) != 3)
		return NULL;
	const char *at = strlen(name) == 3 ? strstr(months, name) : NULL;
	return at ? mem_fmt(m, "%04d-%02d-%02d", y, (int)(at - months) / 3 + 1, d) : NULL;
}

static void title(struct imp_flow *f, const char *subject)
{
	if (!subject || !*subject)
		return;
	struct imp_node *p = imp_add(f, f->root, IMP_PARA);
	p->style = "Title";
	imp_add_text(f, p, subject, strlen(subject), 0);
}

static void unpack(struct imp_flow *f, const struct text *t, struct buf *b)
{
	const char *how = field(f->mem, &t->at, "Content-Transfer-Encoding");
	if (begins(how, "base64"))
		imp_base64(b, t->at.body, t->at.nbody);
	else if (begins(how, "quoted-printable"))
		quoted_printable(b, t->at.body, t->at.nbody, false);
	else
		buf_put(b, t->at.body, t->at.nbody);
}

static enum imp_refusal read_text(struct imp_flow *f, const struct text *t)
{
	struct buf b = {0};
	unpack(f, t, &b);
	imp_reader *reader = begins(t->type, "text/html") ? imp_html : imp_text;
	enum imp_refusal r = reader(f, b.data ? b.data : "", b.len);
	buf_free(&b);
	return r;
}

/* What an alternative says that stands nowhere in the part that was read. */
static void tell_other(struct imp_flow *f, const struct text *t)
{
	struct buf b = {0};
	const char *encoding, *why;
	unpack(f, t, &b);
	size_t n = b.len;
	const char *text = decode_text(f->mem, b.data ? b.data : "", &n, &encoding);
	if (begins(t->type, "text/html")) {
		const struct mk *root = mk_html(f->mem, text, strlen(text), &why);
		text = root ? mk_text(f->mem, root) : "";
	}
	imp_net_more(f, "andere Fassung der Nachricht: was nur dort steht", text, strlen(text));
	buf_free(&b);
}

enum imp_refusal imp_mail(struct imp_flow *f, const char *data, size_t n)
{
	struct part whole = part_at(data, n);
	struct found found = {0};
	enum imp_refusal r = IMP_TAKEN;
	look(f, &whole, &found, 0);
	if (!found.texts.n) {
		f->refused = "ist eine Nachricht ohne Text; bitte ihre Anlagen einzeln speichern und übernehmen";
		return IMP_OTHER;
	}
	title(f, words(f->mem, field(f->mem, &whole, "Subject")));
	const char *author = words(f->mem, field(f->mem, &whole, "From")),
		   *date = day(f->mem, field(f->mem, &whole, "Date"));
	tell_people(f, &whole);
	for (size_t i = 0; i < found.texts.n && r == IMP_TAKEN; i++)
		r = read_text(f, &found.texts.all[i]);
	for (size_t i = 0; i < found.others.n && r == IMP_TAKEN; i++)
		tell_other(f, &found.others.all[i]);
	f->author = author && *author ? author : f->author;
	f->date = date ? date : f->date;
	return r;
}
