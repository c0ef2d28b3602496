/* umgebung.h: inside the room: where a text stands, and how its language is written. */
#ifndef CHECK_UMGEBUNG_H
#define CHECK_UMGEBUNG_H
#include "check/rule.h"

struct chk_tongue { const char *lang; bool right_to_left, latin; };
struct chk_tongue chk_tongue_of(const char *lang);
bool chk_is_drawn(const struct doc_node *);        /* in a drawing; not in a table */
bool chk_in_title(const struct doc_node *);        /* in a title or a name */

#endif
