/* libxml.h: libxml2 called, its errors, and what its versions say differently (2.9 to 2.15 tried). */
#ifndef SOURCE_LIBXML_H
#define SOURCE_LIBXML_H
#include <libxml/parser.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlversion.h>
#include <stdbool.h>

#include "base/diag.h"

/* What an error handler is handed: const from 2.12 on. */
#if LIBXML_VERSION >= 21200
typedef const xmlError *libxml_error;
#else
typedef xmlError *libxml_error;
#endif

/* sax.c: hands the events of a text to sax; at is set while it runs, for the handlers. data stays where it is and has a
 * NUL behind size bytes; it was looked at by load_scan. False: not well-formed, the handlers have told. */
bool libxml_run(const xmlSAXHandler *sax, void *user, xmlParserCtxtPtr *at, const char *data, size_t size);

/* The text a parser reads; of libxml2's own input the beginning may be gone. */
struct libxml_text { const char *path, *data; size_t size; };

/* fault.c: told in the author's words, at the line of the cause: where the parser stands, or where what does not end
 * began. */
/* It comes of what was told before: beginning and end bear different prefixes. */
bool libxml_follows(libxml_error);
void libxml_fault(struct diag *, const struct libxml_text *, xmlParserCtxtPtr, libxml_error);

#endif
