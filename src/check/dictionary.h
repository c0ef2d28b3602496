/* dictionary.h: Hunspell's dictionary and what it lacks for German: compounds. Private to check. */
#ifndef CHECK_DICTIONARY_H
#define CHECK_DICTIONARY_H
#include <stdbool.h>
#include <stddef.h>

#include "base/mem.h"

struct chk_spell;

bool chk_spell_begins(struct chk_spell *, const char *word, size_t n);         /* could begin a compound: "Bildungs" */
bool chk_spell_ends(struct chk_spell *, const char *word, size_t n);           /* could end one: "bedarfe" */
/* the likeliest right word, or NULL */
const char *chk_spell_meant(struct chk_spell *, struct mem *, const char *word, size_t n);

#endif
