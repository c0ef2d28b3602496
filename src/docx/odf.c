/* odf.c: the items as the text of content.xml. */
#include "docx/odf.h"

#include <string.h>

#include "base/esc.h"

enum { DEEP = 16 };

struct table {
	const struct dox_table *t;
	int at;                                        /* column of the next cell */
	int more;                                      /* columns the cell that is open covers besides its own */
	bool heads, rows;                              /* its head rows are open; the others have begun */
};
struct state {
	struct table tables[DEEP];
	int ntables;
	const struct dox_para *paras[DEEP];
	int nparas;
	const struct dox_item *open[DEEP];             /* links and fields */
	int nopen;
	const char *names[2 * DEEP];
	int nnames;
	const char *toc;                               /* the element of the contents that is open */
	const struct blk_field *control;               /* the one that is open */
};

/* ---- paragraphs */

static void open_list(struct odf *o, const struct dox_para *p)
{
	const struct dox_number *n = &o->d->numbers[p->number - 1];
	const bool first = !o->run[p->number];
	buf_fmt(o->b, "<text:list xml:id=\"liste%d\" text:style-name=\"L%d\"", ++o->nlists, n->list + 1);
	if (!first)
		buf_fmt(o->b, " text:continue-list=\"liste%d\"", o->run[p->number]);
	buf_chr(o->b, '>');
	o->run[p->number] = o->nlists;
	for (int i = 0; i < p->level; i++)
		buf_str(o->b, "<text:list-item><text:list>");
	if (first && n->start[p->level] > 0)
		buf_fmt(o->b, "<text:list-item text:start-value=\"%d\">", n->start[p->level]);
	else
		buf_str(o->b, "<text:list-item>");
}

static bool is_heading(const struct dox_para *p)
{
	return p->style->builtin == DOX_HEADING || p->style->builtin == DOX_HEADING_BARE;
}

static void open_para(struct odf *o, struct state *s, const struct dox_para *p)
{
	if (p->number)
		open_list(o, p);
	buf_str(o->b, is_heading(p) ? "<text:h text:style-name=\"" : "<text:p text:style-name=\"");
	odf_para_style(o, p, o->b);
	if (is_heading(p))
		buf_fmt(o->b, "\" text:outline-level=\"%d", p->style->level);
	buf_str(o->b, "\">");
	if (p->mark)
		buf_fmt(o->b, "<text:bookmark-start text:name=\"%s\"/>", p->mark);
	s->paras[s->nparas++ % DEEP] = p;
}

static void close_para(struct odf *o, struct state *s)
{
	const struct dox_para *p = s->paras[--s->nparas % DEEP];
	if (p->mark)
		buf_fmt(o->b, "<text:bookmark-end text:name=\"%s\"/>", p->mark);
	buf_str(o->b, is_heading(p) ? "</text:h>" : "</text:p>");
	for (int i = 0; p->number && i <= p->level; i++)
		buf_str(o->b, "</text:list-item></text:list>");
}

/* ---- links and fields */

static void link(struct odf *o, const struct dox_item *i)
{
	buf_str(o->b, "<text:a xlink:type=\"simple\" xlink:href=\"");
	if (i->target)
		buf_fmt(o->b, "#%s", i->target);
	else
		esc_attr(o->b, i->text, strlen(i->text), '"');
	const char *style = i->target ? "Index_20_Link" : "Internet_20_link";
	buf_fmt(o->b, "\" text:style-name=\"%s\" text:visited-style-name=\"%s\">", style, style);
}

static bool is_live(const struct odf *o, const struct dox_item *i)
{
	if (i->field == DOX_REFNUMBER)
		return i->target && i->u.picture && o->d->numbered[i->u.picture->num];
	return i->field == DOX_SEQ || i->target;
}

static const char *element(const struct dox_item *i)
{
	return i->field == DOX_SEQ ? "text:sequence" : i->field == DOX_NOTEREF ? "text:note-ref" : "text:bookmark-ref";
}

static void field(struct odf *o, const struct dox_item *i)
{
	static const char *const formats[] = {
		[DOX_PAGEREF] = "page", [DOX_REF] = "text", [DOX_REFNUMBER] = "number", [DOX_NOTEREF] = "text"};
	buf_fmt(o->b, "<%s", element(i));
	if (i->field == DOX_SEQ) {
		buf_fmt(o->b, " text:ref-name=\"ref%s%zu\" text:name=\"%s\" style:num-format=\"1\" text:formula=\"",
			i->text, o->b->len, i->text);
		if (i->len)
			buf_fmt(o->b, "ooow:%u\">", i->len);
		else
			buf_fmt(o->b, "ooow:%s+1\">", i->text);
		return;
	}
	buf_fmt(o->b, "%s text:reference-format=\"%s\" text:ref-name=\"%s\">",
		i->field == DOX_NOTEREF ? " text:note-class=\"footnote\"" : "", formats[i->field], i->target);
}

static void linked(struct odf *o, struct state *s, const struct dox_item *i)
{
	if (!i->end)
		s->open[s->nopen++ % DEEP] = i;
	else
		s->nopen--;
	const struct dox_item *of = i->end ? s->open[s->nopen % DEEP] : i;
	const bool shown = i->kind == DOX_LINK || is_live(o, of);
	if (!shown)
		return;
	if (i->end)
		buf_fmt(o->b, "</%s>", i->kind == DOX_LINK ? "text:a" : element(of));
	else if (i->kind == DOX_LINK)
		link(o, i);
	else
		field(o, i);
}

/* A field that asks for its text (7.7.3), or a list to choose from (7.7.1). */
static void control(struct odf *o, struct state *s, const struct dox_item *i)
{
	if (i->end) {
		buf_fmt(o->b, "</%s>", s->control->entry == BLK_ENTRY_CHOICE ? "text:drop-down" : "text:text-input");
		s->control = NULL;
		return;
	}
	const struct blk_field *f = s->control = i->u.control;
	const bool choice = f->entry == BLK_ENTRY_CHOICE;
	buf_str(o->b, choice ? "<text:drop-down text:name=\"" : "<text:text-input text:description=\"");
	esc_attr(o->b, f->title, strlen(f->title), '"');
	buf_str(o->b, "\">");
	for (int k = 0; choice && k < f->nchoices; k++) {
		buf_fmt(o->b, "<text:label text:value=\"");
		esc_attr(o->b, f->choices[k], strlen(f->choices[k]), '"');
		buf_str(o->b, k ? "\"/>" : "\" text:current-selected=\"true\"/>");
	}
}

static void mark(struct odf *o, struct state *s, const struct dox_item *i)
{
	const char *name = i->text;
	if (i->end)
		name = s->names[--s->nnames % (2 * DEEP)];
	else
		s->names[s->nnames++ % (2 * DEEP)] = name;
	buf_fmt(o->b, "<text:bookmark-%s text:name=\"%s\"/>", i->end ? "end" : "start", name);
}

static void note(struct odf *o, const struct dox_item *i)
{
	if (i->end) {
		buf_str(o->b, "</text:note-body></text:note>");
		return;
	}
	o->nnotes += !i->text;
	buf_fmt(o->b, "<text:note text:id=\"%s\" text:note-class=\"footnote\"><text:note-citation", i->target);
	if (i->text) {
		buf_str(o->b, " text:label=\"");
		esc_attr(o->b, i->text, strlen(i->text), '"');
		buf_str(o->b, "\">");
		esc_text(o->b, i->text, strlen(i->text));
	} else {
		buf_fmt(o->b, ">%d", o->nnotes);
	}
	buf_str(o->b, "</text:note-citation><text:note-body>");
}

/* ---- tables */

static void columns(struct odf *o, const struct dox_table *t)
{
	for (int i = 0; i < t->ncols; i++) {
		struct buf s = {0};
		buf_str(&s, "><style:table-column-properties");
		odf_length(&s, "style:column-width", t->widths[i]);
		buf_str(&s, "/>");
		buf_fmt(o->b, "<table:table-column table:style-name=\"%s\"/>",
			odf_own(o, "table-column", buf_take(&s, o->d->mem)));
	}
}

static void open_table(struct odf *o, struct state *s, const struct dox_table *t)
{
	struct buf p = {0};
	len_t sum = 0;
	for (int i = 0; i < t->ncols; i++)
		sum += t->widths[i];
	if (o->master)
		buf_fmt(&p, " style:master-page-name=\"%s\"", o->master);
	buf_str(&p, "><style:table-properties table:align=\"left\"");
	odf_length(&p, "style:width", sum);
	odf_length(&p, "fo:margin-left", t->indent);
	if (t->whole)
		buf_str(&p, " style:may-break-between-rows=\"false\"");
	if (o->master && o->restart)
		buf_str(&p, " style:page-number=\"1\"");
	buf_str(&p, t->rtl ? " style:writing-mode=\"rl-tb\"/>" : "/>");
	o->master = NULL;
	buf_fmt(o->b, "<table:table table:style-name=\"%s\">", odf_own(o, "table", buf_take(&p, o->d->mem)));
	if (t->title) {
		buf_str(o->b, "<table:title>");
		esc_text(o->b, t->title, strlen(t->title));
		buf_str(o->b, "</table:title>");
	}
	columns(o, t);
	s->tables[s->ntables++ % DEEP] = (struct table){.t = t};
}

static void row(struct odf *o, struct table *t, const struct dox_row *r)
{
	if (r->head && !t->rows && !t->heads) {
		buf_str(o->b, "<table:table-header-rows>");
		t->heads = true;
	} else if (!r->head && t->heads) {
		buf_str(o->b, "</table:table-header-rows>");
		t->heads = false;
	}
	t->rows |= !r->head;
	buf_fmt(o->b, "<table:table-row table:style-name=\"%s\">",
		odf_own(o, "table-row",
			r->whole ? "><style:table-row-properties fo:keep-together=\"always\"/>"
				 : "><style:table-row-properties/>"));
	t->at = 0;
}

static void edge(struct buf *b, const char *name, struct sty_line l)
{
	buf_fmt(b, " fo:border-%s=\"", name);
	if (!l.width) {
		buf_str(b, "none\"");
		return;
	}
	buf_milli(b, l.width);
	buf_fmt(b, "pt solid #%06x\"", (unsigned)l.colour & 0xffffff);
}

static void open_cell(struct odf *o, struct table *t, const struct dox_cell *c)
{
	struct buf p = {0};
	t->more = c->cols - 1;
	if (c->above) {
		buf_str(o->b, "<table:covered-table-cell/>");
		o->b = &o->dropped;                        /* what covers it stands above */
		return;
	}
	buf_str(&p, "><style:table-cell-properties");
	edge(&p, "top", c->top);
	edge(&p, "bottom", c->bottom);
	edge(&p, t->t->rtl ? "right" : "left", c->left);
	if (c->filled)
		buf_fmt(&p, " fo:background-color=\"#%06x\"", (unsigned)c->fill & 0xffffff);
	odf_length(&p, "fo:padding-top", c->pad_top);
	odf_length(&p, "fo:padding-bottom", c->pad_bottom);
	odf_length(&p, "fo:padding-left", c->pad_left);
	odf_length(&p, "fo:padding-right", c->pad_right);
	buf_str(&p, "/>");
	buf_fmt(o->b, "<table:table-cell table:style-name=\"%s\"", odf_own(o, "table-cell", buf_take(&p, o->d->mem)));
	if (c->cols > 1)
		buf_fmt(o->b, " table:number-columns-spanned=\"%d\"", c->cols);
	if (c->rows > 1)
		buf_fmt(o->b, " table:number-rows-spanned=\"%d\"", c->rows);
	buf_str(o->b, ">");
}

static void close_cell(struct odf *o, const struct table *t)
{
	if (o->b == &o->dropped) {
		buf_clear(&o->dropped);
		o->b = &o->body;
	} else {
		buf_str(o->b, "</table:table-cell>");
	}
	for (int i = 0; i < t->more; i++)
		buf_str(o->b, "<table:covered-table-cell/>");
}

static void grid(struct odf *o, struct state *s, const struct dox_item *i)
{
	struct table *t = s->ntables > 0 ? &s->tables[(s->ntables - 1) % DEEP] : NULL;
	if (i->kind == DOX_TABLE && !i->end)
		open_table(o, s, i->u.table);
	else if (!t)
		return;
	else if (i->kind == DOX_TABLE) {
		buf_str(o->b, t->heads ? "</table:table-header-rows></table:table>" : "</table:table>");
		s->ntables--;
	} else if (i->kind == DOX_ROW && i->end)
		buf_str(o->b, "</table:table-row>");
	else if (i->kind == DOX_ROW)
		row(o, t, i->u.row);
	else if (i->end)
		close_cell(o, t);
	else
		open_cell(o, t, i->u.cell);
}

/* ---- contents */

static void contents(struct odf *o, struct state *s, const struct dox_item *i)
{
	if (i->end) {
		buf_fmt(o->b, "</text:index-body></%s>", s->toc);
		return;
	}
	s->toc = i->text ? "text:illustration-index" : "text:table-of-content";
	buf_fmt(o->b, "<%s text:name=\"Verzeichnis%zu\"><%s-source ", s->toc, o->b->len, s->toc);
	if (i->text)
		buf_fmt(o->b, "text:caption-sequence-name=\"%s\"/>", i->text);
	else
		buf_str(o->b, "text:outline-level=\"2\"/>");
	buf_str(o->b, "<text:index-body>");
}

static void in_line(struct odf *o, struct state *s, const struct dox_item *i)
{
	switch ((enum dox_kind)i->kind) {
	case DOX_TEXT:
		if (!s->control)
			odf_run_open(o, i->u.run);
		odf_text(o->b, i->text, i->len);
		if (!s->control)
			buf_str(o->b, "</text:span>");
		break;
	case DOX_BREAK:   buf_str(o->b, "<text:line-break/>"); break;
	case DOX_TAB:     buf_str(o->b, "<text:tab/>"); break;
	case DOX_MARK:    mark(o, s, i); break;
	case DOX_CONTROL: control(o, s, i); break;
	case DOX_NOTE:    note(o, i); break;
	case DOX_PICTURE: odf_picture(o, i->u.picture); break;
	default:          linked(o, s, i); break;
	}
}

void odf_body(struct odf *o)
{
	const struct dox *d = o->d;
	struct state s = {0};
	for (size_t k = 0; k < d->nitems; k++) {
		const struct dox_item *i = &d->items[k];
		switch ((enum dox_kind)i->kind) {
		case DOX_SECTION: odf_section(o, i->u.section); break;
		case DOX_PARA:
			if (i->end)
				close_para(o, &s);
			else
				open_para(o, &s, i->u.para);
			break;
		case DOX_TABLE:
		case DOX_ROW:
		case DOX_CELL:  grid(o, &s, i); break;
		case DOX_TOC:   contents(o, &s, i); break;
		default:        in_line(o, &s, i); break;
		}
	}
}
