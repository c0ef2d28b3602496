/* slip.h: inside the room: which known name a misspelt one means; a slip is told once and with what it means. */
#ifndef CHECK_SLIP_H
#define CHECK_SLIP_H
#include <stdbool.h>

#include "check/map.h"
#include "model/doc.h"

struct chk;

/* References that lead nowhere, each once: what they mean is sought for the first; who has more made no slip. */
void chk_astray(struct chk_map *, const char *ref);
bool chk_is_meant(const struct chk_map *strays, const char *id);
/* "„wohnen“": the id of the kinds from a to b, in the document or the town's directory, that ref is a slip away from,
 * or two of them; NULL: none, or so many that it says nothing. */
const char *chk_slip_of(const struct chk *, struct chk_map *strays, const char *ref, enum doc_kind a, enum doc_kind b);

#endif
