/* libxml.h: libxml2's errors, and what its versions say differently (2.9 to 2.15 tried). */
#ifndef SOURCE_LIBXML_H
#define SOURCE_LIBXML_H
#include <libxml/parser.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlversion.h>

#include "base/diag.h"

/* What an error handler is handed: const from 2.12 on. */
#if LIBXML_VERSION >= 21200
typedef const xmlError *libxml_error;
#else
typedef xmlError *libxml_error;
#endif

/* The text a parser reads; of libxml2's own input the beginning may be gone. */
struct libxml_text { const char *path, *data; size_t size; };

/* fault.c: told in the author's words, at the line of the cause: where the parser stands, or where what does not end
 * began. */
void libxml_fault(struct diag *, const struct libxml_text *, xmlParserCtxtPtr, libxml_error);

#endif
