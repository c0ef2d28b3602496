/* arc.h: ZIP files, the same bytes for the same contents: times fixed, no name of a machine. Only in the second
 * program: it alone has libzip. */
#ifndef BASE_ARC_H
#define BASE_ARC_H
#include <stdbool.h>
#include <stddef.h>

/* stored: not deflated, as the first file of an OpenDocument has to be */
struct arc_file {
	const char *name;
	const void *data;
	size_t size;
	bool stored;
};

/* In the order given; comment: of the whole, or NULL; put gets the archive piece by piece once all of it is made. False: no room for it, nothing
 * put. */
bool arc_pack(const struct arc_file *, size_t n, const char *comment, void (*put)(void *, const void *, size_t),
	void *arg);

#endif
