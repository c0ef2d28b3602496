/* public.h: may the public read it? Said here, on the parsed tree, and nowhere else: excerpt, agenda, Mappe, checks and
 * the register's index ask. */
#ifndef MODEL_PUBLIC_H
#define MODEL_PUBLIC_H
#include "model/doc.h"

/* The innermost of the element and those around it that keeps it from the public; NULL: it is public. */
const struct doc_node *doc_hidden_by(const struct doc_node *);
bool doc_public(const struct doc_node *);

/* The attribute names, among others, the id of something that is not public. */
bool doc_leads_inside(const struct doc_node *, enum doc_attr);

/* Said to the house alone, wherever it stands; DOC_KIND_MAX ends. */
extern const enum doc_kind doc_for_house[];
/* A step (beratung) in a body that never meets in public (tagt in the directory): it is told, its result is not. */
bool doc_meets_inside(const struct doc *, const struct doc_node *beratung);
/* Whoever an element names is named to the public: a person of the directory, or a name the town publishes itself. */
bool doc_names_openly(const struct doc_node *);

#endif
