/* obj.c: the one place that knows libharu's structs. Objects are libharu's Dict, Array, Name, Number, Binary …,
 * serialised by HPDF_Obj_WriteValue into a buffer; numbers, offsets, object streams (PDF 1.5) and the cross-reference
 * are our own, because libharu would keep every object until the end. */
#include "pdf/obj.h"

#include <hpdf.h>
#include <hpdf_objects.h>
#include <hpdf_version.h>
#include <libdeflate.h>
#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "base/mem.h"
#include "pdf/syntax.h"

/* The structs that are reached into are the same in these versions; tests/unit/haru_test.c holds their layout. */
#if HPDF_VERSION_ID != 20300 && !(HPDF_VERSION_ID >= 20400 && HPDF_VERSION_ID <= 20406)
#error "libharu 2.3.0 and 2.4.0 to 2.4.6 were compared: compare the structs of this version (see haru_test.c) first"
#endif

enum { PACK_OBJECTS = 200, PACK_BYTES = 60000, LAST_NUMBER = 8388607, LONGEST_STRING = 32000 };
enum { PLACES = 512 };                                 /* in a row; a long document has many rows */
#define PACKED ((uint64_t)1 << 63)                 /* entry: PACKED | number of the object stream << 16 | index in it */

struct pdf_obj {
	struct file_out *out;
	struct hash_run *hash;                         /* of the /ID; NULL: what follows is not in it */
	HPDF_Error_Rec error;
	HPDF_MMgr mmgr;
	HPDF_Stream stream;                            /* writes into body */
	struct buf body;
	HPDF_Obj_Header **refs;      /* targets of the proxies of objects under construction; reused after each write */
	size_t nrefs, cap_refs;
	struct mem *mem;
	uint64_t **places;                             /* per number: offset, or PACKED…; 0: not written */
	uint32_t nplaces, cap_places;                  /* rows */
	uint32_t last;
	size_t offset;
	bool object_streams;
	struct buf pack, pack_head;
	uint32_t pack_num, pack_n;
	struct libdeflate_compressor *deflater;
	int level;
	struct buf deflated;
	struct store *store;                           /* compressed streams by their bytes; NULL: none are kept */
};

/* ---- libharu's callbacks */

static void *HPDF_STDCALL haru_alloc(HPDF_UINT size)
{
	return mem_alloc(size);
}

static void HPDF_STDCALL haru_free(void *p)
{
	free(p);
}

static HPDF_STATUS haru_write(HPDF_Stream stream, const HPDF_BYTE *data, HPDF_UINT n)
{
	struct pdf_obj *o = stream->attr;
	buf_put(&o->body, data, n);
	return HPDF_OK;
}

static HPDF_STATUS write_extra(HPDF_Dict dict, HPDF_Stream stream)
{
	struct buf *extra = dict->attr;
	return HPDF_Stream_Write(stream, (const HPDF_BYTE *)extra->data, (HPDF_UINT)extra->len);
}

static void free_extra(HPDF_Dict dict)
{
	buf_free(dict->attr);
	free(dict->attr);
}

/* ---- file */

static void emit(struct pdf_obj *o, const void *data, size_t n)
{
	file_write(o->out, data, n);
	if (o->hash)
		hash_add(o->hash, data, n);
	o->offset += n;
}

static void emit_str(struct pdf_obj *o, const char *s)
{
	emit(o, s, strlen(s));
}

struct pdf_obj *pdf_obj_open(struct file_out *out, struct mem *m, bool object_streams, int level, struct store *store)
{
	struct pdf_obj *o = mem_alloc(sizeof *o);
	*o = (struct pdf_obj){.out = out, .mem = m, .object_streams = object_streams, .level = level, .store = store};
	o->hash = hash_begin();
	o->deflater = libdeflate_alloc_compressor(level);
	HPDF_Error_Init(&o->error, NULL);
	o->mmgr = HPDF_MMgr_New(&o->error, 0, haru_alloc, haru_free);
	o->stream = HPDF_CallbackWriter_New(o->mmgr, haru_write, o);
	emit_str(o, "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n");
	return o;
}

void pdf_obj_free(struct pdf_obj *o)
{
	if (!o)
		return;
	if (o->hash) {
		uint8_t unused[HASH_SHA256];
		hash_end(o->hash, unused);
	}
	HPDF_Stream_Free(o->stream);
	HPDF_MMgr_Free(o->mmgr);
	libdeflate_free_compressor(o->deflater);
	for (size_t i = 0; i < o->cap_refs; i++)
		free(o->refs[i]);
	free(o->refs);
	buf_free(&o->body);
	buf_free(&o->pack);
	buf_free(&o->pack_head);
	buf_free(&o->deflated);
	free(o);
}

uint32_t pdf_obj_new(struct pdf_obj *o, uint32_t n)
{
	uint32_t first = o->last + 1;
	o->last += n;
	while (o->last / PLACES >= o->nplaces) {
		MEM_ROOM_IN(o->mem, o->places, o->nplaces, o->cap_places);
		o->places[o->nplaces++] = MEM_ARRAY(o->mem, uint64_t, PLACES);
	}
	return first;
}

static uint64_t *place(struct pdf_obj *o, uint32_t num)
{
	return &o->places[num / PLACES][num % PLACES];
}

/* ---- values */

pdf_dict pdf_dict_new(struct pdf_obj *o, const char *type)
{
	HPDF_Dict d = HPDF_Dict_New(o->mmgr);
	if (type)
		HPDF_Dict_AddName(d, "Type", type);
	return d;
}

void pdf_dict_int(pdf_dict d, const char *key, int32_t v)
{
	HPDF_Dict_AddNumber(d, key, v);
}

void pdf_dict_bool(pdf_dict d, const char *key, bool v)
{
	HPDF_Dict_AddBoolean(d, key, v);
}

void pdf_dict_name(pdf_dict d, const char *key, const char *v)
{
	HPDF_Dict_AddName(d, key, v);
}

void pdf_dict_put(pdf_dict d, const char *key, void *v)
{
	HPDF_Dict_Add(d, key, v);
}

void pdf_dict_raw(pdf_dict d, const char *entries, size_t n)
{
	if (!d->attr) {
		d->attr = mem_alloc(sizeof(struct buf));
		*(struct buf *)d->attr = (struct buf){0};
		d->write_fn = write_extra;
		d->free_fn = free_extra;
	}
	buf_put(d->attr, entries, n);
}

static bool plain_ascii(const char *s)
{
	for (; *s; s++)
		if ((unsigned char)*s < ' ' || (unsigned char)*s >= 127)
			return false;
	return true;
}

/* A text string object: ASCII as it is, anything else as UTF-16BE. */
static void *text_value(struct pdf_obj *o, const char *s)
{
	if (plain_ascii(s))
		return HPDF_String_New(o->mmgr, s, NULL);
	struct buf hex = {0};
	buf_str(&hex, "FEFF");
	pdf_put_utf16(&hex, s, strlen(s));
	size_t n = hex.len / 2;
	for (size_t i = 0; i < n; i++) {
		char pair[3] = {hex.data[2 * i], hex.data[2 * i + 1], 0};
		hex.data[i] = (char)strtol(pair, NULL, 16);
	}
	HPDF_Binary v = HPDF_Binary_New(o->mmgr, (HPDF_BYTE *)hex.data, (HPDF_UINT)n);
	buf_free(&hex);
	return v;
}

void pdf_dict_text(struct pdf_obj *o, pdf_dict d, const char *key, const char *s)
{
	if (!s)
		return;
	if (strlen(s) < LONGEST_STRING) {
		HPDF_Dict_Add(d, key, text_value(o, s));
		return;
	}
	struct buf b = {0};
	pdf_put_name(&b, key);
	pdf_put_text(&b, s, strlen(s));
	pdf_dict_raw(d, b.data, b.len);
	buf_free(&b);
}

/* What libharu turns into a proxy "n 0 R"; it keeps the pointer until the object is written. */
static HPDF_Obj_Header *target(struct pdf_obj *o, uint32_t num)
{
	if (o->nrefs == o->cap_refs) {
		size_t had = o->cap_refs;
		MEM_ROOM(o->refs, o->nrefs, o->cap_refs);
		for (; had < o->cap_refs; had++)
			o->refs[had] = mem_alloc(sizeof **o->refs);
	}
	HPDF_Obj_Header *h = o->refs[o->nrefs++];
	*h = (HPDF_Obj_Header){.obj_id = num | HPDF_OTYPE_INDIRECT, .obj_class = HPDF_OCLASS_NULL};
	return h;
}

void pdf_dict_ref(struct pdf_obj *o, pdf_dict d, const char *key, uint32_t num)
{
	HPDF_Dict_Add(d, key, target(o, num));
}

pdf_array pdf_array_new(struct pdf_obj *o)
{
	return HPDF_Array_New(o->mmgr);
}

void pdf_array_int(pdf_array a, int32_t v)
{
	HPDF_Array_AddNumber(a, v);
}

void pdf_array_ref(struct pdf_obj *o, pdf_array a, uint32_t num)
{
	HPDF_Array_Add(a, target(o, num));
}

/* ---- writing */

/* body is the object's from here on, with its head if it stands by itself. */
static void begin_object(struct pdf_obj *o, uint32_t num, bool by_itself)
{
	buf_clear(&o->body);
	if (!by_itself)
		return;
	*place(o, num) = o->offset;
	pdf_put_uint(&o->body, num);
	buf_put(&o->body, " 0 obj\n", 7);
}

static void serialise(struct pdf_obj *o, void *value)
{
	HPDF_Obj_WriteValue(value, o->stream, NULL);
}

/* A compressed stream in the store. made: its key is what it was made from, not what it holds. */
struct kept { int level; bool made; size_t n; char data[]; };

static void deflate_new(struct pdf_obj *o, const void *data, size_t n)
{
	size_t bound = libdeflate_zlib_compress_bound(o->deflater, n);
	buf_clear(&o->deflated);
	char *room = buf_reserve(&o->deflated, bound);
	o->deflated.len = libdeflate_zlib_compress(o->deflater, data, n, room, bound);
}

static const struct kept *find_kept(const struct pdf_obj *o, const void *key, size_t n, bool made)
{
	const struct kept *k = o->store ? store_get(o->store, key, n) : NULL;
	return k && k->level == o->level && k->made == made ? k : NULL;
}

/* What deflated holds; there may be one of that key already. */
static void keep(struct pdf_obj *o, const void *key, size_t n, bool made)
{
	if (!o->store || store_get(o->store, key, n))
		return;
	struct kept *k = store_put(o->store, key, n, sizeof *k + o->deflated.len);
	*k = (struct kept){.level = o->level, .made = made, .n = o->deflated.len};
	memcpy(k->data, o->deflated.data, k->n);
}

/* The compressed bytes, valid until the next call. */
static const char *deflate(struct pdf_obj *o, const void *data, size_t *n)
{
	const struct kept *kept = find_kept(o, data, *n, false);
	if (kept) {
		*n = kept->n;
		return kept->data;
	}
	deflate_new(o, data, *n);
	keep(o, data, *n, false);
	*n = o->deflated.len;
	return o->deflated.data;
}

/* The dictionary's entries are complete but for /Length. */
static void write_stream(struct pdf_obj *o, uint32_t num, HPDF_Dict d, const void *data, size_t n)
{
	HPDF_Dict_AddNumber(d, "Length", (HPDF_INT32)n);
	begin_object(o, num, true);
	serialise(o, d);
	buf_str(&o->body, "\nstream\n");
	emit(o, o->body.data, o->body.len);
	emit(o, data, n);
	/* Data that ends with CR would be taken to end with CR LF: who does not trust /Length loses a byte. */
	emit_str(o, n && ((const char *)data)[n - 1] == '\r' ? "\r" : "");
	emit_str(o, "\nendstream\nendobj\n");
	HPDF_Obj_ForceFree(o->mmgr, d);
}

static void write_deflated(struct pdf_obj *o, uint32_t num, HPDF_Dict d, const void *data, size_t n)
{
	HPDF_Dict_AddName(d, "Filter", "FlateDecode");
	write_stream(o, num, d, data, n);
	o->nrefs = 0;
}

void pdf_write_stream(struct pdf_obj *o, uint32_t num, pdf_dict d, const void *data, size_t n, bool compress)
{
	if (compress) {
		data = deflate(o, data, &n);
		write_deflated(o, num, d, data, n);
		return;
	}
	write_stream(o, num, d, data, n);
	o->nrefs = 0;
}

bool pdf_write_kept(struct pdf_obj *o, uint32_t num, const struct buf *key)
{
	const struct kept *k = find_kept(o, key->data, key->len, true);
	if (k)
		write_deflated(o, num, pdf_dict_new(o, NULL), k->data, k->n);
	return k;
}

void pdf_write_keeping(struct pdf_obj *o, uint32_t num, const struct buf *key, const struct buf *data)
{
	deflate_new(o, data->data, data->len);
	keep(o, key->data, key->len, true);
	write_deflated(o, num, pdf_dict_new(o, NULL), o->deflated.data, o->deflated.len);
}

static void flush_pack(struct pdf_obj *o)
{
	if (!o->pack_n)
		return;
	HPDF_Dict d = pdf_dict_new(o, "ObjStm");
	pdf_dict_int(d, "N", (int32_t)o->pack_n);
	pdf_dict_int(d, "First", (int32_t)o->pack_head.len);
	buf_put(&o->pack_head, o->pack.data, o->pack.len);
	pdf_write_stream(o, o->pack_num, d, o->pack_head.data, o->pack_head.len, true);
	buf_clear(&o->pack);
	buf_clear(&o->pack_head);
	o->pack_n = 0;
}

static void pack(struct pdf_obj *o, uint32_t num)
{
	if (!o->pack_n)
		o->pack_num = pdf_obj_new(o, 1);
	*place(o, num) = PACKED | (uint64_t)o->pack_num << 16 | o->pack_n++;
	pdf_put_uint(&o->pack_head, num);
	buf_chr(&o->pack_head, ' ');
	pdf_put_uint(&o->pack_head, o->pack.len);
	buf_chr(&o->pack_head, ' ');
	buf_put(&o->pack, o->body.data, o->body.len);
	buf_chr(&o->pack, '\n');
	if (o->pack_n == PACK_OBJECTS || o->pack.len > PACK_BYTES)
		flush_pack(o);
}

/* What is in body. */
static void write_body(struct pdf_obj *o, uint32_t num)
{
	if (o->object_streams) {
		pack(o, num);
		return;
	}
	buf_put(&o->body, "\nendobj\n", 8);
	emit(o, o->body.data, o->body.len);
}

void pdf_write_dict(struct pdf_obj *o, uint32_t num, pdf_dict d)
{
	begin_object(o, num, !o->object_streams);
	serialise(o, d);
	write_body(o, num);
	HPDF_Obj_ForceFree(o->mmgr, d);
	o->nrefs = 0;
}

void pdf_write_raw(struct pdf_obj *o, uint32_t num, const struct buf *entries)
{
	begin_object(o, num, !o->object_streams);
	buf_put(&o->body, "<<\n", 3);
	buf_put(&o->body, entries->data, entries->len);
	buf_put(&o->body, ">>", 2);
	write_body(o, num);
}

/* ---- the end of the file */

static pdf_dict trailer(struct pdf_obj *o, const char *type, uint32_t root, uint32_t info)
{
	uint8_t id[HASH_SHA256];
	hash_end(o->hash, id);
	o->hash = NULL;                                /* the rest is not in it */
	HPDF_Dict d = pdf_dict_new(o, type);
	pdf_dict_int(d, "Size", (int32_t)o->last + 1);
	pdf_dict_ref(o, d, "Root", root);
	pdf_dict_ref(o, d, "Info", info);
	HPDF_Array ids = HPDF_Array_New(o->mmgr);
	HPDF_Array_Add(ids, HPDF_Binary_New(o->mmgr, id, 16));
	HPDF_Array_Add(ids, HPDF_Binary_New(o->mmgr, id, 16));
	pdf_dict_put(d, "ID", ids);
	return d;
}

static void write_table(struct pdf_obj *o, uint32_t root, uint32_t info)
{
	HPDF_Dict d = trailer(o, NULL, root, info);
	const size_t start = o->offset;
	struct buf b = {0};
	buf_fmt(&b, "xref\n0 %u\n0000000000 65535 f \n", o->last + 1);
	for (uint32_t i = 1; i <= o->last; i++) {
		char *p = buf_reserve(&b, 20);
		memcpy(p, "0000000000 00000 n \n", 20);
		uint64_t v = *place(o, i);
		p[17] = v ? 'n' : 'f';
		for (uint64_t k = 9; v; v /= 10)
			p[k--] = (char)('0' + v % 10);
		b.len += 20;
		if (i % PLACES == 0) {
			emit(o, b.data, b.len);
			buf_clear(&b);
		}
	}
	buf_str(&b, "trailer\n");
	buf_clear(&o->body);
	serialise(o, d);
	buf_put(&b, o->body.data, o->body.len);
	HPDF_Obj_ForceFree(o->mmgr, d);
	buf_fmt(&b, "\nstartxref\n%zu\n%%%%EOF\n", start);
	emit(o, b.data, b.len);
	buf_free(&b);
}

static void put_be(struct buf *b, uint64_t v, int bytes)
{
	while (bytes--)
		buf_chr(b, (char)(v >> 8 * bytes & 255));
}

/* Rows of 8 bytes: kind, offset or stream number (5), index (2). */
static void write_xref_stream(struct pdf_obj *o, uint32_t root, uint32_t info)
{
	flush_pack(o);
	uint32_t num = pdf_obj_new(o, 1);
	HPDF_Dict d = trailer(o, "XRef", root, info);
	HPDF_Array w = HPDF_Array_New(o->mmgr);
	pdf_array_int(w, 1);
	pdf_array_int(w, 5);
	pdf_array_int(w, 2);
	pdf_dict_put(d, "W", w);
	*place(o, num) = o->offset;
	struct buf b = {0};
	for (uint32_t i = 0; i <= o->last; i++) {
		uint64_t p = i ? *place(o, i) : 0;
		put_be(&b, p & PACKED ? 2 : p ? 1 : 0, 1);
		put_be(&b, p & PACKED ? (p & ~PACKED) >> 16 : p, 5);
		put_be(&b, p & PACKED ? p & 0xFFFF : i ? 0 : 0xFFFF, 2);
	}
	struct buf tail = {0};
	buf_fmt(&tail, "startxref\n%zu\n%%%%EOF\n", o->offset);
	pdf_write_stream(o, num, d, b.data, b.len, true);
	emit(o, tail.data, tail.len);
	buf_free(&tail);
	buf_free(&b);
}

bool pdf_obj_close(struct pdf_obj *o, uint32_t root, uint32_t info, struct diag *diag)
{
	if (o->object_streams)
		write_xref_stream(o, root, info);
	else
		write_table(o, root, info);
	o->nrefs = 0;
	HPDF_STATUS status = HPDF_Error_GetCode(&o->error);
	if (status != HPDF_OK) {
		diag_sys(diag, "PDF", NULL, 0,
			"libharu meldet 0x%04lX, das PDF ist nicht vollständig; bitte den Fall mit der Eingabe melden",
			(unsigned long)status);
		return false;
	}
	if (o->last > LAST_NUMBER) {
		diag_sys(diag, "PDF", NULL, 0,
			"Das PDF hat %u Objekte, möglich sind %d; bitte das Dokument in Bände teilen",
			o->last, LAST_NUMBER);
		return false;
	}
	return true;
}
