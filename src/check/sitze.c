/* sitze.c: seats of a committee in minutes: as written against what the method gives, the lot only among equals. */
#include "model/sitze.h"

#include "check/rule.h"

struct seats { struct chk *c; const struct doc_sitzverteilung *v; };

/* Whether it is known who claims seats, and with what. */
static bool counted(const struct seats *s, const struct doc_sitzliste *l)
{
	const bool named = doc_get(l->node, DOC_A_GRUPPE) || doc_get(l->node, DOC_A_LISTE),
		   known = l->zahl || doc_get(l->node, DOC_A_ZAHL);
	if (!named)
		chk_tell(s->c, RULE_SITZVERTEILUNG, l->node,
			"Welche Liste das ist, steht nicht da; erwartet wird gruppe=\"…\" aus dem Verzeichnis oder "
			"liste=\"…\" mit ihrem Namen, bitte ergänzen");
	else if (!known)
		chk_tell(s->c, RULE_SITZVERTEILUNG, l->node,
			"%s; bitte zahl=\"…\" angeben",
			s->v->nach_stimmen ? "Die Stimmen für diese Liste fehlen"
				: "Im Verzeichnis sitzt an diesem Tag niemand für diese Liste im Gremium, und eine "
				  "Zahl fehlt");
	return named && known;
}

/* Seats that are agreed upon, or given by another rule: they are all said, and as many as there are. */
static void agreed(const struct seats *s)
{
	int all = 0;
	for (size_t i = 0; i < s->v->n; i++) {
		all += s->v->listen[i].sitze;
		if (s->v->listen[i].gesagt < 0)
			chk_tell(s->c, RULE_SITZVERTEILUNG, s->v->listen[i].node,
				"Bei abweichung=\"%s\" rechnet ratssatz keine Sitze aus; bitte sitze=\"…\" angeben",
				s->v->abweichung);
	}
	if (all != s->v->plaetze)
		chk_tell(s->c, RULE_SITZVERTEILUNG, s->v->node,
			"Verteilt sind %d Sitze, zu verteilen plaetze=\"%d\"; erwartet wird dasselbe, bitte "
			"berichtigen",
			all, s->v->plaetze);
}

static void lots(const struct seats *s)
{
	const struct doc_sitzverteilung *v = s->v;
	if (v->lose < v->offen)
		chk_tell(s->c, RULE_SITZVERTEILUNG, v->node,
			"Für %s haben %d Listen gleichen Anspruch; erwartet wird los=\"ja\" an so vielen, wie noch "
			"Sitze frei sind (%d): an denen, die gezogen wurden, bitte ergänzen",
			v->offen == 1 ? "den letzten Sitz" : "die letzten Sitze", v->gleiche, v->offen);
	for (size_t i = 0; i < v->n; i++)
		if (!v->listen[i].los && doc_is(v->listen[i].node, DOC_A_LOS, "ja"))
			chk_tell(s->c, RULE_SITZVERTEILUNG, v->listen[i].node,
				"los=\"ja\": für diese Liste gibt es kein Los zu ziehen, oder alle Sitze sind schon "
				"gezogen; bitte streichen oder die Zahlen berichtigen");
}

static void worked_out(const struct seats *s)
{
	lots(s);
	for (size_t i = 0; s->v->lose >= s->v->offen && i < s->v->n; i++) {
		const struct doc_sitzliste *l = &s->v->listen[i];
		if (l->gesagt >= 0 && l->gesagt != l->sitze)
			chk_tell(s->c, RULE_SITZVERTEILUNG, l->node,
				"sitze=\"%d\": nach dem Verfahren sind es %d; bitte Sitze, Zahlen oder verfahren "
				"berichtigen, oder an der Sitzverteilung mit abweichung=\"…\" sagen, warum es andere "
				"sind",
				l->gesagt, l->sitze);
	}
}

static void seats(const struct seats *s)
{
	bool known = true;
	for (size_t i = 0; i < s->v->n; i++)
		known &= counted(s, &s->v->listen[i]);
	if (s->v->abweichung)
		agreed(s);
	else if (!s->v->verfahren)
		chk_tell(s->c, RULE_SITZVERTEILUNG, s->v->node,
			"Nach welchem Verfahren die Sitze verteilt sind, steht nicht da; erwartet wird dhondt, "
			"hare-niemeyer oder sainte-lague, bitte hier mit verfahren=\"…\" oder in regeln.xml als "
			"Regel sitzverfahren sagen");
	else if (known && s->v->zahl)
		worked_out(s);
	else if (known)
		chk_tell(s->c, RULE_SITZVERTEILUNG, s->v->node,
			"Keine Liste hat %s, so ist nichts zu verteilen; bitte zahl=\"…\" berichtigen",
			s->v->nach_stimmen ? "eine Stimme" : "einen Sitz im Gremium");
}

void chk_sitzverteilung(struct chk *c)
{
	const struct doc_niederschrift *n = doc_niederschrift(c->doc);
	for (size_t i = 0; n && i < c->kind[DOC_SITZVERTEILUNG].n; i++)
		seats(&(struct seats){c, doc_sitzverteilung(c->mem, c->doc, n, c->kind[DOC_SITZVERTEILUNG].at[i],
			sty_rule(c->style, "sitzverfahren", NULL))});
}
