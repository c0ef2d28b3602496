/* import.h: files of others become source: what the room shows the others. */
#ifndef IMPORT_IMPORT_H
#define IMPORT_IMPORT_H
#include "base/diag.h"

extern const struct diag_code imp_codes[];

#endif
