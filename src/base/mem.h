/* mem.h: an arena. Everything of one run is taken from it and given back at once; out of memory ends the program. */
#ifndef BASE_MEM_H
#define BASE_MEM_H
#include <stddef.h>

struct mem;

struct mem *mem_new(void);
/* For what grows with a document. Of a long one most lies in a file without a name, in $TMPDIR or /var/tmp: shelf.c.
 * beside: an arena of the same run, which counts together with this one and may be freed before it; NULL: the first. */
struct mem *mem_new_large(const struct mem *beside);
void mem_free(struct mem *);                       /* gives back everything taken from it; NULL is fine */
void *mem_get(struct mem *, size_t size);          /* zeroed, aligned for any object; never NULL */
/* a larger zero-padded copy; old stays valid */
void *mem_grow(struct mem *, const void *old, size_t old_size, size_t new_size);
char *mem_str(struct mem *, const char *s, size_t n);     /* copy of n bytes, NUL-terminated */
char *mem_dup(struct mem *, const char *s);        /* copy of a C string */
char *mem_fmt(struct mem *, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
size_t mem_used(const struct mem *);               /* bytes handed out so far */

/* Ends the program, exit status 3: for a library that has no memory left and says so by NULL. */
void mem_out(void) __attribute__((noreturn));

/* Outside an arena (growing tables with a shorter life): like malloc and realloc, but never NULL. */
void *mem_alloc(size_t size);
void *mem_realloc(void *p, size_t size);

/* Room for one more element of a growing array: p of n elements in use, cap allocated (any integer lvalues); doubles
 * when full. MEM_ROOM is outside an arena (free it); MEM_ROOM_IN takes from m, and what p pointed to stays valid. */
#define MEM_ROOM(p, n, cap) \
	((n) < (cap) ? (void)0 \
		     : (void)((cap) = (cap) ? 2 * (cap) : 16, (p) = mem_realloc((p), sizeof *(p) * (size_t)(cap))))
#define MEM_ROOM_IN(m, p, n, cap) \
	((n) < (cap) ? (void)0 \
		     : (void)((cap) = (cap) ? 2 * (cap) : 16, \
			       (p) = mem_grow((m), (p), sizeof *(p) * (size_t)(n), sizeof *(p) * (size_t)(cap))))

#define MEM_NEW(m, type)      ((type *)mem_get((m), sizeof(type)))
#define MEM_ARRAY(m, type, n) ((type *)mem_get((m), sizeof(type) * (size_t)(n)))

#endif
