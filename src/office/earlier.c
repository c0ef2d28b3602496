/* earlier.c: a session beside its earlier announcements. Who has read a day keeps to it: another one is announced
 * only as a move, with its reason. */
#include <string.h>

#include "office/earlier.h"
#include "register/oparl.h"

enum { MOMENT = 16 };                                  /* "2026-12-15 17:00" */

const char *off_said(struct mem *m, const struct doc *sitzung)
{
	const struct doc_sitzung *s = doc_sitzung(sitzung);
	const char *place = s->sitzungsort ? doc_get(s->sitzungsort, DOC_A_NAME) : NULL;
	struct buf b = {0};
	date_put_iso(&b, s->datum);
	buf_fmt(&b, " %s%s%s", s->beginn, s->ende ? "–" : "", s->ende ? s->ende : "");
	buf_fmt(&b, "%s%s%s", place ? ", " : "", place ? place : "", s->abgesagt ? ", abgesagt" : "");
	return buf_take(&b, m);
}

bool off_same_or_moved(struct mem *m, const struct doc *sitzung, const struct reg_announced *before, struct diag *d)
{
	const struct doc_sitzung *s = doc_sitzung(sitzung);
	const char *old = before->text, *now = off_said(m, sitzung);
	struct date day;
	if (!before->times || !old || strlen(old) < MOMENT || !strncmp(old, now, MOMENT) ||
		!date_parse(&day, mem_str(m, old, strlen("2026-12-15"))) || !date_cmp(s->verlegt_von, day))
		return true;
	struct buf b = {0};
	date_put(&b, day);
	diag_error(d, "VERLEGT", doc_path(sitzung, s->node), s->node->line,
		"Die Sitzung ist für den %s, %.5s Uhr bekannt gemacht und soll jetzt zu einer anderen Zeit sein; "
		"erwartet wird verlegt-von=\"%.10s\" mit grund=\"…\", oder bitte Tag und Beginn wieder einsetzen",
		buf_take(&b, m), old + strlen("2026-12-15 "), old);
	return false;
}

bool off_same_body(struct reg *r, struct mem *m, const struct doc *doc, struct diag *d)
{
	const struct doc_sitzung *s = doc_sitzung(doc);
	struct reg_facts f;
	if (!s || !s->id || !s->gremium || !reg_announced(r, m, reg_key(doc->ort, s->id)).times ||
		!reg_facts(r, m, REG_SITZUNG, reg_key(doc->ort, s->id), &f, d) || !f.rows)
		return true;
	const char *then = reg_cell(&f, 0, "gremium");
	if (!then || !strcmp(then, s->gremium))
		return true;
	diag_error(d, "ANDERESGREMIUM", doc_path(doc, s->node), s->node->line,
		"Die Sitzung ist für das Gremium „%s“ bekannt gemacht und wäre jetzt eine von „%s“; erwartet wird "
		"gremium=\"%s\", bitte wieder einsetzen, oder die Sitzung absagen (abgesagt=\"ja\" mit grund) und die "
		"des anderen Gremiums mit eigener id in eine eigene Datei schreiben",
		then, s->gremium, then);
	return false;
}
