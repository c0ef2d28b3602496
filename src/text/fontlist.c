/* fontlist.c: fonts.txt. A few short lines, read at every start: no allocation but for the lists. */
#include <dirent.h>
#include <stdlib.h>
#include <string.h>

#include "text/state.h"

struct line { const char *s; size_t n; int number; };

enum { FIELDS = 5, SUBS_MAX = 256 };

static struct line field(struct line *rest)
{
	const char *semi = memchr(rest->s, ';', rest->n);
	size_t n = semi ? (size_t)(semi - rest->s) : rest->n;
	struct line f = {rest->s, n, rest->number};
	rest->s += semi ? n + 1 : n;
	rest->n -= semi ? n + 1 : n;
	return f;
}

static bool is(struct line f, const char *word)
{
	return f.n == strlen(word) && !memcmp(f.s, word, f.n);
}

/* Digits of a base to a number in 1 … limit; 0: none such. */
static uint32_t number(struct line f, int base, uint32_t limit)
{
	uint32_t v = 0;
	for (size_t i = 0; i < f.n; i++) {
		char c = f.s[i];
		int d = c >= '0' && c <= '9' ? c - '0' : c >= 'A' && c <= 'F' ? c - 'A' + 10 : 99;
		if (d >= base || v > limit)
			return 0;
		v = v * (uint32_t)base + (uint32_t)d;
	}
	return v <= limit ? v : 0;
}

static bool plain_name(struct line f)
{
	return f.n && f.n < 100 && f.s[0] != '.' && !memchr(f.s, '/', f.n);
}

static bool add_font(struct font_list *l, const struct line *f, int n)
{
	uint32_t weight = n == 5 ? number(f[2], 10, 1000) : 0;
	bool italic = n == 5 && is(f[3], "kursiv");
	if (!weight || (!italic && !is(f[3], "aufrecht")) || !f[1].n || !plain_name(f[4]) || l->nfonts == FONT_MAX)
		return false;
	l->fonts[l->nfonts++] = (struct font){.family = mem_str(l->mem, f[1].s, f[1].n),
		.file = mem_str(l->mem, f[4].s, f[4].n),
		.dir = l->reading,
		.weight = (uint16_t)weight,
		.italic = italic,
		.number = -1};
	return true;
}

static bool add_sub(struct font_sub *subs, int *n, const struct line *f, int nfields, int base)
{
	bool raised = nfields == 4 && base == 16, down = raised && f[3].n && *f[3].s == '-';
	uint32_t from = nfields == 3 || raised ? number(f[1], 16, 0x10FFFF) : 0,
		 to = from ? number(f[2], base, 0x10FFFF) : 0;
	int rise = raised ? (int)number((struct line){f[3].s + down, f[3].n - down, 0}, 10, 1000) : 0;
	if (!from || !to || (raised && !rise) || *n == SUBS_MAX)
		return false;
	subs[(*n)++] = (struct font_sub){from, to, down ? -rise : rise};
	return true;
}

static bool add_line(struct font_list *l, struct line line)
{
	struct line f[FIELDS];
	int n = 0;
	while (n < FIELDS && (line.n || !n))
		f[n++] = field(&line);
	if (line.n)
		return false;
	if (is(f[0], "schrift"))
		return add_font(l, f, n);
	if (is(f[0], "zeichen"))
		return add_sub(l->drawn_as, &l->ndrawn_as, f, n, 16);
	if (is(f[0], "leer"))
		return add_sub(l->empty, &l->nempty, f, n, 10);
	if (!is(f[0], "ersatz") || n != 2 || l->nfallback == FONT_FALLBACK)
		return false;
	l->fallback[l->nfallback++] = mem_str(l->mem, f[1].s, f[1].n);
	return true;
}

static int by_code_point(const void *a, const void *b)
{
	const struct font_sub *x = a, *y = b;
	return x->from < y->from ? -1 : x->from > y->from;
}

static bool read_lines(struct font_list *l, const char *path, const char *s, size_t size, struct diag *d)
{
	bool ok = true;
	int number = 0;
	for (const char *end = s + size; s < end;) {
		const char *nl = memchr(s, '\n', (size_t)(end - s)), *stop = nl ? nl : end;
		struct line line = {s, (size_t)(stop - s), ++number};
		s = nl ? nl + 1 : end;
		if (!line.n || line.s[0] == '#' || add_line(l, line))
			continue;
		diag_sys(d, "SCHRIFT", path, line.number,
			"Die Zeile „%.*s“ der Schriftenliste ist nicht zu verstehen; erwartet wird schrift, ersatz, "
			"zeichen oder leer, "
			"wie im Kopf der mitgelieferten Liste beschrieben; bitte berichtigen, die mitgelieferte neu "
			"installieren",
			(int)(line.n > 80 ? 80 : line.n), line.s);
		ok = false;
	}
	return ok;
}

static bool read_list(struct font_list *l, const char *path, struct diag *d)
{
	struct file_map map;
	if (!file_map(&map, path, d))
		return false;
	l->reading = file_dir(l->mem, path);
	bool ok = read_lines(l, path, map.data, map.size, d);
	file_unmap(&map);
	return ok;
}

bool font_list_read(struct font_list *l, const char *dir, const char *look, struct mem *m, struct diag *d)
{
	const char *own = look ? file_join(m, file_dir(m, look), "schriften/fonts.txt") : NULL;
	*l = (struct font_list){.mem = m,
		.dir = mem_dup(m, dir),
		.path = file_join(m, dir, "fonts.txt"),
		.own = own && file_exists(own) ? own : NULL,
		.drawn_as = MEM_ARRAY(m, struct font_sub, SUBS_MAX),
		.empty = MEM_ARRAY(m, struct font_sub, SUBS_MAX)};
	bool ok = read_list(l, l->path, d) && (!l->own || read_list(l, l->own, d));
	qsort(l->drawn_as, (size_t)l->ndrawn_as, sizeof *l->drawn_as, by_code_point);
	qsort(l->empty, (size_t)l->nempty, sizeof *l->empty, by_code_point);
	if (ok && !l->nfonts) {
		diag_sys(d, "SCHRIFT", l->path, 0,
			"Die Schriftenliste nennt keine Schrift; bitte die Datei neu installieren");
		return false;
	}
	return ok;
}

enum { SLANTED = 10000 };                              /* farther off than any weight */

struct font *font_find(struct font_list *l, const char *family, int weight, bool italic)
{
	struct font *best = NULL;
	int best_off = 0;
	for (struct font *f = l->fonts; f < l->fonts + l->nfonts; f++) {
		int off = abs(f->weight - weight) + (f->italic != italic ? SLANTED : 0);
		if (!strcmp(f->family, family) && (!best || off < best_off)) {
			best = f;
			best_off = off;
		}
	}
	return best;
}

static const struct font_sub *find_sub(const struct font_sub *subs, int n, uint32_t c)
{
	int lo = 0, hi = n;
	while (lo < hi) {
		int mid = (lo + hi) / 2;
		if (subs[mid].from < c)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo < n && subs[lo].from == c ? &subs[lo] : NULL;
}

uint32_t font_drawn_as(const struct font_list *l, uint32_t c, int *rise)
{
	const struct font_sub *s = find_sub(l->drawn_as, l->ndrawn_as, c);
	*rise = s ? s->rise : 0;
	return s ? s->to : 0;
}

uint32_t font_empty(const struct font_list *l, uint32_t c)
{
	const struct font_sub *s = find_sub(l->empty, l->nempty, c);
	return s ? s->to : 0;
}

/* ---- its files ---- */

static int is_table(const struct dirent *e)
{
	size_t n = strlen(e->d_name);
	return n > 4 && !strcmp(e->d_name + n - 4, ".hyf");
}

size_t txt_files(const struct txt *t, struct mem *m, const char ***names)
{
	const struct font_list *l = &t->fonts;
	struct dirent **tables = NULL;
	int ntables = scandir(l->dir, &tables, is_table, alphasort);
	size_t n = 0;
	*names = MEM_ARRAY(m, const char *, 2 + l->nfonts + (ntables > 0 ? ntables : 0));
	(*names)[n++] = mem_dup(m, l->path);
	if (l->own)
		(*names)[n++] = mem_dup(m, l->own);
	for (int i = 0; i < l->nfonts; i++)
		(*names)[n++] = file_join(m, l->fonts[i].dir, l->fonts[i].file);
	for (int i = 0; i < ntables; i++) {
		(*names)[n++] = file_join(m, l->dir, tables[i]->d_name);
		free(tables[i]);
	}
	free(tables);
	return n;
}
