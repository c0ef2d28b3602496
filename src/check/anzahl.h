/* anzahl.h: inside the room: what a sentence counts or cites by number, beside what the document has. */
#ifndef CHECK_ANZAHL_H
#define CHECK_ANZAHL_H
#include "check/rule.h"

/* The number in digits or as a word that ends at p, which moves before it; 0: none. */
int chk_number_before(const struct chk_text *, const char **p);
/* The sentence around p is about an earlier edition, or about what others have. */
bool chk_about_before(const struct chk_text *, const char *p);
bool chk_about_others(const struct chk_text *, const char *p);

/* folgende.c: "die nachfolgenden sechs Maßnahmen" at the noun k, of that kind. True: it was told. */
bool chk_following(struct chk *, const struct chk_text *, const struct chk_tok *, enum doc_kind);

/* genannt.c: "Abbildung 4", "Kapitel 7", "Handlungsfeld „Bildung“", and the Massnahmen of one Handlungsfeld. True: the
 * word at k was told. */
bool chk_cited_may(const struct chk_tok *);
bool chk_cited(struct chk *, const struct chk_text *, const struct chk_tok *);

#endif
