/* cover.c: the front of a Konzept or report: what its lines say becomes facts of the document and its Impressum. */
#include <string.h>
#include <strings.h>

#include "import/parts.h"

struct cover {
	struct sense *s;
	struct draft *root, *angaben, *impressum, *angabe, *rights;
	struct draft *front;                           /* pictures and what else is no line of the front */
};

/* ---- where it ends */

static bool begins_with(const char *text, const char *const *words)
{
	for (; *words; words++)
		if (!strncasecmp(text, *words, strlen(*words)))
			return true;
	return false;
}

bool sense_is_foreword(const char *title)
{
	static const char *const words[] = {"Grußwort", "Vorwort", "Geleitwort", "Liebe ", "Sehr geehrte", NULL};
	return begins_with(title, words);
}

static bool ends_cover(struct cover *c, const struct imp_node *n)
{
	char *text = sense_plain(c->s, n);
	if (n->kind == IMP_HEADING && (n->label || (*text >= '1' && *text <= '9' && strlen(text) > 2 &&
		text[1] == ' ')))
		return true;
	return (n->kind == IMP_HEADING || n->kind == IMP_PARA) && sense_is_foreword(text);
}

/* ---- facts */

static void meant(struct cover *c, struct draft *d, const char *text)
{
	draft_meant(c->s->mem, d, text);
}

static struct draft *fact(struct cover *c, const char *name)
{
	struct draft *d = draft_child(c->angaben, name);
	return d ? d : draft_add(c->s->mem, c->angaben, name);
}

static bool put_day(struct cover *c, const char *text, const char *all)
{
	struct date d;
	bool slip = false;
	if (!sense_date_in(text, &d) && !(slip = sense_date_slip(c->s, text, &d)))
		return false;
	struct draft *stand = fact(c, "stand");
	draft_set(c->s->mem, stand, "datum", sense_iso(c->s->mem, d));
	meant(c, stand, all);
	if (slip)
		acc_find(c->s->acc, "DATUM", "Der Stand „%s“ ist kein Tag; eingetragen ist %s, bitte prüfen", text,
			draft_get(stand, "datum"));
	return true;
}

static bool put_office(struct cover *c, const char *name, const char *as, const char *all)
{
	const struct town_office *o = town_office(c->s->town, name);
	if (!o || o->body)
		return false;
	struct draft *d = draft_add(c->s->mem, c->angaben, as);
	draft_set(c->s->mem, d, "stelle", o->id);
	meant(c, d, all);
	return true;
}

static struct draft *impressum(struct cover *c)
{
	if (!c->impressum) {
		c->impressum = draft_new(c->s->mem, "impressum");
		draft_put(c->root, c->impressum);
	}
	return c->impressum;
}

static void open_angabe(struct cover *c, const char *name, const char *all)
{
	c->angabe = draft_add(c->s->mem, impressum(c), "angabe");
	draft_set(c->s->mem, c->angabe, "name", name);
	if (all)
		meant(c, c->angabe, all);
	c->rights = NULL;
}

/* "Vorstand B / Stabsstelle": each of them, if all are known. */
static bool put_offices(struct cover *c, const char *text, const char *as, const char *label)
{
	char *all = mem_dup(c->s->mem, text), *save = NULL;
	for (char *one = strtok_r(all, "/", &save); one; one = strtok_r(NULL, "/", &save))
		if (!town_office(c->s->town, one))
			return false;
	all = mem_dup(c->s->mem, text);
	for (char *one = strtok_r(all, "/", &save); one; one = strtok_r(NULL, "/", &save)) {
		put_office(c, one, as, mem_fmt(c->s->mem, "%s %s", label, one));
		label = "";
	}
	return true;
}

/* A row of the table that tells what the document is. */
static bool put_row(struct cover *c, const char *label, const char *value)
{
	const char *all = mem_fmt(c->s->mem, "%s %s", label, value);
	if (!strcmp(label, "Stand"))
		return put_day(c, value, all);
	if (!strcmp(label, "Version")) {
		struct draft *v = fact(c, "version");
		draft_set(c->s->mem, v, "nummer", value);
		meant(c, v, all);
		return true;
	}
	if (!strcmp(label, "Verfasser"))
		return put_offices(c, value, "verfasser", label);
	if (!strcmp(label, "Verantwortlich"))
		return put_offices(c, value, "verantwortlich", label);
	return false;
}

static bool is_fact_label(const char *label)
{
	static const char *const labels[] = {"Titel", "Stand", "Version", "Verfasser", "Verantwortlich", NULL};
	for (const char *const *l = labels; *l; l++)
		if (!strcmp(*l, label))
			return true;
	return false;
}

static bool is_fact_table(struct sense *s, const struct imp_node *t)
{
	int n = 0;
	for (const struct imp_node *r = t->first; r; r = r->next)
		n += r->first && is_fact_label(sense_plain(s, r->first));
	return t->kind == IMP_TABLE && n >= 2;
}

static void fact_table(struct cover *c, const struct imp_node *t)
{
	struct draft *table = draft_new(c->s->mem, "dokumententabelle");
	struct draft *first = impressum(c)->first;
	if (first)
		draft_before(first, table);
	else
		draft_put(c->impressum, table);
	for (const struct imp_node *r = t->first; r; r = r->next) {
		const struct imp_node *v = r->first ? r->first->next : NULL;
		char *label = r->first ? sense_plain(c->s, r->first) : "", *value = v ? sense_plain(c->s, v) : "";
		acc_at(c->s->acc, r);
		if (put_row(c, label, value))
			continue;
		open_angabe(c, bag_count(label) ? label : "Angabe", bag_count(label) ? label : NULL);
		draft_text(c->s->mem, draft_add(c->s->mem, c->angabe, "absatz"), sense_house(c->s, value));
		c->angabe = NULL;
	}
}

/* ---- lines */

static bool same_words(const char *a, const char *b)
{
	return !strcasecmp(a, b);
}

static void put_line(struct cover *c, const struct imp_node *n, const char *name)
{
	struct draft *d = draft_add(c->s->mem, c->angaben, name);
	sense_line(c->s, n, d, SENSE_TITLE);
}

static bool is_draft_mark(const char *text)
{
	text += strspn(text, "-– ");
	return !strncasecmp(text, "Entwurf", 7) && strlen(text) < 12;
}

static bool copyright(struct cover *c, const char *text)
{
	if (strncmp(text, "©", 2) || !bag_count(text))
		return false;
	struct draft *d = fact(c, "copyright");
	draft_set(c->s->mem, d, "name", text + 2 + strspn(text + 2, " "));
	meant(c, d, text);
	return true;
}

/* A title, a subtitle, a slogan: lines before anything else is said. */
static bool title_line(struct cover *c, const struct imp_node *n, const char *text)
{
	const struct draft *t = draft_child(c->angaben, "titel");
	if (t && t->first && same_words(t->first->text, text)) {
		acc_drop_node(c->s->acc, "Titel wiederholt", n);
		return true;
	}
	if (c->angabe || c->rights || strlen(text) > 160)
		return false;
	if (!strncmp(text, "...", 3) || !strncmp(text, "…", 3))
		put_line(c, n, "slogan");
	else if (!t)
		put_line(c, n, "titel");
	else if (!draft_child(c->angaben, "untertitel"))
		put_line(c, n, "untertitel");
	else
		return false;
	return true;
}

/* The town's own name above the title: it is the publisher. */
static bool own_name(struct cover *c, const char *text)
{
	if (!c->s->town->name || !same_words(c->s->town->name, text))
		return false;
	meant(c, c->root, text);
	return true;
}

static bool is_label(const char *text)
{
	size_t n = strlen(text);
	return n > 2 && n < 40 && text[n - 1] == ':';
}

/* What a line says, where it says a fact. */
static bool fact_line(struct cover *c, const char *text)
{
	if (!bag_count(text) || copyright(c, text))
		return true;
	if (!strncmp(text, "Stand", 5) && strlen(text) < 40 && put_day(c, text, text))
		return true;
	if (is_draft_mark(text)) {
		draft_set(c->s->mem, c->root, "entwurf", "ja");
		meant(c, c->root, text);
		return true;
	}
	if (!c->angabe && (own_name(c, text) || put_office(c, text, "fachbereich", text)))
		return true;
	if (is_label(text)) {
		open_angabe(c, mem_str(c->s->mem, text, strlen(text) - 1), text);
		return true;
	}
	return false;
}

/* ---- lines whose style says what they are, as pandoc and Word's own styles have it */

/* NULL: it says nothing of the kind. */
static const char *styled_label(const struct imp_node *n)
{
	static const char *const styles[][2] = {{"author", "Verfasser"}, {"autor", "Verfasser"},
		{"verfasser", "Verfasser"}, {"date", "Datum"}, {"datum", "Datum"}, {"front", ""}};
	for (size_t i = 0; n->kind == IMP_PARA && n->style && i < sizeof styles / sizeof *styles; i++)
		if (same_words(n->style, styles[i][0]))
			return styles[i][1];
	return NULL;
}

/* The row of the Impressum so called; another line of it may stand there. */
static void name_angabe(struct cover *c, const char *name, const char *said)
{
	const struct draft *last = impressum(c)->last;
	if (!last || !draft_is(last, "angabe") || strcmp(draft_get(last, "name"), name) != 0)
		open_angabe(c, name, said);
	else
		c->angabe = c->impressum->last;
}

static bool styled_line(struct cover *c, const struct imp_node *n)
{
	const char *label = styled_label(n), *text = label ? sense_plain(c->s, n) : "", *said = NULL;
	const size_t name = label && !*label ? strcspn(text, ":") : 0;
	if (!label)
		return false;
	acc_at(c->s->acc, n);
	if (!bag_count(text) ||
		(!strcmp(label, "Datum") && !draft_child(c->angaben, "stand") && put_day(c, text, text)) ||
		(!strcmp(label, "Verfasser") && !draft_child(c->angaben, "verfasser") &&
			put_office(c, text, "verfasser", text))) {
		sense_rest(c->s, n);
		return true;
	}
	if (name && text[name]) {
		label = said = mem_str(c->s->mem, text, name);
		name_angabe(c, label, said);
		draft_text(c->s->mem, draft_add(c->s->mem, c->angabe, "absatz"),
			sense_house(c->s, text + name + 1 + strspn(text + name + 1, " ")));
	} else {
		name_angabe(c, *label ? label : "Angabe", NULL);
		sense_running(c->s, n, c->angabe, "absatz");
	}
	c->angabe = NULL;
	return true;
}

/* "Stand: 3. April 2024", below a title. */
static bool day_line(struct cover *c, const struct imp_node *n)
{
	const char *text = n->kind == IMP_PARA ? sense_plain(c->s, n) : "";
	if (strncmp(text, "Stand", 5) != 0 || strlen(text) >= 40 || draft_child(c->angaben, "stand"))
		return false;
	acc_at(c->s->acc, n);
	if (!put_day(c, text, text))
		return false;
	sense_rest(c->s, n);
	return true;
}

bool sense_styled_fact(struct sense *s, const struct imp_node *n, struct draft *root, struct draft *angaben)
{
	struct cover c = {.s = s, .root = root, .angaben = angaben, .impressum = draft_child(root, "impressum")};
	return styled_line(&c, n) || (draft_child(angaben, "titel") && day_line(&c, n));
}

static void line(struct cover *c, const struct imp_node *n)
{
	char *text = sense_plain(c->s, n);
	enum { LONG = 90 };
	if (!c->angabe && styled_line(c, n))
		return;
	acc_at(c->s->acc, n);
	if (fact_line(c, text)) {
		sense_rest(c->s, n);
		return;
	}
	if (title_line(c, n, text))
		return;
	if (strlen(text) > LONG || strstr(text, "urheberrechtlich")) {
		if (!c->rights)
			c->rights = draft_add(c->s->mem, impressum(c), "rechtliches");
		sense_running(c->s, n, c->rights, "absatz");
		return;
	}
	if (!c->angabe)
		open_angabe(c, "Weitere Angaben", NULL);
	sense_running(c->s, n, c->rights ? c->rights : c->angabe, "absatz");
}

/* ---- the whole */

/* Where pictures and other things of the front go. */
static struct draft *front(struct cover *c)
{
	if (!c->front) {
		c->front = draft_add(c->s->mem, impressum(c), "angabe");
		draft_set(c->s->mem, c->front, "name", "Titelseite");
	}
	return c->front;
}

static bool says_facts(struct cover *c, const struct imp_node *from, const struct imp_node *end)
{
	for (const struct imp_node *n = from; n && n != end; n = n->next) {
		char *text = sense_plain(c->s, n);
		struct date d;
		if (is_fact_table(c->s, n) || !strncmp(text, "©", 2) || !strncmp(text, "Herausgeber", 11) ||
			(!strncmp(text, "Stand", 5) && strlen(text) < 40 && sense_date_in(text, &d)))
			return true;
	}
	return false;
}

const struct imp_node *sense_cover(struct sense *s, const struct imp_node *from, struct draft *root,
	struct draft *angaben)
{
	struct cover c = {.s = s, .root = root, .angaben = angaben};
	const struct imp_node *end = from;
	while (end && !ends_cover(&c, end))
		end = end->next;
	if (!end || !says_facts(&c, from, end))
		return from;
	for (const struct imp_node *n = from; n != end; n = n->next) {
		if (n->kind == IMP_TOC)
			sense_toc(s, n, angaben);
		else if (is_fact_table(s, n))
			fact_table(&c, n);
		else if (n->kind == IMP_PARA || n->kind == IMP_HEADING || n->kind == IMP_CAPTION)
			line(&c, n);
		else if (n->kind == IMP_ITEM && n->first && is_draft_mark(sense_plain(s, n->first)))
			line(&c, n);
		else if (n->kind != IMP_PAGE) {
			struct imp_node one = *n;
			one.next = NULL;
			sense_block(s, &one, front(&c));
		}
		if (s->wait->first)
			sense_waiting(s, front(&c));
	}
	return end;
}
