/* facts.c: a fact the original tells twice and differently: since when there is a body or an office. */
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

void fields_facts(struct sense *s)
{
	enum { MOST = 64 };
	struct since all[MOST];
	size_t n = 0;
	s->acc->line = s->acc->page = 0;
	for (const char *p = s->text; *p;) {
		const char *end = strpbrk(p, "\n"), *stop = strstr(p, ". ");
		end = end ? end : p + strlen(p);
		end = stop && stop < end ? stop + 1 : end;
		sentence(s, mem_str(s->mem, p, (size_t)(end - p)), all, &n, MOST);
		p = *end ? end + 1 : end;
	}
}
