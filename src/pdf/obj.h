/* obj.h: the objects of a PDF file on libharu's object layer. An object is built, written at once and freed; what stays
 * is 8 bytes of offset. References go by number, so that the object need not exist yet; an object that holds references
 * must be written before any other object is. libharu's own limits (65,535 bytes in a string,
 * 32,767 items in an array) are met by raw bodies; a status that is not HPDF_OK is kept and told by pdf_obj_close. */
#ifndef PDF_OBJ_H
#define PDF_OBJ_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/diag.h"
#include "base/file.h"
#include "base/mem.h"
#include "base/store.h"

struct pdf_obj;
typedef struct _HPDF_Dict_Rec *pdf_dict;         /* libharu's; belong to the caller until written or put into another */
typedef struct _HPDF_Array_Rec *pdf_array;

/* The arena is for what stays until the end. store: see pdf.h */
struct pdf_obj *pdf_obj_open(struct file_out *, struct mem *, bool object_streams, int level, struct store *);
void pdf_obj_free(struct pdf_obj *);
uint32_t pdf_obj_new(struct pdf_obj *, uint32_t n);                    /* reserves n numbers in a row; the first */
/* The rest of the file: object streams, cross-reference, trailer with an /ID made from the content. False: message
 * given. */
bool pdf_obj_close(struct pdf_obj *, uint32_t root, uint32_t info, struct diag *);

pdf_dict pdf_dict_new(struct pdf_obj *, const char *type);             /* type NULL: no /Type */
void pdf_dict_int(pdf_dict, const char *key, int32_t);
void pdf_dict_bool(pdf_dict, const char *key, bool);
void pdf_dict_name(pdf_dict, const char *key, const char *);
void pdf_dict_text(struct pdf_obj *, pdf_dict, const char *key, const char *utf8);     /* text string; NULL: no entry */
void pdf_dict_ref(struct pdf_obj *, pdf_dict, const char *key, uint32_t num);
void pdf_dict_put(pdf_dict, const char *key, void *dict_or_array);     /* takes it over */
void pdf_dict_raw(pdf_dict, const char *entries, size_t n); /* "/Key value …", written after the others */

pdf_array pdf_array_new(struct pdf_obj *);
void pdf_array_int(pdf_array, int32_t);
void pdf_array_ref(struct pdf_obj *, pdf_array, uint32_t num);

/* Streams that are kept by what they were made from, for files that come after. False: there is none of that key. */
bool pdf_write_kept(struct pdf_obj *, uint32_t num, const struct buf *key);
void pdf_write_keeping(struct pdf_obj *, uint32_t num, const struct buf *key, const struct buf *data);

/* Each writes the object under its number and frees it. */
void pdf_write_dict(struct pdf_obj *, uint32_t num, pdf_dict);
void pdf_write_raw(struct pdf_obj *, uint32_t num, const struct buf *entries);       /* a dictionary of these entries */
/* A stream; deflate: compressed here (data that is compressed already has its /Filter in the dictionary). */
void pdf_write_stream(struct pdf_obj *, uint32_t num, pdf_dict, const void *, size_t n, bool deflate);

#endif
