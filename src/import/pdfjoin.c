/* pdfjoin.c: the pages know the lines that the structure forgot: "und" at the end of one and "befahren" at the begin of
 * the next are two words, though the structure says "undbefahren". */
#include "import/pdfjoin.h"
#include "import/hyphen.h"

#include <stdlib.h>
#include <string.h>

struct join { const char *glued, *right; size_t n; };  /* right: how it is written; n: bytes of glued */

struct words { const char **at; size_t n, cap; };         /* sorted */

struct pdf_joins {
	struct mem *mem;
	struct lines lines;
	struct words last, first;                      /* of lines */
	struct join *at; size_t n, cap;
	struct words all;
};

static int by_glued(const void *a, const void *b)
{
	return strcmp(((const struct join *)a)->glued, ((const struct join *)b)->glued);
}

static int by_word(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static void add_word(struct mem *m, struct words *w, const char *s, size_t n)
{
	MEM_ROOM_IN(m, w->at, w->n, w->cap);
	w->at[w->n++] = mem_str(m, s, n);
}

static void sort(struct words *w)
{
	if (w->n)
		qsort(w->at, w->n, sizeof *w->at, by_word);
}

static bool has(const struct words *w, const char *word)
{
	return w->n && bsearch(&word, w->at, w->n, sizeof *w->at, by_word);
}

static const char *last_word(const struct line *k)
{
	const char *s = k->s + k->n;
	while (s > k->s && s[-1] != ' ' && s[-1] != '\t')
		s--;
	return s;
}

static void add_words(struct mem *m, struct pdf_joins *j, const struct line *k)
{
	for (const char *s = k->s; *s;) {
		const size_t n = strcspn(s, " \t");
		add_word(m, &j->all, s, n);
		s += n + strspn(s + n, " \t");
	}
	add_word(m, &j->first, k->s, strcspn(k->s, " \t"));
	add_word(m, &j->last, last_word(k), strlen(last_word(k)));
}

static void add_join(struct mem *m, struct pdf_joins *j, const struct lines *l, const struct line *k)
{
	const char *left = last_word(k), *next = k[1].s;
	const size_t n = strcspn(next, " \t");
	struct buf b = {0};
	buf_str(&b, left);
	lines_join(l, &b, next, n);
	const char *glued = mem_fmt(m, "%s%.*s", left, (int)n, next);
	MEM_ROOM_IN(m, j->at, j->n, j->cap);
	j->at[j->n++] = (struct join){glued, buf_take(&b, m), strlen(glued)};
}

struct pdf_joins *pdf_joins_of(struct mem *m, const char *pages, size_t n)
{
	struct pdf_joins *j = MEM_NEW(m, struct pdf_joins);
	const struct lines l = lines_of(m, mem_str(m, pages, n), n);
	j->mem = m;
	j->lines = l;
	for (size_t i = 0; i < l.n; i++) {
		add_words(m, j, &l.at[i]);
		if (i + 1 < l.n)
			add_join(m, j, &l, &l.at[i]);
	}
	if (j->n)
		qsort(j->at, j->n, sizeof *j->at, by_glued);
	sort(&j->all);
	sort(&j->first);
	sort(&j->last);
	return j;
}

/* The last word of a line and the first of one that does not follow it, where a column or a page ends; between them may
 * be lines of one word. */
static const char *as_parted(const struct pdf_joins *j, const char *word, int deep)
{
	enum { LONG = 200, LEAST = 2, DEEP = 2 };
	const size_t n = strlen(word);
	for (size_t i = LEAST; i + LEAST <= n && n < LONG; i++) {
		if ((word[i] & 0xC0) == 0x80 || !has(&j->last, mem_str(j->mem, word, i)))
			continue;
		const char *rest = word + i;
		if (!has(&j->first, rest) && (deep == DEEP || (rest = as_parted(j, rest, deep + 1)) == word + i))
			continue;
		struct buf b = {0};
		buf_put(&b, word, i);
		lines_join(&j->lines, &b, rest, strlen(rest));
		return buf_take(&b, j->mem);
	}
	return word;
}

/* As two lines of the pages write it; the word itself where none do. */
static const char *as_written(const struct pdf_joins *j, const char *word)
{
	const struct join key = {.glued = word};
	if (!j->n || has(&j->all, word))
		return word;
	const struct join *found = bsearch(&key, j->at, j->n, sizeof *j->at, by_glued);
	return found ? found->right : as_parted(j, word, 0);
}

void pdf_parted_words(const struct pdf_joins *j, struct buf *b, const char *s, size_t n)
{
	struct buf word = {0};
	for (size_t i = 0; i < n;) {
		const size_t from = i;
		while (i < n && !strchr(" \t\n", s[i]))
			i++;
		buf_clear(&word);
		buf_put(&word, s + from, i - from);
		if (word.len)
			buf_str(b, j ? as_written(j, word.data) : word.data);
		for (; i < n && strchr(" \t\n", s[i]); i++)
			buf_chr(b, s[i]);
	}
	buf_free(&word);
}

/* A word of the pages begins so. */
static bool begins(const struct pdf_joins *j, const char *word)
{
	size_t from = 0, to = j->all.n;
	while (from < to) {
		const size_t middle = from + (to - from) / 2;
		if (strcmp(j->all.at[middle], word) < 0)
			from = middle + 1;
		else
			to = middle;
	}
	return from < j->all.n && !strncmp(j->all.at[from], word, strlen(word));
}

enum pdf_meeting pdf_meet(const struct pdf_joins *j, const char *left, const char *right, size_t n)
{
	const size_t len = strlen(left);
	struct buf b = {0}, short_one = {0}, next = {0};
	enum pdf_meeting how = PDF_GLUED;
	buf_fmt(&b, "%s%.*s", left, (int)n, right);
	buf_fmt(&next, "%.*s", (int)n, right);
	if (len > 1 && left[len - 1] == '-')
		buf_fmt(&short_one, "%.*s%.*s", (int)len - 1, left, (int)n, right);
	const char *written = as_written(j, b.data);
	if (short_one.len && has(&j->all, short_one.data))
		how = PDF_HYPHENED;
	else if (strchr(written, HYPHEN_MARK))
		how = PDF_DOUBTFUL;
	else if (!begins(j, b.data) && (written != b.data || (has(&j->all, left) && has(&j->all, next.data))))
		how = strcmp(written, b.data) || written == b.data ? PDF_APART : PDF_GLUED;
	buf_free(&b);
	buf_free(&short_one);
	buf_free(&next);
	return how;
}
