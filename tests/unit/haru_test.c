/* haru_test.c: libharu's structs that pdf/obj.c reaches into lie as in the versions that were compared (2.3.0, 2.4.0
 * to 2.4.6), and the library that runs is the one whose headers were read: a newer one must fail here, not in a
 * document. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#include <hpdf.h>
#include <hpdf_objects.h>
#include <hpdf_version.h>

static void versions(void **state)
{
	(void)state;
	assert_string_equal(HPDF_GetVersion(), HPDF_VERSION_TEXT);
}

#define AT(type, field, offset) assert_int_equal(offsetof(type, field), offset)

static void layout(void **state)
{
	(void)state;
	if (sizeof(void *) != 8)
		skip();
	assert_int_equal(sizeof(HPDF_Obj_Header), 8);
	AT(HPDF_Obj_Header, obj_id, 0);
	AT(HPDF_Obj_Header, gen_no, 4);
	AT(HPDF_Obj_Header, obj_class, 6);
	assert_int_equal(sizeof(HPDF_Dict_Rec), 96);
	AT(HPDF_Dict_Rec, write_fn, 40);
	AT(HPDF_Dict_Rec, free_fn, 56);
	AT(HPDF_Dict_Rec, attr, 88);
	AT(HPDF_Stream_Rec, attr, 80);
	assert_int_equal(sizeof(HPDF_Error_Rec), 32);
	AT(HPDF_Error_Rec, error_no, 0);
}

/* ---- the library uses the fields as obj.c expects */

struct seen { char text[64]; size_t len; int freed; };

static HPDF_STATUS to_seen(HPDF_Stream stream, const HPDF_BYTE *data, HPDF_UINT n)
{
	struct seen *s = stream->attr;
	assert_true(s->len + n < sizeof s->text);
	memcpy(s->text + s->len, data, n);
	s->len += n;
	return HPDF_OK;
}

static HPDF_STATUS put_extra(HPDF_Dict dict, HPDF_Stream out)
{
	(void)dict;
	return HPDF_Stream_WriteStr(out, "/Extra 1");
}

static void note_free(HPDF_Dict dict)
{
	((struct seen *)dict->attr)->freed++;
}

/* An object written on its own: the extra bytes inside the dictionary, a reference by number; the owner is told. */
static void written(void **state)
{
	(void)state;
	struct seen seen = {0};
	HPDF_Error_Rec error;
	HPDF_Error_Init(&error, NULL);
	HPDF_MMgr mmgr = HPDF_MMgr_New(&error, 0, NULL, NULL);
	HPDF_Stream out = HPDF_CallbackWriter_New(mmgr, to_seen, &seen);
	HPDF_Obj_Header other = {.obj_id = 7 | HPDF_OTYPE_INDIRECT, .obj_class = HPDF_OCLASS_NULL};
	HPDF_Dict d = HPDF_Dict_New(mmgr);
	HPDF_Dict_Add(d, "Ref", &other);
	d->write_fn = put_extra;
	d->free_fn = note_free;
	d->attr = &seen;
	assert_int_equal(HPDF_Obj_WriteValue(d, out, NULL), HPDF_OK);
	assert_non_null(strstr(seen.text, "/Ref 7 0 R"));
	assert_non_null(strstr(seen.text, "/Extra 1"));
	assert_true(strstr(seen.text, "/Extra 1") < strstr(seen.text, ">>"));
	HPDF_Obj_ForceFree(mmgr, d);
	assert_int_equal(seen.freed, 1);
	assert_int_equal(HPDF_Error_GetCode(&error), HPDF_OK);
	HPDF_Stream_Free(out);
	HPDF_MMgr_Free(mmgr);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(versions), cmocka_unit_test(layout), cmocka_unit_test(written),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
