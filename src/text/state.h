/* state.h: what a struct txt holds: fonts, faces, languages, the word cache, and the work space in which a word is put
 * together. */
#ifndef TEXT_STATE_H
#define TEXT_STATE_H
#include <stddef.h>

#include "text/font.h"
#include "text/hyf.h"
#include "text/text.h"

struct face {
	const char *family;
	uint16_t weight;
	bool italic, pnum, code;                           /* code: fixed width, never hyphenated */
	struct font *chain[FONT_FALLBACK + 1];             /* the face's own font, then the fallbacks */
	int nchain;
	const struct txt_word *space, *nothing, *hyphen;
};

struct lang {
	char tag[12];                                      /* primary subtag: "de"; "" for none */
	hb_language_t hb;
	struct hyf *hyf;
	bool tried;
};

struct entry {                                         /* a cached word; its bytes follow, then glyphs, runs, breaks */
	struct txt_word word;
	uint32_t len;
	uint8_t face, lang;
	char bytes[];
};

_Static_assert(offsetof(struct entry, word) == 0, "text.h promises the alignment of mem_get");

struct slot { uint64_t hash; struct entry *entry; };

struct piece {                                         /* a character that is drawn */
	uint32_t shown;                                    /* the code point to draw */
	uint32_t at;                                  /* of its bytes in work.text, which has no invisible characters */
	uint32_t byte;                                     /* in the word as given */
	int32_t empty;                                     /* width of an empty glyph; 0: a glyph as any */
	int rise;                                          /* drawn so much higher, 1/1000 em */
	struct font *font;                                 /* NULL: no usable font at all */
	hb_script_t script;                                /* common ones have taken that of their neighbour */
};

struct work {                                          /* all grown as needed, used anew for each word */
	struct piece *pieces; size_t npieces, cap_pieces;
	char *text; size_t ntext, cap_text;
	/* origin: the piece a glyph begins with */
	struct txt_glyph *glyphs; uint32_t *origin; size_t nglyphs, cap_glyphs;
	struct txt_run *runs; size_t nruns, cap_runs;
	struct txt_break *breaks; size_t nbreaks, cap_breaks;
	bool rtl;
	uint32_t missing;
};

enum { STATE_FACES = 250, STATE_LANGS = 100, STATE_ASKED = 256 };

struct txt {
	struct mem *mem;
	const struct style *style;
	struct diag *diag;
	struct font_list fonts;
	struct face faces[STATE_FACES]; int nfaces;
	struct { struct sty_char ch; int face; } asked[STATE_ASKED]; int nasked;
	struct lang langs[STATE_LANGS]; int nlangs, last_lang;
	struct slot *slots; size_t nslots, nwords;
	hb_buffer_t *buffer;
	struct work work;
};

/* shape.c: fills work.pieces, text, glyphs, origin, runs, rtl and missing. */
void shape_word(struct txt *, const struct face *, hb_language_t, const char *s, size_t n);
/* The one character drawn, under the text given. */
void shape_as(struct txt *, const struct face *, uint32_t shown, const char *text, size_t n);

/* breaks.c: fills work.breaks after shape_word. */
void breaks_find(struct txt *, const struct face *, struct lang *, const char *s, size_t n);

/* embed.c: no subset of the font could be made. */
void embed_failed(const struct txt *, const struct font *, struct diag *);

/* A growing array of the work space: room for n more. */
#define WORK_ROOM(a, n, cap, more)                                                                                     \
	do {                                                                                                           \
		if ((n) + (more) > (cap)) {                                                                            \
			(cap) = 2 * ((n) + (more)) + 32;                                                               \
			(a) = mem_realloc((a), (cap) * sizeof *(a));                                                   \
		}                                                                                                      \
	} while (0)

#endif
