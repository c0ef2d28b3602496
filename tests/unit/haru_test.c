/* haru_test.c: what pdf/obj.c reaches for in libharu's structs is where the header says: the library that is linked does
 * what is set there. A library with other structs than its header fails here, not in a council's archive. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <hpdf.h>
#include <hpdf_objects.h>
#include <hpdf_version.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/mem.h"

struct world { HPDF_Error_Rec error; HPDF_MMgr mmgr; HPDF_Stream stream; struct buf out; int freed; };

static void *HPDF_STDCALL get(HPDF_UINT n) { return mem_alloc(n); }
static void HPDF_STDCALL give(void *p) { free(p); }

static HPDF_STATUS put(HPDF_Stream s, const HPDF_BYTE *data, HPDF_UINT n)
{
	struct world *w = s->attr;
	buf_put(&w->out, data, n);
	return HPDF_OK;
}

static int set_up(void **state)
{
	struct world *w = mem_alloc(sizeof *w);
	*w = (struct world){0};
	HPDF_Error_Init(&w->error, NULL);
	w->mmgr = HPDF_MMgr_New(&w->error, 0, get, give);
	w->stream = HPDF_CallbackWriter_New(w->mmgr, put, w);
	*state = w;
	return 0;
}

static int tear_down(void **state)
{
	struct world *w = *state;
	HPDF_Stream_Free(w->stream);
	HPDF_MMgr_Free(w->mmgr);
	buf_free(&w->out);
	free(w);
	return 0;
}

static void written(struct world *w, void *value, const char *wanted)
{
	buf_clear(&w->out);
	assert_int_equal(HPDF_Obj_WriteValue(value, w->stream, NULL), HPDF_OK);
	assert_string_equal(w->out.data, wanted);
}

static void the_library_is_the_header_s(void **state)
{
	(void)state;
	assert_int_equal(strncmp(HPDF_GetVersion(), HPDF_VERSION_TEXT, strlen(HPDF_VERSION_TEXT)), 0);
	assert_true(HPDF_VERSION_ID >= 20300 && HPDF_VERSION_ID <= 20499);
}

static void headers_and_managers_are_set(void **state)
{
	struct world *w = *state;
	HPDF_Dict d = HPDF_Dict_New(w->mmgr);
	HPDF_Array a = HPDF_Array_New(w->mmgr);
	assert_int_equal(d->header.obj_class & HPDF_OCLASS_ANY, HPDF_OCLASS_DICT);
	assert_int_equal(a->header.obj_class & HPDF_OCLASS_ANY, HPDF_OCLASS_ARRAY);
	assert_ptr_equal(d->mmgr, w->mmgr);
	assert_ptr_equal(d->error, &w->error);
	assert_null(d->attr);
	assert_null(d->write_fn);
	assert_null(d->free_fn);
	assert_int_equal(HPDF_Error_GetCode(&w->error), HPDF_OK);
	HPDF_Obj_ForceFree(w->mmgr, d);
	HPDF_Obj_ForceFree(w->mmgr, a);
}

static HPDF_STATUS write_more(HPDF_Dict d, HPDF_Stream s)
{
	struct world *w = d->attr;
	assert_ptr_equal(s, w->stream);
	return HPDF_Stream_Write(s, (const HPDF_BYTE *)"/More 1", 7);
}

static void free_more(HPDF_Dict d)
{
	struct world *w = d->attr;
	w->freed++;
}

/* The entries of pdf_dict_raw and pdf_write_raw. */
static void a_dict_calls_back(void **state)
{
	struct world *w = *state;
	HPDF_Dict d = HPDF_Dict_New(w->mmgr);
	d->attr = w;
	d->write_fn = write_more;
	d->free_fn = free_more;
	HPDF_Dict_AddNumber(d, "A", 7);
	written(w, d, "<<\n/A 7\n/More 1>>");
	HPDF_Obj_ForceFree(w->mmgr, d);
	assert_int_equal(w->freed, 1);
}

/* What is not written yet is referred to by its number alone. */
static void a_header_is_a_reference(void **state)
{
	struct world *w = *state;
	HPDF_Obj_Header to = {.obj_id = 70000 | HPDF_OTYPE_INDIRECT, .obj_class = HPDF_OCLASS_NULL};
	HPDF_Array a = HPDF_Array_New(w->mmgr);
	HPDF_Array_Add(a, &to);
	HPDF_Array_Add(a, HPDF_Binary_New(w->mmgr, (HPDF_BYTE *)"\x01\xAB", 2));
	written(w, a, "[ 70000 0 R <01AB> ]");
	HPDF_Obj_ForceFree(w->mmgr, a);
	assert_int_equal(to.obj_id, 70000 | HPDF_OTYPE_INDIRECT);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(the_library_is_the_header_s, set_up, tear_down),
		cmocka_unit_test_setup_teardown(headers_and_managers_are_set, set_up, tear_down),
		cmocka_unit_test_setup_teardown(a_dict_calls_back, set_up, tear_down),
		cmocka_unit_test_setup_teardown(a_header_is_a_reference, set_up, tear_down),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
