/* confine.h: inside the room: what the process may still do once everything is open. */
#ifndef BASE_CONFINE_H
#define BASE_CONFINE_H
#include <stdbool.h>

/* From here on this thread and all it starts may read the file and what lies below the folder (-1: none), and nothing
 * else of the file system; they open no connections and start no program with more rights. False: the kernel has no
 * Landlock; the rest holds all the same. */
bool confine_to(const char *file, int folder);

#endif
