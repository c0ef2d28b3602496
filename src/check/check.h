/* check.h: what no schema can say. One rule = one row in a table and one function. */
#ifndef CHECK_CHECK_H
#define CHECK_CHECK_H
#include "base/diag.h"
#include "model/doc.h"
#include "style/style.h"

struct reg;
struct chk_spell;
struct store;
/* What rules beyond one file need; all may be zero. */
struct chk_context {
	struct reg *reg;                   /* the register; NULL: its rules are skipped, a note REGISTERFEHLT says so */
	bool taking_in;                    /* before papers can be released: a session may name some that are not yet */
	/* for a run over many documents: how many missed it; the note is told with the first. NULL: with each */
	int *reg_missed;
	struct chk_spell *spell;                       /* NULL: no spelling (RECHTSCHREIBUNG) */
	/* the edition before and those before it, for `pruefen --gegen`; none: its rules are skipped */
	const struct doc *const *gegen; size_t ngegen;
	/* of runs with the same spell: what concerns rules in a text, by its words; NULL: nothing is kept */
	struct store *texts;
	bool answers;                                  /* findings say their one answer, where there is one */
	const char *wordlist;    /* file with the town's names and abbreviations, one a line; NULL or not there: none */
};
#define CHK_WORDLIST "woerter.txt"                     /* its name beside verzeichnis.xml */
struct chk_spell *chk_spell_open(const char *aff, const char *dic);      /* Hunspell's two files, which must be there */
void chk_spell_close(struct chk_spell *);                                 /* NULL is fine */
/* as it stands in the dictionary, or with a full stop */
bool chk_spell_knows(struct chk_spell *, const char *word, size_t n);
/* Made of words the dictionary knows, and no slip of one letter away from a word that it lists: "Begegnungsstätten",
 * not "Patenschafen". */
bool chk_spell_joins(struct chk_spell *, const char *word, size_t n);
/* To find that out takes milliseconds a word. Later: a word that is not remembered counts as right, and is noted; it
 * can be looked up in another dictionary of the same language, beside everything else, and learnt from there. */
void chk_spell_later(struct chk_spell *, bool later);
size_t chk_spell_noted(struct chk_spell *, struct mem *, const char *const **words);   /* since it was said */
void chk_spell_look_up(struct chk_spell *, const char *word);
void chk_spell_learn(struct chk_spell *, const struct chk_spell *from, const char *word);

/* All rules; deviations (abweichung) are told as such. context may be NULL. */
void chk_run(const struct doc *, const struct style *, const struct chk_context *, struct diag *);
extern const struct diag_code chk_codes[];

#endif
