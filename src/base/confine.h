/* confine.h: inside the room: what the process may still do once everything is open. */
#ifndef BASE_CONFINE_H
#define BASE_CONFINE_H
#include <stdbool.h>
#include <stddef.h>

/* From here on this thread and all it starts may read the file (NULL: none) and what lies below the folder (-1:
 * none), and nothing else of the file system; they open no connections and start no program with more rights. False:
 * the kernel has no Landlock; the rest holds all the same. */
bool confine_to(const char *file, int folder);

/* What a process that only computes may use up. */
struct confine_limits {
	unsigned seconds;                              /* of the processor */
	size_t memory;                                 /* bytes of address space; not held under the sanitizers */
};
/* From here on this process reads and writes what it has open, takes memory, ends; it opens and starts nothing. False:
 * the kernel does not hold it to that in every respect. */
bool confine_computing(const struct confine_limits *);

#endif
