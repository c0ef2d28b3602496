/* check.c: what would fail a machine rule about structure is never written. The block tree is the structure tree, so it
 * is asked before anything is, by `pruefen` too. Numbers are those of veraPDF's profile PDFUA-1 (1.28); PDF/A-3a asks
 * nothing of structure beyond them.
 *
 *   7.2-3 to 14, 36 to 38  parts of a table stand in one another as they must: family[], children()
 *   7.2-16, 28, 39, 40     a caption is one and stands first: children()
 *   7.2-17 to 20, 26, 27   so do parts of lists and tables of contents: family[]
 *   7.2-15, 41 to 43       each place of a table is covered by one cell: grid()
 *   7.2-29                 tags of languages: language()
 *   7.3-1                  a figure has an alternative text: figure()
 *   7.4.2-1                headings go down by one level at most: heading()
 *   7.5-1, 7.5-2           headers that a cell names are cells of the tree: headers()
 *   7.1-3                  every mark has its element, every word its mark: pdf_check_lost()
 *
 * True by construction, because one place in tags.c, content.c or link.c writes them: 7.1-1, 7.1-2 (no mark inside
 * another), 7.1-5 to 7 (role map), 7.1-12 (parents), 7.9-1 and 2 (ids of notes), 7.18.3-1, 7.18.5-1 and 2 (links). */
#include <string.h>

#include "base/u8.h"
#include "pdf/write.h"

enum { COLS = 64 };

struct check {
	struct lay *lay;
	struct diag *diag;
	int level;                                     /* of the heading before */
	bool good;
};

static void fault(struct check *k, const struct block *b, const char *what)
{
	char role[8];
	diag_error(k->diag, "STRUKTUR", b->file, b->line,
		"Was hier steht, ergibt ein PDF, das nicht barrierefrei wäre (Element %s: %s); erwartet wird ein "
		"regelmäßiger Aufbau; bitte anders fassen und den Fall melden, geschrieben wird nichts",
		blk_role_name(b, role), what);
	k->good = false;
}

/* ---- what stands in what */

#define IN(role) (1u << (role))
_Static_assert(BLK_ROLE_MAX <= 32, "one bit a role");

/* Elements that hold only some others (0: any), and those that stand only in some (0: anywhere). */
static const struct { uint32_t holds, stands_in; } family[BLK_ROLE_MAX] = {
	[BLK_TABLE] = {IN(BLK_TR) | IN(BLK_THEAD) | IN(BLK_TBODY) | IN(BLK_CAPTION), 0},
	[BLK_THEAD] = {IN(BLK_TR), IN(BLK_TABLE)},
	[BLK_TBODY] = {IN(BLK_TR), IN(BLK_TABLE)},
	[BLK_TR] = {IN(BLK_TH) | IN(BLK_TD), IN(BLK_TABLE) | IN(BLK_THEAD) | IN(BLK_TBODY)},
	[BLK_TH] = {0, IN(BLK_TR)},
	[BLK_TD] = {0, IN(BLK_TR)},
	[BLK_L] = {IN(BLK_L) | IN(BLK_LI) | IN(BLK_CAPTION), 0},
	[BLK_LI] = {IN(BLK_LBL) | IN(BLK_LBODY), IN(BLK_L)},
	[BLK_LBODY] = {0, IN(BLK_LI)},
	[BLK_TOC] = {IN(BLK_TOC) | IN(BLK_TOCI) | IN(BLK_CAPTION), 0},
	[BLK_TOCI] = {0, IN(BLK_TOC)},
};

static void children(struct check *k, const struct block *b)
{
	int heads = 0, bodies = 0, captions = 0, n = 0;
	for (const struct block *c = b->first; c; c = c->next) {
		if (!pdf_role_is_element(k->lay, c))
			continue;
		if (family[b->role].holds && !(family[b->role].holds & IN(c->role)))
			fault(k, c, "steht in etwas, das es nicht enthalten darf");
		heads += c->role == BLK_THEAD;
		bodies += c->role == BLK_TBODY;
		captions += c->role == BLK_CAPTION;
		if (family[b->role].holds && c->role == BLK_CAPTION && (n || captions > 1))
			fault(k, c, "steht nicht am Anfang oder ein zweites Mal");
		n++;
	}
	if (heads > 1 || (heads && !bodies))
		fault(k, b, "hat mehr als einen Kopf oder nichts darunter");
}

/* ---- tables */

struct places { int ncols; int busy[COLS]; };      /* rows that a cell from above still covers */

static void row(struct check *k, const struct block *r, struct places *p)
{
	int at = 0;
	for (const struct block *c = r->first; c; c = c->next) {
		if (!c->cell)
			continue;
		while (at < p->ncols && p->busy[at])
			at++;
		for (int i = 0; i < c->cell->colspan; i++, at++) {
			if (at >= p->ncols || p->busy[at]) {
				fault(k, c, "ragt aus der Tabelle oder in eine andere Zelle");
				return;
			}
			p->busy[at] = c->cell->rowspan;
		}
	}
	for (; at < p->ncols; at++)
		if (!p->busy[at]) {
			fault(k, r, "hat weniger Zellen, als die Tabelle Spalten hat");
			return;
		}
}

static void rows(struct check *k, const struct block *b, struct places *p)
{
	for (const struct block *c = b->first; c; c = c->next) {
		if (c->role == BLK_THEAD || c->role == BLK_TBODY)
			rows(k, c, p);
		if (c->flow != BLK_ROW)
			continue;
		row(k, c, p);
		for (int i = 0; i < p->ncols; i++)
			p->busy[i] -= p->busy[i] > 0;
	}
}

static void grid(struct check *k, const struct block *b)
{
	struct places p = {.ncols = b->table ? b->table->ncols : 0};
	if (p.ncols < 1 || p.ncols > COLS) {
		fault(k, b, "hat keine oder zu viele Spalten");
		return;
	}
	rows(k, b, &p);
	for (int i = 0; i < p.ncols; i++)
		if (p.busy[i]) {
			fault(k, b, "eine Zelle reicht über ihr Ende hinaus");
			return;
		}
}

static void headers(struct check *k, const struct block *b)
{
	for (int i = 0; i < b->cell->nheaders; i++) {
		const struct block *up = b->cell->headers[i];
		if (!up || up->role != BLK_TH) {
			fault(k, b, "nennt einen Kopf, der keine Kopfzelle ist");
			return;
		}
		while (up && up->flow != BLK_GRID)
			up = up->parent;
		for (const struct block *own = b; own != up; own = own->parent)
			if (!own) {
				fault(k, b, "nennt einen Kopf einer anderen Tabelle");
				return;
			}
	}
}

/* ---- the rest */

static void figure(struct check *k, const struct block *b)
{
	if (!(b->more->alt && *b->more->alt) && !b->more->actual)
		fault(k, b, "hat keinen Alternativtext");
}

static void heading(struct check *k, const struct block *b)
{
	if (b->level > k->level + 1)
		fault(k, b, "überspringt eine Ebene");
	k->level = b->level;
}

/* Parts of one to eight letters, from the second on digits too, with hyphens between. */
static void language(struct check *k, const struct block *b, const char *tag)
{
	int n = 0;
	bool first = true, good = true;
	for (const char *s = tag;; s++) {
		if (*s == '-' || !*s) {
			good &= n > 0 && n < 9;
			first = false;
			n = 0;
			if (!*s)
				break;
			continue;
		}
		good &= ((*s | 32) >= 'a' && (*s | 32) <= 'z') || (!first && *s >= '0' && *s <= '9');
		n++;
	}
	if (!good)
		fault(k, b, "die Sprache ist kein gültiges Kürzel");
}

static bool visible(const struct blk_seg *s)
{
	static const uint32_t unseen[] = {0xA0, 0xAD, 0x200B, 0x200C, 0x200D, 0x202F, 0x2060, 0xFEFF};
	if (s->kind != BLK_SEG_TEXT && s->kind != BLK_SEG_NOTE)
		return false;
	for (const char *at = s->text, *end = at + s->len; at < end;) {
		uint32_t cp = u8_get(&at, end);
		bool blank = cp <= ' ';
		for (size_t i = 0; i < sizeof unseen / sizeof *unseen; i++)
			blank |= cp == unseen[i];
		if (!blank)
			return true;
	}
	return false;
}

static void lost(struct diag *d, const struct block *b, const char *text, size_t len)
{
	struct buf quote = {0};
	size_t n = len < 60 ? len : 60;
	while (n < len && n && (text[n] & 0xC0) == 0x80)
		n--;
	if (n)
		buf_fmt(&quote, " („%.*s%s“)", (int)n, text, n < len ? "…" : "");
	char role[8];
	diag_error(d, "VERLOREN", b->file, b->line,
		"Inhalt%s ist auf keine Seite gekommen (Element %s), das PDF wird nicht geschrieben; bitte den "
		"Absatz anders fassen und den Fall melden",
		quote.data ? quote.data : "", blk_role_name(b, role));
	buf_free(&quote);
}

bool pdf_check_lost(const struct block *b, pdf_has_content *has, void *of, struct diag *d)
{
	bool good = true;
	if ((b->flow == BLK_DRAWING && b->more->drawing) || (b->flow == BLK_IMAGE && b->more->image)) {
		good = has(of, b);
		if (!good)
			lost(d, b, b->more->alt, b->more->alt ? strlen(b->more->alt) : 0);
		return good;
	}
	const struct block *told = NULL;
	for (uint32_t i = 0; i < b->nsegs; i++) {
		const struct blk_seg *s = &b->segs[i];
		if (!s->owner || s->owner == told || has(of, s->owner) || !visible(s))
			continue;
		lost(d, told = s->owner, s->text, s->len);
		good = false;
	}
	return good;
}

static bool on_a_page(void *lay, const struct block *b) { return lay_last_page(lay, b) >= 0; }

static void element(struct check *k, const struct block *b)
{
	if (b->parent && family[b->role].stands_in && !(family[b->role].stands_in & IN(b->parent->role)))
		fault(k, b, "steht nicht, wo es stehen darf");
	children(k, b);
	if (b->role == BLK_TABLE)
		grid(k, b);
	else if (b->role == BLK_FIGURE)
		figure(k, b);
	else if (b->role == BLK_H)
		heading(k, b);
	if (b->cell && b->cell->nheaders)
		headers(k, b);
	if (b->lang)
		language(k, b, b->lang);
}

bool pdf_check(const struct blk_tree *t, struct lay *lay, struct diag *diag)
{
	struct check k = {.lay = lay, .diag = diag, .good = true};
	if (t->lang)
		language(&k, t->root, t->lang);
	for (const struct block *b = t->root; b; b = blk_walk(t->root, b)) {
		if (pdf_role_is_element(lay, b))
			element(&k, b);
		k.good &= pdf_check_lost(b, on_a_page, lay, diag);
	}
	return k.good;
}
