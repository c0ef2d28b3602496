/* decision.c: days of decision of an edition. */
#include "office/decision.h"

#include <string.h>

#include "office/record.h"

static const char *bodies(struct buf *b, const struct doc *doc)
{
	for (const struct doc_node *n = doc_angabe(doc, DOC_BESCHLUSS); n; n = doc_next(n, DOC_BESCHLUSS))
		if (doc_get(n, DOC_A_GREMIUM))
			buf_fmt(b, "%s%s", b->len ? ", " : "", doc_get(n, DOC_A_GREMIUM));
	return b->len ? b->data : "keines";
}

static size_t tell_missing(const struct doc *doc, const char *path, const char *gremium, struct diag *d)
{
	struct buf all = {0};
	diag_error(d, "BESCHLUSSTAG", path, doc->root->line,
		"Das Dokument nennt keinen Beschluss des Gremiums „%s“; erwartet wird <beschluss gremium=\"%s\"/> in "
		"<angaben>, bisher stehen dort: %s; bitte die Kennung prüfen",
		gremium, gremium, bodies(&all, doc));
	buf_free(&all);
	return 0;
}

static size_t tell_day(const struct doc *doc, const struct doc_node *n, const char *day, struct diag *d)
{
	diag_error(d, "BESCHLUSSTAG", doc_path(doc, n), n->line,
		"Der Beschluss des Gremiums „%s“ hat schon den Tag %s; was beschlossen ist, bleibt, bitte --datum "
		"prüfen",
		doc_get(n, DOC_A_GREMIUM), day);
	return 0;
}

size_t off_decision(const struct doc *doc, const char *path, const char *gremium, struct date day, struct date today,
	struct diag *d)
{
	const struct doc_node *other = NULL;
	struct date there;
	size_t i = 0;
	if (date_cmp(day, today) > 0) {
		diag_error(d, "BESCHLUSSTAG", path, doc->root->line,
			"Der Tag des Beschlusses liegt in der Zukunft; erwartet wird der Tag einer Sitzung, die war, "
			"bitte --datum prüfen");
		return 0;
	}
	for (const struct doc_node *n = doc_angabe(doc, DOC_BESCHLUSS); n; n = doc_next(n, DOC_BESCHLUSS)) {
		i++;
		if (!doc_is(n, DOC_A_GREMIUM, gremium))
			continue;
		const char *now = doc_get(n, DOC_A_DATUM);
		if (!now || (date_parse(&there, now) && !date_cmp(there, day)))
			return i;
		other = n;
	}
	return other ? tell_day(doc, other, doc_get(other, DOC_A_DATUM), d) : tell_missing(doc, path, gremium, d);
}

bool off_enter_decisions(struct reg *reg, struct mem *m, const struct edition *e, int64_t now, struct diag *d)
{
	const struct doc *doc = e->doc;
	const struct reg_key key = reg_key(doc->ort, off_id(m, e->root, doc));
	bool ok = true;
	for (const struct doc_node *n = doc_angabe(doc, DOC_BESCHLUSS); ok && n; n = doc_next(n, DOC_BESCHLUSS)) {
		const char *of = doc_get(n, DOC_A_GREMIUM), *day = doc_get(n, DOC_A_DATUM);
		const char *text = of && day ? mem_fmt(m, "%s %s", of, day) : NULL;
		if (text && !reg_has_result(reg, key, text))
			ok = reg_event(reg, key, REG_ERGEBNIS, now, text, d);
	}
	return ok;
}
