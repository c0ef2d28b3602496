/* text.h: fonts and shaped words. One struct txt serves many documents; its word cache only grows. */
#ifndef TEXT_TEXT_H
#define TEXT_TEXT_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/diag.h"
#include "base/len.h"
#include "base/mem.h"
#include "style/style.h"

struct txt;

/* font_dir: the font files, hyphenation tables (*.hyf, made at build time) and fonts.txt. NULL: message given. style
 * and diag live longer than txt: fonts are opened when first needed, and faults of theirs told then (once). txt_report
 * gives it another diag for the next document. */
struct txt *txt_open(const struct style *, const char *font_dir, struct diag *);
void txt_report(struct txt *, struct diag *);
void txt_close(struct txt *);

/* All files it may open, opened or not: fonts, hyphenation tables, the list. Names in m; their number. */
size_t txt_files(const struct txt *, struct mem *m, const char ***names);

/* A face is a font family in one cut with its features and fallbacks; small number from 0. */
int txt_face(struct txt *, const struct sty_char *);

/* One glyph with the text it stands for. key: names (glyph, source text) within its font, from 1; the PDF gives CIDs by
 * first use. */
struct txt_glyph {
	uint16_t key;                                            /* 0 never occurs */
	int16_t adv, dx, dy;                                     /* 1/1000 em */
	int16_t alone;                                           /* txt_advance() */
};

struct txt_run { uint8_t font; uint16_t first, n; };         /* glyphs first … first+n-1 of the word in one font */

enum txt_break_kind { TXT_HYPHEN,                            /* a hyphen is set at the line's end: glyph txt_hyphen() */
                      TXT_SOFT,                              /* the same, at a U+00AD of the author: always preferred */
                      TXT_PLAIN,                              /* after "-", "–", "/", U+200B: nothing is added */
                      TXT_PART };                             /* likewise, in an address: it is better left whole */
struct txt_break {
	uint16_t byte, glyph;                                    /* the second part begins here */
	uint8_t kind;
	uint8_t quality;                                         /* 0 worst … 3: at a compound's joint */
	int32_t before;                                         /* width of the first part, 1/1000 em, without hyphen */
};

struct txt_word {
	const struct txt_glyph *glyphs;                    /* logical order; for rtl the pen walks from right to left */
	const struct txt_run *runs;
	const struct txt_break *breaks;
	uint16_t nglyphs, nruns, nbreaks;
	bool rtl;
	bool bidi;                                 /* holds something that may stand from right to left: ask txt_bidi */
	int32_t width;                                           /* 1/1000 em */
	uint32_t missing;                                        /* a character no font has; 0: none */
};

/* A word is text without U+0020: what is between two blanks. U+00A0 inside is a glyph of the space's width (layout may
 * split there to stretch it). U+00AD, U+200B, U+2060 and marks of direction leave no glyph. Direction: that of the
 * first letter, so text is split where txt_bidi's level changes; a leading U+200F makes any word right-to-left ("(" is
 * mirrored then). lang: "de", "en" …; hyphenation by it, none where there is no table. Cached; never NULL; at most
 * TXT_WORD_MAX bytes (longer ones are cut by the caller). Words live as long as txt, at addresses divisible by 16. */
enum { TXT_WORD_MAX = 65535 };
const struct txt_word *txt_word(struct txt *, int face, const char *lang, const char *s, size_t n);
const struct txt_word *txt_space(struct txt *, int face);    /* U+0020 */
const struct txt_word *txt_nothing(struct txt *, int face);  /* no ink; its text is U+200B, which no reader shows */
const struct txt_word *txt_hyphen(struct txt *, int face);   /* the line-end hyphen; its text is U+00AD */

/* Width of any text in one line, in milli-points (charts). */
len_t txt_width(struct txt *, const struct sty_char *, const char *s, size_t n);

/* Right-to-left: levels of n bytes of text, one per byte (FriBidi); base 0 or 1. False: all left to right, levels
 * untouched. */
bool txt_bidi(const char *s, size_t n, int base, uint8_t *levels);
bool txt_may_have_rtl(const char *s, size_t n);              /* a quick look at the bytes: false is sure */

/* For the PDF. Numbers of fonts and keys depend on what this txt has set before: name neither in a document. */
const char *txt_key_text(const struct txt *, int font, uint16_t key);   /* its text; "": another glyph carries it */
size_t txt_keys(const struct txt *, int font);               /* keys handed out so far: 1 … n */
/* of the glyph alone, without kerning, 1/1000 em: the width in the PDF */
int txt_advance(const struct txt *, int font, uint16_t key);
struct txt_embed {
	const char *name;                               /* PostScript name with subset tag: "ABCDEF+NotoSans-Regular" */
	const char *data; size_t size;                  /* TrueType subset: the font's, until it is embedded again */
	const uint8_t *cid_to_gid;                               /* 2 * (n + 1) bytes, big endian; CID 0 is .notdef */
	const uint16_t *width;                                   /* per CID 0 … n, 1/1000 em */
	const char **text;                                       /* per CID: UTF-8 it stands for; [0] is NULL */
	int ascent, descent, cap_height, stem_v, italic_angle, bbox[4];
	unsigned flags;                                          /* ISO 32000-1 table 123 */
};
struct txt_used { int font; const uint16_t *keys; size_t n; };       /* what a PDF shows: keys[i] as CID i + 1 */
/* False: message given. */
bool txt_embed(struct txt *, const struct txt_used *, struct txt_embed *, struct mem *, struct diag *);

/* For a page on the screen. The number of the font that shows a character in a face, -1: none; and what of a font shows
 * n characters, with their kerning and joining, as WOFF2 (owned by mem). False: message given. */
struct txt_web { const char *family; unsigned weight; bool italic; const char *data; size_t size; };
int txt_fonts(const struct txt *);                 /* fonts opened so far: 0 … n - 1 */
int txt_shown_by(struct txt *, int face, uint32_t codepoint);
bool txt_web(struct txt *, int font, const uint32_t *chars, size_t n, struct txt_web *, struct mem *);
extern const struct diag_code txt_codes[];

#endif
