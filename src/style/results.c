/* results.c: the results a town knows, <ergebnis> in regeln.xml: the word it prints, what it means, which votes it
 * goes with. */
#include <string.h>

#include "model/niederschrift.h"
#include "style/attr.h"

static const char *const outcomes[] = {[STY_ANGENOMMEN] = "angenommen", [STY_ABGELEHNT] = "abgelehnt",
	[STY_VERTAGT] = "vertagt", [STY_VERWIESEN] = "verwiesen", [STY_KENNTNIS] = "kenntnis",
	[STY_ERLEDIGT] = "erledigt", [STY_ZURUECKGEZOGEN] = "zurueckgezogen", [STY_OHNE_BESCHLUSS] = "ohne-beschluss",
	[STY_FOLGE_MAX] = NULL};
static const char *const votes[] = {[STY_OHNE_STIMMEN] = "ohne", [STY_BELIEBIG] = "beliebig",
	[STY_EINSTIMMIG] = "einstimmig", [STY_MEHRHEITLICH] = "mehrheitlich", [STY_KEINE_MEHRHEIT] = "keine-mehrheit",
	[STY_EINSTIMMIG_DAGEGEN] = "einstimmig-dagegen", [STY_STIMMEN_MAX] = NULL};

static int choice(struct sty_load *l, const struct src_elem *e, const char *attr, const char *const *names)
{
	const char *v = sty_attr(e, attr);
	int i = 0;
	while (v && names[i] && strcmp(names[i], v))
		i++;
	if (v && names[i])
		return i;
	struct buf b = {0};
	for (int k = 0; names[k]; k++)
		buf_fmt(&b, "%s%s", !k ? "" : names[k + 1] ? ", " : " oder ", names[k]);
	sty_bad(l, e, attr, v ? v : "", buf_take(&b, l->s->mem));
	return 0;
}

static bool only_known(struct sty_load *l, const struct src_elem *e)
{
	static const char *const known[] = {"enthaltung", "folge", "gleichstand", "id", "stimmen", "wort", NULL};
	bool ok = sty_attr(e, "id") && sty_attr(e, "wort");
	for (int i = 0; i < e->nattrs; i++)
		if (!sty_known(known, e->attrs[i].name))
			sty_unknown(l, e, "Attribut", e->attrs[i].name, known);
	if (!ok)
		diag_error(l->d, "VORLAGE-FEHLT", e->file, e->line,
			"<ergebnis> nennt nicht, wie es heißt; erwartet werden id und wort, bitte ergänzen");
	return ok;
}

void sty_load_results(struct sty_load *l, const struct src_elem *root)
{
	struct sty_ergebnis *all = MEM_ARRAY(l->s->mem, struct sty_ergebnis, sty_count(root, "ergebnis") + 1);
	int n = 0;
	STY_EACH(e, root, "ergebnis") {
		if (!only_known(l, e))
			continue;
		const char *abstained = sty_attr(e, "enthaltung");
		all[n++] = (struct sty_ergebnis){.id = sty_attr(e, "id"),
			.wort = sty_attr(e, "wort"),
			.gleichstand = sty_attr(e, "gleichstand"),
			.folge = (enum sty_folge)choice(l, e, "folge", outcomes),
			.stimmen = (enum sty_stimmen)choice(l, e, "stimmen", votes),
			.enthaltung = abstained ? !strcmp(abstained, "ja") ? 1 : -1 : 0};
	}
	l->s->names->results = all;
	l->s->names->nresults = n;
}

const struct sty_ergebnis *sty_ergebnis(const struct style *s, const char *id)
{
	for (int i = 0; id && i < s->names->nresults; i++)
		if (!strcmp(s->names->results[i].id, id))
			return &s->names->results[i];
	return NULL;
}

/* The rule of the numbers alone. */
static const char *against(enum sty_stimmen rule, int ja, int nein, int enthaltung)
{
	switch (rule) {
	case STY_EINSTIMMIG: return nein ? "es gibt Nein-Stimmen" : !ja ? "es gibt keine Ja-Stimme" : NULL;
	case STY_MEHRHEITLICH:
		return ja <= nein                      ? "es gibt nicht mehr Ja- als Nein-Stimmen"
			: !nein && !enthaltung ? "alle haben zugestimmt"
					       : NULL;
	case STY_KEINE_MEHRHEIT: return ja > nein ? "es gibt mehr Ja- als Nein-Stimmen" : NULL;
	case STY_EINSTIMMIG_DAGEGEN: return ja ? "es gibt Ja-Stimmen" : !nein ? "es gibt keine Nein-Stimme" : NULL;
	case STY_OHNE_STIMMEN: return ja || nein || enthaltung ? "es wurde abgestimmt" : NULL;
	default: return NULL;
	}
}

const char *sty_ergebnis_wort(const struct sty_ergebnis *e, int ja, int nein)
{
	return e->gleichstand && ja >= 0 && ja == nein ? e->gleichstand : e->wort;
}

const char *sty_contradiction(const struct sty_ergebnis *e, int ja, int nein, int enthaltung)
{
	const char *wrong = against(e->stimmen, ja, nein, enthaltung);
	if (!wrong && e->enthaltung > 0 && !enthaltung)
		wrong = "niemand hat sich enthalten";
	if (!wrong && e->enthaltung < 0 && enthaltung)
		wrong = "es gibt Enthaltungen";
	return wrong;
}

/* "6 : 2": the form has a # for those who said yes and one for those who said no. */
static bool put_form(struct buf *b, const struct style *s, const int zahl[])
{
	const char *form = sty_word(s, "stimmen-form");
	int k = DOC_JA;
	if (!*form || zahl[DOC_JA] < 0 || zahl[DOC_NEIN] < 0)
		return false;
	for (; *form; form++)
		if (*form == '#' && k <= DOC_NEIN)
			buf_fmt(b, "%d", zahl[k++]);
		else
			buf_chr(b, *form);
	return true;
}

void sty_put_votes(struct buf *b, const struct style *s, const int zahl[], const char *gap)
{
	static const char *const words[] = {[DOC_JA] = "stimmen-ja", [DOC_NEIN] = "stimmen-nein",
		[DOC_ENTHALTUNG] = "stimmen-enthaltung", [DOC_UNGUELTIG] = "stimmen-ungueltig",
		[DOC_NICHT_BETEILIGT] = "stimmen-nicht"};
	const bool formed = put_form(b, s, zahl);
	const char *comma = formed ? ", " : "";
	for (int k = formed ? DOC_ENTHALTUNG : DOC_JA; k < DOC_STIMMEN_MAX; k++) {
		const bool one = k == DOC_ENTHALTUNG && zahl[k] == 1;
		if (zahl[k] < 0 || (!zahl[k] && (formed || k > DOC_ENTHALTUNG)))
			continue;
		buf_fmt(b, "%s%d%s%s", comma, zahl[k], gap, sty_word(s, one ? "stimmen-enthaltung-eine" : words[k]));
		comma = ", ";
	}
}

const struct sty_ergebnis *sty_result(const struct style *s, size_t i)
{
	return i < (size_t)s->names->nresults ? &s->names->results[i] : NULL;
}

const char *sty_known_results(const struct style *s, struct mem *m)
{
	struct buf b = {0};
	for (int i = 0; i < s->names->nresults; i++)
		buf_fmt(&b, "%s%s", i ? ", " : "", s->names->results[i].id);
	return buf_take(&b, m);
}

const char *sty_folge_name(enum sty_folge f)
{
	return f < STY_FOLGE_MAX ? outcomes[f] : "";
}
