/* pdfjoin.c: the pages know the lines that the structure forgot: "und" at the end of one and "befahren" at the begin of
 * the next are two words, though the structure says "undbefahren". */
#include "import/pdfjoin.h"
#include "import/hyphen.h"

#include <stdlib.h>
#include <string.h>

struct join { const char *glued, *right; size_t n; };  /* right: how it is written; n: bytes of glued */

struct pdf_joins {
	struct join *at; size_t n, cap;
	const char **word; size_t nwords, capwords;    /* all that stand on the pages, sorted */
};

static int by_glued(const void *a, const void *b)
{
	return strcmp(((const struct join *)a)->glued, ((const struct join *)b)->glued);
}

static int by_word(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static void add_words(struct mem *m, struct pdf_joins *j, const struct line *k)
{
	for (const char *s = k->s; *s;) {
		const size_t n = strcspn(s, " \t");
		MEM_ROOM_IN(m, j->word, j->nwords, j->capwords);
		j->word[j->nwords++] = mem_str(m, s, n);
		s += n + strspn(s + n, " \t");
	}
}

static const char *last_word(const struct line *k)
{
	const char *s = k->s + k->n;
	while (s > k->s && s[-1] != ' ' && s[-1] != '\t')
		s--;
	return s;
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
	for (size_t i = 0; i < l.n; i++) {
		add_words(m, j, &l.at[i]);
		if (i + 1 < l.n)
			add_join(m, j, &l, &l.at[i]);
	}
	if (j->n)
		qsort(j->at, j->n, sizeof *j->at, by_glued);
	if (j->nwords)
		qsort(j->word, j->nwords, sizeof *j->word, by_word);
	return j;
}

/* As two lines of the pages write it; the word itself where none do. */
static const char *as_written(const struct pdf_joins *j, const char *word)
{
	const struct join key = {.glued = word};
	if (!j->n || bsearch(&word, j->word, j->nwords, sizeof *j->word, by_word))
		return word;
	const struct join *found = bsearch(&key, j->at, j->n, sizeof *j->at, by_glued);
	return found ? found->right : word;
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

static bool stands(const struct pdf_joins *j, const char *word)
{
	return j->nwords && bsearch(&word, j->word, j->nwords, sizeof *j->word, by_word);
}

/* A word of the pages begins so. */
static bool begins(const struct pdf_joins *j, const char *word)
{
	size_t from = 0, to = j->nwords;
	while (from < to) {
		const size_t middle = from + (to - from) / 2;
		if (strcmp(j->word[middle], word) < 0)
			from = middle + 1;
		else
			to = middle;
	}
	return from < j->nwords && !strncmp(j->word[from], word, strlen(word));
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
	if (short_one.len && stands(j, short_one.data))
		how = PDF_HYPHENED;
	else if (strchr(written, HYPHEN_MARK))
		how = PDF_DOUBTFUL;
	else if (!begins(j, b.data) && (written != b.data || (stands(j, left) && stands(j, next.data))))
		how = strcmp(written, b.data) || written == b.data ? PDF_APART : PDF_GLUED;
	buf_free(&b);
	buf_free(&short_one);
	buf_free(&next);
	return how;
}
