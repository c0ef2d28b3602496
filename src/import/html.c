/* html.c: HTML of others to a flow, also as Word puts it on the clipboard (paragraphs with mso-list in place of
 * lists) and as converters write it. Elements it does not know are looked through, so that no text is lost in them. */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/decode.h"
#include "base/u8.h"
#include "import/decode.h"
#include "import/formats.h"
#include "import/htmlparts.h"
#include "import/net.h"
#include "import/tidy.h"
#include "import/unseen.h"

/* ---- lines */

static struct imp_node *line(struct html *h)
{
	if (!h->line) {
		bool wraps = h->block->kind == IMP_HEADING || h->block->kind == IMP_CAPTION;
		h->para = h->line = wraps ? h->block : imp_add(h->f, h->block, IMP_PARA);
		h->para->line = h->at;
		h->para->style = h->style;
		h->space = false;
		h->begun = false;
	}
	return h->line;
}

void htm_end_line(struct html *h)
{
	h->line = h->para = NULL;
	h->space = false;
}

/* The blank that is owed looks like what stands before it. */
static void put_blank(struct html *h, struct imp_node *to, unsigned marks)
{
	imp_add_text(h->f, to, " ", 1, to->last && to->last->kind == IMP_TEXT ? to->last->marks : marks);
}

static void put_words(struct html *h, struct buf *b, unsigned marks)
{
	if (!b->len)
		return;
	imp_add_text(h->f, line(h), b->data, b->len, marks)->lang = h->lang;
	buf_clear(b);
}

/* White space becomes one blank; a tab within a line stays one (rows of tables without markup). */
static void put_text(struct html *h, const char *s, unsigned marks)
{
	struct buf b = {0};
	for (const char *start = s; *s;) {
		size_t white = strspn(s, " \t\n\r\f"), n = strcspn(s + white, " \t\n\r\f");
		bool tab = memchr(s, '\t', white) && !memchr(s, '\n', white) && s != start && n && h->begun;
		h->space = h->space || white;
		if (tab) {
			put_words(h, &b, marks);
			imp_add(h->f, line(h), IMP_TAB);
			h->space = false;
		}
		if (!n)
			break;
		struct imp_node *to = line(h);
		if (h->space && h->begun && b.len)
			buf_chr(&b, ' ');
		else if (h->space && h->begun)
			put_blank(h, to, marks);
		buf_put(&b, s + white, n);
		h->space = false;
		h->begun = true;
		s += white + n;
	}
	put_words(h, &b, marks);
	buf_free(&b);
}

static void put_lines(struct html *h, const struct mk *n)
{
	const char *s = mk_text(h->f->mem, n);
	htm_end_line(h);
	s += *s == '\n';
	size_t len = strlen(s);
	while (len && strchr(" \t\n\r\f", s[len - 1]))
		len--;
	if (!len)
		return;
	struct imp_node *code = imp_add(h->f, h->block, IMP_CODE);
	struct buf b = {0};
	for (const char *end = s + len; s < end;) {
		uint32_t c = u8_get(&s, end);
		buf_u8(&b, c == '\n' || c == '\t' ? c : c < 0x20 ? ' ' : c);
	}
	code->line = n->line;
	code->text = buf_take(&b, h->f->mem);
}

/* ---- inline elements */

static const struct {
	const char *name;
	unsigned mark;
} tags[] = {{"b", IMP_BOLD}, {"strong", IMP_BOLD}, {"i", IMP_ITALIC}, {"em", IMP_ITALIC}, {"cite", IMP_ITALIC},
	{"dfn", IMP_ITALIC}, {"var", IMP_ITALIC}, {"u", IMP_UNDERLINE}, {"s", IMP_STRIKE}, {"strike", IMP_STRIKE},
	{"sup", IMP_SUPER}, {"sub", IMP_SUB}, {"code", IMP_MONO}, {"tt", IMP_MONO}, {"kbd", IMP_MONO},
	{"samp", IMP_MONO}, {"th", IMP_BOLD}};

static const char *const hiding[] = {"display:none", "display: none", "mso-hide:all", "visibility:hidden",
	"visibility: hidden"};

static unsigned marks_of(const struct mk *n, unsigned marks)
{
	const char *style = mk_get(n, "style"), *dir = mk_get(n, "dir");
	for (size_t i = 0; i < sizeof tags / sizeof *tags; i++)
		if (mk_is(n, tags[i].name) && strcmp(n->name, "th"))
			marks |= tags[i].mark;
	if (dir && !strcasecmp(dir, "rtl"))
		marks |= IMP_RTL;
	if (mk_get(n, "hidden"))
		marks |= IMP_HIDDEN;
	if (!style)
		return marks;
	const char *weight = strcasestr(style, "font-weight:");
	if (weight) {
		weight += 12 + strspn(weight + 12, " ");
		if (!strncasecmp(weight, "bold", 4) || (*weight >= '6' && *weight <= '9'))
			marks |= IMP_BOLD;
		else
			marks &= ~(unsigned)IMP_BOLD;
	}
	if (strcasestr(style, "font-style:italic") || strcasestr(style, "font-style: italic"))
		marks |= IMP_ITALIC;
	for (size_t i = 0; i < sizeof hiding / sizeof *hiding; i++)
		if (strcasestr(style, hiding[i]))
			marks |= IMP_HIDDEN;
	return marks;
}

/* All words inside stand below the node, whatever lines they are on. */
static void within(struct html *h, const struct mk *n, enum imp_kind kind, unsigned marks, struct imp_node *like)
{
	bool fresh = !h->line;
	struct imp_node *outer = line(h);
	if (h->space && h->begun)
		put_blank(h, outer, marks);
	h->space = false;
	struct imp_node *node = imp_add(h->f, outer, kind), *para = h->para;
	node->href = like->href;
	node->target = like->target;
	node->change = like->change;
	node->author = like->author;
	node->when = like->when;
	h->line = node;
	htm_children(h, n, marks);
	if (!node->first)
		imp_cut(node);
	if (h->para == para && h->line)
		h->line = outer;
	else
		htm_end_line(h);
	if (fresh && para && !para->first && para->kind == IMP_PARA && h->para == para) {
		imp_cut(para);
		htm_end_line(h);
	}
}

static void anchor(struct html *h, const char *name)
{
	if (name && *name && h->line)
		imp_add(h->f, h->line, IMP_ANCHOR)->target = name;
}

static void a(struct html *h, const struct mk *n, unsigned marks)
{
	const char *href = mk_get(n, "href"), *name = mk_get(n, "name");
	struct imp_node like = {0};
	const struct mk *note = htm_note_of(h, n);
	if (note) {
		htm_note(h, note, line(h));
		return;
	}
	const bool back = href && htm_leads_back(h, n);
	if (back)
		htm_drop_back(h, n);
	if (!href || back) {
		if (name && *name && strncmp(name, "_GoBack", 7)) {
			line(h);
			anchor(h, name);
		}
		if (!href)
			htm_children(h, n, marks);
		return;
	}
	if (*href == '#')
		like.target = href + 1;
	else
		like.href = href;
	within(h, n, IMP_LINK, marks, &like);
}

/* "data:image/png;base64,iVBOR…" */
static void own_picture(struct html *h, struct imp_node *p, const char *src)
{
	const char *data = strstr(src, ";base64,");
	struct buf b = {0};
	if (data)
		imp_base64(&b, data + 8, strlen(data + 8));
	p->nbytes = b.len;
	p->bytes = b.len ? mem_str(h->f->mem, b.data, b.len) : NULL;
	buf_free(&b);
	if (!p->bytes)
		imp_lose(h->f, "Bild, das sich nicht lesen lässt", mem_str(h->f->mem, src, strcspn(src, ",")));
}

static void picture(struct html *h, const struct mk *n)
{
	const char *alt = mk_get(n, "alt"), *src = mk_get(n, "src");
	struct imp_node *p = imp_add(h->f, line(h), IMP_PICTURE);
	p->alt = alt && *alt ? alt : NULL;
	p->name = src && strncmp(src, "data:", 5) ? src : NULL;
	h->begun = true;
	if (src && !p->name)
		own_picture(h, p, src);
	else if (src && strstr(src, "://"))
		imp_lose(h->f, "Bild von außerhalb, nicht abgerufen", src);
}

static void change(struct html *h, const struct mk *n, unsigned marks)
{
	struct imp_node like = {.change = mk_is(n, "ins") ? IMP_INSERTED : IMP_DELETED,
		.when = mk_get(n, "datetime"),
		.author = mk_get(n, "cite")};
	within(h, n, IMP_CHANGE, marks, &like);
}

/* ---- one element */

static bool is_one_of(const struct mk *n, const char *const *names)
{
	for (size_t i = 0; names[i]; i++)
		if (mk_is(n, names[i]))
			return true;
	return false;
}

static bool is_silent(const struct mk *n)
{
	static const char *const none[] = {"script", "style", "noframes", "xml",
		"o:officedocumentsettings", "meta", "link", "base", "colgroup", "col", NULL};
	const bool drawn = n->parent && (mk_is(n->parent, "svg") || mk_is(n->parent, "g"));
	return is_one_of(n, none) || (mk_is(n, "title") && !drawn);
}

static bool is_block(const struct mk *n)
{
	static const char *const blocks[] = {"p", "div", "section", "article", "main", "aside", "header", "footer",
		"nav", "address", "figure", "figcaption", "center", "form", "fieldset", "legend", "dl", "dt", "dd",
		"details", "summary", "tr", "td", "th", "tbody", "thead", "tfoot", "caption", "body", "html", "hr",
		"option", "v:textbox", NULL};
	return is_one_of(n, blocks);
}

static void heading(struct html *h, const struct mk *n, unsigned marks)
{
	struct imp_node *outer = h->block;
	htm_end_line(h);
	while (outer->kind == IMP_HEADING)                     /* one that was not closed ends here */
		outer = outer->parent;
	h->block = imp_add(h->f, outer, IMP_HEADING);
	h->block->level = n->name[1] - '0';
	h->block->line = n->line;
	line(h);
	anchor(h, mk_get(n, "id"));
	htm_children(h, n, marks & ~(unsigned)IMP_BOLD);
	htm_end_line(h);
	h->block = outer;
}

static void quote(struct html *h, const struct mk *n, unsigned marks)
{
	struct imp_node *outer = h->block;
	htm_end_line(h);
	h->block = imp_add(h->f, outer, IMP_QUOTE);
	htm_children(h, n, marks);
	htm_end_line(h);
	if (!h->block->first)
		imp_cut(h->block);
	h->block = outer;
}

/* What takes the paragraphs of a block: the one around it, or one that its class or style names. */
static struct imp_node *container(struct html *h, const struct mk *n, struct imp_node *outer)
{
	const char *own = mk_get(n, "class"), *css = mk_get(n, "style");
	if (css && (strcasestr(css, "mso-element:header") || strcasestr(css, "mso-element:footer")))
		return imp_add(h->f, outer, IMP_FURNITURE);
	if (own && (strcasestr(own, "MsoToc") || strcasestr(own, "table-of-contents")))
		return outer->last && outer->last->kind == IMP_TOC ? outer->last : imp_add(h->f, outer, IMP_TOC);
	if ((own && strcasestr(own, "caption") && mk_is(n, "p")) || mk_is(n, "figcaption") || mk_is(n, "caption"))
		return imp_add(h->f, outer, IMP_CAPTION);
	return outer;
}

static void block(struct html *h, const struct mk *n, unsigned marks)
{
	const char *style = h->style, *own = mk_get(n, "class");
	struct imp_node *outer = h->block;
	htm_end_line(h);
	if (htm_is_note(h, n))
		return;
	h->block = container(h, n, outer);
	h->at = n->line;
	if (own && mk_is(n, "p"))
		h->style = own;
	else if (mk_is(n, "dt") || mk_is(n, "dd"))
		h->style = n->name;
	if (!htm_word_item(h, n, marks))
		htm_children(h, n, marks);
	htm_end_line(h);
	h->style = style;
	if (h->block != outer && !h->block->first)
		imp_cut(h->block);
	h->block = outer;
}

static bool is_list(const struct mk *n)
{
	return mk_is(n, "ul") || mk_is(n, "ol") || mk_is(n, "menu") || mk_is(n, "dir");
}

static bool is_heading(const struct mk *n)
{
	return n->name[0] == 'h' && n->name[1] >= '1' && n->name[1] <= '6' && !n->name[2];
}

static bool is_hidden_input(const struct mk *n)
{
	const char *type = mk_get(n, "type");
	return type && (!strcasecmp(type, "hidden") || !strcasecmp(type, "checkbox") || !strcasecmp(type, "radio"));
}

/* What stands in a line and is no text; false: it is something else. */
static bool in_line(struct html *h, const struct mk *n, unsigned marks)
{
	if (mk_is(n, "br")) {
		imp_add(h->f, line(h), IMP_LINE);
		h->space = h->begun = false;
	} else if (mk_is(n, "a"))
		a(h, n, marks);
	else if (mk_is(n, "img") || mk_is(n, "v:imagedata"))
		picture(h, n);
	else if (mk_is(n, "ins") || mk_is(n, "del"))
		change(h, n, marks);
	else if (mk_is(n, "area") && mk_get(n, "alt"))         /* of a picture, each a link */
		put_text(h, mem_fmt(h->f->mem, "%s ", mk_get(n, "alt")), marks);
	else if (mk_is(n, "input") && mk_get(n, "value") && !is_hidden_input(n))
		put_text(h, mk_get(n, "value"), marks);
	else
		return false;
	return true;
}

static void element(struct html *h, const struct mk *n, unsigned marks)
{
	const char *lang = h->lang, *own = mk_get(n, "lang");
	if (own && !mk_is(n, "html") && !mk_is(n, "body"))
		h->lang = h->f->lang && !strncasecmp(own, h->f->lang, 2) ? NULL : own;
	marks = marks_of(n, marks) | (htm_is_hidden(h, n) ? IMP_HIDDEN : 0);
	if (is_heading(n))
		heading(h, n, marks);
	else if (is_list(n))
		htm_list(h, n, marks);
	else if (mk_is(n, "table"))
		htm_table(h, n, marks);
	else if (mk_is(n, "blockquote"))
		quote(h, n, marks);
	else if (mk_is(n, "pre"))
		put_lines(h, n);
	else if (mk_is(n, "li"))
		htm_item(h, n, marks, NULL);
	else if (is_block(n))
		block(h, n, marks);
	else if (!in_line(h, n, marks))
		htm_children(h, n, marks);
	h->lang = lang;
}

void htm_children(struct html *h, const struct mk *n, unsigned marks)
{
	for (const struct mk *c = n->first; c; c = c->next) {
		if (c->text)
			put_text(h, c->text, marks);
		else if (!is_silent(c) && !htm_is_label(h, c))
			element(h, c, marks);
	}
}

/* ---- the file */

static void about(struct imp_flow *f, const struct mk *root)
{
	for (const struct mk *n = root; n; n = mk_after(n, root)) {
		const char *name = mk_get(n, "name"), *content = mk_get(n, "content");
		if (mk_is(n, "title") && !f->title) {
			const char *s = mk_text(f->mem, n);
			f->title = *s ? buf_line(f->mem, s) : NULL;
		} else if (mk_is(n, "html")) {
			f->lang = mk_get(n, "lang") ? mk_get(n, "lang") : mk_get(n, "xml:lang");
		} else if (mk_is(n, "meta") && name && content && *content) {
			if (!strcasecmp(name, "author"))
				f->author = content;
			else if (!strcasecmp(name, "date") || !strcasecmp(name, "dcterms.date"))
				f->date = content;
		} else if (mk_is(n, "body")) {
			return;
		}
	}
}

/* Without Word's "<![if …]>", which a parser takes for text. */
static char *without_conditions(struct mem *m, const char *text, size_t n)
{
	char *s = mem_str(m, text, n), *to = s;
	for (size_t i = 0; i < n; i++) {                   /* bytes that are NUL would end it */
		const char *end = s[i] == '<' && (!strncmp(s + i, "<![if", 5) || !strncmp(s + i, "<![endif", 8)) ?
			strchr(s + i + 3, ']') : NULL;
		if (end && end[1] == '>')              /* "<![endif]-->" ends a comment */
			i = (size_t)(end + 1 - s);
		else
			*to++ = s[i] ? s[i] : ' ';
	}
	*to = '\0';
	return s;
}

void imp_html_text(struct imp_flow *f, const char *text, size_t n)
{
	const char *why, *s = without_conditions(f->mem, text, n);
	struct mk *root = mk_html(f->mem, s, strlen(s), &why);
	if (!root) {
		f->refused = why;
		return;
	}
	about(f, root);
	struct html h = {.f = f, .block = f->root, .root = root};
	htm_read_styles(&h);
	htm_read_roles(root);
	htm_find_notes(&h);
	htm_children(&h, root, 0);
	htm_notes_left(&h);
	imp_unseen(f, root);
}

/* Word's clipboard has lines of numbers before the HTML. */
static const char *past_head(const char *s)
{
	const char *html = strncmp(s, "Version:", 8) ? NULL : strchr(s, '<');
	return html ? html : s;
}

enum imp_refusal imp_html(struct imp_flow *f, const char *data, size_t n)
{
	const char *encoding, *s = decode_text(f->mem, data, &n, &encoding);
	const char *from = past_head(s);
	f->format = "html";
	imp_html_text(f, from, n - (size_t)(from - s));
	if (f->refused)
		return strstr(f->refused, "verschachtelt") ? IMP_TOO_BIG : IMP_BROKEN;
	imp_net_html(f, from, n - (size_t)(from - s));
	imp_tidy(f);
	return IMP_TAKEN;
}
