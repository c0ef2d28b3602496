/* kinds.c: the table: what each kind of node becomes. It stands above all that it names; the engine gets it handed
 * in. */
#include "compose/kinds.h"

const struct com_kind com_kinds[DOC_KIND_MAX] = {
#define ON(kind, enter)          [DOC_##kind] = {enter, NULL, false},
#define BOTH(kind, enter, leave) [DOC_##kind] = {enter, leave, false},
#define TEXT(kind, enter)        [DOC_##kind] = {enter, NULL, true},
#include "compose/enter.def"
};
