/* version.h: which program this is; the number stands in the Makefile. */
#ifndef BASE_VERSION_H
#define BASE_VERSION_H

extern const char version_number[];                /* "0.1.0" */
extern const char version_program[];               /* "ratssatz 0.1.0": who made a file */
extern const char version_made[];                  /* of the sources, 16 digits: another program gives other bytes */

#endif
