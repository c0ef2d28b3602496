/* papers.c: papers of a council system, each beginning with its title and its head, to <vorlage>; in front of them
 * perhaps the notice of the session. */
#include "import/papers.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "import/parts.h"
#include "style/style.h"

enum label { LEAD, PARTICIPATES, CONTACT, COURSE, PROPOSAL, SUBJECT, COST, PAID, TEXT, ATTACHED, LABELS };

/* As council systems call them, besides the words of the town. */
static const struct { enum label is; const char *word, *own; } labels[] = {
	{LEAD, "Federführung", "federfuehrung"}, {LEAD, "Federführendes Amt", NULL}, {LEAD, "Fachbereich", NULL},
	{PARTICIPATES, "Beteiligungen", NULL}, {PARTICIPATES, "Beteiligte Ämter", NULL}, {PARTICIPATES, "Beteiligung",
	NULL},
	{CONTACT, "Auskunft erteilt", "auskunft"}, {CONTACT, "Auskunft", NULL}, {CONTACT, "Bearbeitet von", NULL},
	{COURSE, "Beratungsfolge", "beratungsfolge"}, {PROPOSAL, "Beschlussvorschlag", NULL},
	{PROPOSAL, "Beschlussentwurf", NULL}, {SUBJECT, "Sachentscheidung", NULL}, {COST, "Kosten/Folgekosten",
	"kosten"},
	{COST, "Kosten und Folgekosten", NULL}, {COST, "Kosten", NULL}, {PAID, "Finanzierung", NULL},
	{PAID, "Finanzielle Auswirkungen", NULL}, {TEXT, "Erläuterungen", NULL}, {TEXT, "Sachverhalt", NULL},
	{TEXT, "Begründung", NULL}, {TEXT, "Sachdarstellung", NULL}, {ATTACHED, "Anlage(n)", NULL}, {ATTACHED,
	"Anlagen", NULL},
	{ATTACHED, "Anlage", NULL}};

struct paper {
	struct sense *s;
	struct draft *root, *angaben, *proposal, *decision, *section;
	struct draft *parts[LABELS];
	enum label at;
	const char *body;                              /* of the course: the Gremium whose day comes next */
	const struct papers_session *session;
};

/* The rest behind a word and its colon; all of the line when it is the word alone. */
static const char *after(const char *text, const char *word)
{
	size_t n = strlen(word);
	if (strncmp(text, word, n))
		return NULL;
	const char *p = text + n;
	if (*p == ':')
		return p + 1 + strspn(p + 1, " ");
	return *p ? NULL : p;
}

const char *papers_after(const char *text, const char *const *words)
{
	for (; *words; words++) {
		const char *v = after(text, *words);
		if (v && *v)
			return v;
	}
	return NULL;
}

static enum label label_of(const struct sense *s, const char *text, const char **value)
{
	for (size_t i = 0; i < sizeof labels / sizeof *labels; i++) {
		const char *own = labels[i].own && s->town->style ? sty_word(s->town->style, labels[i].own) : NULL;
		if ((*value = after(text, labels[i].word)) || (own && (*value = after(text, own))))
			return labels[i].is;
	}
	return LABELS;
}

static bool is_text(const struct imp_node *n)
{
	return n->kind == IMP_PARA || n->kind == IMP_HEADING;
}

/* ---- where papers begin */

static bool begins_head(struct sense *s, const struct imp_node *n)
{
	const char *value;
	return is_text(n) && label_of(s, sense_plain(s, n), &value) == LEAD;
}

/* The title above the head. */
static const struct imp_node *title_above(struct sense *s, const struct imp_node *head)
{
	const struct imp_node *n = head->prev;
	while (n && (!is_text(n) || !bag_count(sense_plain(s, n))))
		n = n->prev;
	return n ? n : head;
}

static const struct imp_node *next_paper(struct sense *s, const struct imp_node *from)
{
	for (const struct imp_node *n = from; n; n = n->next)
		if (begins_head(s, n))
			return title_above(s, n);
	return NULL;
}

bool papers_are(struct sense *s)
{
	enum { NEAR = 120 };                           /* blocks: a book that tells of papers is none */
	bool head = false, course = false, notice = false, agenda = false;
	int seen = 0;
	for (const struct imp_node *n = s->flow->root->first; n && seen < NEAR; n = n->next, seen++) {
		const char *value, *text = is_text(n) ? sense_plain(s, n) : "";
		enum label l = label_of(s, text, &value);
		head |= l == LEAD;
		course |= l == COURSE;
		notice |= !strncmp(text, "Gremium:", 8);
		agenda |= !strncmp(text, "Tagesordnung", 12);
	}
	return (head && course) || (notice && agenda);
}

/* ---- the head */

/* "Rat" where the town says "Rat der Stadt Musterstadt". */
static const struct town_office *body_named(const struct town *t, const char *name)
{
	size_t n = strlen(name);
	for (size_t i = 0; i < t->noffices; i++)
		if (t->offices[i].body && !strncmp(t->offices[i].name, name, n) &&
			(!t->offices[i].name[n] || !strncmp(t->offices[i].name + n, " de", 3)))
			return &t->offices[i];
	return NULL;
}

const char *papers_body(struct sense *s, const char *name, struct draft *angaben)
{
	const struct town_office *o = body_named(s->town, name);
	if (o)
		return o->id;
	const char *id = sense_id(s, name, "gremium");
	struct draft *g = draft_add(s->mem, angaben, "gremium");
	draft_set(s->mem, g, "id", id);
	draft_ours(s->mem, draft_add(s->mem, g, "name"), name);
	acc_guess(s->acc, ACC_WEAK, "Das Gremium „%s“ steht nicht im Verzeichnis; es ist in den Angaben eingetragen",
		name);
	return id;
}

static const char *office(struct paper *p, const char *name)
{
	struct sense *s = p->s;
	const struct town_office *o = town_office(s->town, name);
	if (o)
		return o->id;
	const char *id = sense_id(s, name, "stelle");
	struct draft *e = draft_add(s->mem, p->angaben, "stelle");
	draft_set(s->mem, e, "id", id);
	draft_ours(s->mem, draft_add(s->mem, e, "name"), name);
	acc_guess(s->acc, ACC_WEAK, "„%s“ steht nicht im Verzeichnis; die Stelle ist in den Angaben eingetragen", name);
	return id;
}

static void put_office(struct paper *p, const char *element, const char *text, const char *name)
{
	if (!bag_count(name)) {
		draft_meant(p->s->mem, p->root, text);
		acc_find(p->s->acc, "", "„%s“ ist leer", text);
		return;
	}
	struct draft *d = draft_add(p->s->mem, p->angaben, element);
	draft_set(p->s->mem, d, "stelle", office(p, name));
	draft_meant(p->s->mem, d, text);
}

/* "Herr Schulte | 02521 29-5000 | schulte@example.org". */
static void put_contact(struct paper *p, const char *text, const char *value)
{
	struct mem *m = p->s->mem;
	struct draft *d = draft_add(m, p->angaben, "auskunft");
	char *all = mem_dup(m, value), *save = NULL;
	draft_meant(m, d, text);
	for (char *one = strtok_r(all, "|,;", &save); one; one = strtok_r(NULL, "|,;", &save)) {
		one = buf_line(m, one);
		if (strchr(one, '@'))
			draft_set(m, d, "mail", one);
		else if (strspn(one, "0123456789 /-+()") == strlen(one))
			draft_set(m, d, "telefon", one);
		else if (!draft_get(d, "name"))
			draft_set(m, d, "name", one);
	}
}

static const char *role_of(const char *text)
{
	static const struct { const char *word, *role; } roles[] = {{"Kenntnisnahme", "kenntnisnahme"},
		{"Entscheidung", "entscheidung"}, {"Beschluss", "entscheidung"}, {"Vorberatung", "vorberatung"},
		{"Empfehlung", "vorberatung"}, {"Anhörung", "anhoerung"}};
	for (size_t i = 0; i < sizeof roles / sizeof *roles; i++)
		if (strstr(text, roles[i].word))
			return roles[i].role;
	return NULL;
}

/* A body, then day and role; or both on a line. */
static void put_step(struct paper *p, const char *text)
{
	struct date day;
	const char *role = role_of(text), *at = sense_date_in(text, &day);
	struct mem *m = p->s->mem;
	if (!role || !at) {
		p->body = text;
		return;
	}
	const char *name = at > text ? buf_line(m, mem_str(m, text, (size_t)(at - text))) : p->body;
	struct draft *b = draft_add(m, p->angaben, "beratung");
	draft_set(m, b, "gremium", papers_body(p->s, name ? name : "Rat", p->angaben));
	draft_set(m, b, "datum", sense_iso(m, day));
	draft_set(m, b, "rolle", role);
	if (!strcmp(role, "entscheidung"))
		draft_set(m, b, "massgeblich", "ja");
	draft_meant(m, b, at > text ? text : mem_fmt(m, "%s %s", p->body ? p->body : "", text));
	p->body = NULL;
}

/* ---- the body */

static struct draft *part(struct paper *p, enum label l)
{
	static const char *const names[LABELS] = {[PROPOSAL] = "beschlussvorschlag", [COST] = "kosten",
		[PAID] = "finanzierung", [TEXT] = "erlaeuterungen", [ATTACHED] = "anlagen"};
	if (!p->parts[l])
		p->parts[l] = draft_new(p->s->mem, names[l]);
	return p->parts[l];
}

/* A short line without a full stop that a longer text follows: a heading by its looks. */
static bool looks_like_heading(struct sense *s, const struct imp_node *n, const char *text)
{
	size_t len = strlen(text);
	const struct imp_node *next = n->next;
	if (n->kind == IMP_HEADING)
		return true;
	return len < 60 && !strchr(".,:;|", text[len - 1]) && !strstr(text, "www.") && next && next->kind == IMP_PARA &&
		strlen(sense_plain(s, next)) > 120 && text[0] >= 'A' && text[0] <= 'Z';
}

static const struct imp_node *put_text(struct paper *p, const struct imp_node *n)
{
	struct draft *to = part(p, TEXT);
	char *text = is_text(n) ? sense_plain(p->s, n) : "";
	if (is_text(n) && bag_count(text) && looks_like_heading(p->s, n, text)) {
		p->section = draft_add(p->s->mem, to, "abschnitt");
		draft_set(p->s->mem, p->section, "id", sense_id(p->s, text, "abschnitt"));
		sense_line(p->s, n, draft_add(p->s->mem, p->section, "titel"), SENSE_TITLE);
		if (n->kind != IMP_HEADING)
			acc_guess(p->s->acc, ACC_LIKELY, "„%s“ gilt als Überschrift, weil die Zeile kurz ist und "
				"allein steht", text);
		return n->next;
	}
	return sense_block(p->s, n, p->section ? p->section : to);
}

static struct draft *decision(struct paper *p)
{
	if (!p->decision) {
		p->decision = draft_add(p->s->mem, part(p, PROPOSAL), "beschluss");
		draft_set(p->s->mem, p->decision, "id", sense_id(p->s, "beschluss", "beschluss"));
	}
	return p->decision;
}

static const struct imp_node *put_decision(struct paper *p, const struct imp_node *n)
{
	decision(p);
	if (n->kind == IMP_ITEM)
		return sense_list(p->s, n, p->decision, 0);
	if (is_text(n))
		sense_running(p->s, n, p->decision, "absatz");
	else
		return sense_block(p->s, n, p->s->wait);
	return n->next;
}

static void put_attached(struct paper *p, const char *text, const char *name)
{
	draft_meant(p->s->mem, part(p, ATTACHED), text);
	if (bag_count(name) && strcasecmp(name, "ohne") && strcasecmp(name, "keine"))
		acc_guess(p->s->acc, ACC_WEAK, "Die Anlage „%s“ ist genannt; bitte ihre Datei eintragen", name);
}

static const struct imp_node *put_node(struct paper *p, const struct imp_node *n)
{
	const char *text = is_text(n) ? sense_plain(p->s, n) : "";
	if (is_text(n) && !bag_count(text) && !sense_find(n, IMP_PICTURE))
		return n->next;
	switch (p->at) {
	case COURSE:
		if (is_text(n)) {
			put_step(p, text);
			return n->next;
		}
		break;
	case PROPOSAL:
	case SUBJECT:  return put_decision(p, n);
	case COST:
	case PAID:     return sense_block(p->s, n, part(p, p->at));
	case ATTACHED:
		if (is_text(n) || n->kind == IMP_ITEM) {
			text = sense_plain(p->s, n);
			put_attached(p, text, text);
			return n->next;
		}
		break;
	default:       break;
	}
	return put_text(p, n);
}

static bool put_label(struct paper *p, const struct imp_node *n)
{
	const char *value, *text = is_text(n) ? sense_plain(p->s, n) : "";
	enum label l = label_of(p->s, text, &value);
	if (l == LABELS)
		return false;
	sense_rest(p->s, n);
	const char *word = mem_str(p->s->mem, text, (size_t)(value - text));
	p->at = l;
	switch (l) {
	case LEAD:         put_office(p, "federfuehrung", text, value); return true;
	case PARTICIPATES: put_office(p, "beteiligung", text, value); return true;
	case CONTACT:      put_contact(p, text, value); return true;
	case ATTACHED:     put_attached(p, text, value); return true;
	case TEXT:         p->section = NULL; break;
	default:           break;
	}
	draft_meant(p->s->mem, l == COURSE ? p->root : part(p, l == SUBJECT ? PROPOSAL : l), word);
	if (bag_count(value) && l == COURSE)
		put_step(p, value);
	else if (bag_count(value))
		draft_text(p->s->mem, draft_add(p->s->mem, l == SUBJECT || l == PROPOSAL ? decision(p) : part(p, l),
			"absatz"), value);
	return true;
}

/* ---- the whole */

static void order(struct paper *p)
{
	static const char *const names[] = {"titel", "federfuehrung", "beteiligung", "auskunft", "beratung", "stelle",
		"gremium"};
	struct draft sorted = {0};
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		for (struct draft *c = p->angaben->first, *next; c; c = next) {
			next = c->next;
			if (draft_is(c, names[i])) {
				draft_cut(c);
				draft_put(&sorted, c);
			}
		}
	for (struct draft *c; (c = sorted.first);) {
		draft_cut(c);
		draft_put(p->angaben, c);
	}
}

static void complete(struct paper *p)
{
	struct mem *m = p->s->mem;
	struct date day = p->session->announced.year ? p->session->announced : p->session->day;
	draft_set(m, p->root, "art", p->parts[PROPOSAL] ? "beschlussvorlage" : "mitteilungsvorlage");
	if (day.year)
		draft_set(m, p->root, "datum", sense_iso(m, day));
	draft_set(m, p->root, "oeffentlich", "ja");
	draft_set(m, p->root, "entwurf", "ja");
	if (day.year)
		acc_guess(p->s->acc, ACC_WEAK, "Die Vorlage nennt weder Tag noch Drucksachennummer; als Tag gilt %s",
			draft_get(p->root, "datum"));
	else
		acc_guess(p->s->acc, ACC_WEAK, "Die Vorlage nennt weder Tag noch Drucksachennummer; der Tag ist offen, "
			"bitte eintragen");
	if (!draft_child(p->angaben, "federfuehrung"))
		draft_set(m, draft_add(m, p->angaben, "federfuehrung"), "stelle", office(p, "Verwaltung"));
	if (p->body) {                                 /* a body without a day: as text, nothing is lost */
		draft_text(m, draft_add(m, part(p, TEXT), "absatz"), p->body);
		p->body = NULL;
	}
	if (p->decision && p->decision->first && !p->decision->first->next &&
		draft_is(p->decision->first, "absatz")) {
		struct draft *a = p->decision->first;
		draft_cut(a);
		for (struct draft *c; (c = a->first);) {
			draft_cut(c);
			draft_put(p->decision, c);
		}
	}
	order(p);
	for (enum label l = PROPOSAL; l < LABELS; l++)
		if (p->parts[l] && (p->parts[l]->first || l == ATTACHED))
			draft_put(p->root, p->parts[l]);
		else if (p->parts[l] && p->parts[l]->meant)
			draft_meant(m, p->root, p->parts[l]->meant);
}

static struct draft *read_paper(struct sense *s, const struct imp_node *from, const struct imp_node *title,
	const struct imp_node *end, const struct papers_session *session)
{
	struct paper p = {.s = s, .root = draft_new(s->mem, "vorlage"), .at = TEXT, .session = session};
	sense_forget_ids(s);                              /* each document has ids of its own */
	draft_set(s->mem, p.root, "xmlns", "urn:ratssatz:1");
	draft_set(s->mem, p.root, "ort", s->town->ort);
	p.angaben = draft_add(s->mem, p.root, "angaben");
	acc_at(s->acc, title);
	sense_line(s, title, draft_add(s->mem, p.angaben, "titel"), SENSE_TITLE);
	draft_set(s->mem, p.root, "id", sense_id(s, sense_plain(s, title), "vorlage"));
	for (const struct imp_node *n = from; n && n != end;) {
		acc_at(s->acc, n);
		n = n == title || put_label(&p, n) ? n->next : put_node(&p, n);
	}
	sense_waiting(s, part(&p, TEXT));
	complete(&p);
	return p.root;
}

/* A paper without the head of a council system: its first line is its title. */
static bool headless(struct sense *s, const struct imp_node *first, struct sense_result *r)
{
	struct papers_session session = {0};
	const struct imp_node *title = first;
	while (title && (!is_text(title) || !bag_count(sense_plain(s, title))))
		title = title->next;
	if (!title)
		return false;
	r->roots[r->n] = read_paper(s, first, title, NULL, &session);
	r->names[r->n++] = "vorlage.xml";
	return true;
}

/* A frame (a table of one cell) around a part, "Beschlussvorschlag" and what follows, is only its look. */
static void open_frames(struct sense *s)
{
	struct imp_node *root = s->flow->root, all = {.kind = IMP_DOC};
	while (root->first)
		imp_move(root->first, &all);
	for (struct imp_node *n = all.first, *next; n; n = next) {
		const struct imp_node *row = n->kind == IMP_TABLE ? n->first : NULL;
		struct imp_node *cell = row && !row->next && row->first && !row->first->next ? row->first : NULL;
		const char *value, *text = cell && cell->first && is_text(cell->first) ? sense_plain(s, cell->first)
			: "";
		next = n->next;
		if (label_of(s, text, &value) == LABELS) {
			imp_move(n, root);
			continue;
		}
		while (cell->first)
			imp_move(cell->first, root);
	}
}

void papers_run(struct sense *s, bool paper_wanted, struct sense_result *r)
{
	struct papers_session session = {0};
	open_frames(s);
	const struct imp_node *first = s->flow->root->first, *paper = next_paper(s, first);
	if (paper_wanted && !paper && headless(s, first, r))
		return;
	if (first && first != paper) {
		r->roots[r->n] = notice_read(s, first, paper, &session);
		r->names[r->n++] = "sitzung.xml";
	}
	while (paper && r->n < SENSE_FILES) {
		const struct imp_node *head = paper;
		while (!begins_head(s, head))
			head = head->next;
		const struct imp_node *next = r->n + 1 < SENSE_FILES ? next_paper(s, head->next) : NULL;
		r->roots[r->n] = read_paper(s, paper, paper, next, &session);
		r->names[r->n] = mem_fmt(s->mem, "vorlage-%s.xml", draft_get(r->roots[r->n], "id"));
		r->n++;
		paper = next;
	}
}
