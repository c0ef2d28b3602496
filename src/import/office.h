/* office.h: what the readers of zip formats share. */
#ifndef IMPORT_OFFICE_H
#define IMPORT_OFFICE_H
#include "import/archive.h"
#include "import/formats.h"
#include "import/index.h"
#include "import/markup.h"

struct imp_office_file {
	struct imp_flow *flow;
	struct imp_zip *zip;                           /* NULL: all is in one part (.fodt) */
	enum imp_refusal refusal;                      /* the first thing that made it unreadable */
	struct imp_index named;                        /* elements looked up so far, by imp_child_called */
};

/* The first child so called whose attribute has that value; name NULL: any. Of one parent, by one attribute only. */
const struct mk *imp_child_called(struct imp_office_file *, const struct mk *parent, const char *name, const char *attr,
	const char *value);

/* A part as a tree. NULL: not there (refusal stays), or not to be read (it is set, and said). */
struct mk *imp_part(struct imp_office_file *, const char *name);
/* Where a relation of the part leads ("rId5"): a part's name, or an address with *external. NULL: nowhere. */
struct mk *imp_relations(struct imp_office_file *, const char *part);       /* its relations, NULL: none */
const char *imp_related(struct imp_office_file *, const struct mk *relations, const char *part, const char *id,
	bool *external);
void imp_picture(struct imp_office_file *, struct imp_node *, const char *part);    /* its bytes */

/* officechart.c: paragraphs (a:p) of a drawing; a chart's titles and series */
void imp_drawn_text(struct imp_flow *, const struct mk *root, struct imp_node *box);
void imp_chart(struct imp_flow *, const struct mk *root, struct imp_node *box);

void imp_enclosed(struct imp_office_file *, const char *part);         /* our source, if that is what the part holds */

void imp_refuse(struct imp_office_file *, enum imp_refusal, const char *why);         /* the first one counts */

void imp_docx(struct imp_office_file *, const char *main_part, const struct mk *root);
void imp_odt(struct imp_office_file *, const struct mk *body);          /* office:text of content.xml */
void imp_xlsx(struct imp_office_file *, const char *main_part, const struct mk *root);
void imp_ods(struct imp_office_file *, const struct mk *body);

#endif
