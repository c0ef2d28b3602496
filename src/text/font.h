/* font.h: the font files of fonts.txt, opened when first needed, and the keys that name (glyph, source text) in each.
 * */
#ifndef TEXT_FONT_H
#define TEXT_FONT_H
#include <hb.h>
#include <stdbool.h>
#include <stdint.h>

#include "base/diag.h"
#include "base/file.h"
#include "base/mem.h"

struct font_key { const char *text; uint16_t gid, len; int16_t adv; };   /* adv: of the glyph alone, 1/1000 em */

struct font {                                      /* one row of fonts.txt */
	const char *family, *file;
	const char *dir;                                   /* where the file lies */
	uint16_t weight;
	bool italic, tried;
	int number;                                        /* as in txt_run; -1: not opened or not usable */
	struct file_map map;
	hb_face_t *face;
	hb_face_t *prepared; int embeds;     /* for many documents: the face made ready for subsetting; NULL: not yet */
	struct font_cut *cut;                              /* what was embedded last; embed.c; NULL: nothing */
	hb_font_t *hb;                                     /* scale 1000 = 1 em; NULL: not opened or not usable */
	struct font_key *keys;                             /* [0] is unused */
	uint32_t nkeys, cap;
	uint16_t *slots;                                   /* open addressing: key, 0 free; 2 * cap of them */
	bool full_told;
	uint8_t has[256];                                  /* of the first characters: 0 not asked yet, 1 no, 2 yes */
};

/* Code point drawn as another, so much higher (1/1000 em); or width of an empty glyph. */
struct font_sub { uint32_t from, to; int rise; };

enum { FONT_MAX = 64, FONT_FALLBACK = 8, FONT_KEYS = 65534 };

struct font_list {
	struct mem *mem;
	const char *dir, *path;                            /* path: of fonts.txt, for messages */
	const char *own;                       /* the town's: schriften/fonts.txt beside its look; NULL: it has none */
	const char *reading;                               /* the folder of the list being read */
	struct font fonts[FONT_MAX];
	int nfonts;
	struct font *loaded[FONT_MAX];
	int nloaded;
	const char *fallback[FONT_FALLBACK];
	int nfallback;
	struct font_sub *drawn_as, *empty;                 /* sorted by from */
	int ndrawn_as, nempty;
};

/* The list shipped in dir, then that of the town whose look (a file; NULL: none) has one beside it. False: message
 * given. */
bool font_list_read(struct font_list *, const char *dir, const char *look, struct mem *, struct diag *);
void font_list_close(struct font_list *);
/* The cut of a family nearest to weight and slant; NULL: no such family. */
struct font *font_find(struct font_list *, const char *family, int weight, bool italic);
/* Opens it if need be; false: not usable (told once). */
bool font_open(struct font_list *, struct font *, struct diag *);
void font_cut_free(struct font_cut *);                 /* embed.c; NULL is fine */
bool font_has(struct font *, uint32_t codepoint);
/* What fonts.txt says; 0: nothing. */
uint32_t font_drawn_as(const struct font_list *, uint32_t codepoint, int *rise);
uint32_t font_empty(const struct font_list *, uint32_t codepoint);
/* The key of a glyph with its text (copied), a new one if need be. Beyond FONT_KEYS: message, and some other key. */
uint16_t font_key(struct font_list *, struct font *, unsigned gid, const char *text, size_t len, struct diag *);

#endif
