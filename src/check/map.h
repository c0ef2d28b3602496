/* map.h: inside the room: names to numbers, by bytes. */
#ifndef CHECK_MAP_H
#define CHECK_MAP_H
#include <stddef.h>
#include <stdint.h>

struct chk_map {                                       /* {0}: empty */
	struct chk_entry { const char *key; size_t len; uint32_t hash; int value; } *entry;
	uint32_t *slot;
	size_t n, cap, nslots;
};

void chk_map_free(struct chk_map *);
/* the value kept: the earlier one if there; key borrowed */
int *chk_map_put(struct chk_map *, const char *key, size_t len, int value);
int *chk_map_get(const struct chk_map *, const char *key, size_t len);       /* NULL: none */

#endif
