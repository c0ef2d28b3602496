/* belege.c: citations and the works they name; "ebd." and the citation before it. */
#include "check/rule.h"
#include "model/literatur.h"

static bool cites(const struct doc_node *n)
{
	return n->kind == DOC_BELEG || n->kind == DOC_EBD;
}

/* Where the file could not be read to its end (told by source), what seems to be missing may stand in it. */
static void unknown_work(struct chk *c, const struct doc_node *n)
{
	const char *ref = doc_get(n, DOC_A_REF);
	const struct doc_literatur *l = c->doc->literatur;
	if (!ref || doc_werk(c->doc, ref) || (l && !l->good))
		return;
	if (l)
		chk_tell(c, RULE_BELEG, n,
			"Das Werk „%s“ steht nicht in „%s“; "
			"erwartet wird eine id aus der Literaturdatei, bitte berichtigen oder das Werk dort ergänzen",
			ref, l->name);
	else if (!c->kind[DOC_LITERATUR].n)
		chk_tell(c, RULE_BELEG, n,
			"Das Dokument nennt keine Literaturdatei; "
			"erwartet wird in <angaben> zum Beispiel <literatur datei=\"literatur.json\"/>, "
			"bitte ergänzen");
}

void chk_beleg(struct chk *c)
{
	for (size_t i = 0; i < c->kind[DOC_BELEG].n; i++)
		unknown_work(c, c->kind[DOC_BELEG].at[i]);
	for (size_t i = 0; i < c->kind[DOC_EBD].n; i++)
		unknown_work(c, c->kind[DOC_EBD].at[i]);
	if (c->kind[DOC_BELEG].n && c->doc->literatur && !c->kind[DOC_LITERATURVERZEICHNIS].n)
		chk_tell(c, RULE_BELEG, c->kind[DOC_BELEG].at[0],
			"Das Dokument hat Belege, aber kein Literaturverzeichnis; "
			"erwartet wird <literaturverzeichnis/> nach dem letzten Kapitel, bitte ergänzen");
}

struct before { const char *ref; bool several; const struct doc_node *note; };

static void one_ebd(struct chk *c, const struct doc_node *n, const struct before *b)
{
	const char *ref = doc_get(n, DOC_A_REF);
	const struct doc_werk *w = doc_werk(c->doc, ref);
	if (!w)
		return;                                /* told by chk_beleg */
	if (!b->ref)
		chk_tell(c, RULE_EBD, n,
			"„ebd.“ steht hier ohne Beleg davor; "
			"erwartet wird zuerst der volle Beleg, bitte <beleg ref=\"%s\"/> schreiben",
			ref);
	else if (strcmp(b->ref, ref))
		chk_tell(c, RULE_EBD, n,
			"„ebd.“ meint „%s“, der Beleg davor (Fußnote %s, %s) nennt „%s“; "
			"bitte <beleg ref=\"%s\"/> schreiben oder die Reihenfolge prüfen",
			ref, b->note->number ? b->note->number : "*", chk_place(c, b->note), b->ref, ref);
	else if (b->several)
		chk_tell(c, RULE_EBD, n,
			"„ebd.“ ist hier nicht eindeutig, denn Fußnote %s (%s) nennt mehrere Werke; "
			"bitte <beleg ref=\"%s\"/> schreiben",
			b->note->number ? b->note->number : "*", chk_place(c, b->note), ref);
}

/* Notes as the reader goes through them; one that cites nothing leaves the source before in force. */
void chk_ebd(struct chk *c)
{
	struct before before = {0};
	for (size_t i = 0; i < c->kind[DOC_FUSSNOTE].n; i++) {
		const struct doc_node *note = c->kind[DOC_FUSSNOTE].at[i];
		struct before in = {.note = note};
		for (const struct doc_node *n = note; n; n = doc_walk(note, n)) {
			const char *ref = cites(n) ? doc_get(n, DOC_A_REF) : NULL;
			if (!ref)
				continue;
			if (n->kind == DOC_EBD)
				one_ebd(c, n, in.ref ? &in : &before);
			in.several |= in.ref && strcmp(in.ref, ref);
			in.ref = ref;
		}
		if (in.ref)
			before = in;
	}
}

void chk_unbelegt(struct chk *c)
{
	const struct doc_literatur *l = c->doc->literatur;
	for (size_t i = 0; l && i < l->n; i++)
		if (!l->werke[i].cited)
			chk_tell(c, RULE_UNBELEGT, c->kind[DOC_LITERATUR].at[0],
				"Das Werk „%s“ (%s:%d) wird nirgends belegt und nicht gedruckt; "
				"bitte mit <beleg ref=\"%s\"/> belegen oder aus der Literaturdatei nehmen",
				l->werke[i].id, l->name, l->werke[i].line, l->werke[i].id);
}
