/* xlsx.c: Excel files (ECMA-376 part 1, 18). Formulas are not worked out: what was last shown is taken. */
#include <stdlib.h>
#include <string.h>

#include "import/net.h"
#include "import/office.h"
#include "import/sheet.h"
#include "import/unseen.h"

struct xlsx {
	struct imp_office_file *o;
	struct mem *m;
	const char *part;
	const struct mk *rels;
	const char **strings;
	size_t nstrings, capstrings;
	const char **formats;
	size_t nformats, capformats;     /* of each cell style */
	int epoch;                       /* days its dates count from later than others: 1462 since 1904 */
};

static char *rich(struct xlsx *x, const struct mk *n)
{
	struct buf b = {0};
	for (const struct mk *c = n ? n->first : NULL; c; c = c->next)
		if (mk_is(c, "x:t"))
			buf_str(&b, mk_text(x->m, c));
		else if (mk_is(c, "x:r"))
			buf_str(&b, mk_child(c, "x:t") ? mk_text(x->m, mk_child(c, "x:t")) : "");
		else if (mk_is(c, "x:rPh"))
			imp_lose(x->o->flow, "Lesehilfe über den Zeichen", mk_text(x->m, c));
	return buf_take(&b, x->m);
}

static const char *part_of_type(struct xlsx *x, const struct mk *rels, const char *part, const char *type)
{
	bool external = false;
	for (const struct mk *r = rels ? rels->first : NULL; r; r = r->next) {
		const char *is = mk_get(r, "Type"), *slash = is ? strrchr(is, '/') : NULL;
		const char *to = slash && !strcmp(slash + 1, type)
			? imp_related(x->o, rels, part, mk_get(r, "Id"), &external)
			: NULL;
		if (to && !external)
			return to;
	}
	return NULL;
}

static void read_strings(struct xlsx *x)
{
	const char *part = part_of_type(x, x->rels, x->part, "sharedStrings");
	const struct mk *root = part ? imp_part(x->o, part) : NULL;
	for (const struct mk *n = root ? root->first : NULL; n; n = n->next)
		if (mk_is(n, "x:si")) {
			MEM_ROOM_IN(x->m, x->strings, x->nstrings, x->capstrings);
			x->strings[x->nstrings++] = rich(x, n);
		}
}

/* The formats every program knows without being told (18.8.30). */
static const char *built_in(int id)
{
	static const char *const formats[50] = {[1] = "0",
		[2] = "0.00",
		[3] = "#,##0",
		[4] = "#,##0.00",
		[5] = "#,##0 €",
		[6] = "#,##0 €",
		[7] = "#,##0.00 €",
		[8] = "#,##0.00 €",
		[9] = "0%",
		[10] = "0.00%",
		[14] = "d",
		[15] = "d",
		[16] = "d",
		[17] = "d",
		[18] = "h",
		[19] = "h",
		[20] = "h",
		[21] = "h",
		[22] = "d h",
		[37] = "#,##0",
		[38] = "#,##0",
		[39] = "#,##0.00",
		[40] = "#,##0.00",
		[41] = "#,##0 €",
		[42] = "#,##0 €",
		[43] = "#,##0.00 €",
		[44] = "#,##0.00 €",
		[45] = "h",
		[46] = "h",
		[47] = "h"};
	return id >= 0 && id < 50 ? formats[id] : NULL;
}

static void read_formats(struct xlsx *x)
{
	const char *part = part_of_type(x, x->rels, x->part, "styles");
	const struct mk *root = part ? imp_part(x->o, part) : NULL, *own = mk_child(root, "x:numFmts");
	const struct mk *cells = mk_child(root, "x:cellXfs");
	for (const struct mk *n = cells ? cells->first : NULL; n; n = n->next) {
		if (!mk_is(n, "x:xf"))
			continue;
		int id = mk_int(n, "numFmtId", 0);
		const char *format = built_in(id);
		for (const struct mk *f = own ? own->first : NULL; f; f = f->next)
			if (mk_int(f, "numFmtId", -1) == id)
				format = mk_get(f, "formatCode");
		MEM_ROOM_IN(x->m, x->formats, x->nformats, x->capformats);
		x->formats[x->nformats++] = format;
	}
}

/* "BC12": 54; the row with it. */
static int column_of(const char *ref, int *row)
{
	int c = 0;
	for (; ref && *ref >= 'A' && *ref <= 'Z' && c < 20000; ref++)
		c = c * 26 + (*ref - 'A' + 1);
	*row = ref ? atoi(ref) : 0;
	return c - 1;
}

static const char *value_of(struct xlsx *x, const struct mk *c)
{
	const char *type = mk_get(c, "t"), *v = mk_child(c, "x:v") ? mk_text(x->m, mk_child(c, "x:v")) : "";
	size_t style = (size_t)mk_int(c, "s", 0), i = strtoul(v, NULL, 10);
	if (type && !strcmp(type, "s"))
		return i < x->nstrings ? x->strings[i] : "";
	if (type && !strcmp(type, "inlineStr"))
		return rich(x, mk_child(c, "x:is"));
	if (type && !strcmp(type, "b"))
		return *v == '1' ? "WAHR" : *v ? "FALSCH" : "";
	if (type && strcmp(type, "n"))
		return v;
	return *v ? sheet_number(x->m, v, style < x->nformats ? x->formats[style] : NULL, x->epoch) : v;
}

/* A cell that covers others takes the place of the empty ones to its right. */
static void widen(struct imp_node *c, int columns)
{
	for (int more = columns - 1; more > 0 && c->next && !c->next->first;) {
		int take = c->next->cols < more ? c->next->cols : more;
		more -= take;
		c->next->cols -= take;
		if (!c->next->cols)
			imp_cut(c->next);
	}
	c->cols = columns;
}

static struct imp_node *cell_at(struct imp_node *from, int row, int column)
{
	for (struct imp_node *t = from; t; t = t->next)
		for (struct imp_node *r = t->kind == IMP_TABLE ? t->first : NULL; r; r = r->next) {
			int at = 0;
			struct imp_node *c = r->line == row ? r->first : NULL;
			for (; c && at < column; c = c->next)
				at += c->cols;
			if (c && at == column && c->first)
				return c;
		}
	return NULL;
}

static void merge(const struct mk *root, struct imp_node *from)
{
	enum { MOST = 1000 };
	const struct mk *all = mk_child(root, "x:mergeCells");
	int n = 0;
	for (const struct mk *m = all ? all->first : NULL; m && n < MOST; m = m->next, n++) {
		const char *ref = mk_get(m, "ref"), *colon = ref ? strchr(ref, ':') : NULL;
		int top = 0, bottom = 0, left = colon ? column_of(ref, &top) : 0;
		int right = colon ? column_of(colon + 1, &bottom) : -1;
		struct imp_node *c = right >= left ? cell_at(from, top, left) : NULL;
		if (!c || bottom < top || right - left >= MOST || bottom - top >= MOST)
			continue;
		widen(c, right - left + 1);
		c->rows = bottom - top + 1;
	}
}

static void comments(struct xlsx *x, const char *part)
{
	const struct mk *rels = imp_relations(x->o, part);
	const char *at = part_of_type(x, rels, part, "comments");
	const struct mk *root = at ? imp_part(x->o, at) : NULL, *list = mk_child(root, "x:commentList");
	struct imp_node *p = NULL;
	for (const struct mk *n = list ? list->first : NULL; n; n = n->next) {
		const char *text = rich(x, mk_child(n, "x:text"));
		if (!*text)
			continue;
		p = p ? p : imp_add(x->o->flow, x->o->flow->root, IMP_PARA);
		struct imp_node *c = imp_add(x->o->flow, p, IMP_COMMENT);
		c->name = mk_get(n, "ref");
		imp_add_text(x->o->flow, imp_add(x->o->flow, c, IMP_PARA), text, strlen(text), 0);
	}
}

/* Remarks with answers; programs that do not know them find most of it among the older ones. */
static void threads(struct xlsx *x, const char *part)
{
	struct imp_flow *f = x->o->flow;
	const struct mk *rels = imp_relations(x->o, part);
	const char *at = part_of_type(x, rels, part, "threadedComment"), **texts = NULL;
	const struct mk *root = at ? imp_part(x->o, at) : NULL;
	size_t n = 0, cap = 0;
	for (const struct mk *c = root; c; c = mk_after(c, root))
		if (mk_is(c, "?:text")) {
			MEM_ROOM_IN(x->m, texts, n, cap);
			texts[n++] = mk_text(x->m, c);
		}
	bool *lacks = MEM_ARRAY(x->m, bool, n + 1);
	imp_net_lacks(f, texts, n, lacks);
	for (size_t i = 0; i < n; i++)
		if (lacks[i])
			imp_add_text(f, imp_add(f, imp_add(f, imp_add(f, f->root, IMP_PARA), IMP_COMMENT), IMP_PARA),
				texts[i], strlen(texts[i]), 0);
}

/* What lies over the cells: text boxes, shapes, charts. */
static void drawings(struct xlsx *x, const char *sheet)
{
	bool external = false;
	const char *part = part_of_type(x, imp_relations(x->o, sheet), sheet, "drawing");
	const struct mk *root = part ? imp_part(x->o, part) : NULL, *rels = root ? imp_relations(x->o, part) : NULL;
	struct imp_node *box = root ? imp_add(x->o->flow, x->o->flow->root, IMP_BOX) : NULL;
	if (!root)
		return;
	imp_drawn_text(x->o->flow, root, box);
	for (const struct mk *n = root; n; n = mk_after(n, root)) {
		const bool is = mk_is(n, "c:chart") || mk_is(n, "cx:chart");
		const char *at = is ? imp_related(x->o, rels, part, mk_get(n, "r:id"), &external) : NULL;
		const struct mk *chart = at && !external ? imp_part(x->o, at) : NULL;
		if (chart)
			imp_chart(x->o->flow, chart, box);
	}
	if (!box->first)
		imp_cut(box);
}

/* "&L&\"Arial\"&12Stadt &P": its words, without what sets it and what changes from page to page (18.3.1.46). */
static char *head_text(struct mem *m, const char *s)
{
	struct buf b = {0};
	while (*s)
		if (*s != '&' || !s[1]) {
			buf_chr(&b, *s++);
		} else if (s[1] == '&') {
			buf_chr(&b, '&');
			s += 2;
		} else if (s[1] == '"') {
			s += 2 + strcspn(s + 2, "\"");
			s += *s == '"';
		} else {
			const size_t size = strspn(s + 1, "0123456789");
			buf_chr(&b, ' ');
			s += size ? 1 + size : s[1] == 'K' && strlen(s) > 8 ? 8 : 2;
		}
	return buf_take(&b, m);
}

static void heads(struct xlsx *x, const struct mk *root)
{
	const struct mk *all = mk_child(root, "x:headerFooter");
	for (const struct mk *n = all ? all->first : NULL; n; n = n->next) {
		const char *text = n->name ? head_text(x->m, mk_text(x->m, n)) : "";
		if (!text[strspn(text, " ")])
			continue;
		struct imp_node *f = imp_add(x->o->flow, x->o->flow->root, IMP_FURNITURE);
		f->style = strstr(n->name, "Footer") ? "Fußzeile" : "Kopfzeile";
		imp_add_text(x->o->flow, imp_add(x->o->flow, f, IMP_PARA), text, strlen(text), 0);
	}
}

/* Columns that are not shown, by their place from 0. */
struct columns { bool hidden[16384]; };

static const struct columns *hidden_columns(struct xlsx *x, const struct mk *root)
{
	struct columns *c = NULL;
	const struct mk *cols = mk_child(root, "x:cols");
	for (const struct mk *n = cols ? cols->first : NULL; n; n = n->next) {
		const int from = mk_int(n, "min", 0), to = mk_int(n, "max", 0);
		if (!mk_true(n, "hidden"))
			continue;
		c = c ? c : MEM_NEW(x->m, struct columns);
		for (int i = from < 1 ? 1 : from; i <= to && i <= 16384; i++)
			c->hidden[i - 1] = true;
	}
	return c;
}

static void one_row(struct xlsx *x, struct sheet *s, const struct mk *r, const struct columns *columns)
{
	const bool hidden = mk_true(r, "hidden");
	int column = -1, row;
	for (const struct mk *c = r->first; c; c = c->next) {
		if (!mk_is(c, "x:c"))
			continue;
		const int at = column_of(mk_get(c, "r"), &row);
		column = at > column ? at : column + 1;
		struct imp_node *cell = sheet_cell(s, column, value_of(x, c));
		if (cell && (hidden || (columns && column < 16384 && columns->hidden[column])))
			imp_hide(cell);
	}
}

/* Programs that make sheets without working them out leave formulas alone in their cells. */
static void tell_formulas(struct xlsx *x, const struct mk *data)
{
	enum { SHOWN = 12 };
	struct buf b = {0};
	size_t n = 0;
	for (const struct mk *c = data; c; c = mk_after(c, data)) {
		const struct mk *f = mk_is(c, "x:c") && !mk_child(c, "x:v") && !mk_child(c, "x:is") ?
			mk_child(c, "x:f") : NULL;
		const char *text = f ? mk_text(x->m, f) : "";
		if (*text && n++ < SHOWN)
			buf_fmt(&b, "%s%s: =%s", b.len ? "; " : "", mk_get(c, "r") ? mk_get(c, "r") : "", text);
	}
	if (n > SHOWN)
		buf_fmt(&b, " und %zu weitere", n - SHOWN);
	if (n)
		imp_lose(x->o->flow, "Formel, deren Ergebnis die Datei nicht kennt; bitte in der Tabellenkalkulation "
			"öffnen und speichern", b.data);
	buf_free(&b);
}

static void one_sheet(struct xlsx *x, const struct mk *sheet)
{
	bool external = false;
	const char *part = imp_related(x->o, x->rels, x->part, mk_get(sheet, "r:id"), &external);
	const char *name = mk_get(sheet, "name"), *state = mk_get(sheet, "state");
	const struct mk *root = part && !external ? imp_part(x->o, part) : NULL, *data = mk_child(root, "x:sheetData");
	struct sheet s;
	if (!root)
		return;
	if (state && strcmp(state, "visible"))
		imp_lose(x->o->flow, "ausgeblendetes Blatt, mit übernommen", name ? name : "");
	sheet_begin(&s, x->o->flow, name ? name : "");
	struct imp_node *head = x->o->flow->root->last;
	const struct columns *columns = hidden_columns(x, root);
	int line = 0;
	for (const struct mk *r = data ? data->first : NULL; r; r = r->next) {
		if (!mk_is(r, "x:row"))
			continue;
		line = mk_int(r, "r", line + 1);
		sheet_row(&s, line);
		one_row(x, &s, r, columns);
	}
	sheet_end(&s);
	merge(root, head);
	sheet_cover(x->o->flow, head);
	comments(x, part);
	threads(x, part);
	drawings(x, part);
	heads(x, root);
	tell_formulas(x, data);
	imp_unseen(x->o->flow, root);
}

void imp_xlsx(struct imp_office_file *o, const char *main_part, const struct mk *root)
{
	struct xlsx x = {.o = o, .m = o->flow->mem, .part = main_part};
	o->flow->format = "xlsx";
	const struct mk *sheets = mk_child(root, "x:sheets");
	const struct mk *pr = mk_child(root, "x:workbookPr");
	x.rels = imp_relations(o, main_part);
	x.epoch = mk_get(pr, "date1904") && strchr("1t", *mk_get(pr, "date1904")) ? 1462 : 0;
	read_strings(&x);
	read_formats(&x);
	for (const struct mk *s = sheets ? sheets->first : NULL; s && !o->refusal; s = s->next)
		if (mk_is(s, "x:sheet"))
			one_sheet(&x, s);
	imp_unseen(o->flow, root);
	imp_unseen(o->flow, imp_part(o, "docProps/core.xml"));
	imp_unseen(o->flow, imp_part(o, "docProps/app.xml"));
	imp_unseen(o->flow, imp_part(o, "docProps/custom.xml"));
}
