/* confine.h: what the process may still do once everything is open. */
#ifndef BASE_CONFINE_H
#define BASE_CONFINE_H
#include <stdbool.h>
#include <stddef.h>

/* From here on this thread and all it starts may read the file (NULL: none) and what lies below the folder (-1:
 * none), and nothing else of the file system; they open no connections and start no program with more rights. False:
 * the kernel has no Landlock; the rest holds all the same. */
bool confine_to(const char *file, int folder);

/* The same with folders that may be read, run programs from, or written to; one that is not there is passed over. */
enum confine_right { CONFINE_READ, CONFINE_RUN, CONFINE_WRITE };
struct confine_folder { const char *path; enum confine_right right; };
bool confine_within(const struct confine_folder *, size_t n);
/* What a process that only computes may use up. */
struct confine_limits {
	unsigned seconds;                              /* of the processor */
	size_t memory;                                 /* bytes of address space; not held under the sanitizers */
};
/* From here on this process reads and writes what it has open, takes memory, ends; it opens and starts nothing. False:
 * the kernel does not hold it to that in every respect. */
bool confine_computing(const struct confine_limits *);

#endif
