/* shelf.h: where the arenas of one run over a document lie once it is long: in a file without a name, of which only
 * what is in use stays in memory. Only mem.c asks. */
#ifndef BASE_SHELF_H
#define BASE_SHELF_H
#include <stdbool.h>
#include <stddef.h>

struct mem;
struct shelf;

/* In bytes. held: so much lies in ordinary memory before the file is made; extent: what it grows by; window: what of it
 * is in memory at a time, about. */
struct shelf_size { size_t held, extent, window; };

struct shelf *shelf_new(const struct shelf_size *);    /* borrowed; nothing is opened yet */
struct mem *mem_on(struct shelf *);                    /* an arena on it; the last one to be freed takes it along */
struct shelf *mem_shelf(const struct mem *);           /* NULL: it lies on none */

void shelf_join(struct shelf *);
void shelf_leave(struct shelf *);
/* At least *size zeroed bytes of the file, *size says how many; NULL: to be had from malloc, the run is short still.
 * Where the file cannot grow the program ends, exit status 3. */
void *shelf_take(struct shelf *, size_t *size);
void shelf_give(struct shelf *, void *, size_t size);  /* what shelf_take gave */
/* False in a process forked from the one that made the file: what lies there is to be read only. */
bool shelf_mine(const struct shelf *);

#endif
