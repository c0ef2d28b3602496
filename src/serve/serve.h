/* serve.h: the OParl server: what the register has ready, over HTTP. Only GET and HEAD; nothing is ever written. It
 * answers from what oparl says is public and knows no other way to an object. TLS, access logs and rates are the
 * matter of a web server in front of it. */
#ifndef SERVE_SERVE_H
#define SERVE_SERVE_H
#include <stdbool.h>

#include "base/diag.h"

/* A socket that listens already. address: a name or number; *port 0: any free one; it holds the chosen one afterwards.
 * -1: told. */
int srv_listen(const char *address, int *port, struct diag *);

struct srv_setup {
	int socket;                                    /* of srv_listen; taken over */
	const char *path;                              /* of the register; brought up to date before (opa_publish) */
	const char *base;                              /* of opa_base */
	/* folder all files handed out lie below; NULL: the one the register's files have in common with it */
	const char *files;
	int threads;                                   /* 0: one for each processor */
	/* a register that took the place of the first is brought up to date by it; false: told */
	bool (*prepare)(const void *arg, const char *path, struct diag *);
	/* German, one line without its end; trouble may come from any thread */
	void (*say)(const void *arg, bool trouble, const char *line);
	const void *arg;                               /* handed to both */
};

/* Serves until SIGTERM or SIGINT, then ends what is being answered. The work is done by a child that is confined (see
 * confine.h) and follows the register when its file is replaced. Returns in both processes: in the child -1, with what
 * is to be told in diag; in the keeper the exit status of the last child. */
int srv_run(const struct srv_setup *, struct diag *);

extern const struct diag_code srv_codes[];         /* OPARLPORT, OPARLDATEIEN, OPARLDIENST */

#endif
