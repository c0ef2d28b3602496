/* facts.c: a fact the original tells twice and differently: since when there is a body, a share with two values. */
#include <stdlib.h>
#include <string.h>

#include "import/fields.h"
#include "import/parts.h"

struct since { const struct town_office *of; struct date when; const char *said; };

/* "seit 2004", "Seit Februar 2010" in a sentence; NULL: nothing of the kind. */
static const char *since_in(struct mem *m, const char *sentence, struct date *when)
{
	for (const char *p = sentence; (p = strstr(p, "eit ")); p += 4) {
		if (p == sentence || (p[-1] != 's' && p[-1] != 'S'))
			continue;
		const char *day = p + 4, *at = sense_date_in(day, when);
		if (at != day || !when->year)
			continue;
		const char *year = mem_fmt(m, "%d", when->year), *end = strstr(day, year);
		return end ? mem_str(m, p - 1, (size_t)(end - p) + 5) : NULL;
	}
	return NULL;
}

static void note(struct sense *s, struct since *all, size_t *n, size_t most, const struct since *one)
{
	for (size_t i = 0; i < *n; i++) {
		if (all[i].of != one->of)
			continue;
		if (all[i].when.year != one->when.year)
			acc_find(s->acc, "KENNZAHL", "„%s“: das Original sagt einmal „%s“ und einmal „%s“",
				one->of->name, all[i].said,
				one->said);
		return;
	}
	if (*n < most)
		all[(*n)++] = *one;
}

static void sentence(struct sense *s, const char *text, struct since *all, size_t *n, size_t most)
{
	struct since one;
	one.said = since_in(s->mem, text, &one.when);
	for (size_t i = 0; one.said && i < s->town->noffices; i++) {
		one.of = &s->town->offices[i];
		if (one.of->body && strstr(text, one.of->name))
			note(s, all, n, most, &one);
	}
}

/* ---- shares */

struct share { int tenths, line, page; };

/* "4,4 %" or "4,4 Prozent" at p, in tenths; 0: nothing of the kind. */
static int share_at(const char *p, const char **end)
{
	size_t whole = strspn(p, "0123456789");
	if (!whole || whole > 2 || p[whole] != ',' || p[whole + 1] < '0' || p[whole + 1] > '9')
		return 0;
	const char *unit = p + whole + 2;
	unit += !strncmp(unit, "\u00A0", 2) || !strncmp(unit, "\u202F", 3) ? (*unit == '\xC2' ? 2 : 3)
		: *unit == ' ';
	*end = unit;
	return *unit == '%' || !strncmp(unit, "Prozent", 7) ? atoi(p) * 10 + p[whole + 1] - '0' : 0;
}

/* In one chapter a share that differs from another by a tenth is mostly the same one. */
static void compare_share(struct sense *s, const struct share *all, size_t n, const struct share *one)
{
	for (size_t i = 0; i < n; i++) {
		int by = all[i].tenths - one->tenths;
		if (by != 1 && by != -1)
			continue;
		s->acc->line = one->line;
		s->acc->page = one->page;
		acc_find(s->acc, "KENNZAHL", "„%d,%d Prozent“ steht hier, „%d,%d Prozent“ davor im selben Kapitel; "
			"bitte prüfen, ob derselbe Anteil gemeint ist", one->tenths / 10, one->tenths % 10,
			all[i].tenths / 10, all[i].tenths % 10);
		return;
	}
}

static void shares(struct sense *s)
{
	enum { MOST = 64 };
	struct share all[MOST];
	size_t n = 0;
	for (const struct imp_node *k = s->flow->root; k; k = imp_after(k, s->flow->root)) {
		if (k->kind == IMP_HEADING)
			n = 0;
		if (k->kind != IMP_PARA)
			continue;
		const char *text = sense_plain(s, k), *end;
		for (const char *p = text; *p; p++) {
			bool begins = *p >= '0' && *p <= '9' && (p == text || !strchr("0123456789,.", p[-1]));
			struct share one = {begins ? share_at(p, &end) : 0, k->line, k->page};
			if (!one.tenths)
				continue;
			compare_share(s, all, n, &one);
			if (n < MOST)
				all[n++] = one;
			p = end - 1;
		}
	}
}

/* Of a paragraph that is as long as the text, too. */
static const char *sentence_end(const char *p)
{
	while (*p && *p != '\n' && (p[0] != '.' || p[1] != ' '))
		p++;
	return p + (*p == '.');
}

void fields_facts(struct sense *s)
{
	enum { MOST = 64 };
	struct since all[MOST];
	size_t n = 0;
	s->acc->line = s->acc->page = 0;
	for (const char *p = s->text; *p;) {
		const char *end = sentence_end(p);
		sentence(s, mem_str(s->mem, p, (size_t)(end - p)), all, &n, MOST);
		p = *end ? end + 1 : end;
	}
	shares(s);
}
