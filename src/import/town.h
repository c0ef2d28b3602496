/* town.h: what an import knows of the town: its offices and bodies, and how it names the fields of a Massnahme and a
 * paper. Found by its name in the text where the call does not say it. */
#ifndef IMPORT_TOWN_H
#define IMPORT_TOWN_H
#include <stdbool.h>
#include <stddef.h>

#include "base/diag.h"
#include "base/mem.h"

struct style;
struct imp_wish;
struct acc;

struct town_office { const char *id, *name, *brief; bool body; };              /* body: a Gremium */
struct town_person { const char *id, *name; };
struct town {
	const char *ort;                               /* "musterstadt" */
	const char *name;                              /* "Stadt Musterstadt"; NULL: unknown */
	struct town_office *offices;
	size_t noffices, capoffices;
	struct town_person *persons;
	size_t npersons, cappersons;
	const struct style *style;                     /* whoever asked for the import has it; NULL: none */
};

/* text: all words of the original. A town is always named: without any it is "ort", which has to be entered. */
struct town *town_open(struct mem *, const struct imp_wish *, const char *text, struct acc *, struct diag *);
/* The office or body of that name or short name, written the same but for case and blanks; NULL. */
const struct town_office *town_office(const struct town *, const char *name);
/* The person of the directory whose whole name a text holds, in any order, or who alone bears its last word; NULL. */
const struct town_person *town_person(const struct town *, const char *text);
/* The one whose name is nearest, by a letter or two; NULL: none is near. */
const struct town_office *town_near(const struct town *, const char *name);

#endif
