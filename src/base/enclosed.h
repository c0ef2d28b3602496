/* enclosed.h: the source that a file for word processors brings along, as RDF (ODF 1.2 part 3, chapter 5): LibreOffice
 * keeps it in an .odt as metadata, Word and LibreOffice in a .docx as custom XML. A description for each file, "…:1",
 * "…:2", with its name and text, and one for the seal ("…:0"), a digest of what all paragraphs say and of the
 * enclosed files: whoever reads the file works it out again and knows whether anybody wrote into it. */
#ifndef BASE_ENCLOSED_H
#define BASE_ENCLOSED_H
#include <stddef.h>

#define ENCLOSED_RDF "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
#define ENCLOSED_NAMESPACE "urn:ratssatz:1:beilage#"
#define ENCLOSED_ABOUT "urn:ratssatz:1:beilage:"
#define ENCLOSED_PART "beilage.rdf"                    /* its name in an .odt */

struct hash_run;
enum { ENCLOSED_SEAL = 33 };                           /* the seal as text, with its end */

/* What stands in the file, in its order: the words of a paragraph but for fields, of a picture; then each enclosed
 * file. Blanks and soft hyphens do not count, programs change them. */
void enclosed_paragraph(struct hash_run *, const char *text, size_t n);
void enclosed_picture(struct hash_run *, const char *alt, size_t n);
void enclosed_file(struct hash_run *, const char *name, const char *data, size_t n);
void enclosed_seal(struct hash_run *, char out[ENCLOSED_SEAL]);                        /* frees */
void enclosed_digest(const char *data, size_t n, char out[ENCLOSED_SEAL]);             /* of a picture's bytes */

#endif
