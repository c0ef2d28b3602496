/* receipt.h: what the council system answered. */
#ifndef OFFICE_RECEIPT_H
#define OFFICE_RECEIPT_H
#include "office/office.h"

/* All of a receipt into the register (NULL: the only one there is), or nothing. */
void off_enter_receipt(const struct office *, const char *path, const char *register_file, struct diag *);

#endif
