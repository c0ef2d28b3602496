/* cover.c: the cover, made from the facts: everything at a fixed place (GESTALTUNG §15), the motif behind it. */
#include <string.h>

#include "compose/document.h"
#include "compose/figure.h"
#include "compose/fixed.h"
#include "compose/names.h"
#include "compose/tree.h"

enum { FRAME_OPS = 6 };

/* The mark of a draft: its frame, from the baseline of its word; how far the word stands in; how far below the town,
 * and below the titles beside a band. */
#define FRAME_WIDE LEN_PT(74)
#define FRAME_HIGH LEN_PT(24)
#define FRAME_ABOVE LEN_PT(17)
#define DRAFT_IN LEN_PT(11)
#define DRAFT_IN_BAND LEN_PT(12)
#define DRAFT_BELOW LEN_PT(37.5)
#define DRAFT_BELOW_BAND LEN_PT(52)
#define RULE_WIDE LEN_MM(36)                       /* no margin column: the rule below the titles */
#define SIDE_GAP LEN_MM(2)                         /* from what stands in the margin column to the axis */
#define MOTIF_AIR LEN_PT(12)                       /* at least so much between the motif and the words below it */
#define FOOT_LIFT LEN_PT(30)                       /* no margin column: the town's lines stand above the office's */

/* 36 pt if it fits on one line, else 30, else 26; else the largest in which it takes two or three; a very long one
 * small. Beside a band two large lines come before one of smaller type. */
static const struct sty_para *title_style(struct com *c, const char *title, len_t width, bool band, int *lines)
{
	static const struct {
		len_t size, leading;
		int lines;
	} rows[] = {{LEN_PT(36), LEN_PT(42), 1}, {LEN_PT(30), LEN_PT(42), 1}, {LEN_PT(26), LEN_PT(42), 1},
		{LEN_PT(36), LEN_PT(42), 2}, {LEN_PT(30), LEN_PT(36), 2}, {LEN_PT(26), LEN_PT(33), 2},
		{LEN_PT(30), LEN_PT(36), 3}, {LEN_PT(26), LEN_PT(33), 3}, {LEN_PT(20), LEN_PT(26), 5},
		{LEN_PT(15), LEN_PT(19), COM_LINES_MAX}};
	const struct sty_para *base = c->style[COM_TITEL];
	struct sty_para *p = MEM_NEW(c->t->mem, struct sty_para);
	*p = *base;
	*lines = 1;
	for (size_t i = 0; c->txt && i < sizeof rows / sizeof *rows; i++) {
		if (band && rows[i].lines == 1 && rows[i].size < rows[0].size)
			continue;
		p->ch.size = len_scale(base->ch.size, rows[i].size, rows[0].size);
		p->leading = len_scale(base->leading, rows[i].leading, rows[0].leading);
		if ((*lines = com_lines_in(c, &p->ch, title, width)) <= rows[i].lines)
			break;
	}
	return p;
}

/* A band at the left leaves the words higher up, and the title in the colour of the band. */
static bool has_band(const struct com *c)
{
	const char *name = sty_value(c->s, "titelseite", "motiv");
	return name && !strcmp(name, "band") && c->margin;
}

/* The first baseline of a title of so many lines: the last stands where the town says, unless the title grew into the
 * motif, or what stands above it. */
static len_t title_at(const struct com *c, const struct sty_para *p, int lines, bool over)
{
	const char *motif = sty_value(c->s, "titelseite", "motiv");
	const len_t motif_ends = motif ? fig_motif_bottom(motif, c->s) : 0,
		    usual = sty_measure(c->s, "titelseite-titel"),
		    top = over ? c->style[COM_UNTERTITEL]->ch.size : p->ch.size;
	const len_t y = usual - (lines - 1) * p->leading,
		    least = motif_ends + MOTIF_AIR + len_scale(top, 7, 10) + (over ? p->leading : 0);
	return motif_ends && y < least ? least : y;
}

/* Returns where its last line stands. */
static len_t title(struct com *c, const struct doc_node *n, len_t x, len_t w)
{
	int lines;
	bool band = has_band(c);
	const char *s = com_plain(c, n);
	const struct doc_node *over = doc_angabe(c->doc, DOC_DACHZEILE);
	const struct sty_para *p = title_style(c, s, w, band, &lines);
	const len_t y = band ? sty_measure(c->s, "titelseite-titel-band") : title_at(c, p, lines, over != NULL);
	if (over)
		com_fixed_text(c, over, COM_UNTERTITEL, (struct com_place){x, y - p->leading, w}, NULL,
			com_plain(c, over));
	com_push(c);
	com_fixed(c, n, COM_TITEL, (struct com_place){x, y, w})->style = p;
	com_put_even(c, band ? com_char(c, &p->ch, COM_ACCENT) : &p->ch, s, w, lines);
	com_pop(c);
	return y + (lines - 1) * p->leading;
}

/* Around the word on a draft's cover. */
static struct fig_op *draft_frame(struct fig_op *op, len_t x, len_t y, struct sty_line line)
{
	const struct fig_op frame[FRAME_OPS] = {{.kind = FIG_MOVE, .x = x, .y = y},
		{.kind = FIG_LINE, .x = x + FRAME_WIDE, .y = y},
		{.kind = FIG_LINE, .x = x + FRAME_WIDE, .y = y + FRAME_HIGH},
		{.kind = FIG_LINE, .x = x, .y = y + FRAME_HIGH}, {.kind = FIG_CLOSE},
		{.kind = FIG_PAINT, .stroke = true, .stroke_rgb = line.colour, .width = line.width}};
	memcpy(op, frame, sizeof frame);
	return op + FRAME_OPS;
}

/* The rule below the titles belongs to the backdrop of the page, but is as wide as the margin column of this town.
 * draft: the baseline of the word that says so. */
static const struct fig_drawing *backdrop(struct com *c, len_t x, len_t y, len_t draft)
{
	const struct sty_line line = sty_line(c->s, "titel");
	struct fig_op ops[COM_RULE_OPS + FRAME_OPS], *op = ops;
	if (!has_band(c))
		op = com_rule(op, x, y, c->margin ? c->s->page.margin_col : RULE_WIDE, line);
	if (c->t->draft)
		op = draft_frame(op, x, draft - FRAME_ABOVE, line);
	return com_backdrop(c, true, ops, (size_t)(op - ops));
}

/* Returns where its last line stands. */
static len_t subtitle(struct com *c, const struct doc_node *n, len_t x, len_t y, len_t w, const char *s)
{
	const struct sty_para *p = c->style[COM_UNTERTITEL];
	int lines = com_lines_in(c, &p->ch, s, w);
	com_push(c);
	com_fixed(c, n, COM_UNTERTITEL, (struct com_place){x, y, w});
	com_put_even(c, &p->ch, s, w, lines);
	com_pop(c);
	return y + (lines - 1) * p->leading;
}

static void logo(struct com *c, len_t right)
{
	const struct doc_node *n = doc_angabe(c->doc, DOC_LOGO);
	struct block *b = n ? com_picture(c, n, doc_get(n, DOC_A_DATEI), sty_measure(c->s, "titelseite-wappen-breite"),
				sty_measure(c->s, "titelseite-wappen-hoehe"))
			    : NULL;
	if (!b)
		return;
	struct blk_more *m = blk_more(c->t, b);
	b->place = BLK_ABS;
	m->x = right - m->w;
	m->y = sty_measure(c->s, "titelseite-wappen");
	m->alt = doc_get(n, DOC_A_ALT) ? doc_get(n, DOC_A_ALT) : "";
}

/* The address without "https://", as a link. */
static void web(struct com *c, const struct doc_node *n, len_t x, len_t y, len_t w)
{
	const struct doc_node *place = com_town(c);
	const struct doc_node *contact = place ? doc_child(place, DOC_KONTAKT) : NULL;
	const char *url = contact ? doc_get(contact, DOC_A_WEB) : NULL;
	if (!url)
		return;
	com_push(c);
	com_fixed(c, n, COM_TITELANGABE, (struct com_place){x, y, w});
	struct block *link = com_inline(c, n, BLK_LINK);
	blk_more(c->t, link)->href = url;
	const char *shown = strstr(url, "://");
	com_put_char(c, com_char(c, c->o.ch, has_band(c) ? COM_WHITE : COM_GREY), shown ? shown + 3 : url);
	com_pop(c);
}

static void foot(struct com *c, len_t left, len_t x, len_t w)
{
	const struct sty_char *grey = com_char(c, &c->style[COM_TITELANGABE]->ch, COM_GREY);
	const struct sty_char *side_text =
		com_char(c, &c->style[COM_TITELANGABE]->ch, has_band(c) ? COM_WHITE : COM_GREY);
	const struct doc_node *version = doc_angabe(c->doc, DOC_VERSION);
	const struct doc_node *office = doc_angabe(c->doc, DOC_FACHBEREICH), *stand = doc_angabe(c->doc, DOC_STAND),
			      *copy = doc_angabe(c->doc, DOC_COPYRIGHT);
	len_t side = x > left ? x - left - SIDE_GAP : w / 2, edge = x > left ? left : x,
	      first = sty_measure(c->s, "titelseite-stelle"), second = sty_measure(c->s, "titelseite-stand"),
	      lift = x > left ? 0 : FOOT_LIFT;
	if (office && *com_stelle(c, office))
		com_fixed_text(c, office, COM_TITELANGABE, (struct com_place){x, first, w}, NULL,
			com_stelle(c, office));
	if (stand) {
		struct buf b = {0};
		if (version && doc_get(version, DOC_A_NUMMER))
			buf_fmt(&b, "%s %s · ", sty_word(c->s, "version"), doc_get(version, DOC_A_NUMMER));
		buf_str(&b, com_told(c, "stand", ""));
		if (doc_stand(c->doc).year)
			date_put(&b, doc_stand(c->doc));
		else
			buf_str(&b, sty_word(c->s, "termin-offen"));
		com_fixed_text(c, stand, COM_TITELANGABE, (struct com_place){x, second, w}, grey, com_from(c, &b));
	}
	if (copy && doc_get(copy, DOC_A_NAME))
		com_fixed_text(c, copy, COM_TITELANGABE,
			(struct com_place){edge, first - lift, side}, side_text,
			mem_fmt(c->t->mem, "©\u00A0%s", doc_get(copy, DOC_A_NAME)));
	web(c, c->doc->root, edge, second - lift, side);
}

/* The mark of a draft stands beside the town; below it when the town's name is too long for that. */
static len_t draft_at(struct com *c)
{
	bool beside =
		com_lines_in(c, &c->style[COM_KOPFANGABE]->ch, c->s->town, c->s->page.margin_col) == 1;
	return sty_measure(c->s, "titelseite-ort") + (beside ? 0 : DRAFT_BELOW);
}

void com_cover(struct com *c)
{
	const struct doc_node *n = doc_angabe(c->doc, DOC_TITEL), *sub = doc_angabe(c->doc, DOC_UNTERTITEL),
			      *slogan = doc_angabe(c->doc, DOC_SLOGAN);
	const struct sty_page *pg = &c->s->page;
	len_t x = pg->left + pg->margin_col + pg->gutter;
	bool band = has_band(c);
	if (!n)
		return;
	com_push(c);
	struct blk_seq *pages = com_sequence(c, STY_OHNE);
	c->o.at = c->seq;
	com_fixed_text(c, n, COM_KOPFANGABE,
		(struct com_place){pg->left, sty_measure(c->s, "titelseite-ort"), band ? pg->margin_col : pg->text},
		band ? com_char(c, &c->style[COM_KOPFANGABE]->ch, COM_WHITE) : NULL, c->s->town);
	len_t draft = draft_at(c);
	if (c->t->draft && !band)
		com_fixed_text(c, n, COM_KOPFANGABE, (struct com_place){x + DRAFT_IN, draft, pg->text}, NULL,
			sty_word(c->s, "entwurf"));
	logo(c, x + pg->text);
	len_t y = title(c, n, x, pg->text);
	if (sub)
		y = subtitle(c, sub, x, y + sty_measure(c->s, "titelseite-untertitel"), pg->text, com_plain(c, sub));
	if (c->subject)
		y = subtitle(c, n, x, y + sty_measure(c->s, "titelseite-untertitel"), pg->text, c->subject);
	if (c->t->draft && band) {
		draft = y += DRAFT_BELOW_BAND;
		com_fixed_text(c, n, COM_KOPFANGABE, (struct com_place){x + DRAFT_IN_BAND, draft, pg->text}, NULL,
			sty_word(c->s, "entwurf"));
	}
	if (slogan)
		com_fixed_text(c, slogan, COM_UNTERTITEL,
			(struct com_place){x,
				y + sty_measure(c->s, band ? "titelseite-slogan-band" : "titelseite-slogan"), pg->text},
			NULL, com_plain(c, slogan));
	pages->backdrop = backdrop(c, x, y + sty_measure(c->s, "titelseite-linie"), draft);
	foot(c, pg->left, x, pg->text);
	com_pop(c);
}
