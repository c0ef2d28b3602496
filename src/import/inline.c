/* inline.c: running text: runs with their emphasis, links, notes at their marks, comments, line ends. What has no room
 * in it (pictures; notes in a title) waits until the block ends. */
#include <ctype.h>
#include <string.h>

#include "base/u8.h"
#include "import/sense.h"

static void inline_one(struct sense *, const struct imp_node *, struct draft *to, enum sense_room);

/* ---- text ---- */

static struct draft *emphasis(struct sense *s, struct draft *to, unsigned marks)
{
	if (marks & IMP_BOLD)
		to = draft_add(s->mem, to, "stark");
	if (marks & (IMP_ITALIC | IMP_UNDERLINE))
		to = draft_add(s->mem, to, "betont");
	if (marks & IMP_MONO)
		to = draft_add(s->mem, to, "code");
	return to;
}

static void count_lost_marks(struct sense *s, unsigned marks)
{
	if (marks & (IMP_SUPER | IMP_SUB))
		acc_changed(s->acc, "Hoch- oder tiefgestelltes in der Zeile");
	if (marks & IMP_STRIKE)
		acc_changed(s->acc, "Durchgestrichenes ohne Strich");
	if (marks & IMP_HIDDEN)
		acc_changed(s->acc, "Ausgeblendetes sichtbar");
}

/* Emphasis never begins or ends with a blank. */
static void put_run(struct sense *s, const char *text, unsigned marks, struct draft *to, enum sense_room room)
{
	static const char blanks[] = " \t\r\n";
	const unsigned shown = IMP_BOLD | IMP_ITALIC | IMP_UNDERLINE | IMP_MONO;
	count_lost_marks(s, marks);
	const char *house = marks & IMP_MONO ? text : sense_house(s, text);
	size_t n = strlen(house), lead = strspn(house, blanks), end = n;
	if (room == SENSE_TITLE || !(marks & shown) || lead == n) {
		draft_text(s->mem, to, house);
		return;
	}
	while (strchr(blanks, house[end - 1]))
		end--;
	if (lead)
		draft_text(s->mem, to, " ");
	draft_text(s->mem, emphasis(s, to, marks), mem_str(s->mem, house + lead, end - lead));
	if (end < n)
		draft_text(s->mem, to, " ");
}

/* How much of a text continues the word before it. */
static size_t word_start(const char *text)
{
	const char *s = text, *end = text + strlen(text);
	while (s < end) {
		const char *at = s;
		if (!bag_is_word(u8_get(&s, end)))
			return (size_t)(at - text);
	}
	return strlen(text);
}

static bool ends_in_word(const struct buf *b)
{
	size_t n = b->len;
	while (n && ((unsigned char)b->data[n - 1] & 0xC0) == 0x80)
		n--;
	const char *s = b->data + n - (n > 0), *end = b->data + b->len;
	return n && bag_is_word(u8_get(&s, end));
}

static const struct imp_node *next_text(const struct imp_node *n)
{
	return n->next && n->next->kind == IMP_TEXT ? n->next : NULL;
}

/* The rest of a word that the next run holds, and the one after it; *taken: bytes of the run returned. */
static const struct imp_node *end_word(struct sense *s, const struct imp_node *n, struct buf *b, size_t *taken)
{
	const struct imp_node *k = next_text(n);
	*taken = 0;
	while (k && ends_in_word(b)) {
		*taken = word_start(k->text);
		if (*taken)
			acc_changed(s->acc, "Auszeichnung auf ganze Wörter");
		buf_put(b, k->text, *taken);
		if (k->text[*taken] || !next_text(k))
			break;
		k = next_text(k);
		*taken = 0;
	}
	return k;
}

/* Runs of the same look are one text: Word cuts words in pieces. A word has one look, that of its beginning. */
static const struct imp_node *put_runs(struct sense *s, const struct imp_node *n, struct draft *to,
	enum sense_room room)
{
	struct buf b = {0};
	size_t taken = 0;
	for (;;) {
		buf_str(&b, n->text + taken);
		const struct imp_node *next = next_text(n);
		if (next && next->marks == n->marks) {
			n = next;
			taken = 0;
			continue;
		}
		const unsigned marks = n->marks;
		next = end_word(s, n, &b, &taken);
		put_run(s, b.len ? b.data : "", marks, to, room);
		b.len = 0;
		if (!next)
			break;
		n = next;
	}
	buf_free(&b);
	return n;
}

/* ---- links ---- */

static bool good_address(const char *href)
{
	static const char *const kinds[] = {"http://", "https://", "mailto:", "tel:", NULL};
	for (const char *const *k = kinds; *k; k++)
		if (!strncmp(href, *k, strlen(*k)))
			return href[strlen(*k)] && !strpbrk(href, " \t\n");
	return false;
}

static void put_link_ref(struct sense *s, const struct imp_node *n, struct draft *to)
{
	struct draft *ref = draft_add(s->mem, to, "verweis");
	draft_set(s->mem, ref, "ziel", n->target);
	MEM_ROOM_IN(s->mem, s->links, s->nlinks, s->caplinks);
	s->links[s->nlinks++] = ref;
}

/* The words of a link, also those in fields and changes; what is no text follows the link. */
static void put_link_words(struct sense *s, const struct imp_node *n, struct draft *e, struct draft *after)
{
	for (const struct imp_node *c = n->first; c; c = c->next)
		if (c->kind == IMP_TEXT)
			c = put_runs(s, c, e, SENSE_TEXT);
		else if (c->kind == IMP_LINE || c->kind == IMP_TAB)
			draft_text(s->mem, e, " ");
		else if (c->kind == IMP_LINK || c->kind == IMP_FIELD || c->kind == IMP_CHANGE)
			put_link_words(s, c, e, after);
		else
			inline_one(s, c, after, SENSE_TEXT);
}

static void put_extern(struct sense *s, const struct imp_node *n, struct draft *to)
{
	struct draft *e = draft_add(s->mem, to, "extern"), after = {0};
	draft_set(s->mem, e, "href", n->href);
	put_link_words(s, n, e, &after);
	if (draft_empty(e))
		draft_ours(s->mem, e, n->href);
	while (after.first) {
		struct draft *c = after.first;
		draft_cut(c);
		draft_put(to, c);
	}
}

/* "3", "2.1", "A.1" */
static bool is_number(const char *s)
{
	s += *s >= 'A' && *s <= 'Z' && (s[1] == '.' || s[1] == ' ') ? 2 : 0;
	return *s >= '0' && *s <= '9' && !s[strspn(s, "0123456789.")];
}

/* The word before the number in "Abbildung 3", "Kapitel 2.1": its length; 0: there is none, or no number. */
static size_t ref_word(const char *text)
{
	static const char *const kinds[] = {"Abbildung", "Tabelle", "Kapitel", "Abschnitt", "Anhang", NULL};
	for (const char *const *k = kinds; *k; k++) {
		const size_t n = strlen(*k), blanks = strspn(text + n, " \xC2\xA0");
		if (!strncmp(text, *k, n))
			return blanks && is_number(text + n + blanks) ? n : 0;
	}
	return 0;
}

/* A reference in place of what it shows: its number, or the page, which will be another. */
static void put_shown_ref(struct sense *s, const struct imp_node *ref, struct draft *to, const char *shown, bool page)
{
	put_link_ref(s, ref, to);
	draft_meant(s->mem, to->last, shown);
	if (page)
		draft_set(s->mem, to->last, "art", "seite");
}

/* The reference that is all a link shows; NULL: it shows more. */
static const struct imp_node *ref_in(const struct imp_node *link)
{
	const struct imp_node *f = link->first;
	const char *code = f && f->kind == IMP_FIELD && !f->next && f->text ? f->text : "";
	const size_t kind = !strncmp(code, "REF ", 4) ? 4 : !strncmp(code, "PAGEREF ", 8) ? 8 : 0;
	const size_t n = strlen(link->target);
	return kind && !strncmp(code + kind, link->target, n) && strchr(" ", code[kind + n]) ? f : NULL;
}

/* ASCII, or the first or last byte of a letter like "ä". */
static bool is_letter(char c)
{
	const unsigned char b = (unsigned char)c;
	return isalnum(b) || (b >= 0xC3 && b <= 0xC9);
}

/* "3" of "3a": a part of a word is no reference. */
static bool is_part_of_word(const struct imp_node *n)
{
	const struct imp_node *at = n->parent && n->parent->kind == IMP_LINK ? n->parent : n, *next = at->next;
	const char *before = at->prev && at->prev->kind == IMP_TEXT ? at->prev->text : "";
	const char last = *before ? before[strlen(before) - 1] : ' ', first = next && next->text ? *next->text : ' ';
	return is_letter(last) || is_letter(first);
}

static void put_field(struct sense *s, const struct imp_node *n, struct draft *to, enum sense_room room);

static bool in_contents(const struct imp_node *n)
{
	while (n && n->kind != IMP_TOC)
		n = n->parent;
	return n != NULL;
}

static void put_link(struct sense *s, const struct imp_node *n, struct draft *to, enum sense_room room)
{
	const bool leads = n->target && room == SENSE_TEXT;
	if (n->href && good_address(n->href) && room == SENSE_TEXT) {
		put_extern(s, n, to);
		return;
	}
	if (leads && ref_in(n)) {
		put_field(s, ref_in(n), to, room);
		return;
	}
	if (leads && n->first && n->first->kind == IMP_TEXT && !n->first->next && ref_word(n->first->text) &&
		!is_part_of_word(n)) {
		put_shown_ref(s, n, to, n->first->text, false);
		return;
	}
	sense_inlines(s, n->first, to, room);
	if (n->href && !n->target)
		acc_guess(s->acc, ACC_WEAK, "Der Link auf „%s“ steht nur als Text da", n->href);
	if (leads && !is_part_of_word(n))
		put_link_ref(s, n, to);
}

static struct draft *part_around(struct draft *d)
{
	static const char *const names[] = {"kapitel", "abschnitt", "handlungsfeld", "anhang", "grusswort", "vorwort",
		"tabelle", "abbildung", "folie", NULL};
	for (; d; d = d->parent)
		for (const char *const *n = names; *n; n++)
			if (draft_is(d, *n))
				return d;
	return NULL;
}

static struct draft *anchored(const struct sense *s, const char *name)
{
	struct draft *at = imp_index_get(&s->anchors, NULL, name);
	return at ? part_around(at) : NULL;
}

static struct draft *text_before(struct sense *s, struct draft *ref, const char *text)
{
	struct draft *t = draft_new(s->mem, NULL);
	t->text = text;
	draft_before(ref, t);
	return t;
}

static bool is_figure(const struct draft *d)
{
	return draft_is(d, "tabelle") || draft_is(d, "abbildung");
}

/* "Seite " stands before a page, which prints it too. */
static void cut_page_word(struct sense *s, struct draft *ref)
{
	static const char *const words[] = {"Seite", "S."};
	struct draft *before = ref->prev;
	size_t n = before && before->text && !before->ours ? strlen(before->text) : 0, end = n;
	while (n && strchr(" \xC2\xA0", before->text[n - 1]))
		n--;
	for (size_t i = 0; n < end && i < sizeof words / sizeof *words; i++) {
		const size_t k = strlen(words[i]), rest = n < k ? 0 : n - k;
		if (n < k || strncmp(before->text + rest, words[i], k) != 0 ||
			(rest && !strchr(" (", before->text[rest - 1])))
			continue;
		before->text = mem_str(s->mem, before->text, rest);
		ref->meant = mem_fmt(s->mem, "%s %s", words[i], ref->meant);
		return;
	}
}

/* Of a figure it prints word and number, of a part the number: what the original shows beside that stays text. */
static void settle_shown(struct sense *s, struct draft *ref, const struct draft *to)
{
	const char *shown = ref->meant;
	const size_t word = ref_word(shown);
	if (draft_get(ref, "art"))
		cut_page_word(s, ref);
	if (!word == !is_figure(to) || draft_get(ref, "art"))
		return;
	if (word) {
		const size_t n = word + strspn(shown + word, " \xC2\xA0");
		text_before(s, ref, sense_house(s, mem_str(s->mem, shown, n)));
		ref->meant = mem_dup(s->mem, shown + n);
	} else {                                       /* the word stands before it */
		text_before(s, ref, shown);
		draft_cut(ref);
	}
}

/* Sits the reference in brackets behind the words it stood on, or in a title of its own target? */
void sense_resolve(struct sense *s)
{
	for (size_t i = 0; i < s->nlinks; i++) {
		struct draft *ref = s->links[i], *to = anchored(s, draft_get(ref, "ziel"));
		if (!to) {
			acc_guess(s->acc, ACC_WEAK, "Ein Verweis auf die Marke „%s“ führt ins Leere und steht nur "
				"als Text da",
				draft_get(ref, "ziel"));
			if (ref->meant) {                      /* its words were all there was */
				ref->name = NULL;
				ref->text = ref->meant;
				ref->meant = NULL;
				ref->attrs = NULL;
			} else {
				draft_cut(ref);
			}
			continue;
		}
		if (!draft_get(to, "id"))
			draft_set(s->mem, to, "id", sense_id(s, to->name, to->name));
		draft_set(s->mem, ref, "ziel", draft_get(to, "id"));
		if (ref->meant) {
			settle_shown(s, ref, to);
			continue;
		}
		struct draft *open = text_before(s, ref, " ("), *close = draft_new(s->mem, NULL);
		close->text = ")";
		open->ours = close->ours = true;
		if (ref->next)
			draft_before(ref->next, close);
		else
			draft_put(ref->parent, close);
	}
}

/* ---- notes, comments, changes ---- */

static struct draft *inside_text(struct sense *s, struct draft *to, enum sense_room room)
{
	return room == SENSE_TEXT ? to : s->wait;
}

/* The next one that does not stand below it. */
static const struct imp_node *beyond(const struct imp_node *c, const struct imp_node *top)
{
	while (c->last)
		c = c->last;
	return imp_after(c, top);
}

/* A note holds one run of text; its paragraphs follow each other on lines of their own. */
static void put_lines(struct sense *s, const struct imp_node *n, struct draft *note)
{
	/* n may be a copy that stands alone; what is below knows the node itself */
	const struct imp_node *top = n->first ? n->first->parent : n;
	uint32_t before = s->before;
	bool first = true;
	s->before = 0;
	for (const struct imp_node *c = n->first, *next; c; c = next) {
		next = imp_after(c, top);
		if (c->kind != IMP_PARA && c->kind != IMP_HEADING && c->kind != IMP_CAPTION && c->kind != IMP_CODE)
			continue;
		if (!first)
			draft_add(s->mem, note, "umbruch");
		first = false;
		if (c->label && c->typed_label && n->typed_label)
			draft_meant(s->mem, note, c->label);
		else if (c->label && c->typed_label)
			draft_text(s->mem, note, mem_fmt(s->mem, "%s ", c->label));
		sense_inlines(s, c->first, note, SENSE_TEXT);
		next = beyond(c, top);                 /* a note in it was put by the line it stands in */
	}
	s->before = before;
}

static void put_note(struct sense *s, const struct imp_node *n, struct draft *to, enum sense_room room)
{
	if (draft_is(to, "fussnote")) {                /* a note in a note stands in it, in brackets */
		draft_ours(s->mem, to, " (");
		put_lines(s, n, to);
		draft_ours(s->mem, to, ")");
		acc_guess(s->acc, ACC_SURE, "Eine Fußnote steht in einer Fußnote; ihr Text steht dort in Klammern");
		return;
	}
	struct draft *note = draft_add(s->mem, inside_text(s, to, room), "fussnote");
	if (n->label && n->typed_label)
		draft_meant(s->mem, note, n->label);       /* numbered again by us */
	put_lines(s, n, note);
	if (draft_empty(note))
		draft_cut(note);
}

static bool within(const struct draft *d, const char *name)
{
	while (d && !draft_is(d, name))
		d = d->parent;
	return d;
}

static void put_comment(struct sense *s, const struct imp_node *n, struct draft *to, enum sense_room room)
{
	const bool noted = within(to, "fussnote");             /* which takes none: it follows */
	struct draft *v = draft_add(s->mem, noted ? s->wait : inside_text(s, to, room), "vermerk");
	uint32_t before = s->before;
	s->before = 0;
	if (n->author && *n->author)
		draft_set(s->mem, v, "name", n->author);
	if (n->when && *n->when)
		draft_set(s->mem, v, "zeit", n->when);
	if (n->done)
		draft_set(s->mem, v, "erledigt", "ja");
	s->small(s, n->first, v);
	if (!v->first)
		draft_ours(s->mem, draft_add(s->mem, v, "absatz"), "(leerer Kommentar)");
	s->before = before;
}

/* "REF _Ref1 \h", "PAGEREF _Toc1": a reference whose shown text stands in it. */
static void put_field(struct sense *s, const struct imp_node *n, struct draft *to, enum sense_room room)
{
	const char *code = n->text ? n->text + strspn(n->text, " \t") : "";
	struct imp_node ref = {.kind = IMP_LINK};
	bool page = !strncmp(code, "PAGEREF ", 8);
	if ((strncmp(code, "REF ", 4) && !page) || room == SENSE_TITLE) {
		sense_inlines(s, n->first, to, room);
		return;
	}
	const bool numbered = strstr(code, " \\r") || strstr(code, " \\n") || strstr(code, " \\w");
	code += page ? 8 : 4;
	code += strspn(code, " \t");
	ref.target = mem_str(s->mem, code, strcspn(code, " \t"));
	char *shown = sense_plain(s, n);
	const bool number = ref_word(shown) || (numbered && is_number(shown));
	if (!is_part_of_word(n) && (page ? !in_contents(n) : number)) {
		put_shown_ref(s, &ref, to, shown, page);
		return;
	}
	sense_inlines(s, n->first, to, room);
	put_link_ref(s, &ref, to);
}

static void put_picture(struct sense *s, const struct imp_node *n, struct draft *to)
{
	(void)to;
	s->block(s, n, s->wait);
}

static void mark_anchor(struct sense *s, const struct imp_node *n, struct draft *to)
{
	if (!n->target)
		return;
	imp_index_put(s->mem, &s->anchors, NULL, n->target, s->here ? s->here : to);
}

static void inline_one(struct sense *s, const struct imp_node *n, struct draft *to, enum sense_room room)
{
	switch (n->kind) {
	case IMP_TEXT:    put_run(s, n->text, n->marks, to, room); break;
	case IMP_LINE:
		if (room == SENSE_TEXT && n->next)
			draft_add(s->mem, to, "umbruch");
		else
			draft_text(s->mem, to, " ");
		s->before = 0;
		break;
	case IMP_TAB:     draft_text(s->mem, to, " "); s->before = ' '; break;
	case IMP_LINK:    put_link(s, n, to, room); break;
	case IMP_ANCHOR:  mark_anchor(s, n, to); break;
	case IMP_FIELD:   put_field(s, n, to, room); break;
	case IMP_NOTE:    put_note(s, n, to, room); break;
	case IMP_COMMENT: put_comment(s, n, to, room); break;
	case IMP_CHANGE:  sense_inlines(s, n->first, to, room); break;
	case IMP_PICTURE: put_picture(s, n, to); break;
	default:          s->block(s, n, s->wait); break;
	}
}

void sense_inlines(struct sense *s, const struct imp_node *first, struct draft *to, enum sense_room room)
{
	for (const struct imp_node *n = first; n; n = n->next)
		if (n->kind == IMP_TEXT)
			n = put_runs(s, n, to, room);
		else
			inline_one(s, n, to, room);
}

/* Notes and comments of a title go into the first paragraph that follows, or get one of their own. */
void sense_waiting(struct sense *s, struct draft *to)
{
	struct draft *w;
	struct draft *own = NULL;
	if (to == s->wait)
		return;                                /* it waits where it is */
	while ((w = s->wait->first)) {
		draft_cut(w);
		if (draft_is(w, "fussnote")) {
			own = own ? own : draft_add(s->mem, to, "absatz");
			draft_put(own, w);
		} else {
			own = NULL;
			draft_put(to, w);
		}
	}
}
