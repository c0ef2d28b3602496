/* town.h: what an import knows of the town: its offices and bodies, and how it names the fields of a Massnahme and a
 * paper. Found by its name in the text where the call does not say it. */
#ifndef IMPORT_TOWN_H
#define IMPORT_TOWN_H
#include <stdbool.h>
#include <stddef.h>

#include "base/diag.h"
#include "base/mem.h"

struct style;

struct town_office { const char *id, *name, *brief; bool body; };              /* body: a Gremium */
struct town {
	const char *ort;                               /* "beckum" */
	const char *name;                              /* "Stadt Beckum"; NULL: unknown */
	struct town_office *offices;
	size_t noffices, capoffices;
	struct style *style;                           /* NULL: none */
};

#endif
