/* tags.c: the block tree as structure tree, written while the pages go by. Enters: marked content and links of a page,
 * by owner block. Leaves: a StructElem as soon as layout says that no later page adds to it, the ParentTree in leaves
 * of 256 keys, the IDTree. What stays in memory is 20 bytes per block and the open elements' kids. */
#include <stdlib.h>
#include <string.h>

#include "pdf/syntax.h"
#include "pdf/write.h"

enum { LEAF = 256, NONE = 0 };

struct elem {                                      /* per block */
	uint32_t obj;                                  /* reserved when first referred to */
	uint32_t kids, tail;                           /* its own marked content and links, in the order of the pages */
	uint32_t after;                 /* last child block that got content: own content that follows comes after it */
	bool content, written;
};

struct kid {
	uint32_t after, next;                          /* num of a child block, NONE: before all */
	int32_t page;
	int32_t mcid;                                  /* -1: a link annotation */
	uint32_t annotation;
};

struct extent { const struct block *owner; len_t x0, y0, x1, y1; };
struct id { uint32_t num, obj; };
struct leaf { uint32_t obj, first, last; };

struct pdf_tags {
	struct pdf *pdf;
	uint32_t root;
	struct elem *elems;
	struct kid *kids; uint32_t nkids, cap_kids, free_kid;
	int page, mcid;
	const struct block **owners; size_t nowners, cap_owners;           /* of the page */
	struct extent *extents; size_t nextents, cap_extents;
	uint32_t keys;                                 /* handed out */
	struct buf nums; uint32_t leaf_first, leaf_keys;                   /* the ParentTree leaf being filled */
	struct buf links;                           /* entries of the page's annotations, which follow the page's own */
	uint32_t link_keys;
	struct leaf *leaves; size_t nleaves, cap_leaves;
	struct id *ids; size_t nids, cap_ids;
	int deepest;                                   /* heading level */
	struct buf body;
};

struct pdf_tags *pdf_tags_new(struct pdf *pdf)
{
	struct pdf_tags *t = mem_alloc(sizeof *t);
	*t = (struct pdf_tags){.pdf = pdf};
	t->root = pdf_obj_new(pdf->obj, 1);
	t->elems = MEM_ARRAY(pdf->mem, struct elem, pdf->tree->nblocks + 1);
	t->nkids = 1;                                  /* 0: no kid */
	MEM_ROOM(t->kids, t->nkids, t->cap_kids);
	return t;
}

void pdf_tags_free(struct pdf_tags *t)
{
	if (!t)
		return;
	free(t->kids);
	free(t->owners);
	free(t->extents);
	free(t->leaves);
	free(t->ids);
	buf_free(&t->nums);
	buf_free(&t->links);
	buf_free(&t->body);
	free(t);
}

static uint32_t object_of(struct pdf_tags *t, const struct block *b)
{
	struct elem *e = &t->elems[b->num];
	if (!e->obj)
		e->obj = pdf_obj_new(t->pdf->obj, 1);
	return e->obj;
}

/* ---- a page's marked content */

uint32_t pdf_tags_key(struct pdf_tags *t)
{
	return t->keys++;
}

static void put_key(struct buf *b, uint32_t key)
{
	pdf_put_uint(b, key);
	buf_chr(b, ' ');
}

void pdf_tags_page(struct pdf_tags *t, int page, uint32_t key)
{
	t->page = page;
	t->mcid = 0;
	t->nowners = 0;
	put_key(&t->nums, key);
	buf_chr(&t->nums, '[');
}

static struct kid *add_kid(struct pdf_tags *t, const struct block *b)
{
	struct elem *e = &t->elems[b->num];
	uint32_t k = t->free_kid;
	if (k) {
		t->free_kid = t->kids[k].next;
	} else {
		MEM_ROOM(t->kids, t->nkids, t->cap_kids);
		k = t->nkids++;
	}
	t->kids[k] = (struct kid){.after = e->after, .page = t->page, .mcid = -1};
	if (e->kids)
		t->kids[e->tail].next = k;
	else
		e->kids = k;
	e->tail = k;
	/* A text block's own words and its inline children take turns. */
	for (const struct block *c = b; c->parent && c->flow == BLK_INLINE; c = c->parent)
		if (t->elems[c->parent->num].after < c->num)
			t->elems[c->parent->num].after = c->num;
	return &t->kids[k];
}

static void remember_owner(struct pdf_tags *t, const struct block *owner)
{
	MEM_ROOM(t->owners, t->nowners, t->cap_owners);
	t->owners[t->nowners++] = owner;
}

int pdf_tags_mark(struct pdf_tags *t, const struct block *owner)
{
	struct kid *k = add_kid(t, owner);
	k->mcid = t->mcid;
	t->elems[owner->num].content = true;
	pdf_put_ref(&t->nums, object_of(t, owner));
	buf_chr(&t->nums, ' ');
	remember_owner(t, owner);
	return t->mcid++;
}

void pdf_tags_link(struct pdf_tags *t, const struct block *owner, uint32_t annotation, uint32_t key)
{
	struct kid *k = add_kid(t, owner);
	k->annotation = annotation;
	put_key(&t->links, key);
	pdf_put_ref(&t->links, object_of(t, owner));
	buf_chr(&t->links, ' ');
	t->link_keys++;
	remember_owner(t, owner);
}

void pdf_tags_extent(struct pdf_tags *t, const struct block *owner, len_t x0, len_t y0, len_t x1, len_t y1)
{
	for (size_t i = t->nextents; i-- > 0;) {
		struct extent *e = &t->extents[i];
		if (e->owner != owner)
			continue;
		e->x0 = x0 < e->x0 ? x0 : e->x0;
		e->y0 = y0 < e->y0 ? y0 : e->y0;
		e->x1 = x1 > e->x1 ? x1 : e->x1;
		e->y1 = y1 > e->y1 ? y1 : e->y1;
		return;
	}
	MEM_ROOM(t->extents, t->nextents, t->cap_extents);
	t->extents[t->nextents++] = (struct extent){owner, x0, y0, x1, y1};
}

/* ---- attributes */

static void put_id(struct buf *b, uint32_t num)
{
	buf_str(b, "(e");
	pdf_put_hex(b, num, 8);
	buf_chr(b, ')');
}

static void table_attributes(struct pdf_tags *t, const struct block *b)
{
	static const char *const scope[] = {NULL, "Row", "Column", "Both"};
	const struct blk_cell *c = b->cell;
	struct buf *o = &t->body;
	if (!c || (c->colspan < 2 && c->rowspan < 2 && !c->nheaders && !(b->role == BLK_TH && c->scope)))
		return;
	buf_str(o, "/A<</O/Table");
	if (b->role == BLK_TH && c->scope && c->scope <= BLK_SCOPE_BOTH)
		buf_fmt(o, "/Scope/%s", scope[c->scope]);
	if (c->colspan > 1)
		buf_fmt(o, "/ColSpan %d", c->colspan);
	if (c->rowspan > 1)
		buf_fmt(o, "/RowSpan %d", c->rowspan);
	if (c->nheaders) {
		buf_str(o, "/Headers[");
		for (int i = 0; i < c->nheaders; i++)
			put_id(o, c->headers[i]->num);
		buf_chr(o, ']');
	}
	buf_str(o, ">>");
}

static void figure_attributes(struct pdf_tags *t, const struct block *b)
{
	struct buf *o = &t->body;
	size_t i = 0;
	while (i < t->nextents && t->extents[i].owner != b)
		i++;
	if (i == t->nextents)
		return;
	struct extent e = t->extents[i];
	t->extents[i] = t->extents[--t->nextents];
	buf_str(o, "/A<</O/Layout");
	if (b->flow != BLK_INLINE)
		buf_str(o, "/Placement/Block");
	buf_str(o, "/BBox[");
	pdf_put_len(o, e.x0);
	pdf_put_len(o, e.y0);
	pdf_put_len(o, e.x1);
	pdf_put_len(o, e.y1);
	buf_str(o, "]>>");
}

static const char *language_of(const struct block *b)
{
	while (b && !b->lang)
		b = b->parent;
	return b ? b->lang : NULL;
}

/* Said where it begins, and by every paragraph. */
static void writing_mode(struct pdf_tags *t, const struct block *b)
{
	bool said = b->lang && b->flow != BLK_INLINE && b->parent;
	if (!said && b->role != BLK_P && b->role != BLK_H)
		return;
	const char *around = said ? language_of(b->parent) : t->pdf->tree->lang, *own = said ? b->lang : language_of(b);
	if (blk_rtl(own) || (said && blk_rtl(around)))
		buf_fmt(&t->body, "/A<</O/Layout/WritingMode/%s>>", blk_rtl(own) ? "RlTb" : "LrTb");
}

static void put_string(struct buf *o, const char *key, const char *s)
{
	if (!s)
		return;
	buf_str(o, key);
	pdf_put_text(o, s, strlen(s));
}

static void attributes(struct pdf_tags *t, const struct block *b)
{
	struct buf *o = &t->body;
	if (b->role == BLK_TH || b->role == BLK_NOTE) {
		buf_str(o, "/ID");
		put_id(o, b->num);
		MEM_ROOM(t->ids, t->nids, t->cap_ids);
		t->ids[t->nids++] = (struct id){b->num, object_of(t, b)};
	}
	if (b->role == BLK_H && b->level > t->deepest)
		t->deepest = b->level;
	if (b->role == BLK_TH || b->role == BLK_TD)
		table_attributes(t, b);
	else if (b->role == BLK_FIGURE)
		figure_attributes(t, b);
	else if (b->role == BLK_L)
		buf_fmt(o, "/A<</O/List/ListNumbering/%s>>", pdf_role_numbering(b));
	else if (b->more->change && b->more->change != BLK_SIGN)
		buf_fmt(o, "/A<</O/Layout/TextDecorationType/%s>>",
			b->more->change == BLK_DELETED ? "LineThrough" : "Underline");
	else
		writing_mode(t, b);
	put_string(o, "/Lang", b->lang);
	put_string(o, "/Alt", b->more->alt);
	put_string(o, "/ActualText", b->more->actual);
	put_string(o, "/E", b->more->expansion);
}

/* ---- an element */

static void put_kid(struct pdf_tags *t, const struct kid *k, int page)
{
	struct buf *o = &t->body;
	uint32_t obj = t->pdf->first_page + (uint32_t)k->page;
	if (k->mcid < 0) {
		pdf_put_entry(o, "<</Type/OBJR/Obj ", k->annotation);
		pdf_put_entry(o, "/Pg ", obj);
		buf_str(o, ">>");
	} else if (k->page == page) {
		pdf_put_uint(o, (uint64_t)k->mcid);
		buf_chr(o, ' ');
	} else {
		pdf_put_entry(o, "<</Type/MCR/Pg ", obj);
		buf_str(o, "/MCID ");
		pdf_put_uint(o, (uint64_t)k->mcid);
		buf_str(o, ">>");
	}
}

/* Children in document order, the own content where it fell between them. A footnote follows its mark at once, as it is
 * read out. */
static void put_kids(struct pdf_tags *t, const struct block *b, int page)
{
	const struct block *c = b->first;
	uint32_t mark = NONE;                          /* the child before, not a footnote */
	for (uint32_t k = t->elems[b->num].kids; k || c;) {
		uint32_t from = c && c->flow == BLK_FOOT && mark ? mark : c ? c->num : 0;
		if (k && (!c || t->kids[k].after < from)) {
			put_kid(t, &t->kids[k], page);
			k = t->kids[k].next;
			continue;
		}
		if (pdf_role_is_element(t->pdf->lay, c)) {
			pdf_put_ref(&t->body, object_of(t, c));
			buf_chr(&t->body, ' ');
		}
		if (c->flow != BLK_FOOT)
			mark = c->num;
		c = c->next;
	}
}

static void write_element(struct pdf_tags *t, const struct block *b)
{
	struct elem *e = &t->elems[b->num];
	struct buf *o = &t->body;
	char role[8];
	uint32_t num = object_of(t, b);
	e->written = true;
	buf_clear(o);
	buf_str(o, "/S/");
	buf_str(o, blk_role_name(b, role));
	pdf_put_entry(o, "/P ", b->parent ? object_of(t, b->parent) : t->root);
	int page = e->kids ? t->kids[e->kids].page : -1;
	if (page >= 0)
		pdf_put_entry(o, "/Pg ", t->pdf->first_page + (uint32_t)page);
	buf_str(o, "/K[");
	put_kids(t, b, page);
	buf_chr(o, ']');
	attributes(t, b);
	pdf_write_raw(t->pdf->obj, num, o);
	if (e->kids) {
		t->kids[e->tail].next = t->free_kid;
		t->free_kid = e->kids;
		e->kids = 0;
	}
}

/* ---- trees */

static void close_leaf(struct pdf_tags *t)
{
	if (!t->leaf_keys)
		return;
	MEM_ROOM(t->leaves, t->nleaves, t->cap_leaves);
	struct leaf l = {pdf_obj_new(t->pdf->obj, 1), t->leaf_first, t->leaf_first + t->leaf_keys - 1};
	t->leaves[t->nleaves++] = l;
	buf_clear(&t->body);
	buf_fmt(&t->body, "/Limits[%u %u]/Nums[", l.first, l.last);
	buf_put(&t->body, t->nums.data, t->nums.len);
	buf_chr(&t->body, ']');
	pdf_write_raw(t->pdf->obj, l.obj, &t->body);
	buf_clear(&t->nums);
	t->leaf_first += t->leaf_keys;
	t->leaf_keys = 0;
}

void pdf_tags_page_end(struct pdf_tags *t)
{
	buf_chr(&t->nums, ']');
	buf_put(&t->nums, t->links.data, t->links.len);
	buf_clear(&t->links);
	t->leaf_keys += 1 + t->link_keys;
	t->link_keys = 0;
	if (t->leaf_keys >= LEAF)
		close_leaf(t);
	for (size_t i = 0; i < t->nowners; i++)
		for (const struct block *b = t->owners[i]; b->parent && !t->elems[b->num].written; b = b->parent) {
			if (lay_last_page(t->pdf->lay, b) > t->page)
				break;
			write_element(t, b);
		}
}

static bool has_content(void *tags, const struct block *b)
{
	const struct pdf_tags *t = tags;
	return t->elems[b->num].content;
}

bool pdf_tags_complete(struct pdf_tags *t)
{
	const struct block *root = t->pdf->tree->root;
	for (const struct block *b = root; b; b = blk_walk(root, b))
		t->pdf->failed |= !pdf_check_lost(b, has_content, t, t->pdf->diag);
	return !t->pdf->failed;
}

static int compare_id(const void *a, const void *b)
{
	const struct id *x = a, *y = b;
	return x->num < y->num ? -1 : x->num > y->num;
}

static uint32_t write_id_tree(struct pdf_tags *t)
{
	if (!t->nids)
		return 0;
	struct buf kids = {0};
	qsort(t->ids, t->nids, sizeof *t->ids, compare_id);
	buf_str(&kids, "/Kids[");
	for (size_t i = 0; i < t->nids; i += LEAF) {
		size_t end = i + LEAF < t->nids ? i + LEAF : t->nids;
		uint32_t leaf = pdf_obj_new(t->pdf->obj, 1);
		buf_clear(&t->body);
		buf_str(&t->body, "/Limits[");
		put_id(&t->body, t->ids[i].num);
		put_id(&t->body, t->ids[end - 1].num);
		buf_str(&t->body, "]/Names[");
		for (size_t k = i; k < end; k++) {
			put_id(&t->body, t->ids[k].num);
			pdf_put_ref(&t->body, t->ids[k].obj);
		}
		buf_chr(&t->body, ']');
		pdf_write_raw(t->pdf->obj, leaf, &t->body);
		pdf_put_ref(&kids, leaf);
		buf_chr(&kids, ' ');
	}
	buf_chr(&kids, ']');
	uint32_t num = pdf_obj_new(t->pdf->obj, 1);
	pdf_write_raw(t->pdf->obj, num, &kids);
	buf_free(&kids);
	return num;
}

static uint32_t write_parent_tree(struct pdf_tags *t)
{
	close_leaf(t);
	uint32_t num = pdf_obj_new(t->pdf->obj, 1);
	buf_clear(&t->body);
	buf_str(&t->body, "/Kids[");
	for (size_t i = 0; i < t->nleaves; i++) {
		pdf_put_ref(&t->body, t->leaves[i].obj);
		buf_chr(&t->body, ' ');
	}
	buf_chr(&t->body, ']');
	pdf_write_raw(t->pdf->obj, num, &t->body);
	return num;
}

/* PDF 1.7 knows H1 to H6; what is deeper counts as a paragraph for those who do not know it. */
static void add_role_map(struct pdf_tags *t, pdf_dict d)
{
	if (t->deepest <= 6)
		return;
	pdf_dict map = pdf_dict_new(t->pdf->obj, NULL);
	for (int level = 7; level <= t->deepest; level++)
		pdf_dict_name(map, mem_fmt(t->pdf->mem, "H%d", level), "P");
	pdf_dict_put(d, "RoleMap", map);
}

uint32_t pdf_tags_finish(struct pdf_tags *t)
{
	struct pdf_obj *o = t->pdf->obj;
	const struct block *root = t->pdf->tree->root;
	for (const struct block *b = root; b; b = blk_walk(root, b))
		if (!t->elems[b->num].written && (b == root || t->elems[b->num].obj))
			write_element(t, b);
	uint32_t parents = write_parent_tree(t), ids = write_id_tree(t);
	pdf_dict d = pdf_dict_new(o, "StructTreeRoot");
	pdf_array k = pdf_array_new(o);
	pdf_array_ref(o, k, object_of(t, root));
	pdf_dict_put(d, "K", k);
	pdf_dict_ref(o, d, "ParentTree", parents);
	pdf_dict_int(d, "ParentTreeNextKey", (int32_t)t->keys);
	if (ids)
		pdf_dict_ref(o, d, "IDTree", ids);
	add_role_map(t, d);
	pdf_write_dict(o, t->root, d);
	return t->root;
}
