/* valid.c: the document against the schema while it is read. A fault is told and reading goes on as if it had been put
 * right: a misspelt element counts as the one meant, one in the wrong place is checked but left out of the tree, an
 * early one is not told again as missing. So the faults of one Massnahme are all told in one run. */
#include <string.h>

#include "base/u8.h"
#include "model/public.h"
#include "source/load.h"
#include "source/schema.h"

static const char *path_now(const struct loader *l)
{
	return l->doc->files[load_current(l)].path;
}

/* ---- what may stand here ---- */

static bool filled(const struct frame *f, int slot)
{
	return f->seen >> slot & 1;
}

static void add_set(struct schema_set *to, const struct schema_set *from)
{
	for (int i = 0; i < SCHEMA_KINDS; i++)
		to->bits[i] |= from->bits[i];
}

/* What may come next: from the furthest slot on to the first that must not stay empty. */
static struct schema_set possible(const struct frame *f)
{
	struct schema_set set = {0};
	for (int i = f->slot; i < f->decl->nslots; i++) {
		const struct schema_slot *s = &f->decl->slots[i];
		if (s->many || !filled(f, i))
			add_set(&set, &s->set);
		if (s->needed && !filled(f, i))
			break;
	}
	return set;
}

static bool for_house(int kind)
{
	const enum doc_kind *k = doc_for_house;
	while (*k < DOC_KIND_MAX && (int)*k != kind)
		k++;
	return *k < DOC_KIND_MAX;
}

/* What is never printed stands last. */
static void put_set(struct buf *b, const struct schema_set *set, const char *between)
{
	int n = 0;
	for (int k = DOC_TEXT + 1; k < DOC_KIND_MAX; k++)
		if (schema_has(set, k) && !for_house(k))
			buf_fmt(b, "%s<%s>", n++ ? between : "", doc_kind_name(k));
	for (int k = DOC_TEXT + 1; k < DOC_KIND_MAX; k++)
		if (schema_has(set, k) && for_house(k))
			buf_fmt(b, "%s<%s>", n++ ? between : "", doc_kind_name(k));
}

static void put_possible(struct buf *b, const struct frame *f)
{
	struct schema_set set = possible(f);
	size_t start = b->len;
	put_set(b, &set, ", ");
	if (b->len > start && f->decl->mixed)
		buf_str(b, " und Text");
	else if (b->len == start)
		buf_str(b, f->decl->mixed ? "nur Text" : "nichts");
}

/* The first slot from the furthest on that takes the kind; after it the earlier ones: then the element comes too late.
 * */
enum placing { PLACED, LATE, TWICE, MISPLACED };

static enum placing place(struct frame *f, enum doc_kind k)
{
	enum placing result = MISPLACED;
	const struct schema_elem *d = f->decl;
	for (int i = 0; i < d->nslots; i++) {
		int at = (f->slot + i) % d->nslots;
		if (!schema_has(&d->slots[at].set, k))
			continue;
		if (filled(f, at) && !d->slots[at].many) {
			result = TWICE;
			continue;
		}
		f->seen |= (uint32_t)1 << at;
		if (at < f->slot)
			return LATE;
		f->slot = at;
		return PLACED;
	}
	return result;
}

/* ---- elements ---- */

static enum doc_kind nearest(const struct schema_set *set, const char *name)
{
	int best = 4;
	enum doc_kind found = DOC_KIND_MAX;
	for (int k = DOC_TEXT + 1; k < DOC_KIND_MAX; k++) {
		int n = !set || schema_has(set, k) ? spell_distance(name, doc_kind_name(k)) : 4;
		if (n < best && spell_close(name, doc_kind_name(k))) {
			best = n;
			found = k;
		}
	}
	return found;
}

static struct schema_set all_of(const struct schema_elem *d)
{
	struct schema_set set = {0};
	for (int i = 0; i < d->nslots; i++)
		add_set(&set, &d->slots[i].set);
	return set;
}

/* An unknown name: told, and the kind it stands for if that may stand here. */
static enum doc_kind unknown(struct loader *l, struct frame *up, const char *name, int line)
{
	struct buf b = {0};
	struct schema_set here = all_of(up->decl);
	enum doc_kind html = spell_html(name), k = schema_has(&here, html) ? html : nearest(&here, name);
	enum doc_kind elsewhere = k != DOC_KIND_MAX ? k : html != DOC_KIND_MAX ? html : nearest(NULL, name);
	buf_fmt(&b, "<%.60s> ist in <%s> nicht bekannt; hier darf stehen: ", name, doc_kind_name(up->node->kind));
	put_possible(&b, up);
	if (k != DOC_KIND_MAX)
		buf_fmt(&b, "; gemeint ist wohl <%s>", doc_kind_name(k));
	else if (elsewhere != DOC_KIND_MAX)
		buf_fmt(&b, "; gemeint ist wohl <%s>, das hier aber nicht stehen darf", doc_kind_name(elsewhere));
	load_tell(l, "ELEMENT", path_now(l), line, "%s", b.data);
	buf_free(&b);
	return k;
}

/* Which of the element's earlier neighbours it should stand before. */
static enum doc_kind before_what(const struct frame *up, enum doc_kind k)
{
	int own = 0;
	while (own < up->decl->nslots && !schema_has(&up->decl->slots[own].set, k))
		own++;
	for (const struct doc_node *n = up->node->first; n; n = n->next)
		for (int i = own + 1; n->kind && i < up->decl->nslots; i++)
			if (schema_has(&up->decl->slots[i].set, n->kind) &&
				!schema_has(&up->decl->slots[own].set, n->kind))
				return n->kind;
	return DOC_KIND_MAX;
}

static void misplaced(struct loader *l, const struct frame *up, enum doc_kind k, int line)
{
	struct buf b = {0};
	const char *parent = doc_kind_name(up->node->kind);
	buf_fmt(&b, "<%s> darf in <%s> nicht stehen; ", doc_kind_name(k), parent);
	if (!up->decl->nslots && !up->decl->mixed)
		buf_fmt(&b, "<%s> bleibt leer", parent);
	else if (!up->decl->nslots)
		buf_fmt(&b, "<%s> enthält nur Text", parent);
	else {
		buf_str(&b, "hier darf stehen: ");
		put_possible(&b, up);
	}
	load_tell(l, "ELEMENT", path_now(l), line, "%s", b.data);
	buf_free(&b);
}

static bool placing(struct loader *l, struct frame *up, enum doc_kind k, int line)
{
	const char *name = doc_kind_name(k), *parent = doc_kind_name(up->node->kind);
	struct frame was = *up;
	enum doc_kind later;
	switch (place(up, k)) {
	case PLACED:
		return true;
	case LATE:
		later = before_what(up, k);
		load_tell(l, "REIHENFOLGE", path_now(l), line,
			"<%s> steht in <%s> zu spät; es gehört vor <%s>, bitte dorthin verschieben", name, parent,
			later == DOC_KIND_MAX ? "die folgenden Elemente" : doc_kind_name(later));
		return true;
	case TWICE:
		load_tell(l, "ANZAHL", path_now(l), line,
			"<%s> steht in <%s> mehr als einmal; "
			"erlaubt ist es einmal, bitte eines streichen oder zusammenfassen",
			name, parent);
		return false;
	default:
		misplaced(l, &was, k, line);
		return false;
	}
}

static enum doc_kind root(struct loader *l, const char *name, int line, bool *inside)
{
	enum doc_kind k = schema_kind(l->schema, name);
	*inside = k != DOC_KIND_MAX && doc_kind_class(k) == DOC_CLASS_ROOT;
	if (k == DOC_KIND_MAX)
		load_tell(l, "WURZEL", path_now(l), line,
			"<%.60s> ist als äußerstes Element nicht bekannt; "
			"erwartet wird <konzept>, <handbuch>, <vorlage>, <sitzung>, <praesentation> oder <verzeichnis>",
			name);
	else if (!*inside)
		load_tell(l, "WURZEL", path_now(l), line,
			"<%s> ist kein ganzes Dokument; erwartet wird <konzept>, <handbuch>, <vorlage>, <sitzung>, "
			"<praesentation> oder <verzeichnis>, bitte die Masterdatei angeben, die diese Datei einbindet",
			name);
	return k;
}

enum doc_kind valid_start(struct loader *l, const char *name, int line, struct frame *f, bool *inside)
{
	struct frame *up = l->depth ? &l->stack[l->depth - 1] : NULL;
	enum doc_kind k = up ? schema_kind(l->schema, name) : root(l, name, line, inside);
	if (up && up->decl) {
		if (k == DOC_KIND_MAX)
			k = unknown(l, up, name, line);
		*inside = k != DOC_KIND_MAX && placing(l, up, k, line);
	}
	f->decl = up ? schema_elem_in(up->node->kind, k) : schema_elem(k);
	return k;
}

static void combination(struct loader *l, const struct doc_node *n, const char *text)
{
	load_tell(l, "KOMBINATION", doc_path(l->doc, n), n->line, "%s", text);
}

static void joint_item(struct loader *l, const struct doc_node *n)
{
	if (doc_get(n, DOC_A_VORLAGE))
		combination(l, n,
			"<top vorlage=\"…\"> hat Unterpunkte; "
			"ein gemeinsamer Punkt hat nur einen Titel, erwartet wird auch diese Vorlage als Unterpunkt, "
			"bitte hineinstellen: <top id=\"…\" vorlage=\"…\"/>");
	if (n->parent && n->parent->kind == DOC_TOP)
		combination(l, n,
			"<top> ist Unterpunkt und hat selbst Unterpunkte; "
			"erwartet wird eine Stufe (5.1, 5.2), bitte sie neben ihn unter den gemeinsamen Punkt stellen");
}

/* The same for papers and sessions. */
static void paper_together(struct loader *l, const struct doc_node *n)
{
	if (n->kind == DOC_VORLAGE && !doc_public(n) && !doc_child(doc_child(n, DOC_ANGABEN), DOC_NEUTRAL))
		combination(l, n,
			"<vorlage oeffentlich=\"nein\"> hat keinen Titel für die Öffentlichkeit; erwartet "
			"wird in <angaben> nach <titel> zum Beispiel <neutral>Grundstücksangelegenheit</neutral>");
	if (n->kind == DOC_AUSKUNFT && !doc_get(n, DOC_A_STELLE) == !doc_get(n, DOC_A_NAME))
		combination(l, n,
			"<auskunft> nennt Stelle und Name oder keines von beiden; "
			"erwartet wird eines, zum Beispiel stelle=\"fd-soziales\"");
	if (n->kind == DOC_TOP && !doc_get(n, DOC_A_ART) && !doc_get(n, DOC_A_VORLAGE) && !doc_child(n, DOC_TITEL))
		combination(l, n,
			"<top> sagt nicht, worum es geht; erwartet wird art=\"…\", vorlage=\"…\" oder ein <titel>");
	if (n->kind == DOC_TOP && doc_child(n, DOC_TOP))
		joint_item(l, n);
	if (n->kind == DOC_TOP && doc_is(n, DOC_A_ART, "niederschrift") && !doc_get(n, DOC_A_VOM) &&
		l->stack[0].node->kind == DOC_SITZUNG)
		combination(l, n,
			"<top art=\"niederschrift\"> nennt keine Sitzung; "
			"erwartet wird vom=\"JJJJ-MM-TT\" mit dem Tag der Sitzung, um deren Niederschrift es geht");
	if (n->kind == DOC_MASSNAHMEN_AUS &&
		(l->stack[0].node->kind == DOC_KONZEPT || l->stack[0].node->kind == DOC_BERICHT ||
			l->stack[0].node->kind == DOC_HANDBUCH))
		combination(l, n,
			"<massnahmen-aus> steht nur in einer Vorlage; "
			"in einem Konzept stehen die Maßnahmen selbst, bitte streichen");
}

/* What XSD cannot say: attributes that exclude or need each other. */
static void together(struct loader *l, const struct frame *f)
{
	const struct doc_node *n = f->node;
	if (n->kind == DOC_POSTEN && doc_get(n, DOC_A_BETRAG) && doc_get(n, DOC_A_ZUSTAND))
		combination(l, n,
			"<posten> nennt betrag und zustand; erlaubt ist nur eines von beiden, bitte eines streichen");
	if (n->kind == DOC_KENNZAHL && doc_get(n, DOC_A_WERT) && doc_get(n, DOC_A_ANTEIL))
		combination(l, n,
			"<kennzahl> nennt wert und anteil; erlaubt ist nur eines von beiden, bitte eines streichen");
	if (f->dropped)
		return;
	paper_together(l, n);
	if (n->kind == DOC_KENNZAHL && !doc_get(n, DOC_A_WERT) && !doc_get(n, DOC_A_ANTEIL))
		combination(l, n, "<kennzahl> hat keinen Wert; erwartet wird wert=\"…\" oder anteil=\"a/b\"");
	if (n->kind == DOC_BETEILIGT && !n->first && !doc_get(n, DOC_A_STELLE))
		combination(l, n,
			"<beteiligt> nennt niemanden; erwartet wird stelle=\"…\" oder ein Text, "
			"zum Beispiel <beteiligt>Politische Gremien</beteiligt>");
}

void valid_end(struct loader *l, const struct frame *f)
{
	for (int i = 0; f->decl && !f->broken && i < f->decl->nslots; i++) {
		const struct schema_slot *s = &f->decl->slots[i];
		struct buf b = {0};
		if (!s->needed || filled(f, i))
			continue;
		put_set(&b, &s->set, " oder ");
		load_tell(l, "PFLICHT", doc_path(l->doc, f->node), f->node->line, "In <%s> fehlt %s; bitte %s ergänzen",
			doc_kind_name(f->node->kind), b.data,
			i == 0 ? "am Anfang"
				: i + 1 == f->decl->nslots ? "am Ende"
							   : "an seiner Stelle");
		buf_free(&b);
	}
	together(l, f);
}

/* "=======", ">>>>>>> branch": what git leaves between two versions. */
static bool conflict_mark(const char *s, size_t n)
{
	static const char *const marks[] = {"<<<<<<<", "=======", ">>>>>>>", "|||||||"};
	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
		if (n >= strlen(marks[i]) && !memcmp(s, marks[i], strlen(marks[i])))
			return true;
	return false;
}

void valid_no_text(struct loader *l, const struct frame *f, const char *s, size_t n, int line)
{
	const struct schema_elem *d = f->decl;
	const char *name = doc_kind_name(f->node->kind);
	size_t k = strcspn(s, "\n\r");
	if (!d)
		return;
	k = k < n ? k : n;
	n = k < 40 ? k : 40;
	while (n < k && n > 0 && ((unsigned char)s[n] & 0xC0) == 0x80)
		n--;
	struct schema_set set = all_of(d);
	struct buf b = {0};
	if (conflict_mark(s, n))
		buf_str(&b, "so teilt die Versionsverwaltung zwei Fassungen, bitte eine behalten und diese Zeile "
			"löschen");
	else if (n == 3 && !memcmp(s, "\uFEFF", 3))
		buf_str(&b, "hier steht U+FEFF, die unsichtbare Marke vom Anfang einer Datei, bitte löschen");
	else if (schema_has(&set, DOC_ABSATZ))
		buf_str(&b, "bitte in <absatz> setzen");
	else if (d->nslots) {
		buf_str(&b, "hier darf stehen: ");
		put_possible(&b, f);
	} else
		buf_fmt(&b, "<%s> bleibt leer", name);
	load_tell(l, "TEXT", path_now(l), line, "In <%s> darf kein Text stehen: „%.*s%s“; %s", name, (int)n, s,
		n < k ? " …" : "", b.data);
	buf_free(&b);
}

/* ---- attributes ---- */

static void put_attrs(struct buf *b, const struct schema_elem *d)
{
	for (int i = 0; i < d->nattrs; i++)
		buf_fmt(b, "%s%s", i ? ", " : "", doc_attr_name(d->attrs[i].attr));
	if (!d->nattrs)
		buf_str(b, "keines");
}

enum doc_attr valid_attr(struct loader *l, const struct frame *f, const char *name, int line)
{
	const struct schema_elem *d = f->decl;
	enum doc_attr a = schema_attr(l->schema, name), meant = DOC_ATTR_MAX;
	int best = 4;
	if (!d || (a != DOC_ATTR_MAX && schema_find_attr(d, a)))
		return a;
	for (int i = 0; i < d->nattrs; i++) {
		const char *other = doc_attr_name(d->attrs[i].attr);
		const char *prefix = strchr(other, ':');       /* "lang" for "xml:lang" */
		int n = prefix && !strcmp(prefix + 1, name) ? 0 : spell_distance(name, other);
		if (n < best && (!n || spell_close(name, other))) {
			best = n;
			meant = d->attrs[i].attr;
		}
	}
	struct buf b = {0};
	put_attrs(&b, d);
	if (meant != DOC_ATTR_MAX)
		buf_fmt(&b, "; gemeint ist wohl %s", doc_attr_name(meant));
	load_tell(l, "ATTRIBUT", path_now(l), line, "<%s> kennt kein Attribut %.60s; erlaubt: %s",
		doc_kind_name(f->node->kind), name, b.data);
	buf_free(&b);
	return meant;
}

bool valid_takes(struct loader *l, const struct frame *f, const char *name, const char *value)
{
	enum doc_attr a = schema_attr(l->schema, name);
	const struct schema_attr *known = f->decl && a != DOC_ATTR_MAX ? schema_find_attr(f->decl, a) : NULL;
	return known && schema_value(l->schema, known->type, value);
}

/* A value with marks of print inside the straight ones, without them; NULL: it has none. */
static const char *without_marks(struct loader *l, const char *value)
{
	size_t n = strlen(value), first = spell_curly(value, value + n), last = 0;
	for (size_t k = 2; k <= 3 && k <= n && !last; k++)
		last = spell_curly(value + n - k, value + n) == k ? k : 0;
	return (first || last) && first + last < n ? mem_str(l->doc->mem, value + first, n - first - last) : NULL;
}

static void wrong_value(struct loader *l, const struct frame *f, const struct schema_attr *a, const char *value)
{
	struct buf b = {0};
	struct date day;
	size_t n = strlen(value), k = n < 60 ? n : 60;
	while (k < n && k > 0 && ((unsigned char)value[k] & 0xC0) == 0x80)
		k--;
	schema_expected(&b, a->type);
	bool date = strlen(value) == 10 && value[4] == '-' && value[7] == '-' && strspn(value, "0123456789-") == 10 &&
		!date_parse(&day, value);
	if (date && strncmp(b.data, "ein ", 4) == 0)
		buf_str(&b, "; diesen Tag gibt es im Kalender nicht");
	const char *bare = without_marks(l, value);
	if (bare && schema_value(l->schema, a->type, bare))
		buf_fmt(&b, "; gemeint ist wohl „%s“, die Anführungszeichen der Textverarbeitung bitte "
			"streichen", bare);
	for (int i = 0; i < a->type->nvalues; i++)
		if (spell_close(value, a->type->values[i])) {
			buf_fmt(&b, "; gemeint ist wohl „%s“", a->type->values[i]);
			break;
		}
	load_tell(l, "FORM", doc_path(l->doc, f->node), f->node->line,
		"<%s %s=\"%.*s%s\"> ist nicht erlaubt; erwartet wird %s", doc_kind_name(f->node->kind),
		doc_attr_name(a->attr), (int)k, value, k < n ? " …" : "", b.data);
	buf_free(&b);
}

/* Values that do not fit are told and dropped, so that later stages need not look again. */
void valid_attrs(struct loader *l, struct frame *f, struct doc_av *av)
{
	const struct schema_elem *d = f->decl;
	struct doc_node *node = f->node;
	uint64_t have[(DOC_ATTR_MAX + 63) / 64] = {0};
	int keep = 0;
	if (!d)
		return;
	for (int i = 0; i < node->nattrs; i++) {
		const struct schema_attr *a = schema_find_attr(d, av[i].attr);
		have[av[i].attr / 64] |= (uint64_t)1 << (av[i].attr % 64);
		if (schema_value(l->schema, a->type, av[i].value))
			av[keep++] = av[i];
		else {
			wrong_value(l, f, a, av[i].value);
			f->dropped = true;
		}
	}
	node->nattrs = (uint16_t)keep;
	for (int i = 0; i < d->nattrs; i++) {
		const struct schema_attr *a = &d->attrs[i];
		struct buf b = {0};
		if (!a->required || (have[a->attr / 64] >> (a->attr % 64) & 1))
			continue;
		schema_expected(&b, a->type);
		load_tell(l, "PFLICHT", doc_path(l->doc, node), node->line,
			"<%s> fehlt das Attribut %s; erwartet wird %s", doc_kind_name(node->kind),
			doc_attr_name(a->attr), b.data);
		buf_free(&b);
	}
}
