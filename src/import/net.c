/* net.c: a second look at what a reader read: only letters and digits count, so that neither blanks nor signs matter,
 * and a word may be cut in runs. A word that stands twice and was read once is not missed. */
#include "import/net.h"

#include <string.h>
#include <strings.h>

#include "base/u8.h"
#include "import/bag.h"

enum { SHORT = 4, NEAR = 1 << 12 };                    /* bytes of a word that is looked for; how far around */
static const size_t most = (size_t)1 << 32;            /* bytes looked through in all: seconds */

struct net {
	struct imp_flow *f;
	struct buf have, piece, lost;
	size_t at, other;                              /* behind what was found last, and last elsewhere: notes */
	size_t looked;                                 /* bytes looked through where that was in vain */
	const char *stopped;                           /* the word before which that was too much */
};

static void letters(struct buf *b, const char *s, size_t n)
{
	for (const char *end = s + n; s < end;) {
		const size_t plain = u8_plain(s, end);
		buf_put(b, s, plain);
		if ((s += plain) == end)
			break;
		uint32_t c = u8_get(&s, end);
		if (bag_ligature(c))
			buf_str(b, bag_ligature(c));
		else if (bag_is_word(c))
			buf_u8(b, c);
	}
}

static void say(struct buf *b, const char *s)
{
	if (s)
		letters(b, s, strlen(s));
}

static struct net begin(struct imp_flow *f)
{
	struct net t = {.f = f};
	for (const struct imp_node *n = f->root; n; n = imp_after(n, f->root)) {
		say(&t.have, n->label);
		if (n->kind != IMP_FIELD)
			say(&t.have, n->text);
		if (n->kind == IMP_PICTURE)                     /* no other kind shows it */
			say(&t.have, n->alt);
		say(&t.have, n->href);
	}
	say(&t.have, f->title);
	say(&t.have, f->author);
	say(&t.have, f->date);
	say(&t.have, f->lang);
	for (size_t i = 0; i < f->nlosses; i++)        /* told already */
		say(&t.have, f->losses[i].where);
	return t;
}

/* The piece near that place, which is then behind it; what was found before is kept. */
static bool is_near(struct net *t, size_t place)
{
	const size_t from = place > NEAR ? place - NEAR : 0, left = t->have.len - from;
	const char *all = t->have.data, *p = t->piece.len && left
		? memmem(all + from, left < 2 * NEAR ? left : 2 * NEAR, t->piece.data, t->piece.len) : NULL;
	if (p && place == t->other)
		t->other = t->at;
	if (p)
		t->at = (size_t)(p - all) + t->piece.len;
	return p || !t->piece.len;
}

/* All of the piece near what was found last, or last elsewhere. */
static bool follows(struct net *t)
{
	return is_near(t, t->at) || is_near(t, t->other);
}

static bool stands(struct net *t)
{
	const char *all = t->have.data, *p;
	if (t->looked > most && !t->stopped && t->f)
		t->stopped = mem_str(t->f->mem, t->piece.data, t->piece.len);
	if (t->looked > most || follows(t))
		return true;
	t->looked += t->have.len;
	p = all ? memmem(all, t->have.len, t->piece.data, t->piece.len) : NULL;
	if (p) {
		t->other = t->at;
		t->at = (size_t)(p - all) + t->piece.len;
	}
	return p != NULL;
}

static size_t next_word(const char *s, size_t n, size_t *len)
{
	size_t from = 0;
	const char *at = s, *end = s + n, *was = s;
	for (; at < end && !bag_is_word(u8_get(&at, end)); was = at)
		;
	from = (size_t)(was - s);
	for (at = was; at < end && bag_is_word(u8_get(&at, end)); was = at)
		;
	*len = (size_t)(was - s) - from;
	return from;
}

static void look_for_words(struct net *t, const char *s, size_t n)
{
	for (size_t len, from; n && (from = next_word(s, n, &len), len);) {
		buf_clear(&t->piece);
		letters(&t->piece, s + from, len);
		if (t->piece.len >= SHORT && !stands(t)) {
			buf_fmt(&t->lost, "%s%.*s", t->lost.len ? " " : "", (int)len, s + from);
			buf_put(&t->have, t->piece.data, t->piece.len);      /* told once */
		}
		s += from + len;
		n -= from + len;
	}
}

/* All at once, and only where that fails word by word: of what stands elsewhere each word does. */
static void look_for(struct net *t, const char *s, size_t n)
{
	buf_clear(&t->piece);
	letters(&t->piece, s, n);
	if (!follows(t))
		look_for_words(t, s, n);
}

static void end(struct net *t)
{
	if (t->lost.len) {
		struct imp_node *p = imp_add(t->f, t->f->root, IMP_PARA), *c = imp_add(t->f, p, IMP_COMMENT);
		c->author = "Nicht zugeordnet: steht im Original, aber an keiner Stelle, die gelesen wird";
		imp_add_text(t->f, imp_add(t->f, c, IMP_PARA), t->lost.data, t->lost.len, 0);
		imp_lose(t->f, "Text, der sich nicht zuordnen lässt; er steht als Vermerk am Ende", t->lost.data);
	}
	if (t->stopped)
		imp_lose(t->f, "Der zweite Blick auf das Original war zu lang; ab hier bitte von Hand vergleichen",
			t->stopped);
	buf_free(&t->have);
	buf_free(&t->piece);
	buf_free(&t->lost);
}

void imp_net_tell(struct imp_flow *f, const char *what, const char *const *values, size_t n)
{
	if (!n)
		return;
	struct net t = begin(f);
	for (size_t i = 0; i < n; i++) {
		buf_clear(&t.piece);
		say(&t.piece, values[i]);
		if (stands(&t))
			continue;
		buf_put(&t.have, t.piece.data, t.piece.len);
		buf_fmt(&t.lost, "%s%s", t.lost.len ? "; " : "", buf_line(f->mem, values[i]));
	}
	if (t.lost.len)
		imp_lose(f, what, t.lost.data);
	buf_clear(&t.lost);                            /* told: no remark of it */
	end(&t);
}

void imp_net_lacks(struct imp_flow *f, const char *const *values, size_t n, bool *lacks)
{
	struct net t = begin(f);
	for (size_t i = 0; i < n; i++) {
		buf_clear(&t.piece);
		say(&t.piece, values[i]);
		lacks[i] = !stands(&t);
		if (lacks[i])
			buf_put(&t.have, t.piece.data, t.piece.len);
	}
	buf_free(&t.have);
	buf_free(&t.piece);
}

void imp_net_more(struct imp_flow *f, const char *what, const char *text, size_t n)
{
	struct net t = begin(f);
	look_for_words(&t, text, n);
	if (t.lost.len)
		imp_lose(f, what, t.lost.data);
	buf_clear(&t.lost);
	end(&t);
}

/* ---- trees */

static bool among(const struct mk *n, const char *const *names)
{
	for (; names && *names; names++)
		if (mk_is(n, *names))
			return true;
	return false;
}

static void texts_below(struct net *t, const struct mk *n, const char *const *texts, const char *const *but, bool in)
{
	for (const struct mk *c = n->first; c; c = c->next) {
		if (c->text && in)
			look_for(t, c->text, strlen(c->text));
		else if (c->name && !among(c, but))
			texts_below(t, c, texts, but, in || among(c, texts));
	}
}

void imp_net_tree(struct imp_flow *f, const struct mk *root, const char *const *texts, const char *const *but)
{
	struct net t = begin(f);
	if (root)
		texts_below(&t, root, texts, but, !texts);
	end(&t);
}

/* ---- texts */

void imp_net_text(struct imp_flow *f, const char *text, size_t n, bool counted)
{
	struct buf lost = {0};
	if (counted)
		imp_net_count(f, mem_str(f->mem, text, n), &lost);
	struct net t = begin(f);
	t.lost = lost;
	letters(&t.have, lost.data ? lost.data : "", lost.len);
	look_for_words(&t, text, n);
	end(&t);
}

/* The inner lines of a page: without the two first and last that are not empty. */
static void body_of(const char **from, const char **to)
{
	enum { EDGE = 2 };
	for (int i = 0; i < EDGE && *from < *to; i++) {
		const char *line = memchr(*from, '\n', (size_t)(*to - *from));
		*from = line ? line + 1 : *to;
		while (*from < *to && **from == '\n')
			++*from;
	}
	for (int i = 0; i < EDGE && *to > *from; i++) {
		while (*to > *from && (*to)[-1] == '\n')
			--*to;
		while (*to > *from && (*to)[-1] != '\n')
			--*to;
	}
}

/* What the tags hold, without their names: a word may stand in several, the number of a note behind it in another. */
static void tagged_letters(struct buf *b, const char *tree)
{
	bool open = false;
	for (const char *line = tree; *line;) {
		const size_t n = strcspn(line, "\n"), in = open ? 0 : strspn(line, " ");
		open = open || line[in] == '"';
		if (open)
			letters(b, line + in, n - in);
		open = open && (n == in + 1 || line[n - 1] != '"');
		line += n + (line[n] == '\n');
	}
}

bool imp_net_covers(const char *tree, const char *pages)
{
	enum { ONE_IN = 50, RIGHT_TO_LEFT = 0xD6 };
	struct net t = {0};
	size_t words = 0, missing = 0;
	tagged_letters(&t.have, tree);
	for (const char *page = pages; *page;) {
		const char *end = page + strcspn(page, "\f"), *s = page, *to = end;
		body_of(&s, &to);
		for (size_t len, from; s < to && (from = next_word(s, (size_t)(to - s), &len), len); s += from + len) {
			buf_clear(&t.piece);
			letters(&t.piece, s + from, len);
			words++;
			missing += t.piece.len >= SHORT && (unsigned char)s[from] < RIGHT_TO_LEFT && !stands(&t);
		}
		page = end + (*end == '\f');
	}
	buf_free(&t.have);
	buf_free(&t.piece);
	return missing * ONE_IN <= words;
}

const char *imp_net_bodies(struct mem *m, const char *text, size_t n)
{
	struct buf b = {0};
	for (const char *page = text, *stop = text + n; page < stop;) {
		const char *end = memchr(page, '\f', (size_t)(stop - page)), *s = page, *to = end ? end : stop;
		body_of(&s, &to);
		buf_put(&b, s, (size_t)(to - s));
		buf_chr(&b, '\f');
		page = end ? end + 1 : stop;
	}
	return buf_take(&b, m);
}

/* Words of the heads and feet that no tag holds run there; what lacks between them is missed. */
void imp_net_pages(struct imp_flow *f, const char *text, size_t n)
{
	struct buf edges = {0}, lost = {0};
	imp_net_count(f, imp_net_bodies(f->mem, text, n), &lost);
	struct net t = begin(f);
	t.lost = lost;
	letters(&t.have, lost.data ? lost.data : "", lost.len);
	for (const char *page = text, *stop = text + n; page < stop;) {
		const char *end = memchr(page, '\f', (size_t)(stop - page)), *s = page, *to = end ? end : stop;
		body_of(&s, &to);
		look_for_words(&t, s, (size_t)(to - s));
		struct buf missed = t.lost;
		t.lost = edges;
		look_for_words(&t, page, (size_t)(s - page));
		look_for_words(&t, to, (size_t)((end ? end : stop) - to));
		edges = t.lost;
		t.lost = missed;
		page = end ? end + 1 : stop;
	}
	if (edges.len) {
		struct imp_node *k = imp_add(f, f->root, IMP_FURNITURE);
		k->style = "Kopf- oder Fußzeile";
		imp_add_text(f, imp_add(f, k, IMP_PARA), edges.data, edges.len, 0);
	}
	buf_free(&edges);
	end(&t);
}

/* Past what begins at s and ends with that sign; n: all of it. */
static size_t past(const char *s, size_t n, const char *sign)
{
	const char *p = memmem(s, n, sign, strlen(sign));
	return p ? (size_t)(p - s) + strlen(sign) : n;
}

/* A tag, a comment, an element that is no text; 0: none. */
static size_t tag_at(const char *s, size_t n)
{
	static const char *const none[] = {"script", "style", "title", "xml", "noframes"};
	bool tag = n > 1 && *s == '<' && (strchr("/!?", s[1]) || ((s[1] | 32) >= 'a' && (s[1] | 32) <= 'z'));
	if (!tag)
		return 0;
	if (n > 3 && !strncmp(s, "<!--", 4))
		return past(s, n, "-->");
	for (size_t i = 0; i < sizeof none / sizeof *none; i++) {
		size_t len = strlen(none[i]);
		if (n <= len + 1 || strncasecmp(s + 1, none[i], len) || !strchr(" >\t\n", s[len + 1]))
			continue;
		for (size_t k = len; k + len + 2 < n; k++)
			if (s[k] == '<' && s[k + 1] == '/' && !strncasecmp(s + k + 2, none[i], len))
				return k + past(s + k, n - k, ">");
		return n;
	}
	return past(s, n, ">");
}

static size_t entity_at(const char *s, size_t n)
{
	size_t i = 1;
	if (*s != '&')
		return 0;
	while (i < n && i < 12 && strchr("#abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789", s[i]))
		i++;
	return i < n && s[i] == ';' ? i + 1 : 0;
}

/* Words between what skip() passes over. */
static void between(struct imp_flow *f, const char *s, size_t n, size_t (*skip)(const char *, size_t))
{
	struct net t = begin(f);
	size_t from = 0;
	for (size_t i = 0; i < n;) {
		size_t k = skip(s + i, n - i);
		if (k) {
			look_for_words(&t, s + from, i - from);
			from = i + k;
		}
		i += k ? k : 1;
	}
	look_for_words(&t, s + from, n - from);
	end(&t);
}

static size_t no_html_text(const char *s, size_t n)
{
	size_t k = tag_at(s, n);
	return k ? k : entity_at(s, n);
}

void imp_net_html(struct imp_flow *f, const char *html, size_t n)
{
	between(f, html, n, no_html_text);
}

/* The target of a link, an address, attributes in braces. */
/* Names by which notes and links are found, and nobody reads: "[^name]", "][name]", a line "[name]:". */
static size_t name_at(const char *s, size_t n)
{
	static const char *const begins[] = {"[^", "][", "\n["};
	for (size_t i = 0; i < sizeof begins / sizeof *begins && n > 2; i++)
		if (!strncmp(s, begins[i], 2)) {
			const size_t to = 2 + strcspn(s + 2, "[]\n");
			const bool closed = to < n && s[to] == ']';
			return closed && (i < 2 || s[to + 1] == ':') ? to + 1 : 0;
		}
	return 0;
}

static size_t no_markdown_text(const char *s, size_t n)
{
	if (*s == ']' && n > 1 && s[1] == '(')
		return past(s, n, ")");
	if (name_at(s, n))
		return name_at(s, n);
	if (*s == '{' && n > 1 && strchr(".#:=", s[1])) {      /* but for a title in it */
		const size_t all = past(s, n, "}");
		const char *title = memmem(s, all, "title=\"", 7);
		return title ? (size_t)(title - s) + 7 : all;
	}
	if (n > 8 && (!strncmp(s, "http://", 7) || !strncmp(s, "https://", 8)))
		return strcspn(s, " \t\n>)]");
	return no_html_text(s, n);
}

/* The names of the facts before the text ("title: …") are no words of it. */
static char *without_names(struct mem *m, const char *text, size_t n)
{
	char *s = mem_str(m, text, n);
	if (strncmp(s, "---\n", 4))
		return s;
	for (char *line = s + 4; *line && strncmp(line, "---", 3) && strncmp(line, "...", 3);) {
		line += strspn(line, " -");
		size_t name = strspn(line, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_-");
		if (line[name] == ':')
			memset(line, ' ', name);
		line += strcspn(line, "\n");
		line += *line == '\n';
	}
	return s;
}

void imp_net_markdown(struct imp_flow *f, const char *text, size_t n)
{
	text = without_names(f->mem, text, n);
	between(f, text, n, no_markdown_text);
}
