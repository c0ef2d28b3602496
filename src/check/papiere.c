/* papiere.c: a paper by itself: its steps, its number, its title, whether there is something to decide. */
#include <string.h>

#include "base/file.h"
#include "base/u8.h"
#include "check/rule.h"
#include "register/register.h"

static const char *step_name(struct chk *c, const struct doc_beratung *b)
{
	const char *name = doc_name_am(c->doc, b->gremium, b->datum);
	return name ? name : b->gremium ? b->gremium : "?";
}

static bool decides(const struct doc_vorlage *v)
{
	for (size_t i = 0; i < v->nberatungen; i++)
		if (v->beratungen[i].rolle == DOC_ENTSCHEIDUNG)
			return true;
	return false;
}

/* Dated steps ascend; who decides, has the last word; others may only be told of it. */
void chk_folge(struct chk *c)
{
	const struct doc_vorlage *v = c->vorlage;
	const struct doc_beratung *before = NULL;
	for (size_t i = 0; v && i < v->nberatungen; i++) {
		const struct doc_beratung *b = &v->beratungen[i];
		if (!b->datum.year)
			continue;
		if (before && date_cmp(before->datum, b->datum) > 0)
			chk_tell(c, RULE_FOLGE, b->node,
				"%s berät am %s, der Schritt davor (%s) ist erst am %s; "
				"erwartet werden aufsteigende Tage, bitte Reihenfolge oder Datum berichtigen",
				step_name(c, b), chk_day(c, b->datum), step_name(c, before), chk_day(c, before->datum));
		before = b;
	}
	if (!v || !v->nberatungen || !decides(v))
		return;
	const struct doc_beratung *last = &v->beratungen[v->nberatungen - 1];
	while (last > v->beratungen && last->rolle == DOC_KENNTNISNAHME)
		last--;
	if (!last->massgeblich)
		chk_tell(c, RULE_FOLGE, last->node,
			"Der letzte Schritt der Beratungsfolge (%s) ist nicht maßgeblich; "
			"bei einer Vorlage zur Entscheidung entscheidet das letzte Gremium, "
			"bitte Reihenfolge, Rolle oder massgeblich=\"ja\" berichtigen",
			step_name(c, last));
}

static bool wants_text(enum doc_rolle r)
{
	return r == DOC_ANHOERUNG || r == DOC_VORBERATUNG || r == DOC_ENTSCHEIDUNG;
}

void chk_beschluss(struct chk *c)
{
	const struct doc_vorlage *v = c->vorlage;
	const struct doc_beratung *asks = NULL;
	bool notice_only = v && v->nberatungen;
	for (size_t i = 0; v && i < v->nberatungen; i++) {
		if (!asks && wants_text(v->beratungen[i].rolle))
			asks = &v->beratungen[i];
		notice_only &= v->beratungen[i].rolle == DOC_KENNTNISNAHME;
	}
	if (asks && !v->beschlussvorschlag)
		chk_tell(c, RULE_BESCHLUSS, asks->node,
			"%s soll beraten (%s), die Vorlage hat aber keinen Beschlussvorschlag; "
			"bitte <beschlussvorschlag> ergänzen oder die Rolle in kenntnisnahme ändern",
			step_name(c, asks), asks->wort ? asks->wort : asks->rolle_id);
	else if (notice_only && v->beschlussvorschlag &&
		!strcmp(chk_town(c, "kenntnisnahme-beschluss", "frei"), "keiner"))
		chk_tell(c, RULE_BESCHLUSS, v->beschlussvorschlag,
			"Die Vorlage dient nur zur Kenntnisnahme und hat doch einen Beschlussvorschlag; "
			"bitte ihn entfernen oder die Rolle der Beratung berichtigen");
}

/* ---- numbers ---- */

/* As the call names it, with its line: beside the town's directory, which lies in the same contents. */
static const char *place_of(struct chk *c, const struct reg_known *other)
{
	if (!c->doc->verzeichnis)
		return other->path;
	const char *root = file_dir(c->mem, file_dir(c->mem, c->doc->verzeichnis->files[0].path));
	const char *path = file_join(c->mem, root, other->path);
	int line = file_line_of(path, mem_fmt(c->mem, "nummer=\"%s\"", c->vorlage->nummer));
	return line ? mem_fmt(c->mem, "%s:%d", path, line) : other->path;
}

static void told_form(struct chk *c, const struct doc_vorlage *v, const struct doc_muster *w)
{
	struct buf forms = {0};
	doc_put_forms(&forms, w, v->nummer);
	chk_tell(c, RULE_DRUCKSACHE, v->node,
		"Die Drucksachennummer hat nicht die Form der Kommune: %s; "
		"bitte berichtigen oder nummer=\"…\" weglassen: dann vergibt sie das Register",
		forms.data);
	buf_free(&forms);
}

void chk_drucksache(struct chk *c)
{
	const struct doc_vorlage *v = c->vorlage;
	struct doc_nummer n;
	if (!v || !v->nummer || c->context->taking_in)
		return;                                /* the register tells when it is asked for the number */
	const struct doc_muster *w = chk_muster(c);
	if (c->style && !doc_nummer_read(c->mem, w, v->nummer, &n))
		told_form(c, v, w);
	const char *whole = doc_nummer_whole(c->mem, w, v->nummer, v->ergaenzung);
	struct reg_known other;
	if (chk_reg(c) && reg_paper_by_number(chk_reg(c), c->mem, c->doc->ort, whole, &other) &&
		strcmp(other.id, v->id))
		chk_tell(c, RULE_DRUCKSACHE, v->node,
			"Die Drucksachennummer %s gehört schon der Vorlage „%s“ (%s); "
			"erwartet wird jede Nummer einmal, bitte berichtigen oder nummer=\"…\" weglassen",
			whole, other.id, place_of(c, &other));
}

/* Papers of the same call are in the register by now, whatever their order. */
void chk_ergaenzt(struct chk *c)
{
	const struct doc_vorlage *v = c->vorlage;
	struct reg_known paper;
	if (!v || !v->nummer || !c->style)
		return;
	const struct doc_muster *w = chk_muster(c);
	const char *stem = doc_nummer_ergaenzt(c->mem, w, doc_nummer_whole(c->mem, w, v->nummer, v->ergaenzung));
	if (stem && chk_reg(c) && !reg_paper_by_number(chk_reg(c), c->mem, c->doc->ort, stem, &paper))
		chk_tell(c, RULE_ERGAENZT, v->node,
			"Die Vorlage %s, die hier ergänzt wird, kennt das Register nicht; erwartet wird die Nummer "
			"einer aufgenommenen, bitte nummer=\"…\" prüfen oder die Vorlage aufnehmen",
			stem);
}

void chk_jahrgang(struct chk *c)
{
	const struct doc_vorlage *v = c->vorlage;
	struct doc_nummer n;
	if (!v || !v->nummer || !v->datum.year || !c->style ||
		!doc_nummer_read(c->mem, chk_muster(c), v->nummer, &n))
		return;
	if (n.hat.jahr && n.hat.jahr != v->datum.year)
		chk_tell(c, RULE_JAHRGANG, v->node,
			"Die Drucksachennummer „%s“ gehört zum Jahr %d, die Vorlage ist vom %s; "
			"erwartet wird dasselbe Jahr, bitte nummer oder datum prüfen",
			v->nummer, n.hat.jahr, chk_day(c, v->datum));
}

/* ---- titles ---- */

static bool has_break(const struct doc_node *n)
{
	for (const struct doc_node *p = n->first; p; p = doc_walk(n, p))
		if (p->kind == DOC_UMBRUCH)
			return true;
	return false;
}

static void one_line(struct chk *c, const struct doc_node *n, int most)
{
	const char *s = chk_str(c, n);
	size_t chars = u8_count(s, strlen(s));
	if (has_break(n))
		chk_tell(c, RULE_BETREFF, n,
			"Der Titel hat einen Zeilenumbruch; erwartet wird ein Titel in einer Zeile, "
			"denn Tagesordnung und Ratsinformationssystem zeigen ihn ohne Umbruch; "
			"bitte <umbruch/> entfernen");
	if (chars > (size_t)most)
		chk_tell(c, RULE_BETREFF, n, "Der Titel hat %zu Zeichen, erwartet werden höchstens %d; bitte kürzen",
			chars, most);
}

/* Straight quotation marks are ANFUEHRUNG, here as everywhere. */
void chk_betreff(struct chk *c)
{
	int most = c->style ? sty_rule_int(c->style, "betreff-laenge", 120) : 120;
	if (!c->vorlage && !c->sitzung)
		return;
	for (size_t i = 0; i < c->kind[DOC_TITEL].n; i++) {
		const struct doc_node *n = c->kind[DOC_TITEL].at[i];
		if (n->parent && (n->parent->kind == DOC_ANGABEN || n->parent->kind == DOC_TOP))
			one_line(c, n, most);
	}
	for (size_t i = 0; i < c->kind[DOC_NEUTRAL].n; i++)
		one_line(c, c->kind[DOC_NEUTRAL].at[i], most);
}

static void repeats(struct chk *c, const struct doc_node *title, const struct doc_node *neutral)
{
	if (title && neutral && !strcmp(chk_str(c, neutral), chk_str(c, title)))
		chk_tell(c, RULE_NEUTRAL, neutral,
			"<neutral> wiederholt den nichtöffentlichen Titel; "
			"erwartet wird ein Titel, der nichts vom Inhalt verrät, bitte ändern");
}

/* What is not public needs a title that may be published, and that title must be another one. That a paper has one,
 * source has seen. */
void chk_neutral(struct chk *c)
{
	if (c->vorlage && !c->vorlage->oeffentlich)
		repeats(c, doc_angabe(c->doc, DOC_TITEL), doc_angabe(c->doc, DOC_NEUTRAL));
	for (size_t i = 0; c->sitzung && i < c->sitzung->ntops; i++) {
		const struct doc_top *t = &c->sitzung->tops[i];
		const struct doc_node *title = doc_child(t->node, DOC_TITEL),
				      *neutral = doc_child(t->node, DOC_NEUTRAL);
		if (t->oeffentlich || !title || doc_title_open(chk_town(c, "titel-offen", ""), t->titel))
			continue;
		if (!neutral)
			chk_tell(c, RULE_NEUTRAL, t->node,
				"Der Punkt „%s“ ist nichtöffentlich und hat keinen Titel für die Öffentlichkeit; "
				"erwartet wird <neutral>, zum Beispiel „Grundstücksangelegenheit“, bitte ergänzen; "
				"darf der Titel selbst öffentlich sein, gehört er in die Regel titel-offen der Kommune",
				chk_str(c, title));
		repeats(c, title, neutral);
	}
}

/* Last of all: what was asked for and is not there. */
void chk_registerfehlt(struct chk *c)
{
	int *missed = c->context->reg_missed;
	if (!c->reg_missed || (missed && (*missed)++))
		return;
	chk_tell(c, RULE_REGISTERFEHLT, c->doc->root,
		"Ohne Register bleibt ungeprüft, was andere Vorlagen und Sitzungen betrifft; "
		"bitte mit --register DATEI eines nennen oder die Dokumente mit „ratssatz aufnehmen“ aufnehmen");
}
