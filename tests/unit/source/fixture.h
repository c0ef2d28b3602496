/* fixture.h: a folder for each test of the source: the files it writes, the reader, the last document it gave. */
#ifndef UNIT_SOURCE_FIXTURE_H
#define UNIT_SOURCE_FIXTURE_H

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/diag.h"
#include "model/doc.h"
#include "source/source.h"

struct fixture {
	char dir[64], path[96];                        /* path: v.xml in it */
	struct src *src;
	struct diag *diag;
	struct buf out;                                /* of the last excerpt */
	struct doc *doc;                               /* the last one read; freed at the end */
};

static void put(struct fixture *f, const char *name, const char *text)
{
	char path[128];
	snprintf(path, sizeof path, "%s/%s", f->dir, name);
	FILE *o = fopen(path, "w");
	assert_non_null(o);
	fputs(text, o);
	fclose(o);
}

static int set_up(void **state)
{
	struct fixture *f = calloc(1, sizeof *f);
	snprintf(f->dir, sizeof f->dir, "/tmp/ratssatz-source-XXXXXX");
	if (!mkdtemp(f->dir))
		return 1;
	snprintf(f->path, sizeof f->path, "%s/v.xml", f->dir);
	f->diag = diag_new();
	f->src = src_open();
	*state = f;
	return 0;
}

static int tear_down(void **state)
{
	struct fixture *f = *state;
	char cmd[128];
	snprintf(cmd, sizeof cmd, "rm -rf '%s'", f->dir);
	src_free(f->doc);
	src_close(f->src);
	diag_free(f->diag);
	buf_free(&f->out);
	int rc = system(cmd);
	free(f);
	return rc;
}

#endif
