/* values.h: what a colleague changed in words that were made of an attribute: an amount, a day, a number. */
#ifndef IMPORT_VALUES_H
#define IMPORT_VALUES_H
#include "import/answer.h"

/* The words from, to of the passage show an attribute of the element it comes from, and with what is put there they
 * show another value: the proposal gets its place and the value. False: not so, or not of one attribute alone. */
bool imp_place_value(struct imp_proposal *, const struct spots *, const struct imp_passage *, size_t from, size_t to);

#endif
