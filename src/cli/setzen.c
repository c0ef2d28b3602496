/* setzen.c: documents to PDF, or to one of the dumps. */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "cli/cli.h"
#include "layout/layout.h"
#include "pdf/pdf.h"
#include "text/text.h"

/* SOURCE_DATE_EPOCH as a date: only where the source says none. */
static struct date epoch_date(void)
{
	const char *s = getenv("SOURCE_DATE_EPOCH");
	char *end;
	long long t = s && *s ? strtoll(s, &end, 10) : 0;
	if (!s || !*s || *end || t < 0 || t > 253402300799LL)
		t = 0;
	return date_from_days((int32_t)(t / 86400));
}

static void dump(const struct edition *e, const char *what)
{
	struct buf b = {0};
	if (!strcmp(what, "doc"))
		doc_dump(e->doc, &b);
	else if (!strcmp(what, "blocks"))
		blk_dump(e->tree, &b);
	else if (!strcmp(what, "vorlesen"))
		blk_read_out(e->tree, &b);
	else if (!strcmp(what, "pages"))
		lay_dump(e->lay, &b);
	else
		pdf_dump_tags(e->tree, e->lay, &b);
	fwrite(b.data ? b.data : "", 1, b.len, stdout);
	buf_free(&b);
}

static bool write_pdf(const struct edition *e, const struct cmd_args *a, const char *target, struct diag *d)
{
	struct pdf_options o = {.object_streams = a->opt[CMD_O_OBJEKTSTROEME] != NULL, .date = epoch_date(), .producer = "ratssatz " RATSSATZ_VERSION};
	struct file_out *out = file_create(target, d);
	if (!out)
		return false;
	if (!pdf_write(e->tree, e->lay, e->txt, &o, out, d)) {
		file_drop(out);
		return false;
	}
	return file_commit(out, d);
}

/* The path below the content root, joined by "-": content/ort/konzept-2018/konzept.xml gives ort-konzept-2018; else the file's own name. */
static char *name_of(struct mem *m, const struct cmd_args *a, const char *path)
{
	char *root = cmd_content_root(m, a, path), *real = root ? realpath(path, NULL) : NULL;
	char *inside = real ? file_inside(m, root, real) : NULL, *real_root = inside ? realpath(root, NULL) : NULL;
	const char *rel = real_root && strlen(inside) > strlen(real_root) ? inside + strlen(real_root) + 1 : strcmp(path, "-") ? file_base(path) : "ausgabe";
	char *name = mem_dup(m, rel), *slash = strrchr(name, '/'), *dot = strrchr(name, '.');
	free(real_root);
	free(real);
	if (slash && cmd_is_master(slash + 1))
		*slash = '\0';
	else if (dot && dot > name)
		*dot = '\0';
	for (char *p = name; *p; p++)
		if (*p == '/')
			*p = '-';
	return name;
}

static char *target_of(struct mem *m, const struct cmd_args *a, const char *path)
{
	const char *o = a->opt[CMD_O_OUTPUT];
	if (o && !file_is_dir(o))
		return mem_dup(m, o);
	return file_join(m, o ? o : ".", mem_fmt(m, "%s.pdf", name_of(m, a, path)));
}

static void set_one(struct session *s, const struct cmd_args *a, const char *path, struct diag *d)
{
	struct edition e;
	if (cmd_edition(s, path, &e, d) && cmd_status(d, a) == CMD_FINE) {
		char *target = target_of(cmd_session_mem(s), a, path);
		if (a->opt[CMD_O_DUMP])
			dump(&e, a->opt[CMD_O_DUMP]);
		else if (cmd_claim(s, target, d) && write_pdf(&e, a, target, d) && !a->opt[CMD_O_STILL])
			fprintf(stderr, "%s: %d Seiten\n", target, lay_pages(e.lay));
	}
	cmd_edition_end(&e);
}

int cmd_setzen(const struct cmd_args *a)
{
	const char *o = a->opt[CMD_O_OUTPUT];
	if (a->nargs > 1 && o && !file_is_dir(o))
		return cmd_usage("Bei mehreren Dateien muss -o ein vorhandener Ordner sein; „%s“ ist keiner", o);
	return cmd_documents(a, set_one);
}
