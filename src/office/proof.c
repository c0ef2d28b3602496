/* proof.c: a file against the ledger: by its own sum, by the sum of the sources attached to it, by what those say. */
#include "office/proof.h"

#include <string.h>

#include "base/file.h"
#include "base/hash.h"
#include "office/record.h"
#include "pdf/pdf.h"
#include "text/text.h"

struct proof {
	struct mem *mem;
	struct pipe *pipe;
	const char *path;
	struct diag *diag;
	struct off_proof *found;
	struct hash_run *hash;
	struct buf source;                             /* the first attached source */
	size_t attached;
};

static void take(void *arg, const struct pdf_attachment *f)
{
	struct proof *p = arg;
	if (!f->relationship || (strcmp(f->relationship, "Source") && strcmp(f->relationship, "Data")))
		return;
	hash_add(p->hash, f->data, f->size);
	if (!p->attached++)
		buf_put(&p->source, f->data, f->size);
}

/* A file whose attached source nobody knows may still say what it wants to be. */
static bool by_claim(struct proof *p, struct reg *reg)
{
	struct diag *unused = diag_new();
	struct edition e = {0};
	bool found = p->attached && pipe_read(p->pipe, p->path, &p->source, &e, unused) &&
		(doc_vorlage(e.doc) || doc_sitzung(e.doc)) &&
		reg_issue_last(reg, p->mem, reg_key(e.doc->ort, off_id(p->mem, e.root, e.doc)), &p->found->is);
	if (e.txt)
		txt_report(e.txt, p->diag);
	pipe_end(&e);
	diag_free(unused);
	return found;
}

static bool ask(struct proof *p, const char *register_path, const uint8_t file[32], const uint8_t source[32])
{
	struct reg *reg = reg_open(register_path, false, p->diag);
	if (!reg)
		return false;
	bool found = true;
	if (reg_issue_find(reg, p->mem, file, &p->found->is)) {
		p->found->verdict = OFF_AS_ISSUED;
		p->found->source_known = true;
	} else if (p->attached && reg_issue_by_source(reg, p->mem, source, &p->found->is)) {
		p->found->verdict = OFF_CHANGED;
		p->found->source_known = true;
	} else if (by_claim(p, reg)) {
		p->found->verdict = OFF_CHANGED;
	} else {
		found = false;
	}
	reg_close(reg);
	return found;
}

bool off_prove(const struct office *o, struct mem *m, const char *path, struct off_proof *found, struct diag *d)
{
	struct proof p = {.mem = m, .pipe = o->pipe, .path = path, .diag = d, .found = found};
	struct file_map map;
	uint8_t file[32], source[32];
	const char **registers;
	size_t n = off_registers(m, pipe_places(o->pipe), &registers);
	*found = (struct off_proof){.verdict = OFF_UNKNOWN};
	if (!n)
		diag_sys(d, "REGISTERWAHL", NULL, 0,
			"Ein Register gibt es nicht; ohne Register lässt sich nichts nachweisen, bitte mit --register "
			"DATEI eines nennen");
	if (!n || !file_map(&map, path, d))
		return false;
	hash_sha256(map.data, map.size, file);
	p.hash = hash_begin();
	pdf_read_attachments(map.data, map.size, take, &p);
	hash_end(p.hash, source);
	file_unmap(&map);
	for (size_t i = 0; i < n; i++)
		if (ask(&p, registers[i], file, source))
			break;
	found->has_source = p.attached > 0;
	buf_free(&p.source);
	return !diag_status(d);
}
