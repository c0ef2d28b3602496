/* form.c: a sheet for word processors: each point with what holds so far and the fields to fill in. What identifies a
 * point stands in words, so that it comes back from any program. */
#include <string.h>

#include "compose/compose.h"
#include "office/point.h"
#include "pipeline/output.h"

enum { ENTRIES = OFF_FIELDS + 2 };

const char off_form_intro[] = "Bitte füllen Sie die Felder in der rechten Spalte aus, speichern Sie die Datei und "
	"schicken Sie sie zurück. Was leer bleibt, bleibt offen.";
const char *const off_form_heads[2] = {"Angabe", "Eintrag"};

const char *off_form_title(struct mem *m, const char *name)
{
	return mem_fmt(m, "Fortschreibung: %s", name);
}

static const char *const *with_ask(struct mem *m, const struct off_entry *e)
{
	const char **all = MEM_ARRAY(m, const char *, (size_t)e->n + 1);
	all[0] = OFF_ASK;
	for (int i = 0; i < e->n; i++)
		all[i + 1] = e->shown[i];
	return all;
}

static void ask(struct mem *m, const struct off_entry *e, struct com_entry *to)
{
	const bool choice = e->entry == BLK_ENTRY_CHOICE;
	*to = (struct com_entry){.name = off_field_names[e->field],
		.label = e->label,
		.entry = e->entry,
		.text = choice ? OFF_ASK : OFF_WRITE,
		.empty = true,
		.choices = choice ? with_ask(m, e) : NULL,
		.nchoices = choice ? e->n + 1 : 0};
}

static void point(struct mem *m, const struct edition *e, const struct off_point *p, struct com_asked *to)
{
	const char *row[OFF_FIELDS];
	struct com_entry *at = MEM_ARRAY(m, struct com_entry, ENTRIES);
	size_t n;
	const struct off_entry *fields = off_entries(p->p.art, &n);
	off_point_row(m, e, p, row);
	*to = (struct com_asked){
		.title = off_point_title(m, e, p->p.art, row[OFF_WAS]), .entries = at, .of = p->p.node};
	at[to->n++] = (struct com_entry){.label = OFF_KEY_LABEL,
		.text = mem_fmt(m, "%s %s %s", row[OFF_AUSGABE], row[OFF_ART], row[OFF_ID])};
	for (int f = OFF_BISHER; f <= OFF_PARTNER; f++)
		if (*row[f])
			at[to->n++] = (struct com_entry){.label = off_known_label(f), .text = row[f]};
	for (size_t i = 0; i < n; i++)
		ask(m, &fields[i], &at[to->n++]);
}

void off_form(struct mem *m, const struct off_sheet *s, bool odt, struct buf *out, struct diag *d)
{
	struct com_asked *asked = MEM_ARRAY(m, struct com_asked, s->points.n);
	for (size_t i = 0; i < s->points.n; i++)
		point(m, s->e, &s->points.at[i], &asked[i]);
	const struct com_sheet form = {.title = off_form_title(m, s->name),
		.intro = off_form_intro,
		.heads = {off_form_heads[0], off_form_heads[1]},
		.asked = asked,
		.n = s->points.n};
	pipe_form(s->e, &form, odt, out, d);
}
