/* wml.c: the items as word/document.xml and word/footnotes.xml. */
#include "docx/wml.h"

#include <string.h>

#include "base/esc.h"
#include "block/block.h"

/* ---- text */

/* Soft hyphens are elements of their own; blanks at its ends count. */
static void put_text(struct wml *w, const char *s, size_t n)
{
	static const char soft[] = "\u00AD";
	while (n) {
		const char *at = memmem(s, n, soft, 2);
		const size_t k = at ? (size_t)(at - s) : n;
		if (k) {
			buf_str(w->b, "<w:t xml:space=\"preserve\">");
			esc_text(w->b, s, k);
			buf_str(w->b, "</w:t>");
		}
		if (at)
			buf_str(w->b, "<w:softHyphen/>");
		s += k + (at ? 2 : 0);
		n -= k + (at ? 2 : 0);
	}
}

static void run(struct wml *w, const struct dox_item *i)
{
	buf_str(w->b, "<w:r>");
	wml_run_look(w, i->u.run, w->b);
	put_text(w, i->text, i->len);
	buf_str(w->b, "</w:r>");
}

static void instruction(struct wml *w, const char *text)
{
	buf_str(w->b, "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\">");
	esc_text(w->b, text, strlen(text));
	buf_str(w->b, "</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>");
}

static void end_instruction(struct wml *w)
{
	buf_str(w->b, "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>");
}

/* A number is asked for only where the file counts it, a bookmark only where it is. */
static bool is_live(const struct wml *w, const struct dox_item *i)
{
	if (i->field == DOX_REFNUMBER)
		return i->target && i->u.picture && w->d->numbered[i->u.picture->num];
	return i->field == DOX_SEQ || i->target;
}

static void field(struct wml *w, const struct dox_item *i)
{
	struct mem *m = w->d->mem;
	if (!is_live(w, i))
		return;
	switch ((enum dox_field)i->field) {
	case DOX_PAGEREF:   instruction(w, mem_fmt(m, " PAGEREF %s \\h ", i->target)); break;
	case DOX_REF:       instruction(w, mem_fmt(m, " REF %s \\h ", i->target)); break;
	case DOX_REFNUMBER: instruction(w, mem_fmt(m, " REF %s \\r \\h ", i->target)); break;
	case DOX_NOTEREF:   instruction(w, mem_fmt(m, " NOTEREF %s \\f \\h ", i->target)); break;
	case DOX_SEQ:
		instruction(w,
			i->len ? mem_fmt(m, " SEQ %s \\* ARABIC \\r %u ", i->text, i->len)
			       : mem_fmt(m, " SEQ %s \\* ARABIC ", i->text));
		break;
	}
}

static void link(struct wml *w, const struct dox_item *i)
{
	if (i->target)
		buf_fmt(w->b, "<w:hyperlink w:anchor=\"%s\" w:history=\"1\">", i->target);
	else
		buf_fmt(w->b, "<w:hyperlink r:id=\"%s\" w:history=\"1\">", wml_relate(w, "hyperlink", i->text, true));
}

/* Marks close in the order they were opened in, from within: the end of one names it. */
static void mark(struct wml *w, const char *name, bool end, int id)
{
	if (end)
		buf_fmt(w->b, "<w:bookmarkEnd w:id=\"%d\"/>", id);
	else
		buf_fmt(w->b, "<w:bookmarkStart w:id=\"%d\" w:name=\"%s\"/>", id, name);
}

/* A content control: what it is for, what may be chosen, whether its text is only a hint. */
static void control(struct wml *w, const struct blk_field *f)
{
	buf_str(w->b, "<w:sdt><w:sdtPr><w:alias w:val=\"");
	esc_attr(w->b, f->title, strlen(f->title), '"');
	buf_str(w->b, "\"/><w:tag w:val=\"");
	esc_attr(w->b, f->name, strlen(f->name), '"');
	buf_fmt(w->b, "\"/><w:id w:val=\"%d\"/>%s", ++w->ncontrols, f->empty ? "<w:showingPlcHdr/>" : "");
	if (f->entry == BLK_ENTRY_DATE)
		buf_str(w->b, "<w:date><w:dateFormat w:val=\"dd.MM.yyyy\"/><w:lid w:val=\"de-DE\"/>"
			"<w:storeMappedDataAs w:val=\"date\"/><w:calendar w:val=\"gregorian\"/></w:date>");
	else if (f->entry == BLK_ENTRY_TEXT)
		buf_str(w->b, "<w:text w:multiLine=\"1\"/>");
	else
		buf_str(w->b, "<w:dropDownList>");
	for (int i = 0; i < f->nchoices; i++) {
		buf_str(w->b, "<w:listItem w:displayText=\"");
		esc_attr(w->b, f->choices[i], strlen(f->choices[i]), '"');
		buf_str(w->b, "\" w:value=\"");
		esc_attr(w->b, f->choices[i], strlen(f->choices[i]), '"');
		buf_str(w->b, "\"/>");
	}
	buf_str(w->b, f->entry == BLK_ENTRY_CHOICE ? "</w:dropDownList></w:sdtPr><w:sdtContent>" :
		"</w:sdtPr><w:sdtContent>");
}

/* ---- paragraphs */

static void indents(struct wml *w, const struct dox_para *p)
{
	if (p->tab || p->right || (p->hang && !p->number)) {
		buf_str(w->b, "<w:tabs>");
		if (p->tab || p->hang)
			buf_fmt(w->b, "<w:tab w:val=\"left\" w:pos=\"%d\"/>", wml_twips(p->hang ? p->indent : p->tab));
		if (p->right)
			buf_fmt(w->b, "<w:tab w:val=\"right\" w:pos=\"%d\"/>", wml_twips(p->width));
		buf_str(w->b, "</w:tabs>");
	}
	if (p->rtl)
		buf_str(w->b, "<w:bidi/>");
	if (p->before >= 0 || p->after >= 0)
		buf_str(w->b, "<w:spacing");
	if (p->before >= 0)
		buf_fmt(w->b, " w:before=\"%d\"", wml_twips(p->before));
	if (p->after >= 0)
		buf_fmt(w->b, " w:after=\"%d\"", wml_twips(p->after));
	if (p->before >= 0 || p->after >= 0)
		buf_str(w->b, "/>");
	if (p->indent || p->hang || p->narrow)
		buf_fmt(w->b, "<w:ind w:left=\"%d\" w:right=\"%d\" w:hanging=\"%d\"/>", wml_twips(p->indent),
			wml_twips(p->narrow), wml_twips(p->hang));
}

static void alignment(struct wml *w, const struct dox_para *p)
{
	static const char *const names[] = {
		[STY_FLATTER] = NULL, [STY_BLOCK] = "both", [STY_MITTE] = "center", [STY_RECHTS] = "right"};
	const char *name = names[p->align];
	if (name && p->rtl && p->align == STY_RECHTS)
		name = "left";                             /* from right to left: where the line begins */
	if (name && (!p->style->look || p->style->look->align != p->align || p->rtl))
		buf_fmt(w->b, "<w:jc w:val=\"%s\"/>", name);
}

static void open_para(struct wml *w, const struct dox_para *p)
{
	buf_fmt(w->b, "<w:p><w:pPr><w:pStyle w:val=\"%s\"/>", p->style->id);
	if (p->keep_next && !(p->style->look && p->style->look->keep_next))
		buf_str(w->b, "<w:keepNext/>");
	if (p->page_before && !(p->style->look && p->style->look->page_before))
		buf_str(w->b, "<w:pageBreakBefore/>");
	if (p->number)
		buf_fmt(w->b, "<w:numPr><w:ilvl w:val=\"%d\"/><w:numId w:val=\"%d\"/></w:numPr>", p->level, p->number);
	else if (p->style->builtin == DOX_HEADING && !p->style->base && w->linked[p->style->level])
		buf_str(w->b, "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"0\"/></w:numPr>");
	indents(w, p);
	alignment(w, p);
	if (!w->depth)
		w->last_para = w->b->len;
	buf_str(w->b, "</w:pPr>");
	if (p->mark)
		mark(w, p->mark, false, ++w->nmarks);
}

static void close_para(struct wml *w, const struct dox_para *p, int id)
{
	if (p->mark)
		mark(w, p->mark, true, id);
	buf_str(w->b, "</w:p>");
}

/* ---- tables */

static void edge(struct buf *b, const char *name, struct sty_line l)
{
	if (!l.width)
		return;
	const int eighths = (int)len_scale(l.width, 8, 1000);
	buf_fmt(b, "<w:%s w:val=\"single\" w:sz=\"%d\" w:space=\"0\" w:color=\"%06X\"/>", name,
		eighths < 2 ? 2 : eighths, (unsigned)l.colour & 0xffffff);
}

static void table(struct wml *w, const struct dox_table *t)
{
	int sum = 0;
	for (int i = 0; i < t->ncols; i++)
		sum += wml_twips(t->widths[i]);
	buf_fmt(w->b, "<w:tbl><w:tblPr><w:tblStyle w:val=\"%s\"/>", t->of ? "RatTabelle" : "RatFlaeche");
	buf_str(w->b, t->rtl ? "<w:bidiVisual/>" : "");
	buf_fmt(w->b, "<w:tblW w:w=\"%d\" w:type=\"dxa\"/>", sum);
	if (t->indent)
		buf_fmt(w->b, "<w:tblInd w:w=\"%d\" w:type=\"dxa\"/>", wml_twips(t->indent));
	buf_str(w->b, "<w:tblLayout w:type=\"fixed\"/>");
	buf_fmt(w->b, "<w:tblLook w:val=\"%s\"/>", t->of ? "04A0" : "0000");
	if (t->title) {
		buf_str(w->b, "<w:tblCaption w:val=\"");
		esc_attr(w->b, t->title, strlen(t->title), '"');
		buf_str(w->b, "\"/>");
	}
	buf_str(w->b, "</w:tblPr><w:tblGrid>");
	for (int i = 0; i < t->ncols; i++)
		buf_fmt(w->b, "<w:gridCol w:w=\"%d\"/>", wml_twips(t->widths[i]));
	buf_str(w->b, "</w:tblGrid>");
}

static void row(struct wml *w, const struct dox_row *r)
{
	buf_str(w->b, "<w:tr>");
	if (r->whole || r->head)
		buf_fmt(w->b, "<w:trPr>%s%s</w:trPr>", r->whole ? "<w:cantSplit/>" : "",
			r->head ? "<w:tblHeader/>" : "");
}

static void cell(struct wml *w, const struct dox_table *t, const struct dox_cell *c, int at)
{
	int width = 0;
	for (int i = at; i < at + c->cols && i < t->ncols; i++)
		width += wml_twips(t->widths[i]);
	buf_fmt(w->b, "<w:tc><w:tcPr><w:tcW w:w=\"%d\" w:type=\"dxa\"/>", width);
	if (c->cols > 1)
		buf_fmt(w->b, "<w:gridSpan w:val=\"%d\"/>", c->cols);
	if (c->rows > 1 || c->above)
		buf_str(w->b, c->above ? "<w:vMerge/>" : "<w:vMerge w:val=\"restart\"/>");
	if (c->top.width || c->bottom.width || c->left.width) {
		buf_str(w->b, "<w:tcBorders>");
		edge(w->b, "top", c->top);
		edge(w->b, "left", t->rtl ? (struct sty_line){0} : c->left);
		edge(w->b, "bottom", c->bottom);
		edge(w->b, "right", t->rtl ? c->left : (struct sty_line){0});
		buf_str(w->b, "</w:tcBorders>");
	}
	if (c->filled)
		buf_fmt(w->b, "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"%06X\"/>",
			(unsigned)c->fill & 0xffffff);
	buf_fmt(w->b,
		"<w:tcMar><w:top w:w=\"%d\" w:type=\"dxa\"/><w:left w:w=\"%d\" w:type=\"dxa\"/>"
		"<w:bottom w:w=\"%d\" w:type=\"dxa\"/><w:right w:w=\"%d\" w:type=\"dxa\"/></w:tcMar></w:tcPr>",
		wml_twips(c->pad_top), wml_twips(c->pad_left), wml_twips(c->pad_bottom), wml_twips(c->pad_right));
}

/* ---- sections and contents */

/* A section's properties stand in its last paragraph, which one is made for where a table is last. */
static void end_section(struct wml *w)
{
	struct buf s = {0};
	const struct buf *b = w->b;
	if (!w->section)
		return;
	wml_section(w, w->section, &s);
	const bool table_last = b->len > 8 && !memcmp(b->data + b->len - 8, "</w:tbl>", 8);
	if (!w->last_para || table_last) {
		buf_str(w->b,
			"<w:p><w:pPr><w:spacing w:before=\"0\" w:after=\"0\" w:line=\"20\" w:lineRule=\"exact\"/>");
		buf_put(w->b, s.data, s.len);
		buf_str(w->b, "</w:pPr></w:p>");
	} else {
		buf_reserve(w->b, s.len + 1);
		memmove(w->b->data + w->last_para + s.len, w->b->data + w->last_para, w->b->len - w->last_para + 1);
		memcpy(w->b->data + w->last_para, s.data, s.len);
		w->b->len += s.len;
	}
	w->last_para = 0;
	buf_free(&s);
}

static int deepest(const struct dox *d, size_t at)
{
	int most = 1;
	for (; at < d->nitems && !dox_is(&d->items[at], DOX_TOC, true); at++)
		if (dox_is(&d->items[at], DOX_PARA, false) && d->items[at].u.para->style->level > most)
			most = d->items[at].u.para->style->level;
	return most;
}

struct state {                                         /* what is open */
	struct {
		const struct dox_table *t;
		int at;
	} tables[16];
	int ntables;
	const struct dox_para *paras[8];
	int marks[8];
	int nparas;
	struct {
		const char *name;
		int id;
	} names[32];
	int nnames;
	/* the instruction of a field of contents whose first entry comes */
	const char *toc;
	bool in_toc;
	struct buf *outer;                             /* of a note */
};

static void begin_mark(struct wml *w, struct state *s, const char *name)
{
	if (s->nnames < 32) {
		s->names[s->nnames].name = name;
		s->names[s->nnames++].id = ++w->nmarks;
		mark(w, name, false, w->nmarks);
	}
}

static void end_mark(struct wml *w, struct state *s)
{
	if (s->nnames > 0)
		mark(w, NULL, true, s->names[--s->nnames].id);
}

/* The mark stands in the text, the note in its own part. */
static void note(struct wml *w, struct state *s, const struct dox_item *i)
{
	const int id = ++w->nnotes;
	begin_mark(w, s, i->target);
	buf_fmt(w->b, "<w:r><w:rPr><w:rStyle w:val=\"Funotenzeichen\"/></w:rPr><w:footnoteReference%s w:id=\"%d\"/>",
		i->text ? " w:customMarkFollows=\"1\"" : "", id);
	if (i->text)
		put_text(w, i->text, strlen(i->text));
	buf_str(w->b, "</w:r>");
	end_mark(w, s);
	s->outer = w->b;
	w->b = &w->notes;
	w->depth++;
	buf_fmt(w->b, "<w:footnote w:id=\"%d\">", id);
}

static void note_mark(struct wml *w, const char *text)
{
	buf_str(w->b, "<w:r><w:rPr><w:rStyle w:val=\"Funotenzeichen\"/></w:rPr>");
	if (text)
		put_text(w, text, strlen(text));
	else
		buf_str(w->b, "<w:footnoteRef/>");
	buf_str(w->b, "</w:r><w:r><w:t xml:space=\"preserve\"> </w:t></w:r>");
}

static void end_note(struct wml *w, struct state *s)
{
	buf_str(w->b, "</w:footnote>");
	w->b = s->outer;
	w->depth--;
}

/* Headings of another look than most are told by the name of their style, as Word in German wants it. */
static char *instruction_of(const struct dox *d, size_t at)
{
	struct buf b = {0};
	const char *word = d->items[at].text;
	if (word) {
		buf_fmt(&b, " TOC \\h \\z \\c \"%s\" ", word);
		return buf_take(&b, d->mem);
	}
	buf_fmt(&b, " TOC \\o \"1-%d\" \\h \\z ", deepest(d, at));
	int others = 0;
	for (size_t i = 0; i < d->nstyles; i++)
		if (d->styles[i]->builtin == DOX_HEADING && d->styles[i]->base)
			buf_fmt(&b, "%s%s;%d", others++ ? ";" : "\\t \"", d->styles[i]->name, d->styles[i]->level);
	buf_str(&b, others ? "\" " : "");
	return buf_take(&b, d->mem);
}

static void begin_contents(struct wml *w, struct state *s, size_t at)
{
	s->toc = instruction_of(w->d, at);
	s->in_toc = true;
}

static void para(struct wml *w, struct state *s, const struct dox_item *i, const struct dox_item *before)
{
	if (!i->end) {
		open_para(w, i->u.para);
		s->marks[s->nparas] = w->nmarks;
		s->paras[s->nparas++] = i->u.para;
		if (before && dox_is(before, DOX_NOTE, false))
			note_mark(w, before->text);
		if (s->toc)
			instruction(w, s->toc);
		s->toc = NULL;
		return;
	}
	s->nparas--;
	close_para(w, s->paras[s->nparas], s->marks[s->nparas]);
}

/* The field of the contents ends in their last paragraph. */
static bool ends_contents(const struct dox *d, size_t at)
{
	return at + 1 < d->nitems && dox_is(&d->items[at], DOX_PARA, true) && dox_is(&d->items[at + 1], DOX_TOC, true);
}

static void grid(struct wml *w, struct state *s, const struct dox_item *i)
{
	const int n = s->ntables;
	if (i->kind == DOX_TABLE && !i->end && n < 16) {
		s->tables[s->ntables++].t = i->u.table;
		w->depth++;
		table(w, i->u.table);
	} else if (i->kind == DOX_TABLE) {
		s->ntables--;
		w->depth--;
		buf_str(w->b, "</w:tbl>");
	} else if (i->kind == DOX_ROW && !i->end) {
		s->tables[n - 1].at = 0;
		row(w, i->u.row);
	} else if (i->kind == DOX_CELL && !i->end) {
		cell(w, s->tables[n - 1].t, i->u.cell, s->tables[n - 1].at);
		s->tables[n - 1].at += i->u.cell->cols;
	} else {
		buf_str(w->b, i->kind == DOX_ROW ? "</w:tr>" : "</w:tc>");
	}
}

struct open {
	const struct dox_item *at[8];
	int n;
};

static void inside(struct wml *w, const struct dox_item *i, struct open *open)
{
	if (i->end)
		open->n--;
	else
		open->at[open->n++ % 8] = i;
	const struct dox_item *of = i->end ? open->at[open->n % 8] : i;
	if (i->kind == DOX_LINK && i->end)
		buf_str(w->b, "</w:hyperlink>");
	else if (i->kind == DOX_LINK)
		link(w, i);
	else if (!i->end)
		field(w, i);
	else if (is_live(w, of))
		end_instruction(w);
}

static void in_line(struct wml *w, struct state *s, const struct dox_item *i, struct open *open)
{
	switch ((enum dox_kind)i->kind) {
	case DOX_TEXT:    run(w, i); break;
	case DOX_BREAK:   buf_str(w->b, "<w:r><w:br/></w:r>"); break;
	case DOX_TAB:     buf_str(w->b, "<w:r><w:tab/></w:r>"); break;
	case DOX_PICTURE: wml_picture(w, i->u.picture); break;
	case DOX_MARK:
		if (i->end)
			end_mark(w, s);
		else
			begin_mark(w, s, i->text);
		break;
	case DOX_CONTROL:
		if (i->end)
			buf_str(w->b, "</w:sdtContent></w:sdt>");
		else
			control(w, i->u.control);
		break;
	case DOX_NOTE:
		if (i->end)
			end_note(w, s);
		else
			note(w, s, i);
		break;
	default: inside(w, i, open); break;
	}
}

void wml_body(struct wml *w)
{
	const struct dox *d = w->d;
	struct state s = {0};
	struct open open = {0};
	for (size_t k = 0; k < d->nitems; k++) {
		const struct dox_item *i = &d->items[k];
		switch ((enum dox_kind)i->kind) {
		case DOX_SECTION:
			end_section(w);
			w->section = i->u.section;
			break;
		case DOX_PARA:
			if (s.in_toc && ends_contents(d, k)) {
				end_instruction(w);
				s.in_toc = false;
			}
			para(w, &s, i, k ? &d->items[k - 1] : NULL);
			break;
		case DOX_TABLE:
		case DOX_ROW:
		case DOX_CELL:  grid(w, &s, i); break;
		case DOX_TOC:
			if (!i->end)
				begin_contents(w, &s, k);
			s.toc = i->end ? NULL : s.toc;
			break;
		default: in_line(w, &s, i, &open); break;
		}
	}
}
