/* docxrun.c: what stands in the lines of a Word file: runs, links, fields, tracked changes, notes' marks. Elements
 * it does not know are looked through, so that no text is lost in them. */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/u8.h"
#include "import/decode.h"
#include "import/docx.h"

/* ---- text */

static void put_text(struct docx *d, struct imp_node *to, const char *s, unsigned marks, const struct mk *rpr)
{
	const struct mk *fonts = mk_child(rpr, "w:rFonts");
	const char *font = mk_get(fonts, "w:ascii"), *lang = mk_val(rpr, "w:lang"), *end = s + strlen(s);
	struct buf b = {0};
	while (s < end) {
		const size_t plain = u8_plain(s, end);
		buf_put(&b, s, plain);
		if ((s += plain) == end)
			break;
		uint32_t cp = u8_get(&s, end);
		unsigned sign = cp >= 0xF000 && cp <= 0xF0FF ? imp_symbol(font, cp) : cp;
		buf_u8(&b, sign ? sign : cp);
	}
	struct imp_node *t = imp_add_text(d->f, to, b.data ? b.data : "", b.len, marks);
	buf_free(&b);
	if (t && lang && d->lang && strncasecmp(lang, d->lang, 2))
		t->lang = lang;
}

static void put_symbol(struct docx *d, struct imp_node *to, const struct mk *sym, unsigned marks)
{
	const char *code = mk_get(sym, "w:char");
	char *end;
	unsigned long c = code ? strtoul(code, &end, 16) : 0;
	unsigned sign = c && c < 0x110000 ? imp_symbol(mk_get(sym, "w:font"), (unsigned)c) : 0;
	struct buf b = {0};
	buf_u8(&b, sign ? sign : 0x2022);
	imp_add_text(d->f, to, b.data, b.len, marks);
	buf_free(&b);
}

static void put_sign(struct docx *d, struct imp_node *to, uint32_t cp, unsigned marks)
{
	char s[4];
	imp_add_text(d->f, to, s, u8_put(s, cp), marks);
}

/* ---- fields */

static struct docx_field *top(struct docx *d)
{
	return d->nfields ? &d->fields[d->nfields - 1] : NULL;
}

/* In the instruction of a field: what is written there is not shown. */
static bool instructing(const struct docx *d)
{
	for (size_t i = 0; i < d->nfields; i++)
		if (!d->fields[i].result)
			return true;
	return false;
}

bool docx_in_toc(const struct docx *d)
{
	for (size_t i = 0; i < d->nfields; i++)
		if (d->fields[i].toc && d->fields[i].result)
			return true;
	return false;
}

static void set_link(struct docx *d, struct imp_node *link, const char *s)
{
	const char *address = NULL, *anchor = NULL;
	for (char *w; (w = docx_instr_word(d->m, &s));)
		if (!strcasecmp(w, "\\l"))
			anchor = docx_instr_word(d->m, &s);
		else if (!strcasecmp(w, "\\o") || !strcasecmp(w, "\\t"))
			docx_instr_word(d->m, &s);
		else if (w[0] != '\\' && !address)
			address = w;
	if (address && *address)
		link->href = anchor && *anchor ? mem_fmt(d->m, "%s#%s", address, anchor) : address;
	else
		link->target = anchor ? anchor : "";
}

/* The node that shows what a field came to. */
static struct imp_node *field_node(struct docx *d, struct imp_node *to, const char *instruction)
{
	if (docx_is_kind(instruction, "HYPERLINK")) {
		struct imp_node *link = imp_add(d->f, to, IMP_LINK);
		set_link(d, link, instruction + 9);
		return link;
	}
	struct imp_node *field = imp_add(d->f, to, IMP_FIELD);
	field->text = *instruction ? mem_str(d->m, instruction, docx_instr_length(instruction)) : NULL;
	return field;
}

static const char *instruction_of(struct docx *d, struct docx_field *f)
{
	const char *s = f->instruction.data ? f->instruction.data : "";
	while (*s == ' ' || *s == '\t' || *s == '\n' || *s == '\r')
		s++;
	size_t n = strlen(s);
	while (n && strchr(" \t\r\n", s[n - 1]))
		n--;
	return mem_str(d->m, s, n);
}

static struct imp_node *field_result(struct docx *d, struct imp_node *to)
{
	struct docx_field *f = top(d);
	if (!f || f->result)
		return to;
	const char *instruction = instruction_of(d, f);
	docx_instr_unseen(d, instruction);
	f->result = true;
	f->toc = docx_is_toc(instruction);
	if (f->toc || instructing(d))
		return to;
	f->node = field_node(d, to, instruction);
	return f->node;
}

static struct imp_node *field_end(struct docx *d, struct imp_node *to)
{
	struct docx_field *f = top(d);
	if (!f)
		return to;
	struct imp_node *node = f->node;
	bool bare = !f->result || (node && !node->first && !docx_is_kind(instruction_of(d, f), "MERGEFIELD"));
	struct buf instruction = f->instruction;
	d->nfields--;
	if (bare && !instructing(d))
		docx_instr_bare(d, instruction_of(d, &(struct docx_field){.instruction = instruction}), to);
	buf_free(&instruction);
	if (!node)
		return to;
	for (struct imp_node *up = to; up; up = up->parent) /* the field may have begun in another paragraph */
		if (up == node)
			return node->parent;
	return to;
}

static int by_address(const void *a, const void *b)
{
	const struct mk *x = *(const struct mk *const *)a, *y = *(const struct mk *const *)b;
	return x < y ? -1 : x > y;
}

void docx_fields_unended(struct docx *d, const struct mk *story)
{
	d->unended = NULL;
	d->nunended = d->capunended = 0;
	for (const struct mk *n = story; n; n = mk_after(n, story)) {
		const char *type = mk_is(n, "w:fldChar") ? mk_get(n, "w:fldCharType") : NULL;
		if (type && !strcmp(type, "end")) {
			d->nunended -= d->nunended > 0;
		} else if (type && !strcmp(type, "begin")) {
			MEM_ROOM_IN(d->m, d->unended, d->nunended, d->capunended);
			d->unended[d->nunended++] = n;
		}
	}
	if (d->nunended)
		qsort(d->unended, d->nunended, sizeof *d->unended, by_address);
}

static bool is_unended(const struct docx *d, const struct mk *n)
{
	return d->nunended && bsearch(&n, d->unended, d->nunended, sizeof *d->unended, by_address);
}

/* What was chosen of a list in a form (17.16.14). */
static void put_choice(struct docx *d, const struct mk *list, struct imp_node *to)
{
	const char *chosen = mk_val(list, "w:result");
	int left = atoi(chosen ? chosen : mk_val(list, "w:default") ? mk_val(list, "w:default") : "0");
	for (const struct mk *e = list ? list->first : NULL; e; e = e->next)
		if (mk_is(e, "w:listEntry") && left-- == 0 && mk_get(e, "w:val"))
			imp_add_text(d->f, to, mk_get(e, "w:val"), strlen(mk_get(e, "w:val")), 0);
}

static struct imp_node *field_char(struct docx *d, const struct mk *n, struct imp_node *to)
{
	const char *type = mk_get(n, "w:fldCharType");
	const struct mk *box = mk_find(n, "w:ffData/w:checkBox");
	if (type && !strcmp(type, "begin") && !is_unended(d, n)) {
		if (!instructing(d))
			put_choice(d, mk_find(n, "w:ffData/w:ddList"), to);
		MEM_ROOM_IN(d->m, d->fields, d->nfields, d->capfields);
		d->fields[d->nfields++] = (struct docx_field){0};
		if (box && !instructing(&(struct docx){.fields = d->fields, .nfields = d->nfields - 1}))
			put_sign(d, to,
				mk_on(box, "w:checked") || (!mk_child(box, "w:checked") && mk_on(box, "w:default"))
					? 0x2612
					: 0x2610,
				0);
		return to;
	}
	if (type && !strcmp(type, "separate"))
		return field_result(d, to);
	return type && !strcmp(type, "end") ? field_end(d, to) : to;
}

struct imp_node *docx_in_fields(struct docx *d, struct imp_node *to)
{
	for (size_t i = 0; i < d->nfields; i++) {
		struct docx_field *f = &d->fields[i];
		if (!f->result || !f->node)
			continue;
		struct imp_node *again = imp_add(d->f, to, f->node->kind);
		again->href = f->node->href;
		again->target = f->node->target;
		again->text = f->node->text;
		f->node = to = again;
	}
	return to;
}

static void simple_field(struct docx *d, const struct mk *n, struct imp_node *to, unsigned marks)
{
	struct docx_field f = {0};
	const char *instruction = mk_get(n, "w:instr");
	buf_str(&f.instruction, instruction ? instruction : "");
	instruction = instruction_of(d, &f);
	docx_instr_unseen(d, instruction);
	docx_inlines(d, n, field_node(d, to, instruction), marks);
	buf_free(&f.instruction);
}

/* ---- links, changes */

static void link_to(struct docx *d, const struct mk *n, struct imp_node *to, unsigned marks)
{
	bool external = false;
	const char *id = mk_get(n, "r:id"), *anchor = mk_get(n, "w:anchor");
	const char *address = imp_related(d->o, d->rels, d->part, id, &external);
	struct imp_node *link = imp_add(d->f, to, IMP_LINK);
	if (address && external)
		link->href = anchor ? mem_fmt(d->m, "%s#%s", address, anchor) : address;
	else
		link->target = anchor ? anchor : address ? address : "";
	docx_inlines(d, n, link, marks);
	if (!link->first)
		imp_cut(link);
}

struct imp_node *docx_change(struct docx *d, struct imp_node *to, enum imp_change change, const struct mk *mark)
{
	struct imp_node *c = imp_add(d->f, to, IMP_CHANGE);
	c->change = change;
	c->author = mk_get(mark, "w:author");
	c->when = mk_get(mark, "w:date");
	return c;
}

static enum imp_change change_of(const char *name)
{
	static const struct {
		const char *name;
		enum imp_change is;
	} marks[] = {{"w:ins", IMP_INSERTED}, {"w:del", IMP_DELETED}, {"w:moveFrom", IMP_MOVED_FROM},
		{"w:moveTo", IMP_MOVED_TO}};
	for (size_t i = 0; i < 4; i++)
		if (!strcmp(name, marks[i].name))
			return marks[i].is;
	return 0;
}

/* ---- runs */

static void put_break(struct docx *d, const struct mk *n, struct imp_node *to)
{
	const char *type = mk_get(n, "w:type");
	if (type && !strcmp(type, "page"))
		d->page_break = true;
	imp_add(d->f, to, IMP_LINE);
}

/* One sign or mark of a run; false: it is something else. */
static bool run_sign(struct docx *d, const struct mk *n, struct imp_node *to, unsigned marks)
{
	if (mk_is(n, "w:tab") || mk_is(n, "w:ptab"))
		imp_add(d->f, to, IMP_TAB);
	else if (mk_is(n, "w:br"))
		put_break(d, n, to);
	else if (mk_is(n, "w:cr"))
		imp_add(d->f, to, IMP_LINE);
	else if (mk_is(n, "w:noBreakHyphen"))
		put_sign(d, to, 0x2011, marks);
	else if (mk_is(n, "w:softHyphen"))
		put_sign(d, to, 0xAD, marks);
	else if (mk_is(n, "w:sym"))
		put_symbol(d, to, n, marks);
	else if (mk_is(n, "w:lastRenderedPageBreak"))
		d->page++;
	else
		return false;
	return true;
}

static struct imp_node *run(struct docx *d, const struct mk *r, struct imp_node *to, unsigned outer);

/* What leads to something outside the line; false: it does not. */
static bool run_leads(struct docx *d, const struct mk *n, struct imp_node *to)
{
	if (mk_is(n, "w:footnoteReference") || mk_is(n, "w:endnoteReference"))
		docx_note(d, n, to, mk_is(n, "w:endnoteReference"));
	else if (mk_is(n, "w:commentReference"))
		docx_comment(d, mk_get(n, "w:id"), to);
	else if (mk_is(n, "w:drawing") || mk_is(n, "w:pict") || mk_is(n, "w:object"))
		docx_shape(d, n, to);
	else
		return false;
	return true;
}

static struct imp_node *run_part(struct docx *d, const struct mk *n, const struct mk *r, struct imp_node *to,
	unsigned marks)
{
	const struct mk *rpr = mk_child(r, "w:rPr");
	if (mk_is(n, "w:fldChar"))
		return field_char(d, n, to);
	if (mk_is(n, "w:instrText") || mk_is(n, "w:delInstrText") || instructing(d)) {
		if (top(d) && n->name && !mk_is(n, "w:rPr"))
			buf_str(&top(d)->instruction, mk_text(d->m, n));
		return to;
	}
	if (mk_is(n, "w:t") || mk_is(n, "w:delText"))
		put_text(d, to, mk_text(d->m, n), marks, rpr);
	else if (run_leads(d, n, to))
		return to;
	else if (mk_is(n, "mc:AlternateContent") && docx_alternate(n))
		for (const struct mk *c = docx_alternate(n)->first; c; c = c->next)
			to = run_part(d, c, r, to, marks);
	else if (n->name && !mk_is(n, "w:rPr") && !run_sign(d, n, to, marks) && n->first)
		for (const struct mk *c = n->first; c; c = c->next) /* w:ruby and what is to come */
			to = mk_is(c, "w:r") ? run(d, c, to, marks) : run_part(d, c, r, to, marks);
	return to;
}

/* A style that is only somebody's name for bold is its marks; one that says more keeps its name. */
static unsigned style_marks(struct docx *d, const struct mk *rpr, unsigned marks)
{
	const struct docx_style *st = docx_style(d->styles, mk_val(rpr, "w:rStyle"));
	if (strcasestr(st->name, "hyperlink") || strcasestr(st->name, "reference"))
		return marks;
	if (strcasestr(st->name, "verbatim"))
		marks |= IMP_MONO;
	return (marks & ~st->unmarks) | st->marks;
}

static struct imp_node *run(struct docx *d, const struct mk *r, struct imp_node *to, unsigned outer)
{
	const struct mk *rpr = mk_child(r, "w:rPr");
	unsigned marks = rpr ? docx_marks(rpr, style_marks(d, rpr, outer)) : outer;
	const char *size = mk_val(rpr, "w:sz");
	marks = d->shaded ? marks & ~(unsigned)IMP_WHITE : marks;
	for (const struct mk *n = r->first; n; n = n->next) {
		struct imp_node *last = to->last;
		to = run_part(d, n, r, to, marks);
		if (size && to->last && to->last != last && to->last->kind == IMP_TEXT)
			to->last->size = (float)atof(size) / 2;
	}
	return to;
}

static bool is_silent(const struct mk *n)
{
	static const char *const none[] = {"w:pPr", "w:rPr", "w:sdtPr", "w:sdtEndPr", "w:proofErr", "w:bookmarkEnd",
		"w:commentRangeEnd", "w:permStart", "w:permEnd", "w:smartTagPr", "w:customXmlPr",
		"m:oMathParaPr", "m:ctrlPr", "m:rPr", "w:fldData", NULL};
	for (size_t i = 0; none[i]; i++)
		if (mk_is(n, none[i]))
			return true;
	return !n->name;
}

static void anchor(struct docx *d, const struct mk *n, struct imp_node *to)
{
	const char *name = mk_get(n, "w:name");
	if (name && strcmp(name, "_GoBack"))
		imp_add(d->f, to, IMP_ANCHOR)->target = name;
}

/* Formulas as running text: raised and lowered parts as such, a fraction with its stroke, a root with its sign. */
static void math(struct docx *d, const struct mk *n, struct imp_node *to, unsigned marks)
{
	for (const struct mk *c = n->first; c; c = c->next) {
		const char *sign = mk_get(mk_find(c, "m:naryPr/m:chr"), "m:val");
		if (mk_is(c, "m:t"))
			put_text(d, to, mk_text(d->m, c), marks, NULL);
		else if (mk_is(c, "m:sup"))
			math(d, c, to, (marks & ~(unsigned)IMP_SUB) | IMP_SUPER);
		else if (mk_is(c, "m:sub"))
			math(d, c, to, (marks & ~(unsigned)IMP_SUPER) | IMP_SUB);
		else if (c->name) {
			if (mk_is(c, "m:rad"))
				put_sign(d, to, 0x221A, marks);
			if (mk_is(c, "m:nary"))
				put_text(d, to, sign ? sign : "∫", marks, NULL);
			if (mk_is(c, "m:den"))
				put_sign(d, to, '/', marks);
			math(d, c, to, marks);
		}
	}
}

void docx_inlines(struct docx *d, const struct mk *parent, struct imp_node *to, unsigned marks)
{
	for (const struct mk *n = parent->first; n; n = n->next) {
		enum imp_change change = n->name ? change_of(n->name) : 0;
		if (is_silent(n))
			continue;
		if (mk_is(n, "w:r")) {
			to = run(d, n, to, marks);
		} else if (mk_is(n, "w:hyperlink")) {
			link_to(d, n, to, marks);
		} else if (mk_is(n, "w:fldSimple")) {
			simple_field(d, n, to, marks);
		} else if (mk_is(n, "w:bookmarkStart")) {
			anchor(d, n, to);
		} else if (mk_is(n, "w:commentRangeStart")) { /* a comment stands where what it is about begins */
			docx_comment(d, mk_get(n, "w:id"), to);
		} else if (mk_is(n, "m:oMath") || mk_is(n, "m:oMathPara")) {
			math(d, n, to, 0);
		} else if (mk_is(n, "mc:AlternateContent")) {
			const struct mk *one = docx_alternate(n);
			if (one)
				docx_inlines(d, one, to, marks);
		} else if (change) {
			struct imp_node *c = docx_change(d, to, change, n);
			docx_inlines(d, n, c, marks);
			if (!c->first)
				imp_cut(c);
		} else if (mk_is(n, "w:p")) { /* a block where none may be: its words count */
			imp_add(d->f, to, IMP_LINE);
			docx_inlines(d, n, to, marks);
		} else {
			docx_inlines(d, n, to, marks);
		}
	}
}
