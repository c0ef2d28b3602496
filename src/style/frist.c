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
		.wirkung = sty_rule_int(s, "bekanntmachung-wirkung-tage", 0),
		.wirkung_bekannt = said(own, "wirkung") || !sty_rule_is(s, "bekanntmachung-wirkung-tage", "unbekannt")};
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

/* Minutes by the clock of Greenwich, so that an hour is an hour. */
static int64_t instant(struct date d, int minute)
{
	return (int64_t)date_days(d) * DAY + minute - 60 * zone_offset(d, minute < DAY ? minute : DAY - 1);
}

int sty_frist_liegt(const struct sty_fristen *f, const struct sty_frist *of, const struct sty_weg *w)
{
	if (!of->stunden)
		return date_days(w->bis) - date_days(w->von) - f->wirkung + (f->beide ? 1 : -1);
	/* a notice that takes days to be one begins with a day */
	const struct date from = date_from_days(date_days(w->von) + f->wirkung);
	const int at = f->wirkung > 0 ? 0 : w->von_minute < 0 ? DAY : w->von_minute;
	const int64_t minutes = instant(w->bis, w->bis_minute) - instant(from, at);
	return minutes < 0 ? 0 : (int)(minutes / 60);
}

struct sty_weg sty_weg(const struct doc_node *notice, struct date session, const char *beginn)
{
	struct sty_weg w = {.von_minute = -1, .bis = session};
	const char *day = notice ? doc_get(notice, DOC_A_DATUM) : NULL,
		   *at = notice ? doc_get(notice, DOC_A_UHRZEIT) : NULL;
	if (!day || !date_parse(&w.von, day))
		w.von = (struct date){0};
	if (at && !zone_clock(at, &w.von_minute))
		w.von_minute = -1;
	if (!beginn || !zone_clock(beginn, &w.bis_minute))
		w.bis_minute = 0;
	return w;
}

enum sty_ladung sty_ladung(const struct sty_fristen *f, const struct sty_weg *w, const char *grund)
{
	if (f->laden.n < 0 || !w->von.year || !w->bis.year)
		return STY_LADUNG_OFFEN;
	if (sty_frist_liegt(f, &f->laden, w) >= f->laden.n)
		return STY_LADUNG_FRISTGERECHT;
	if (!grund || !*grund || (f->dringend.n >= 0 && sty_frist_liegt(f, &f->dringend, w) < f->dringend.n))
		return STY_LADUNG_ZU_KURZ;
	return STY_LADUNG_VERKUERZT;
}
