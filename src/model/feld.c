/* feld.c: which element of a paper fills which field. */
#include <string.h>

#include "model/papier.h"

static const struct {
	const char *art, *name;
	enum doc_kind kind;
	bool angaben;
} fields[] = {
	{"aktenzeichen", "<aktenzeichen>", DOC_AKTENZEICHEN, true},
	{"anlagen", "<anlagen>", DOC_ANLAGEN, false},
	{"auskunft", "<auskunft>", DOC_AUSKUNFT, true},
	{"auswahl", "<auswahl>", DOC_AUSWAHL, false},
	{"beratungsfolge", "<beratung>", DOC_BERATUNG, true},
	{"beschlussvorschlag", "<beschlussvorschlag>", DOC_BESCHLUSSVORSCHLAG, false},
	{"beteiligungen", "<beteiligung>", DOC_BETEILIGUNG, true},
	{"erlaeuterungen", "<erlaeuterungen>", DOC_ERLAEUTERUNGEN, false},
	{"federfuehrung", "<federfuehrung>", DOC_FEDERFUEHRUNG, true},
	{"finanzformular", "<finanzformular>", DOC_FINANZFORMULAR, false},
	{"finanzierung", "<finanzierung>", DOC_FINANZIERUNG, false},
	{"kosten", "<kosten>", DOC_KOSTEN, false},
	{"mitzeichnung", "<mitzeichnung>", DOC_MITZEICHNUNG, false},
	{"unterschriften", "<unterschriften>", DOC_UNTERSCHRIFTEN, false},
	{"verfasser", "<verfasser>", DOC_VERFASSER, true},
	{"zusatzfelder", "<zusatzfeld>", DOC_ZUSATZFELD, false},
};
enum { FIELDS = sizeof fields / sizeof *fields };

const char *doc_feld(size_t i)
{
	return i < FIELDS ? fields[i].art : NULL;
}

/* "zusatz-klima" is one of the Zusatzfelder. */
static const char *of_all(const char *art)
{
	return !strncmp(art, "zusatz-", 7) ? "zusatzfelder" : !strncmp(art, "auswahl-", 8) ? "auswahl" : art;
}

const char *doc_feld_fills(const char *art)
{
	for (size_t i = 0; i < FIELDS; i++)
		if (!strcmp(fields[i].art, of_all(art)))
			return fields[i].name;
	return NULL;
}

const struct doc_node *doc_feld_node(const struct doc_vorlage *v, const char *art)
{
	const char *dash = strchr(art, '-'), *of = of_all(art);
	for (size_t i = 0; i < FIELDS; i++) {
		if (strcmp(fields[i].art, of))
			continue;
		const struct doc_node *up = fields[i].angaben ? doc_child(v->node, DOC_ANGABEN) : v->node;
		const struct doc_node *n = up ? doc_child(up, fields[i].kind) : NULL;
		while (n && of != art && !doc_is(n, DOC_A_ART, dash + 1))
			n = doc_next(n, fields[i].kind);
		return n;
	}
	return NULL;
}
