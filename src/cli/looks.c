/* looks.c: the appendices of the handbook that tell what a template may name: words, rules, roles, styles. */
#include <string.h>

#include "base/esc.h"
#include "cli/reference.h"
#include "style/papiere.h"

/* "a|b" as code, one beside the other; other words as they are. */
static void put_choices(struct buf *b, const char *choices)
{
	if (!strchr(choices, '|') && strchr(choices, ' ')) {
		esc_text(b, choices, strlen(choices));
		return;
	}
	for (size_t n; *choices; choices += n + (choices[n] == '|')) {
		n = strcspn(choices, "|");
		buf_str(b, "<code>");
		esc_text(b, choices, n);
		buf_str(b, choices[n] ? "</code>, " : "</code>");
	}
}

/* "Sie stehen in Tabelle 3." */
static void mention(struct buf *b, const char *words, const char *id)
{
	buf_fmt(b, "  <absatz>%s <verweis ziel=\"%s\"/>.</absatz>\n", words, id);
}

static void begin(struct buf *b, const char *id, const char *title, const char *columns, const char *heads)
{
	buf_fmt(b, "  <tabelle id=\"%s\">\n    <titel>%s</titel>\n    %s\n    <kopfzeile>%s</kopfzeile>\n", id, title,
		columns, heads);
}

static void end(struct buf *b) { buf_str(b, "  </tabelle>\n"); }

static void cell(struct buf *b, const char *text)
{
	buf_str(b, "<zelle>");
	ref_prose(b, text);
	buf_str(b, "</zelle>");
}

/* What the author writes; nothing: a dash. */
static void code(struct buf *b, const char *text)
{
	buf_str(b, *text ? "<zelle><code>" : "<zelle>");
	esc_text(b, *text ? text : "–", *text ? strlen(text) : strlen("–"));
	buf_str(b, *text ? "</code></zelle>" : "</zelle>");
}

static void name_and_text(void *to, const struct sty_told *t)
{
	struct buf *b = to;
	buf_str(b, "    <zeile>");
	code(b, t->name);
	buf_str(b, "<zelle>");
	esc_text(b, t->set, strlen(t->set));
	buf_str(b, "</zelle></zeile>\n");
}

void ref_words(struct buf *b, const struct style *ground)
{
	ref_head(b, "woerter", "Alle Wörter",
		"Diese Wörter und Sätze setzt das Programm selbst. Eine Kommune ändert sie in ihrer `gestaltung.xml` "
		"mit `<wort name=\"…\">…</wort>`. Hier steht, wie sie in der Grundlage heißen.");
	mention(b, "Die Wörter stehen in", "tab-woerter");
	begin(b, "tab-woerter", "Wörter der Gestaltung", "<spalte art=\"zeilenkopf\" breite=\"56mm\"/><spalte/>",
		"<zelle>Name</zelle><zelle>In der Grundlage</zelle>");
	sty_tell(ground, STY_WORDS, name_and_text, b);
	end(b);
	buf_str(b, "</anhang>\n");
}

static void rule(void *to, const struct sty_told *t)
{
	struct buf *b = to;
	buf_str(b, "    <zeile>");
	code(b, t->name);
	buf_str(b, "<zelle>");
	ref_prose(b, t->text);
	if (t->choices) {
		buf_str(b, " <betont>Werte:</betont> ");
		put_choices(b, t->choices);
	}
	buf_str(b, "</zelle>");
	code(b, t->set);
	buf_str(b, "</zeile>\n");
}

void ref_rules(struct buf *b, const struct style *ground)
{
	ref_head(b, "regeln", "Alle Regeln",
		"Was eine Kommune in ihrer `regeln.xml` festlegt, mit <regel name=\"…\" wert=\"…\"/>. Wie schwer eine "
		"Meldung wiegt, sagt dort <schwere code=\"…\" stufe=\"fehler|warnung|aus\"/>.");
	mention(b, "Die Regeln stehen in", "tab-regeln");
	begin(b, "tab-regeln", "Regeln und was sie entscheiden",
		"<spalte art=\"zeilenkopf\" breite=\"50mm\"/><spalte/><spalte breite=\"40mm\"/>",
		"<zelle>Regel</zelle><zelle>Was sie entscheidet</zelle><zelle>In der Grundlage</zelle>");
	sty_tell(ground, STY_RULES, rule, b);
	end(b);
	buf_str(b, "</anhang>\n");
}

static void name_use_set(void *to, const struct sty_told *t)
{
	struct buf *b = to;
	buf_str(b, "    <zeile>");
	code(b, t->name);
	cell(b, t->text);
	code(b, t->set);
	buf_str(b, "</zeile>\n");
}

static void subject(struct buf *b, const struct style *ground, enum sty_subject what, const char *id,
	const char *title)
{
	begin(b, id, title, "<spalte art=\"zeilenkopf\" breite=\"46mm\"/><spalte/><spalte breite=\"60mm\"/>",
		"<zelle>Name</zelle><zelle>Wofür</zelle><zelle>In der Grundlage</zelle>");
	sty_tell(ground, what, name_use_set, b);
	end(b);
}

void ref_roles(struct buf *b, const struct style *ground)
{
	ref_head(b, "rollen", "Alle Rollen",
		"Die Rolle einer Schrift nennt ein Stil mit rolle=\"…\"; welche Familie sie spielt, sagt <schrift "
		"rolle=\"…\" familie=\"…\"/>. Die Rolle eines Gremiums nennt die <beratung> einer Vorlage.");
	mention(b, "Die Rollen der Schriften stehen in", "tab-rollen-schrift");
	mention(b, "Die Rollen der Gremien stehen in", "tab-rollen-gremium");
	subject(b, ground, STY_ROLES, "tab-rollen-schrift", "Rollen der Schriften");
	begin(b, "tab-rollen-gremium", "Rollen der Gremien in der Beratungsfolge",
		"<spalte art=\"zeilenkopf\" breite=\"46mm\"/><spalte/>",
		"<zelle>Rolle</zelle><zelle>Gedruckt wird</zelle>");
	for (int i = 0; i < sty_namen(ground, STY_ROLLEN)->n; i++) {
		const struct sty_named *r = &sty_namen(ground, STY_ROLLEN)->all[i];
		name_and_text(b, &(struct sty_told){.name = r->name, .set = r->wort});
	}
	end(b);
	buf_str(b, "</anhang>\n");
}

void ref_styles(struct buf *b, const struct style *ground)
{
	static const struct { enum sty_subject what; const char *id, *title, *words; } tables[] = {
		{STY_PARAS, "tab-stile", "Stile der Absätze: stil",
			"Schrift, Abstände und Trennung der Absätze stehen in"},
		{STY_TABLES, "tab-tabellenstile", "Stile der Tabellen: tabellenstil",
			"Linien und Polster der Tabellen stehen in"},
		{STY_LINES, "tab-linien", "Linien: linie", "Wie stark die Linien sind, steht in"},
		{STY_COLOURS, "tab-farben", "Farben: farbe", "Die Farben stehen in"},
		{STY_MEASURES, "tab-masse", "Maße: mass", "Maße, die zu keinem Stil gehören, stehen in"},
		{STY_WIDTHS, "tab-spalten", "Spalten der Tabellen, die das Programm macht: spalten",
			"Wie breit die Spalten erzeugter Tabellen sind, steht in"}};
	ref_head(b, "stile", "Alle Stile",
		"Wie Schrift, Tabellen und Linien aussehen, steht in `gestaltung.xml`. Eine Kommune nennt dort nur, "
		"was anders ist als in der Grundlage; ein Attribut, das sie weglässt, gilt wie hier.");
	for (size_t i = 0; i < sizeof tables / sizeof *tables; i++)
		mention(b, tables[i].words, tables[i].id);
	for (size_t i = 0; i < sizeof tables / sizeof *tables; i++)
		subject(b, ground, tables[i].what, tables[i].id, tables[i].title);
	buf_str(b, "</anhang>\n");
}
