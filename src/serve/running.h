/* running.h: inside the room: the running server, and a reader of the register for each of its threads. */
#ifndef SERVE_RUNNING_H
#define SERVE_RUNNING_H
#include <libdeflate.h>
#include <microhttpd.h>
#include <pthread.h>
#include <stdatomic.h>

#include "base/buf.h"
#include "oparl/oparl.h"
#include "serve/cache.h"
#include "serve/folder.h"
#include "serve/heads.h"
#include "serve/serve.h"

struct srv_reader {
	struct reg *reg;                               /* NULL: the register could not be opened */
	struct diag *diag;
	struct opa_rows *rows;
	struct libdeflate_compressor *deflater;
	struct buf json, packed;
	struct srv_reader *next;
};

struct srv {
	const struct srv_setup *setup;
	const char *base, *prefix;                     /* prefix: what the path of the base is, "/oparl" or "" */
	char tag[9];                                   /* in every ETag: another base or program gives other bytes */
	struct srv_folder folder;
	struct srv_cache cache;
	struct srv_heads heads;
	pthread_mutex_t lock;
	struct srv_reader *all, *idle;
	int readers;
	atomic_int active;                             /* requests that are being answered */
	atomic_bool ending, replaced;                  /* replaced: another register stands in its place */
};

/* serve.c: one worker, until SIGTERM or SIGINT or until the register is another file. again: it is not the first; a
 * register that cannot be opened is then answered for with 503. False: told. */
bool srv_work(const struct srv_setup *, bool again, bool *replaced, struct diag *);

/* reader.c */
/* Without a register they are there all the same; false: told. */
bool srv_readers_open(struct srv *, int n, struct diag *);
void srv_readers_close(struct srv *);
struct srv_reader *srv_take(struct srv *);             /* there is one for each thread */
void srv_give(struct srv *, struct srv_reader *);
void srv_trouble(struct srv *, struct srv_reader *);   /* says what its diag holds, and empties it */
void srv_say(const struct srv_setup *, struct diag *); /* each message as trouble */

/* request.c: the callbacks of libmicrohttpd; the struct srv is their closure. */
enum MHD_Result srv_request(void *, struct MHD_Connection *, const char *url, const char *method, const char *version,
	const char *data, size_t *n, void **state);
void *srv_begin(void *, const char *uri, struct MHD_Connection *);
void srv_end(void *, struct MHD_Connection *, void **state, enum MHD_RequestTerminationCode);
size_t srv_unescape(void *, struct MHD_Connection *, char *);

/* reply.c */
enum MHD_Result srv_options(struct srv *, struct MHD_Connection *);
enum MHD_Result srv_error(struct srv *, struct MHD_Connection *, unsigned status, const char *message);
/* whole: no part of a file is asked for (HEAD). key: of the cache; NULL: not to be kept */
struct srv_asked { struct MHD_Connection *c; bool gzip, whole; const char *key; uint32_t counter; };
/* From the cache: false: not there, or no longer right. */
bool srv_again(struct srv *, const struct srv_asked *, enum MHD_Result *);
enum MHD_Result srv_json(struct srv *, struct srv_reader *, const struct srv_asked *, const struct opa_answer *);
enum MHD_Result srv_file(struct srv *, const struct srv_asked *, const struct opa_answer *);

#endif
