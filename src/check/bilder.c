/* bilder.c: what is said in place of a picture. */
#include <string.h>
#include <strings.h>

#include "base/file.h"
#include "base/u8.h"
#include "check/rule.h"

static bool announces_picture(const char *s)
{
	static const char *const starts[] = {"Bild von ", "Bild:", "Bild zeigt", "Das Bild ", "Ein Bild ", "Foto von ",
		"Foto:", "Das Foto ", "Grafik zeigt", "Grafik von ", "Grafik:", "Die Grafik ", "Abbildung zeigt",
		"Abbildung von ", "Die Abbildung ", "Diagramm zeigt", "Das Diagramm ", "Screenshot "};
	for (size_t i = 0; i < sizeof starts / sizeof *starts; i++)
		if (chk_starts(s, starts[i]))
			return true;
	return false;
}

static bool is_file_name(const char *s, const char *datei)
{
	static const char *const ends[] = {".png", ".jpg", ".jpeg", ".svg", ".gif", ".tif", ".pdf"};
	size_t n = strlen(s);
	if (datei && (!strcmp(s, datei) || !strcmp(s, file_base(datei))))
		return true;
	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
		if (n > strlen(ends[i]) && !strcasecmp(s + n - strlen(ends[i]), ends[i]) && !strchr(s, ' '))
			return true;
	return false;
}

static void alt(struct chk *c, const struct doc_node *n, const struct doc_node *at, const char *s, bool limited)
{
	int most = c->style ? sty_rule_int(c->style, "alt-laenge", 300) : 300;
	size_t len = u8_count(s, strlen(s));
	const struct doc_node *aussage = doc_child(n, DOC_AUSSAGE);
	if (limited && len > (size_t)(most > 0 ? most : 0))
		chk_tell(c, RULE_ALT, at,
			"Der Alternativtext hat %zu Zeichen; erwartet werden höchstens %d, "
			"bitte kürzen und Einzelheiten in <alternativtext> oder den Text stellen",
			len, most);
	if (announces_picture(s))
		chk_tell(c, RULE_ALT, at,
			"„%.*s …“: dass es ein Bild ist, sagt schon das Vorleseprogramm; "
			"erwartet wird der Inhalt, bitte mit ihm beginnen",
			(int)(strchr(s, ' ') ? strchr(s, ' ') - s : 8), s);
	if (is_file_name(s, doc_get(n, DOC_A_DATEI)))
		chk_tell(c, RULE_ALT, at,
			"„%s“ ist ein Dateiname; erwartet wird, was auf dem Bild zu sehen ist, bitte beschreiben", s);
	if (aussage && !strcmp(chk_str(c, aussage), s))
		chk_tell(c, RULE_ALT, at,
			"Der Alternativtext wiederholt die Bildunterschrift; "
			"erwartet wird, was auf dem Bild zu sehen ist, bitte beschreiben");
}

void chk_alt(struct chk *c)
{
	for (size_t k = 0; k < DOC_KIND_MAX; k++)
		for (size_t i = 0; (doc_kind_class(k) == DOC_CLASS_FIGURE || k == DOC_LOGO) && i < c->kind[k].n; i++) {
			const struct doc_node *n = c->kind[k].at[i], *longer = doc_child(n, DOC_ALTERNATIVTEXT);
			const char *s = doc_get(n, DOC_A_ALT);
			/* theirs is drafted from the data */
			bool drawn = n->kind != DOC_ABBILDUNG && n->kind != DOC_LOGO;
			if (s && *s)
				alt(c, n, n, s, true);
			else if (!drawn && !longer)
				chk_tell(c, RULE_ALT, n,
					"<%s datei=\"%s\"> hat keinen Alternativtext; "
					"erwartet wird alt=\"…\" mit dem, was zu sehen ist, bitte ergänzen",
					doc_kind_name(n->kind), doc_get(n, DOC_A_DATEI) ? doc_get(n, DOC_A_DATEI) : "");
			if (longer)
				alt(c, n, longer, chk_str(c, longer), false);
		}
}

/* A draft may wait for its pictures. */
void chk_bildplatz(struct chk *c)
{
	if (chk_draft(c))
		return;
	for (size_t i = 0; i < c->kind[DOC_BILDPLATZ].n; i++)
		chk_tell(c, RULE_BILDPLATZ, c->kind[DOC_BILDPLATZ].at[i],
			"Das Bild „%s“ fehlt noch; "
			"erwartet wird in einem fertigen Dokument <abbildung datei=\"…\" alt=\"…\"/>, "
			"bitte ersetzen oder den Platz entfernen",
			chk_str(c, c->kind[DOC_BILDPLATZ].at[i]));
}
