/* fields.h: parts that mean something by what they hold or are called: after all is read, the draft is gone through. */
#ifndef IMPORT_FIELDS_H
#define IMPORT_FIELDS_H
#include "import/sense.h"

/* Forewords with their signatures, Handlungsempfehlung, Leitsatz, Handlungsfeld, summary; ids of Massnahmen. */
void fields_run(struct sense *, struct draft *root);
/* letter.c: signatures at the end of a foreword */
void fields_sign(struct sense *, struct draft *part);
/* facts.c: what the original tells twice and differently */
void fields_facts(struct sense *);
/* packages.c */
void fields_packages(struct sense *, struct draft *root);
/* slides.c: a document read without meaning becomes slides, one a part */
void fields_slides(struct sense *, struct draft *root);
/* summary.c: the overview of the original, held against the Massnahmen it lists */
void fields_summary(struct sense *, struct draft *root);

#endif
