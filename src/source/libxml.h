/* libxml.h: libxml2's errors, and what its versions say differently (2.9 to 2.15 tried). */
#ifndef SOURCE_LIBXML_H
#define SOURCE_LIBXML_H
#include <libxml/xmlerror.h>
#include <libxml/xmlversion.h>

#include "base/diag.h"

/* What an error handler is handed: const from 2.12 on. */
#if LIBXML_VERSION >= 21200
typedef const xmlError *libxml_error;
#else
typedef xmlError *libxml_error;
#endif

/* fault.c: told in the author's words, at path and line. */
void libxml_fault(struct diag *, const char *path, int line, libxml_error);

#endif
