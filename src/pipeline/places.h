/* places.h: where the shipped files, the contents, a town's templates and its register lie. Worked out here and nowhere
 * else, from what the call names and from the document. All results live in the arena. */
#ifndef PIPELINE_PLACES_H
#define PIPELINE_PLACES_H
#include <stdbool.h>

#include "base/diag.h"
#include "base/mem.h"

struct pipe_places {                               /* as the call or the environment names them; NULL: found */
	const char *contents;                          /* the root: holds <ort>/verzeichnis.xml */
	const char *templates;                         /* holds <ort>/gestaltung.xml */
	const char *register_file;                     /* one for all towns */
};

char *pipe_share(struct mem *, const char *name);  /* "fonts", "muster" below the share folder */
/* root: of the contents, templates/ may lie beside it; NULL: none */
char *pipe_template_dir(struct mem *, const struct pipe_places *, const char *ort, const char *root);
char *pipe_root(struct mem *, const struct pipe_places *, const char *input);   /* of the contents; NULL: none */
char *pipe_in_root(struct mem *, const char *root, const char *below);  /* root NULL: where it would be */
/* "ort/konzept-2018/konzept.xml"; NULL: not below it */
char *pipe_below_root(struct mem *, const char *root, const char *path);
char *pipe_output_name(struct mem *, const struct pipe_places *, const char *path); /* no ".pdf": "ort-konzept-2018" */
char *pipe_register_path(struct mem *, const struct pipe_places *, const char *root, const char *ort);
bool pipe_is_master(const char *base);             /* "konzept.xml": the file a folder stands for */
/* A folder means the master file in it; NULL: told. */
/* part.c: the document that includes this file, told in a Hinweis; the file itself where none does. */
char *pipe_whole(struct mem *, const char *input, struct diag *);
char *pipe_master(struct mem *, const char *input, struct diag *);

#endif
