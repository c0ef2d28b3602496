/* finanzteil.h: a table of a paper's finance form: the columns that hold an amount, the rows, what comes in less what
 * goes out. Worked out in one place for setting and for checking. */
#ifndef MODEL_FINANZTEIL_H
#define MODEL_FINANZTEIL_H
#include "model/doc.h"

/* A column is one of the attributes (DOC_A_ANSATZ …) or, jahr not 0, a year of its own. */
struct doc_finanzspalte { enum doc_attr attr; int jahr; };
struct doc_finanzwert { bool hat; money_t betrag; };           /* hat: said, or of a sum: there was something to add */
enum doc_finanzart { DOC_FINANZ_EIN, DOC_FINANZ_AUS, DOC_FINANZ_SUMME };
struct doc_finanzzeile {
	const struct doc_node *node;
	enum doc_finanzart art;                        /* SUMME: as the author says it comes to */
	const struct doc_finanzwert *werte;            /* a column each */
};
struct doc_finanzteil {
	const struct doc_node *node;
	const struct doc_finanzspalte *spalten; size_t nspalten;
	const struct doc_finanzzeile *zeilen; size_t nzeilen;
	const struct doc_finanzwert *ergebnis;         /* a column each; hat false, too, where it left the range */
};
struct doc_finanzteil doc_finanzteil(struct mem *, const struct doc_node *);

#endif
