/* wrap.c: a label's text to a few short lines. A word is divided where the author's text allows it, and by the
 * language's rules only where it has no room in a line of its own. */
#include <string.h>

#include "base/buf.h"
#include "base/u8.h"
#include "figure/draw.h"
#include "text/text.h"

enum { LABEL_MAX = 400 };                              /* bytes of a label that are looked at */
enum { STUB = 4,                                       /* bytes: what is shorter does not stand alone if it need not */
       TWO_LINES = 4 };                                /* better than any joint that makes more */
enum joint { JOINT_NONE, JOINT_BLANK, JOINT_AFTER, JOINT_SOFT };

struct piece { const char *s; size_t n; enum joint joint; };

struct wrap {
	const struct draw *d;
	struct sty_char ch;
	len_t width;
	int most;
	struct buf line;                               /* being filled */
	enum joint joint;                              /* what stands between it and the next piece */
	struct fig_lines *out;
};

static struct piece next_piece(const char *s)
{
	const char *end = s + strlen(s), *p = s;
	while (p < end) {
		const char *at = p;
		uint32_t c = u8_get(&p, end);
		if (c == ' ')
			return (struct piece){s, (size_t)(at - s), JOINT_BLANK};
		if (c == 0xAD)
			return (struct piece){s, (size_t)(at - s), JOINT_SOFT};
		if ((c == '-' || c == '/' || c == 0x2013) && at > s && p < end && *p != ' ')
			return (struct piece){s, (size_t)(p - s), JOINT_AFTER};
	}
	return (struct piece){s, (size_t)(end - s), JOINT_NONE};
}

static size_t joint_bytes(enum joint j)
{
	return j == JOINT_BLANK ? 1 : j == JOINT_SOFT ? 2 : 0;
}

static bool fits(const struct wrap *w, const char *s, len_t more)
{
	return fig_width(w->d, w->ch, s) + more <= w->width;
}

/* Takes characters off the end until an ellipsis has room. */
static void shorten(struct wrap *w)
{
	struct sty_char ch = w->ch;
	len_t dots = fig_width(w->d, ch, "…");
	while (w->line.len && !fits(w, w->line.data, dots)) {
		do
			w->line.len--;
		while (w->line.len && ((unsigned char)w->line.data[w->line.len] & 0xC0) == 0x80);
		w->line.data[w->line.len] = '\0';
	}
	while (w->line.len && w->line.data[w->line.len - 1] == ' ')
		w->line.data[--w->line.len] = '\0';
	buf_str(&w->line, "…");
	w->out->whole = false;
	w->out->cut = true;
}

static enum fig_join join_of(enum joint j)
{
	return j == JOINT_SOFT ? FIG_DIVIDED : j == JOINT_AFTER ? FIG_GOES_ON : FIG_ALONE;
}

static void flush(struct wrap *w, enum fig_join join)
{
	w->out->join[w->out->n] = (uint8_t)join;
	w->out->line[w->out->n++] = mem_str(w->d->mem, w->line.data ? w->line.data : "", w->line.len);
	buf_clear(&w->line);
}

/* Where a word wider than the line is divided by the rules of its language: of the places that have room, one that
 * makes two lines of it and stands between larger parts, the last of the best. 0: nowhere. */
static size_t by_rule(const struct wrap *w, const struct piece *p)
{
	const struct txt_word *word = txt_word(w->d->txt, txt_face(w->d->txt, &w->ch), w->d->lang, p->s, p->n);
	size_t best = 0;
	int quality = -1;
	for (size_t i = 0; i < word->nbreaks; i++) {
		const struct txt_break *b = &word->breaks[i];
		const bool two = fits(w, mem_str(w->d->mem, p->s + b->byte, p->n - b->byte), 0);
		const int is = (two ? TWO_LINES : 0) + (b->byte < STUB || p->n - b->byte < STUB ? 0 : b->quality);
		if (b->kind != TXT_HYPHEN || is < quality)
			continue;
		if (!fits(w, mem_fmt(w->d->mem, "%.*s-", (int)b->byte, p->s), 0))
			break;
		best = b->byte;
		quality = is;
	}
	return best;
}

static bool divide(struct wrap *w, struct piece *p)
{
	const size_t n = by_rule(w, p);
	if (!n)
		return false;
	buf_fmt(&w->line, "%.*s-", (int)n, p->s);
	p->s += n;
	p->n -= n;
	w->out->divided = true;
	return true;
}

/* A word wider than the line: as many characters as go in, with a hyphen. False: that was all of it. */
static bool force(struct wrap *w, struct piece *p)
{
	struct buf try = {0};
	const char *s = p->s, *end = p->s + p->n, *last = NULL;
	while (s < end) {
		u8_get(&s, end);
		buf_clear(&try);
		buf_put(&try, p->s, (size_t)(s - p->s));
		buf_chr(&try, '-');
		if (!fits(w, try.data, 0))
			break;
		last = s;
	}
	if (!last) {                                   /* not even one: take it, so that the loop ends */
		last = p->s;
		u8_get(&last, end);
	}
	buf_put(&w->line, p->s, (size_t)(last - p->s));
	bool divided = last < end;
	if (divided)
		buf_chr(&w->line, '-');
	p->n = (size_t)(end - last);
	p->s = last;
	w->out->whole = false;
	buf_free(&try);
	return divided;
}

/* True: the piece stands on the line. False: it did not fit, the line is as before. */
static bool append(struct wrap *w, const struct piece *p)
{
	size_t before = w->line.len;
	if (before && w->joint == JOINT_BLANK)
		buf_chr(&w->line, ' ');
	buf_put(&w->line, p->s, p->n);
	len_t hyphen = p->joint == JOINT_SOFT ? fig_width(w->d, w->ch, "-") : 0;
	if (fits(w, w->line.data, hyphen))
		return true;
	w->line.len = before;
	w->line.data[before] = '\0';
	return false;
}

/* The last line takes all that is left and is then cut. */
static void overflow(struct wrap *w, const struct piece *p)
{
	if (w->line.len && w->joint == JOINT_BLANK)
		buf_chr(&w->line, ' ');
	buf_put(&w->line, p->s, p->n);
	shorten(w);
	flush(w, FIG_ALONE);
}

static bool place(struct wrap *w, struct piece *p)
{
	while (!append(w, p)) {
		if (w->out->n + 1 == w->most) {
			overflow(w, p);
			return false;
		}
		if (w->line.len) {
			if (w->joint == JOINT_SOFT)
				buf_chr(&w->line, '-');
			flush(w, join_of(w->joint));
		} else {
			bool divided = divide(w, p) || force(w, p);
			flush(w, divided ? FIG_DIVIDED : FIG_ALONE);
		}
		w->joint = JOINT_NONE;
		if (p->n == 0)
			break;
	}
	return true;
}

void fig_wrap(const struct draw *d, struct sty_char ch, const char *s, len_t width, int most, struct fig_lines *out)
{
	*out = (struct fig_lines){.whole = true};
	if (strlen(s) > LABEL_MAX) {
		size_t n = LABEL_MAX;
		while ((s[n] & 0xC0) == 0x80)
			n--;
		s = mem_fmt(d->mem, "%.*s…", (int)n, s);
		out->whole = false;
		out->cut = true;
	}
	struct wrap w = {
		.d = d, .ch = ch, .width = width, .most = most > FIG_LINES_MAX ? FIG_LINES_MAX : most, .out = out};
	while (*s) {
		struct piece p = next_piece(s);
		s += p.n + joint_bytes(p.joint);
		enum joint joint = p.joint;
		if (p.n && !place(&w, &p)) {
			buf_free(&w.line);
			return;
		}
		w.joint = joint;
	}
	if (w.line.len)
		flush(&w, FIG_ALONE);
	buf_free(&w.line);
}
