/* verhandelt.c: the items of minutes: each of the announced ones came to an end, as announced; what was decided is what
 * was proposed, or somebody says why not; what the public reads names nobody it should not. */
#include <string.h>

#include "check/map.h"
#include "check/rule.h"
#include "model/niederschrift.h"
#include "model/public.h"
#include "register/register.h"

static const struct doc_niederschrift *minutes(const struct chk *c)
{
	return doc_niederschrift(c->doc);
}

/* ---- each item has a result, or a reason */

static bool any_result(const void *unused, const char *result)
{
	(void)unused;
	return result != NULL;
}

/* A vote on a resolution that there is not is told by itself. */
static bool all_are_on_some(const struct doc_verhandelt *v)
{
	bool all = true;
	for (const struct doc_node *a = doc_child(v->node, DOC_ABSTIMMUNG); a; a = doc_next(a, DOC_ABSTIMMUNG)) {
		struct buf unused = {0};
		all &= !doc_get(a, DOC_A_ZU) || doc_put_zu(&unused, a);
		buf_free(&unused);
	}
	return all;
}

/* Where resolutions are voted on one by one each has its vote. */
static void each_voted_on(struct chk *c, const struct doc_niederschrift *n, const struct doc_verhandelt *v)
{
	const struct doc_gefasst *all;
	const size_t k = doc_gefasst(c->mem, n, v, (struct doc_folgen){any_result, NULL}, &all);
	for (size_t i = 0; i < k && !v->entfallen && all_are_on_some(v); i++)
		if (all[i].offen)
			chk_tell(c, RULE_TOPERGEBNIS, all[i].node,
				"Über Nummer %zu steht keine Abstimmung da, über andere schon; erwartet wird auch hier "
				"<abstimmung zu=\"…\" …/>, etwa mit ergebnis=\"vertagt\", oder eine ohne zu über alle "
				"zusammen",
				all[i].nummer);
}

/* The items a change of the agenda names went as it was voted: what was not to come is not decided, what was to stay
 * is not left out, what was taken off has no result. */
static void went_as_voted(struct chk *c, const struct doc_niederschrift *n, const struct doc_node *a, bool passed)
{
	const bool comes = doc_is(a, DOC_A_ART, "erweiterung") == passed;
	for (size_t i = 0; i < n->ntops; i++) {
		const struct doc_verhandelt *v = &n->tops[i];
		if (doc_nennt(a, DOC_A_TOP, v->id) && v->entfallen == comes)
			chk_tell(c, RULE_TOPERGEBNIS, v->node,
				"Der Punkt %s, nach der Abstimmung in %s %s; bitte eines von beiden berichtigen",
				v->entfallen ? "ist entfallen" : "ist beraten", chk_place(c, a),
				comes ? "steht er auf der Tagesordnung" : "nicht");
	}
}

/* The agenda is the session's: what comes to it is voted on. */
static void agenda_as_voted(struct chk *c, const struct doc_niederschrift *n)
{
	for (size_t i = 0; i < c->kind[DOC_AENDERUNG].n; i++) {
		const struct doc_node *a = c->kind[DOC_AENDERUNG].at[i], *vote = doc_child(a, DOC_ABSTIMMUNG);
		const struct sty_ergebnis *e = vote ? sty_ergebnis(c->style, doc_get(vote, DOC_A_ERGEBNIS)) : NULL;
		const bool more = doc_is(a, DOC_A_ART, "erweiterung");
		if (more && !vote)
			chk_tell_as(c, RULE_TOPERGEBNIS, DIAG_WARNUNG, a,
				"Die Tagesordnung ist erweitert, und nichts sagt, wie darüber abgestimmt wurde; "
				"erwartet wird <abstimmung …/>, bitte ergänzen");
		if ((more || doc_is(a, DOC_A_ART, "absetzung")) && e &&
			(e->folge == STY_ANGENOMMEN || e->folge == STY_ABGELEHNT))
			went_as_voted(c, n, a, e->folge == STY_ANGENOMMEN);
	}
}

void chk_topergebnis(struct chk *c)
{
	const struct doc_niederschrift *n = minutes(c);
	if (n)
		agenda_as_voted(c, n);
	for (size_t i = 0; n && i < n->ntops; i++) {
		const struct doc_verhandelt *v = &n->tops[i];
		if (v->entfallen && !v->grund)
			chk_tell(c, RULE_TOPERGEBNIS, v->node,
				"Der Punkt ist entfallen und sagt nicht, warum; bitte grund=\"…\" ergänzen");
		else if (v->entfallen && v->ergebnis)
			chk_tell(c, RULE_TOPERGEBNIS, v->node,
				"Der Punkt ist entfallen und hat ein Ergebnis; bitte eines von beiden streichen");
		else if (!v->entfallen && !v->ergebnis && !v->grund && !v->gemeinsam)
			chk_tell_as(c, RULE_TOPERGEBNIS, doc_is(n->node, DOC_A_ENTWURF, "ja") ? DIAG_WARNUNG
				: DIAG_FEHLER,
				v->node,
				"Der Punkt hat weder ein Ergebnis noch einen Grund, warum es keines gibt; bitte "
				"ergebnis=\"…\", <abstimmung …/> oder grund=\"…\" ergänzen");
		each_voted_on(c, n, v);
		const struct sty_ergebnis *e = sty_ergebnis(c->style, v->ergebnis);
		if (e && e->folge == STY_ANGENOMMEN && !v->verfahren && !v->vorschlag && !v->beschluss &&
			!doc_child(v->node, DOC_WAHL) && !doc_child(v->node, DOC_SITZVERTEILUNG))
			chk_tell(c, RULE_TOPERGEBNIS, v->node,
				"„%s“: was beschlossen ist, steht nicht da; bitte <beschluss> ergänzen, bei einer "
				"Frage der Sitzung selbst art=\"verfahren\" oder art=\"niederschrift\"", e->wort);
	}
}

/* ---- as announced */

static bool is_changed(const struct chk *c, const char *art, const char *id)
{
	bool changed = false;
	for (size_t i = 0; i < c->kind[DOC_AENDERUNG].n; i++)
		changed |= doc_is(c->kind[DOC_AENDERUNG].at[i], DOC_A_ART, art) &&
			doc_nennt(c->kind[DOC_AENDERUNG].at[i], DOC_A_TOP, id);
	return changed;
}

static void as_announced(struct chk *c, const struct doc_niederschrift *n, const struct doc_agenda_item *k)
{
	const struct doc_verhandelt *v = doc_verhandelt(n, k->id);
	const struct doc_node *course = doc_child(n->node, DOC_VERLAUF);
	if (!k->nummer)
		return;
	if (!v) {
		chk_tell(c, RULE_TOPFEHLT, course ? course : n->node,
			"TOP %s (%s) ist bekannt gemacht und fehlt in der Niederschrift; bitte <top id=\"%s\" "
			"nummer=\"%s\" …> ergänzen, mit Ergebnis oder entfallen=\"ja\" und grund=\"…\"",
			k->nummer, k->titel_intern ? k->titel_intern : k->titel, k->id, k->nummer);
		return;
	}
	if (!v->nummer || strcmp(v->nummer, k->nummer))
		chk_tell(c, RULE_TOPFEHLT, v->node,
			"Der Punkt hat die Nummer „%s“, bekannt gemacht ist er als TOP %s; erwartet wird die bekannt "
			"gemachte, bitte nummer=\"%s\" angeben",
			v->nummer ? v->nummer : "", k->nummer, k->nummer);
	if (v->oeffentlich != k->oeffentlich && !is_changed(c, "teil", v->id))
		chk_tell(c, RULE_TOPFEHLT, v->node,
			"TOP %s ist im %s Teil bekannt gemacht und steht hier im anderen; bitte umstellen oder "
			"<aenderung art=\"teil\" top=\"%s\"> ergänzen",
			k->nummer, k->oeffentlich ? "öffentlichen" : "nichtöffentlichen", v->id);
	if (k->drucksache && !v->vorlage)
		chk_tell(c, RULE_TOPFEHLT, v->node,
			"Zu TOP %s gehört die Vorlage %s; bitte vorlage=\"%s\" angeben", k->nummer, k->drucksache,
			k->drucksache);
	else if (k->drucksache && strcmp(k->drucksache, v->vorlage))
		chk_tell(c, RULE_TOPFEHLT, v->node, "Zu TOP %s gehört die Vorlage %s, nicht %s; bitte "
			"berichtigen", k->nummer,
			k->drucksache, v->vorlage);
}

/* What was announced names its paper in the register already. */
static void paper_of(struct chk *c, const struct doc_verhandelt *v)
{
	struct reg_known paper;
	if (v->vorlage && !reg_paper_by_number(chk_reg(c), c->mem, c->doc->ort, v->vorlage, &paper))
		chk_tell(c, RULE_TOPFEHLT, v->node,
			"Das Register kennt keine Vorlage %s; erwartet wird die Nummer einer aufgenommenen, bitte "
			"vorlage=\"…\" berichtigen oder die Vorlage aufnehmen",
			v->vorlage);
}

/* Whether it came to the agenda in the session. */
static bool added(struct chk *c, const struct doc_verhandelt *v, const struct doc_agenda_item *kept, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (kept[i].id && !strcmp(kept[i].id, v->id))
			return false;
	if (is_changed(c, "erweiterung", v->id))
		paper_of(c, v);
	else
		chk_tell(c, RULE_TOPFEHLT, v->node,
			"Der Punkt „%s“ war nicht bekannt gemacht; bitte <aenderung art=\"erweiterung\" top=\"%s\"> "
			"mit der Abstimmung ergänzen oder die id berichtigen",
			v->titel, v->id);
	return true;
}

static void same_session(struct chk *c, const struct doc_niederschrift *n)
{
	struct reg_sessions s = {NULL, 0};
	const struct reg_meeting when = {.ort = c->doc->ort, .gremium = n->gremium, .day = n->datum, .id = n->sitzung};
	size_t i = 0;
	if (!doc_stelle(c->doc, n->gremium))
		return;                                /* told by VERWEIS */
	if (!reg_sessions_on(chk_reg(c), c->mem, &when, &s, c->diag))
		return;
	while (i < s.n && strcmp(s.all[i].id, n->sitzung))
		i++;
	if (i == s.n)
		chk_tell(c, RULE_TOPFEHLT, n->node,
			"Das Register kennt am %s keine Sitzung „%s“ dieses Gremiums; bitte sitzung, gremium und "
			"datum prüfen oder die Sitzung aufnehmen",
			chk_day(c, n->datum), n->sitzung);
	else if (s.all[i].abgesagt)
		chk_tell(c, RULE_TOPFEHLT, n->node, "Die Sitzung „%s“ ist abgesagt, eine Niederschrift kann es nicht "
			"geben; bitte die Sitzung prüfen", n->sitzung);
}

/* What stands in the heads of both: as announced, even where it is irregular; what neither says twice is no fault. */
static void same_head(struct chk *c, const struct doc_niederschrift *n)
{
	const struct reg_session_head a = reg_session_head(chk_reg(c), c->mem, reg_key(c->doc->ort, n->sitzung));
	const struct doc_node *place = doc_angabe(c->doc, DOC_SITZUNGSORT);
	const struct { const struct doc_node *at; enum doc_attr attr; const char *said; } heads[] = {
		{n->node, DOC_A_NUMMER, a.nummer}, {n->node, DOC_A_CODE, a.code}, {place, DOC_A_NAME, a.haus}};
	for (size_t i = 0; i < sizeof heads / sizeof *heads; i++) {
		const char *here = heads[i].at ? doc_get(heads[i].at, heads[i].attr) : NULL;
		if (here && heads[i].said && strcmp(here, heads[i].said))
			chk_tell_as(c, RULE_TOPFEHLT, heads[i].at == place ? DIAG_WARNUNG : DIAG_FEHLER, heads[i].at,
				"%s=\"%s\", in der Sitzung steht „%s“; erwartet wird es wie bekannt gemacht, bitte "
				"eines berichtigen",
				doc_attr_name(heads[i].attr), here, heads[i].said);
	}
}

/* What a change of the agenda, or a correction, is about. */
static void names_items(struct chk *c, const struct doc_niederschrift *n, const struct doc_node *at)
{
	const char *ids = doc_get(at, DOC_A_TOP);
	for (const char *p = ids ? ids : ""; *p; p += strspn(p, " ")) {
		const size_t len = strcspn(p, " ");
		const char *id = mem_str(c->mem, p, len);
		if (!doc_verhandelt(n, id))
			chk_tell(c, RULE_TOPFEHLT, at,
				"top=\"%s\": diesen Punkt gibt es in der Niederschrift nicht; erwartet wird die id "
				"eines Punkts, bitte berichtigen",
				id);
		p += len;
	}
}

/* Each number is that of one item. Of those announced, which come first, a wrong one is told by itself. */
static void number_once(struct chk *c, struct chk_map *seen, const struct doc_niederschrift *n, size_t i,
	bool announced)
{
	const char *nr = n->tops[i].nummer;
	const int *first = nr ? chk_map_put(seen, nr, strlen(nr), (int)i) : NULL;
	if (first && *first != (int)i && !announced)
		chk_tell(c, RULE_TOPFEHLT, n->tops[i].node,
			"Die Nummer %s hat schon der Punkt in %s; erwartet wird jede einmal, etwa „%sa“ für einen "
			"Punkt, der dazukam, bitte nummer=\"…\" berichtigen",
			nr, chk_place(c, n->tops[*first].node), nr);
}

static void numbers_once(struct chk *c, const struct doc_niederschrift *n, const bool *announced)
{
	struct chk_map seen = {0};
	for (int pass = 1; pass >= 0; pass--)
		for (size_t i = 0; i < n->ntops; i++)
			if (announced[i] == pass)
				number_once(c, &seen, n, i, announced[i]);
	chk_map_free(&seen);
}

void chk_topfehlt(struct chk *c)
{
	static const enum doc_kind about[] = {DOC_AENDERUNG, DOC_NACHTRAG};
	const struct doc_niederschrift *n = minutes(c);
	struct doc_agenda_item *kept;
	size_t nkept;
	for (size_t k = 0; n && k < sizeof about / sizeof *about; k++)
		for (size_t i = 0; i < c->kind[about[k]].n; i++)
			names_items(c, n, c->kind[about[k]].at[i]);
	if (!n)
		return;
	bool *announced = MEM_ARRAY(c->mem, bool, n->ntops + 1);
	if (chk_reg(c)) {
		same_session(c, n);
		same_head(c, n);
	}
	const bool known = chk_reg(c) && reg_agenda_kept(chk_reg(c), c->mem, c->doc->ort, n->sitzung, &kept, &nkept);
	for (size_t i = 0; known && i < nkept; i++)
		as_announced(c, n, &kept[i]);
	for (size_t i = 0; known && i < n->ntops; i++)
		announced[i] = !added(c, &n->tops[i], kept, nkept);
	numbers_once(c, n, announced);
}

/* ---- wording */

/* A motion that changes the proposal was carried. */
static bool carried(const struct chk *c, const struct doc_verhandelt *v)
{
	for (const struct doc_node *a = doc_child(v->node, DOC_ANTRAG); a; a = doc_next(a, DOC_ANTRAG)) {
		const struct doc_node *vote = doc_is(a, DOC_A_ART, "aenderung") ? doc_child(a, DOC_ABSTIMMUNG) : NULL;
		const struct sty_ergebnis *e = vote ? sty_ergebnis(c->style, doc_get(vote, DOC_A_ERGEBNIS)) : NULL;
		if (e && e->folge == STY_ANGENOMMEN)
			return true;
	}
	return false;
}

/* The words of the proposals in an element, as the register keeps those of papers. */
static const char *proposal(struct chk *c, const struct doc_node *in)
{
	struct buf b = {0};
	doc_wortlaut(&b, c->doc, in);
	return buf_take(&b, c->mem);
}

/* A gap of the proposal was filled: that, too, is what a motion changes. */
static bool fills(struct chk *c, const struct doc_verhandelt *v)
{
	return v->beschluss && !doc_gleich_lautend(c->mem, proposal(c, v->vorschlag), proposal(c, v->node));
}

static void as_proposed(struct chk *c, const struct doc_verhandelt *v)
{
	struct reg_known paper;
	const char *kept = NULL;
	if (v->vorlage && chk_reg(c) && reg_paper_by_number(chk_reg(c), c->mem, c->doc->ort, v->vorlage, &paper))
		kept = reg_paper_proposal(chk_reg(c), c->mem, reg_key(c->doc->ort, paper.id));
	if (!kept || !*kept)
		return;
	if (v->vorschlag && !doc_gleich_lautend(c->mem, proposal(c, v->vorschlag), kept))
		chk_tell(c, RULE_WORTLAUT, v->vorschlag,
			"Der Beschlussvorschlag lautet anders als in der Vorlage %s; erwartet wird ihr Wortlaut, "
			"bitte von dort übernehmen; was anders beschlossen ist, steht in <beschluss>",
			v->vorlage);
	if (!v->vorschlag && v->beschluss && !doc_wie_vorgeschlagen(c->mem, kept, proposal(c, v->node)) &&
		!carried(c, v) && !doc_get(v->node, DOC_A_ABWEICHUNG))
		chk_tell(c, RULE_WORTLAUT, v->beschluss,
			"Der Beschluss lautet anders als der Vorschlag der Vorlage %s, und nichts sagt, warum; bitte "
			"<antrag art=\"aenderung\"> mit seiner Abstimmung oder abweichung=\"…\" ergänzen",
			v->vorlage);
}

static const struct doc_node *with_gap(const struct doc_verhandelt *v)
{
	const struct doc_node *b = v->beschluss ? v->beschluss : v->vorschlag;
	while (v->beschluss && b && !doc_hat_luecke(b))
		b = doc_next(b, DOC_BESCHLUSS);
	return b ? b : v->node;
}

void chk_wortlaut(struct chk *c)
{
	const struct doc_niederschrift *n = minutes(c);
	for (size_t i = 0; n && i < n->ntops; i++) {
		const struct doc_verhandelt *v = &n->tops[i];
		const struct sty_ergebnis *e = sty_ergebnis(c->style, v->ergebnis);
		const bool passed = e && e->folge == STY_ANGENOMMEN;
		if (v->geaendert && !carried(c, v) && !doc_get(v->node, DOC_A_ABWEICHUNG))
			chk_tell(c, RULE_WORTLAUT, v->beschluss,
				"Der Beschluss lautet anders als der Vorschlag, und nichts sagt, warum; bitte <antrag "
				"art=\"aenderung\"> mit seiner Abstimmung oder am Punkt abweichung=\"…\" ergänzen");
		else if (v->vorschlag && !v->geaendert && !v->luecke && passed && carried(c, v) && !fills(c, v))
			chk_tell(c, RULE_WORTLAUT, v->vorschlag,
				"Ein Änderungsantrag ist angenommen, und der Beschluss lautet wie der Vorschlag; "
				"bitte in <beschluss> schreiben, was beschlossen ist");
		if (v->luecke && passed && !doc_child(v->node, DOC_WAHL))
			chk_tell(c, RULE_WORTLAUT, with_gap(v),
				"Im Beschluss ist eine Lücke (<offen>) nicht gefüllt; erwartet wird, was beschlossen "
				"ist, bitte als <beschluss> ganz ausschreiben");
		as_proposed(c, v);
	}
}

/* ---- names that are not the public's */

static bool holds_name(const char *text, const char *name)
{
	size_t n = strlen(name);
	for (const char *p = text; n && (p = strstr(p, name)); p++)
		if ((p == text || !chk_is_word((unsigned char)p[-1])) && !chk_is_word((unsigned char)p[n]))
			return true;
	return false;
}

static void in_text(struct chk *c, const struct doc_node *from, const char *name)
{
	for (const struct doc_node *at = c->doc->root; at; at = doc_walk(c->doc->root, at)) {
		if (at->kind != DOC_ABSATZ && at->kind != DOC_PUNKT && at->kind != DOC_BESCHLUSS &&
			at->kind != DOC_ANTWORT && at->kind != DOC_EINWAND && at->kind != DOC_AUFTRAG &&
				at->kind != DOC_TITEL)
			continue;
		if (doc_public(at) && holds_name(chk_str(c, at), name))
			chk_tell(c, RULE_NAMEOFFEN, at,
				"„%s“ steht in einem öffentlichen Text, und die Kommune veröffentlicht den Namen "
				"nicht (%s); bitte umschreiben oder dort veroeffentlicht=\"ja\" angeben",
				name, chk_place(c, from));
	}
}

void chk_nameoffen(struct chk *c)
{
	const struct doc_niederschrift *n = minutes(c);
	for (const struct doc_node *at = n ? n->node : NULL; at; at = doc_walk(n->node, at)) {
		const char *name = doc_get(at, DOC_A_NAME);
		if (name && at->kind != DOC_SITZUNGSORT && at->kind != DOC_STELLE && !doc_get(at, DOC_A_PERSON) &&
			!doc_is(at, DOC_A_VEROEFFENTLICHT, "ja") && strchr(name, ' '))
			in_text(c, at, name);
	}
}
