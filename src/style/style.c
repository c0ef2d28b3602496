/* style.c: what others ask of a loaded style, and the codes of its messages. */
#include "style/style.h"

#include <stdlib.h>
#include <string.h>

#include "style/names.h"

const struct diag_code sty_codes[] = {
	{"GESTALTUNG", DIAG_FEHLER, "Unbekannter Name in einer Gestaltung",
	 "Ein Element, ein Attribut oder ein Name in gestaltung.xml oder regeln.xml ist nicht bekannt. "
	 "Vermutlich ist er verschrieben; die Meldung nennt den nächstliegenden bekannten Namen. "
	 "Unbekannte Namen werden nicht übergangen, weil sonst eine Einstellung ohne Wirkung bliebe, "
	 "ohne dass es jemand merkt. Beispiel: <stil name=\"flies\" …> statt <stil name=\"fliess\" …>."},
	{"GESTALTUNGSWERT", DIAG_FEHLER, "Unbrauchbarer Wert in einer Gestaltung",
	 "Der Wert eines Attributs in gestaltung.xml oder regeln.xml passt nicht. "
	 "Maße sind Zahlen in Punkt (`7.5`) oder mit Einheit (`36mm`), Farben drei Zahlen von 0 bis 255 (15 76 92), "
	 "Schalter „ja“ oder „nein“. Bitte den Wert an der genannten Zeile berichtigen."},
	{"GESTALTUNG-FEHLT", DIAG_FEHLER, "Eine Angabe fehlt in der Gestaltung",
	 "Die Gestaltung einer Kommune muss alle Stile, Farben und Linien enthalten, die der Satz braucht. "
	 "Bitte die genannte Angabe ergänzen; die mitgelieferten Gestaltungen dienen als Muster."},
	{"KONTRAST", DIAG_FEHLER, "Zu geringer oder zu hoher Farbkontrast",
	 "Schrift braucht gegen ihren Grund mindestens 4,5 : 1, die Akzentfarbe 7 : 1; "
	 "die Diagrammfarben mitte und zweit brauchen 3,0 bis 3,3 : "
	 "1 gegen Weiß und mindestens 3,0 : 1 gegen den Akzent. "
	 "Sonst ist das Dokument nicht barrierefrei. Bitte den RGB-Wert der genannten Farbe ändern."},
	{"FOLIENSCHRIFT", DIAG_FEHLER, "Zu kleine Schrift auf Folien",
	 "Folien werden aus der Ferne gelesen: Schrift braucht dort mindestens 18 Punkt, "
	 "in Tabellen und im Fuß 12 Punkt. "
	 "Bitte in <folien> der Gestaltung die Größe des genannten Stils ändern; was auf einer Folie zu viel ist, "
	 "gehört auf eine zweite.\nFalsch: `<folien><stil name=\"fliess\" groesse=\"14\" zab=\"20\"/></folien>`. "
	 "Richtig: `<folien><stil name=\"fliess\" groesse=\"20\" zab=\"28\"/></folien>`."},
	{0}
};

void sty_free(struct style *s)
{
	if (s)
		mem_free(s->mem);
}

const struct sty_para *sty_para(const struct style *s, const char *name)
{
	static const char plain[] = "fliess";
	for (int i = 0; i < s->nparas; i++)
		if (*s->paras[i].name == *name && !strcmp(s->paras[i].name, name))
			return &s->paras[i];
	return strcmp(name, plain) ? sty_para(s, plain) : &s->paras[0];
}

const struct sty_para *sty_variant(const struct style *s, const char *name, const char *variant)
{
	size_t n = strlen(name);
	for (int i = 0; variant && i < s->nparas; i++) {
		const char *full = s->paras[i].name;
		if (*full == *name && !strncmp(full, name, n) && full[n] == '-' && !strcmp(full + n + 1, variant))
			return &s->paras[i];
	}
	return sty_para(s, variant && !strcmp(variant, "leicht") && !strcmp(name, "fliess") ? "leicht" : name);
}

const struct sty_table *sty_table(const struct style *s, const char *name)
{
	for (int i = 0; i < s->ntables; i++)
		if (!strcmp(s->tables[i].name, name))
			return &s->tables[i];
	return &s->tables[0];
}

sty_rgb sty_colour(const struct style *s, const char *name)
{
	for (int i = 0; i < s->names->ncolours; i++)
		if (!strcmp(s->names->colours[i].name, name))
			return s->names->colours[i].rgb;
	return 0;
}

struct sty_line sty_line(const struct style *s, const char *name)
{
	for (int i = 0; i < s->names->nlines; i++)
		if (!strcmp(s->names->lines[i].name, name))
			return s->names->lines[i].line;
	return (struct sty_line){0};
}

static const char *pair(const struct sty_pair *p, int n, const char *name, const char *fallback)
{
	for (int i = 0; i < n; i++)
		if (*p[i].name == *name && !strcmp(p[i].name, name))
			return p[i].value;
	return fallback;
}

const char *sty_word(const struct style *s, const char *name)
{
	return pair(s->names->words, s->names->nwords, name, name);
}

static const char *say(const void *town, const char *name)
{
	return sty_word(town, name);
}

const char *sty_waehrung(const struct style *s)
{
	return s ? sty_rule(s, "waehrung", "Euro") : "Euro";
}

struct doc_words sty_words(const struct style *s)
{
	return (struct doc_words){.say = say, .town = s, .waehrung = sty_waehrung(s)};
}

const char *sty_rule(const struct style *s, const char *name, const char *fallback)
{
	return pair(s->names->rules, s->names->nrules, name, fallback);
}

int sty_rule_int(const struct style *s, const char *name, int fallback)
{
	const char *v = sty_rule(s, name, NULL);
	return v && *v >= '0' && *v <= '9' ? (int)strtol(v, NULL, 10) : fallback;
}

static int years_of(const struct style *s, const char *rule, int fallback)
{
	return s ? sty_rule_int(s, rule, fallback) : fallback;
}

struct sty_terms_of_years sty_terms_of_years(const struct style *s)
{
	return (struct sty_terms_of_years){years_of(s, "zeitbedarf-kurz", 2), years_of(s, "zeitbedarf-mittel", 5)};
}

const char *sty_class_for(const struct style *s, int years)
{
	const struct sty_terms_of_years t = sty_terms_of_years(s);
	return years <= t.kurz ? "kurzfristig" : years <= t.mittel ? "mittelfristig" : "langfristig";
}

bool sty_rule_is(const struct style *s, const char *name, const char *value)
{
	const char *v = sty_rule(s, name, NULL);
	return v && !strcmp(v, value);
}

struct doc_muster_regel sty_muster_rules(const struct style *s)
{
	return (struct doc_muster_regel){.muster = sty_rule(s, "drucksache-muster", NULL),
		.teile = sty_rule(s, "drucksache-teile", NULL),
		.zaehler = sty_rule(s, "drucksache-zaehler", NULL),
		.ergaenzung = sty_rule(s, "drucksache-ergaenzung", NULL),
		.fassung = sty_rule(s, "drucksache-fassung", NULL)};
}

struct doc_muster_regel sty_beschluss_rules(const struct style *s)
{
	return (struct doc_muster_regel){.name = "beschluss",
		.muster = sty_rule(s, "beschluss-muster", NULL),
		.teile = sty_rule(s, "beschluss-teile", NULL),
		.zaehler = sty_rule(s, "beschluss-zaehler", NULL)};
}

const struct doc_muster *sty_beschluss_muster(const struct style *s, struct mem *m)
{
	const struct doc_muster_regel rules = sty_beschluss_rules(s);
	const char *fault;
	return !rules.muster || !strcmp(rules.muster, "keins") ? NULL : doc_muster(m, &rules, &fault);
}

const struct doc_muster *sty_muster(const struct style *s, struct mem *m)
{
	const struct doc_muster_regel usual = {0}, rules = s ? sty_muster_rules(s) : usual;
	const char *fault;
	const struct doc_muster *w = doc_muster(m, &rules, &fault);
	return w ? w : doc_muster(m, &usual, &fault);
}

void sty_severities(const struct style *s, struct diag *d)
{
	for (int i = 0; i < s->names->nseverities; i++) {
		const struct sty_pair *p = &s->names->severities[i];
		diag_set(d, p->name,
			!strcmp(p->value, "fehler")            ? DIAG_FEHLER
				: !strcmp(p->value, "warnung") ? DIAG_WARNUNG
							       : DIAG_AUS);
	}
}

const struct sty_field *sty_fields(const struct style *s, const char *element, int *n)
{
	const struct sty_fieldset *f = !strcmp(element, "massnahme") ? &s->names->massnahme : &s->names->arbeitspaket;
	*n = f->n;
	return f->fields;
}

const char *sty_document(const struct style *s, const char *kind, const char *attr)
{
	const char *value = NULL;
	for (const struct src_elem *e = s->names->look->first; e; e = e->next) {
		const char *of = NULL, *v = NULL;
		for (int i = 0; i < e->nattrs && !strcmp(e->name, "dokument"); i++) {
			of = strcmp(e->attrs[i].name, "art") ? of : e->attrs[i].value;
			v = strcmp(e->attrs[i].name, attr) ? v : e->attrs[i].value;
		}
		value = of && v && !strcmp(of, kind) ? v : value;
	}
	return value;
}

const char *sty_value(const struct style *s, const char *element, const char *attr)
{
	for (const struct src_elem *e = s->names->look->first; e; e = e->next)
		if (!strcmp(e->name, element))
			for (int i = 0; i < e->nattrs; i++)
				if (!strcmp(e->attrs[i].name, attr))
					return e->attrs[i].value;
	return NULL;
}
