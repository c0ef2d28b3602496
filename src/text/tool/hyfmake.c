/* hyfmake.c: build tool: reads a hyphenation dictionary with libhyphen and writes it as a flat table (hyf.h). usage:
 * hyfmake DICTIONARY TABLE [WORDS] WORDS: own words in UTF-8, one a line, 1 at each joint, # comments: added to the
 * dictionary's first level. */
#include <hyphen.h>
#include <iconv.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "text/hyf.h"

struct out { uint8_t *data; uint32_t len, cap; };

struct level {
	const HyphenDict *dict;
	uint32_t n, *order, *place;                        /* order[new] = old state, place[old] = new */
	struct hyf_state *states;
};

static void *need(void *p)
{
	if (!p) {
		fputs("hyfmake: Der Arbeitsspeicher reicht nicht aus\n", stderr);
		exit(3);
	}
	return p;
}

static uint32_t put(struct out *o, const void *data, size_t size, uint32_t align)
{
	uint32_t at = (o->len + align - 1) / align * align;
	if (at + size > o->cap) {
		o->cap = (uint32_t)(2 * (at + size));
		o->data = need(realloc(o->data, o->cap));
	}
	memset(o->data + o->len, 0, at - o->len);
	if (size)
		memcpy(o->data + at, data, size);
	o->len = at + (uint32_t)size;
	return at;
}

static int by_label(const void *a, const void *b)
{
	const HyphenTrans *x = a, *y = b;
	return (unsigned char)x->ch - (unsigned char)y->ch;
}

/* Children together, then each child's own. The depth is that of the longest pattern, which libhyphen bounds by
 * MAX_CHARS. */
static void number_children(struct level *l, uint32_t state)
{
	HyphenState *s = &l->dict->states[l->order[state]];
	uint32_t first = l->n;
	if (s->num_trans)
		qsort(s->trans, (size_t)s->num_trans, sizeof *s->trans, by_label);
	for (int k = 0; k < s->num_trans; k++) {
		l->states[l->n].label = (uint8_t)s->trans[k].ch;
		l->states[l->n].more = k + 1 < s->num_trans;
		l->place[s->trans[k].new_state] = l->n;
		l->order[l->n++] = (uint32_t)s->trans[k].new_state;
	}
	l->states[state].first = s->num_trans ? first : 0;
	for (int k = 0; k < s->num_trans; k++)
		number_children(l, first + (uint32_t)k);
}

static void fallbacks(struct level *l)
{
	for (uint32_t i = 0; i < l->n; i++) {
		int old = l->dict->states[l->order[i]].fallback_state;
		l->states[i].fallback = old < 0 ? HYF_STATES - 1 : l->place[old];
	}
}

static uint32_t pooled(struct out *pool, const HyphenState *s)
{
	uint8_t m[3 + MAX_CHARS + 1];
	size_t all = strlen(s->match), n = all;
	while (n && s->match[n - 1] == '0')
		n--;
	m[0] = (uint8_t)all;
	m[1] = (uint8_t)n;
	m[2] = s->repl != NULL;
	memcpy(m + 3, s->match, n);
	for (uint32_t at = 1; at < pool->len; at += 3u + pool->data[at + 1])
		if (at + n + 3 <= pool->len && !memcmp(pool->data + at, m, n + 3))
			return at;
	return put(pool, m, n + 3, 1);
}

static void matches(struct level *l, struct out *pool)
{
	put(pool, "", 1, 1);
	for (uint32_t i = 0; i < l->n; i++) {
		const HyphenState *s = &l->dict->states[l->order[i]];
		uint32_t at = s->match ? pooled(pool, s) : 0;
		if (at >= HYF_POOL || l->n >= HYF_STATES) {
			fputs("hyfmake: Das Wörterbuch hat zu viele verschiedene Muster\n", stderr);
			exit(1);
		}
		l->states[i].match = (uint16_t)at;
	}
}

static void put_level(struct out *o, struct hyf_level *at, const HyphenDict *dict)
{
	size_t n = (size_t)dict->num_states;
	struct level l = {dict, 1, need(calloc(n, sizeof *l.order)), need(calloc(n, sizeof *l.place)),
		need(calloc(n, sizeof *l.states))};
	struct out pool = {0};
	number_children(&l, 0);
	fallbacks(&l);
	matches(&l, &pool);
	at->nstates = l.n;
	at->npool = pool.len;
	at->states = put(o, l.states, l.n * sizeof *l.states, sizeof *l.states);
	at->pool = put(o, pool.data, pool.len, 4);
	for (uint32_t i = l.states[0].first, more = i; more; i++) {
		at->root[l.states[i].label] = i;
		more = l.states[i].more;
	}
	free(l.order);
	free(l.place);
	free(l.states);
	free(pool.data);
}

static const char *set_name(const char *cset)
{
	return strncmp(cset, "microsoft-", 10) ? cset : cset + 10;
}

static bool letters(struct hyf_head *h, const char *cset)
{
	iconv_t conv = iconv_open("UTF-16LE", set_name(cset));
	if (conv == (iconv_t)-1)
		return false;
	for (int b = 0x80; b < 256; b++) {
		char in = (char)b, *from = &in;
		unsigned char out[4], *to = out;
		size_t nin = 1, nout = sizeof out;
		if (iconv(conv, &from, &nin, (char **)&to, &nout) != (size_t)-1 && nout == 2)
			h->letter[b] = (uint16_t)(out[0] | out[1] << 8);
	}
	return !iconv_close(conv);
}

static struct hyf_head head_of(const HyphenDict *d)
{
	struct hyf_head h = {.order = 0x01020304,
		.utf8 = d->utf8 != 0,
		.left_min = (uint8_t)d->lhmin,
		.right_min = (uint8_t)d->rhmin,
		.joint_left_min = (uint8_t)d->clhmin,
		.joint_right_min = (uint8_t)d->crhmin};
	memcpy(h.magic, HYF_MAGIC, sizeof h.magic);
	const char *no = d->nohyphen;
	for (size_t i = 0, len = 0; no && i <= (size_t)d->nohyphenl; i++, no += strlen(no) + 1) {
		size_t n = strlen(no) + 1;
		if (n > 1 && len + n < HYF_NO - 1) {
			memcpy(h.no + len, no, n);
			len += n;
		}
	}
	return h;
}

static bool save(const char *path, const struct out *o)
{
	FILE *f = fopen(path, "wb");
	bool ok = f && fwrite(o->data, 1, o->len, f) == o->len;
	return f && !fclose(f) && ok;
}

/* A line of WORDS in the dictionary's character set. */
static void put_word(FILE *to, iconv_t conv, char *line)
{
	char out[4 * MAX_CHARS], *from = line, *end = out;
	size_t nin = strcspn(line, " \t\r\n"), nout = sizeof out;
	if (!nin || *line == '#')
		return;
	if (iconv(conv, &from, &nin, &end, &nout) == (size_t)-1) {
		fprintf(stderr, "hyfmake: Das Wort %s lässt sich im Zeichensatz des Wörterbuchs nicht schreiben\n",
			line);
		exit(1);
	}
	fprintf(to, "%.*s\n", (int)(end - out), out);
}

static void put_words(FILE *to, const char *cset, const char *path)
{
	char line[2 * MAX_CHARS];
	FILE *f = path ? fopen(path, "r") : NULL;
	if (!f)
		return;
	iconv_t conv = iconv_open(set_name(cset), "UTF-8");
	while (conv != (iconv_t)-1 && fgets(line, sizeof line, f))
		put_word(to, conv, line);
	if (conv != (iconv_t)-1)
		iconv_close(conv);
	fclose(f);
}

/* The dictionary with the words at the end of its first level (they win), as libhyphen shall read it. */
static void merge(FILE *from, FILE *to, const char *words)
{
	char line[1024], cset[MAX_NAME] = "";
	bool put = false;
	while (fgets(line, sizeof line, from)) {
		if (!*cset)
			snprintf(cset, sizeof cset, "%.*s", (int)strcspn(line, "\r\n"), line);
		if (!put && !strncmp(line, "NEXTLEVEL", 9)) {
			put_words(to, cset, words);
			put = true;
		}
		fputs(line, to);
	}
	if (!put)
		put_words(to, cset, words);
	rewind(to);
}

static HyphenDict *load(const char *path, const char *words)
{
	FILE *from = fopen(path, "r"), *to = tmpfile();
	HyphenDict *d = NULL;
	if (from && to) {
		merge(from, to, words);
		d = hnj_hyphen_load_file(to);
	}
	if (from)
		fclose(from);
	if (to)
		fclose(to);
	return d;
}

int main(int argc, char **argv)
{
	bool usage = argc == 3 || argc == 4;
	HyphenDict *d = usage ? load(argv[1], argv[3]) : NULL;
	if (!d || !d->nextlevel) {
		fputs(usage ? "hyfmake: Das Wörterbuch ist nicht zu lesen\n"
			    : "Aufruf: hyfmake WÖRTERBUCH TABELLE [WÖRTER]\n",
			stderr);
		return usage ? 3 : 2;
	}
	struct hyf_head h = head_of(d);
	struct out o = {0};
	if (!h.utf8 && !letters(&h, d->cset)) {
		fprintf(stderr, "hyfmake: Der Zeichensatz %.*s ist unbekannt\n", MAX_NAME, d->cset);
		return 1;
	}
	put(&o, &h, sizeof h, 4);
	put_level(&o, &h.level[0], d);
	put_level(&o, &h.level[1], d->nextlevel);
	h.size = o.len;
	memcpy(o.data, &h, sizeof h);
	bool ok = save(argv[2], &o);
	if (!ok)
		fprintf(stderr, "hyfmake: %s lässt sich nicht schreiben\n", argv[2]);
	free(o.data);
	hnj_hyphen_free(d);
	return ok ? 0 : 3;
}
