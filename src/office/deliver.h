/* deliver.h: inside the room: an issued file made ready for handing over. */
#ifndef OFFICE_DELIVER_H
#define OFFICE_DELIVER_H
#include "office/record.h"
#include "package/package.h"

struct deliver {                                   /* one call */
	const struct office *office;
	struct pipe *pipe;
	struct mem *mem;
	struct reg *reg;
	struct diag *diag;
	const char *ort;
	struct edition meeting;                     /* as the house reads it; doc NULL: a single paper is handed over */
	const char *path;                              /* of the meeting's source, or NULL */
};

/* Reads the file and proves by its checksum that it is the one issued; then what stands in the source attached to it is
 * told in *it, and source and HTML go with it into the package. A HTML that would differ from the PDF is left out with
 * a warning. False: told. */
bool off_deliver_paper(struct deliver *, struct pak *, const struct reg_issue *, const char *source_path,
	struct pak_item *it);
/* The PDF only: its sources are many. */
bool off_deliver_edition(struct deliver *, struct pak *, const struct reg_issue *, const char *title,
	const char *stand, struct pak_item *it);
bool off_deliver_meeting(struct deliver *, struct pak *, const struct reg_issue *, struct pak_item *it);

#endif
