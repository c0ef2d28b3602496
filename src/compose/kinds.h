/* kinds.h: inside the room: what happens on entering and on leaving a node, by its kind; enter.def names each. */
#ifndef COMPOSE_KINDS_H
#define COMPOSE_KINDS_H
#include "compose/walk.h"

extern const struct com_kind com_kinds[DOC_KIND_MAX];

#define ON(kind, on)         com_enter on;
#define BOTH(kind, on, left) com_enter on; com_leave left;
#define TEXT(kind, on)       com_enter on;
#include "compose/enter.def"

bool com_slide_title(struct com *, const struct doc_node *);                   /* com_on_titel, on a slide */

#endif
