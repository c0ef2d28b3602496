/* frist.c: periods before a session. */
#include "style/frist.h"

#include <stdlib.h>
#include <string.h>

#include "base/zone.h"
#include "style/attr.h"

enum { DAY = 24 * 60 };

/* "7 Tage", "1 Tag", "48 Stunden", "7", "unbekannt" */
static bool parse(const char *s, struct sty_frist *f)
{
	char *end;
	*f = (struct sty_frist){-1, false};
	if (!strcmp(s, "unbekannt"))
		return true;
	long v = strtol(s, &end, 10);
	bool hours = !strcmp(end, " Stunden") || !strcmp(end, " Stunde");
	if (end == s || v < 0 || v > 8784 || (*end && !hours && strcmp(end, " Tage") && strcmp(end, " Tag")))
		return false;
	*f = (struct sty_frist){(int)v, hours};
	return true;
}

void sty_load_periods(struct sty_load *l, const struct src_elem *root)
{
	static const char *const known[] = {"art", "dringend", "frist", "gremium", "wirkung", "zaehlung", NULL};
	struct sty_frist f;
	l->s->names->rules_root = root;
	STY_EACH(e, root, "frist")
	{
		for (int i = 0; i < e->nattrs; i++) {
			const char *name = e->attrs[i].name, *v = e->attrs[i].value;
			bool period = !strcmp(name, "frist") || !strcmp(name, "dringend");
			if (!sty_known(known, name))
				sty_unknown(l, e, "Attribut", name, known);
			else if (period && !parse(v, &f))
				sty_bad(l, e, name, v, "zum Beispiel „7 Tage“, „48 Stunden“ oder unbekannt");
			else if (!strcmp(name, "zaehlung") && strcmp(v, "voll") && strcmp(v, "einschliesslich"))
				sty_bad(l, e, name, v, "voll oder einschliesslich");
			else if (!strcmp(name, "wirkung") && (*v < '0' || *v > '9'))
				sty_bad(l, e, name, v, "eine ganze Zahl");
		}
		if (!sty_attr(e, "gremium") && !sty_attr(e, "art"))
			diag_error(l->d, "GESTALTUNG-FEHLT", e->file, e->line,
				"<frist> gilt für ein Gremium oder eine Gremienart; bitte gremium=\"…\" oder art=\"…\" "
				"ergänzen");
	}
}

static struct sty_frist rule(const struct style *s, const char *name)
{
	struct sty_frist f;
	const char *v = sty_rule(s, name, NULL);
	if (!v || !parse(v, &f))
		f = (struct sty_frist){-1, false};
	return f;
}

static const char *said(const struct src_elem *e, const char *name)
{
	return e ? sty_attr(e, name) : NULL;
}

struct sty_fristen sty_fristen(const struct style *s, const char *gremium, const char *art)
{
	const struct src_elem *own = NULL, *kind = NULL;
	STY_EACH(e, s->names->rules_root, "frist")
	{
		own = gremium && said(e, "gremium") && !strcmp(said(e, "gremium"), gremium) ? e : own;
		kind = art && said(e, "art") && !strcmp(said(e, "art"), art) ? e : kind;
	}
	own = own ? own : kind;
	struct sty_fristen f = {.laden = rule(s, "ladungsfrist-tage"),
		.dringend = rule(s, "ladungsfrist-dringend"),
		.beide = sty_rule_is(s, "ladungsfrist-zaehlung", "einschliesslich"),
		.wirkung = sty_rule_int(s, "bekanntmachung-wirkung-tage", 0)};
	if (said(own, "frist"))
		parse(said(own, "frist"), &f.laden);
	if (said(own, "dringend"))
		parse(said(own, "dringend"), &f.dringend);
	if (said(own, "zaehlung"))
		f.beide = !strcmp(said(own, "zaehlung"), "einschliesslich");
	if (said(own, "wirkung"))
		f.wirkung = atoi(said(own, "wirkung"));
	return f;
}

int sty_frist_liegt(const struct sty_fristen *f, const struct sty_frist *of, const struct sty_weg *w)
{
	int days = date_days(w->bis) - date_days(w->von);
	if (!of->stunden)
		return days - f->wirkung + (f->beide ? 1 : -1);
	int from = f->wirkung > 0 ? f->wirkung * DAY : w->von_minute < 0 ? DAY : w->von_minute;
	int clocks =
		zone_offset(w->bis, w->bis_minute) - zone_offset(w->von, w->von_minute < 0 ? DAY - 1 : w->von_minute);
	int minutes = days * DAY + w->bis_minute - from - clocks * 60;
	return minutes < 0 ? 0 : minutes / 60;
}
