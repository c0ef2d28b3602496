/* altnamen.c: names that offices and bodies do not have on the day of the document: the old one in a sentence, a label
 * or a data file, though the directory knows since when it is another. A sentence that speaks of that time (by a year,
 * by "damals") may use it. */
#include "base/u8.h"
#include "check/rule.h"
#include "check/sentence.h"

struct old_name {
	const char *text, *now;                        /* without "(…)" at its end; now NULL: none is valid today */
	struct date from, to;                          /* zero: open */
};

struct chk_old_names {
	struct old_name *old;
	const char **valid;                            /* names of the day, of all offices */
	size_t nold, nvalid;
	char *first;                                   /* the first bytes of the old ones: most of a text is none */
};

/* ---- gathering ---- */

static struct date day_of(const struct doc_node *n, enum doc_attr a)
{
	struct date d;
	date_parse(&d, doc_get(n, a));
	return d;
}

static bool begun(struct date from, struct date stand)
{
	return !from.year || date_days(from) <= date_days(date_last(stand));
}

static bool over(struct date to, struct date stand)
{
	return to.year && date_days(date_last(to)) < date_days(stand);
}

/* "Sozialausschuss (Muster)": what stands in brackets is not said. */
static const char *spoken(struct chk *c, const struct doc *doc, const struct doc_node *n)
{
	struct buf b = {0};
	doc_text(&b, doc, n);
	char *s = buf_take(&b, c->mem), *bracket = strrchr(s, '(');
	size_t len = strlen(s);
	if (bracket > s && bracket[-1] == ' ' && len && s[len - 1] == ')')
		bracket[-1] = '\0';
	return s;
}

static const char *name_on(struct chk *c, const struct doc *doc, const struct doc_node *office)
{
	const char *found = NULL;
	for (const struct doc_node *n = doc_child(office, DOC_NAME); n; n = doc_next(n, DOC_NAME))
		if (begun(day_of(n, DOC_A_VON), c->stand) && !over(day_of(n, DOC_A_BIS), c->stand))
			found = spoken(c, doc, n);
	return found;
}

static void add_office(struct chk *c, struct chk_old_names *t, const struct doc *doc, const struct doc_node *office,
	bool count)
{
	enum { SHORT = 5 };                            /* "Rat" stands in too many words */
	const char *now = count ? NULL : name_on(c, doc, office);
	for (const struct doc_node *n = doc_child(office, DOC_NAME); n; n = doc_next(n, DOC_NAME)) {
		struct date from = day_of(n, DOC_A_VON), to = day_of(n, DOC_A_BIS);
		bool valid = begun(from, c->stand) && !over(to, c->stand);
		const char *s = count ? "" : spoken(c, doc, n);
		if (!count && valid)
			t->valid[t->nvalid] = s;
		else if (!count && strlen(s) > SHORT && (!now || strcmp(now, s)))
			t->old[t->nold] = (struct old_name){s, now, from, to};
		else if (!count)
			continue;
		t->nvalid += valid || count;
		t->nold += !valid || count;
	}
}

static void add_offices(struct chk *c, struct chk_old_names *t, bool count)
{
	const struct doc *docs[] = {c->doc, c->doc->verzeichnis};
	for (size_t k = 0; k < 2; k++)
		for (const struct doc_node *n = docs[k] ? docs[k]->root : NULL; n; n = doc_walk(docs[k]->root, n))
			if (n->kind == DOC_STELLE || n->kind == DOC_GREMIUM)
				add_office(c, t, docs[k], n, count);
}

/* Once a run; a document without a day, or the directory itself, has no old names. */
static struct chk_old_names *names(struct chk *c)
{
	if (c->old_names)
		return c->old_names;
	struct chk_old_names *t = c->old_names = MEM_NEW(c->mem, struct chk_old_names);
	if (!c->stand.year || c->doc->root->kind == DOC_VERZEICHNIS)
		return t;
	add_offices(c, t, true);
	t->old = MEM_ARRAY(c->mem, struct old_name, t->nold + 1);
	t->valid = MEM_ARRAY(c->mem, const char *, t->nvalid + 1);
	t->nold = t->nvalid = 0;
	add_offices(c, t, false);
	t->first = MEM_ARRAY(c->mem, char, t->nold + 1);
	for (size_t i = 0; i < t->nold; i++)
		t->first[i] = *t->old[i].text;
	return t;
}

/* ---- finding ---- */

static bool ending(const char *p, const char *q)
{
	static const char *const endings[] = {"", "s", "es", "e", "n", "en", "er", "em", "ern"};
	for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
		if (chk_is_any(p, q, endings[i]))
			return true;
	return false;
}

/* The same letter, or its capital where all is written in capitals, "ß" as "SS". Moves behind both. */
static bool same_letter(const char **p, const char **word, const char *end, bool loud)
{
	const char *q = *p;
	const uint32_t is = u8_get(word, end), cp = *q ? u8_get(&q, q + strlen(q)) : 0;
	const bool sharp = loud && is == 0xDF && chk_starts(*p, "SS");
	const bool capital = u8_lower(cp) != cp || !u8_is_letter(cp);
	*p = sharp ? *p + 2 : q;
	return sharp || (loud ? capital && u8_lower(cp) == u8_lower(is) : cp == is);
}

/* Behind the n bytes of word at p, soft hyphens left out; NULL: they are not there. */
static const char *behind(const char *p, const char *word, size_t n, bool loud)
{
	for (const char *end = word + n; word < end;) {
		while (chk_starts(p, "\u00AD"))
			p += strlen("\u00AD");
		if (!same_letter(&p, &word, end, loud))
			return NULL;
	}
	return p;
}

/* The name at p, its words declined or not, its blanks of any kind: its end; NULL: another text. */
static const char *spelled(const char *p, const char *name, bool loud)
{
	while (*name) {
		if (*name == ' ') {
			if (!chk_gap(&p))
				return NULL;
			name++;
			continue;
		}
		const char *word = name, *q;
		name = chk_is_word((unsigned char)*name) ? chk_word_end(name) : chk_after(name);
		q = behind(p, word, (size_t)(name - word), loud);
		if (!q)
			return NULL;
		p = chk_is_word((unsigned char)*word) ? chk_word_end(q) : q;
		if (p < q || !ending(q, p))
			return NULL;
	}
	return p;
}

/* So, or "AMT FÜR KULTUR" */
static const char *matches(const char *p, const char *name)
{
	const char *q = spelled(p, name, false);
	return q ? q : spelled(p, name, true);
}

/* A name of today that holds the old one: "Integrationsrat" in "Integrationsrat und Ausländerbeirat". */
static bool part_of_valid(const struct chk_old_names *t, const char *start, const char *p, const char *q,
	const char *old)
{
	for (size_t i = 0; i < t->nvalid; i++) {
		const char *in = strstr(t->valid[i], old);
		size_t before = in ? (size_t)(in - t->valid[i]) : 0;
		const char *end = in && (size_t)(p - start) >= before ? matches(p - before, t->valid[i]) : NULL;
		if (end && end >= q)
			return true;
	}
	return false;
}

/* A word of the sentence begins so, or the name of today stands beside the old one. */
static bool about_change(const struct old_name *o, const char *from, const char *to)
{
	static const char *const words[] = {"damal", "ehemal", "früher", "bisher", "vormal", "vorher", "seinerzeit",
		"umbenannt", "hieß", "umbenennung", "ehedem", "einstig", "vorgänger", "nachfolge", "künftig", "heißt",
		"ab dem ", "aufgelöst", "auflösung", "aufgegangen", "abgelöst", "alten ", "an die stelle", "zuvor"};
	for (const char *p = from; p < to; p = chk_after(p)) {
		if (!chk_is_word((unsigned char)*p) || (p > from && chk_is_word((unsigned char)p[-1])))
			continue;
		for (size_t i = 0; i < sizeof words / sizeof *words; i++)
			if (chk_begins_any(p, to, words[i]))
				return true;
		if (o->now && matches(p, o->now))
			return true;
	}
	return false;
}

/* The sentence is about the time when it was the name. */
static bool about_then(const struct old_name *o, const char *from, const char *to)
{
	if (about_change(o, from, to))
		return true;
	for (const char *p = from; p + 4 <= to; p++) {
		int year = 0;
		if (strspn(p, "0123456789") == 4 && (p == from || p[-1] < '0' || p[-1] > '9'))
			for (int i = 0; i < 4; i++)
				year = year * 10 + (p[i] - '0');
		if (year > 1800 && year < 2200 && year >= o->from.year && (!o->to.year || year <= o->to.year))
			return true;
	}
	return false;
}

static const char *since(struct chk *c, const struct old_name *o)
{
	return over(o->to, c->stand) ? mem_fmt(c->mem, "hieß so nur bis %s", chk_day(c, o->to))
				     : mem_fmt(c->mem, "heißt so erst ab %s", chk_day(c, o->from));
}

static const char *instead(struct chk *c, const struct old_name *o)
{
	return o->now ? mem_fmt(c->mem, "erwartet wird „%s“", o->now)
		      : "erwartet wird ein Name, der an diesem Tag gilt";
}

/* The first name in s from p on that is not of the day. */
static const struct old_name *find(const struct chk_old_names *t, const char *start, const char **p, const char **q)
{
	for (; **p; *p = chk_after(*p)) {
		*p += strcspn(*p, t->first);
		if (!**p)
			break;
		bool inside = *p > start && chk_is_word((unsigned char)(*p)[-1]) && chk_is_word((unsigned char)**p);
		for (size_t i = 0; !inside && i < t->nold; i++)
			if (**p == *t->old[i].text && (*q = matches(*p, t->old[i].text)) &&
				!part_of_valid(t, start, *p, *q, t->old[i].text))
				return &t->old[i];
	}
	return NULL;
}

void chk_altname_text(struct chk *c, const struct chk_text *t, const struct chk_tok *k)
{
	const struct chk_old_names *n = names(c);
	const struct old_name *o;
	(void)k;
	if (!n->nold || t->block->kind == DOC_NAME || t->block->kind == DOC_QUELLE || t->block->kind == DOC_ZITAT)
		return;
	for (const char *p = t->s, *q, *from, *to; (o = find(n, t->s, &p, &q)); p = q)
		if (!chk_sentence(t, p, &from, &to) || !about_then(o, from, to)) {
			chk_tell_at(c, RULE_ALTNAME, t, p,
				"„%s“ %s; %s, bitte ersetzen oder sagen, von welcher Zeit die Rede ist",
				chk_quote(c, t, p, q), since(c, o), instead(c, o));
			/* not declined, so the new one fits */
			if (o->now && chk_is(p, q, o->text))
				chk_answer(c, t, p, q, o->now);
		}
}

/* ---- figures ---- */

static void in_bytes(struct chk *c, const struct doc_node *n, const char *path, int line, const char *s)
{
	const struct chk_old_names *t = names(c);
	const char *p = s, *q;
	const struct old_name *o = t->nold ? find(t, s, &p, &q) : NULL;
	if (o)
		chk_tell(c, RULE_ALTNAME, n,
			"„%s“ steht in „%s“%s und %s; %s, bitte dort ersetzen", mem_str(c->mem, p, (size_t)(q - p)),
			path, line ? mem_fmt(c->mem, " (Zeile %d)", line) : "", since(c, o), instead(c, o));
}

static void in_data(struct chk *c, const struct doc_node *n)
{
	const char *path = doc_get(n, DOC_A_DATEN);
	const struct doc_csv *csv = path ? doc_csv(c->doc, path) : NULL;
	for (size_t i = 0; csv && i < csv->rows * csv->cols; i++)
		in_bytes(c, n, path, csv->line[i / csv->cols], csv->cell[i]);
}

/* Words of a drawing stand between its tags. */
static void in_drawing(struct chk *c, const struct doc_node *n)
{
	const char *path = doc_get(n, DOC_A_DATEI);
	const struct doc_picture *pic = path ? doc_picture(c->doc, path) : NULL;
	size_t len = path ? strlen(path) : 0;
	if (!pic || !pic->data || len < 4 || strcmp(path + len - 4, ".svg"))
		return;
	const char *end = pic->data + pic->size;
	for (const char *p = memchr(pic->data, '>', pic->size); p; p = memchr(p, '>', (size_t)(end - p))) {
		p++;
		const char *q = memchr(p, '<', (size_t)(end - p));
		if (q && q > p)
			in_bytes(c, n, path, 0, mem_str(c->mem, p, (size_t)(q - p)));
	}
}

/* ---- the town ---- */

/* The name of the directory, with any blanks, and no word behind it: "– Der Bürgermeister" may be. */
static bool begins_with(const char *printed, const char *name)
{
	for (const char *end = printed + strlen(printed), *last = name + strlen(name); name < last;)
		if (!chk_gap(&name) != !chk_gap(&printed) || printed == end ||
			u8_lower(u8_get(&name, last)) != u8_lower(u8_get(&printed, end)))
			return false;
	chk_gap(&printed);
	return !chk_is_word((unsigned char)*printed);
}

/* "Stadt Neustadt" where the directory says "Neustadt" */
static bool names_town(const char *printed, const char *name)
{
	const char *second = chk_word_end(printed);
	return begins_with(printed, name) || (chk_gap(&second) && begins_with(second, name));
}

/* Documents bear the name that the Gestaltung says; a town is renamed in its directory. */
static void town(struct chk *c)
{
	const struct doc *dir = c->doc->root->kind == DOC_VERZEICHNIS ? c->doc : c->doc->verzeichnis;
	const struct doc_node *ort = dir ? doc_child(dir->root, DOC_ORT) : NULL;
	const char *name = ort ? doc_get(ort, DOC_A_NAME) : NULL;
	if (name && c->style && !names_town(c->style->town, name))
		chk_tell(c, RULE_ALTNAME, c->doc->root,
			"Titelseite und Kopfzeilen nennen „%s“, so heißt die Kommune in der Gestaltung (%s), "
			"im Verzeichnis aber „%s“; erwartet wird derselbe Name, "
			"bitte stadt=\"…\" in der Gestaltung oder den Namen im Verzeichnis berichtigen",
			c->style->town, c->style->file, name);
}

void chk_altname(struct chk *c)
{
	town(c);
	if (!names(c)->nold)
		return;
	for (size_t i = 0; i < c->kind[DOC_DIAGRAMM].n; i++)
		in_data(c, c->kind[DOC_DIAGRAMM].at[i]);
	for (size_t i = 0; i < c->kind[DOC_ABBILDUNG].n; i++)
		in_drawing(c, c->kind[DOC_ABBILDUNG].at[i]);
}
