/* words.h: inside the room: words that several rules know; gathered before the texts are read. */
#ifndef CHECK_WORDS_H
#define CHECK_WORDS_H
#include "check/rule.h"

void chk_names_prepare(struct chk *);              /* namen.c */
void chk_names_free(struct chk *);
bool chk_names_have(const struct chk *, const char *word, size_t n);       /* a word of a name of the directory */
void chk_abk_prepare(struct chk *);                /* abkuerzung.c */
void chk_abk_free(struct chk *);
bool chk_abk_known(const struct chk *, const char *word, size_t n);    /* written out somewhere, or known to the town */
void chk_spelling_prepare(struct chk *);           /* rechtschreibung.c */
void chk_spelling_free(struct chk *);

#endif
