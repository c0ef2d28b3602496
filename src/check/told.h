/* told.h: inside the room: what a laut-… attribute or a <laut> says, against what holds; at: where it stands. */
#ifndef CHECK_TOLD_H
#define CHECK_TOLD_H
#include "check/rule.h"

void chk_zeitbedarf_told(struct chk *, const struct doc_massnahme *, const struct doc_node *at, const char *told);
void chk_kosten_told(struct chk *, const struct doc_massnahme *, const struct doc_node *at, const char *told);
/* told or the figure NULL: nothing */
void chk_wert_told(struct chk *, const struct doc_node *at, const struct doc_kennzahl *, const char *told);
void chk_titel_told(struct chk *, const struct doc_node *at, const struct doc_node *part, const char *told);

/* quersumme.c: columns that follow from those before them */
void chk_row_sums(struct chk *, const struct doc_node *table);
/* teilsummen.c: rows that are parts or sums of those above */
void chk_part_rows(struct chk *, const struct doc_node *table);
/* beilagen.c: what stands at p behind "Anlage 2", if it says its pages */
void chk_anlage_pages(struct chk *, const struct chk_text *, const struct chk_tok *, const char *p,
	const struct doc_anlage *);

#endif
