/* file.h: files read whole or mapped, written atomically: a temporary name beside the target, fsync, rename.
 * A file-size limit is told like a full disk if the program ignores SIGXFSZ. */
#ifndef BASE_FILE_H
#define BASE_FILE_H
#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>
#include <sys/types.h>

#include "base/buf.h"
#include "base/diag.h"
#include "base/mem.h"
#include "base/pack.h"

struct file_map {
	const char *data;                              /* "" for an empty file; not NUL-terminated otherwise */
	size_t size;
	void *handle;                                  /* for file_unmap */
};

bool file_map(struct file_map *, const char *path, struct diag *);  /* false: a DIAG_SYSTEM message "DATEI" was given */
void file_unmap(struct file_map *);
/* Appends the whole file ("-": standard input) to the buffer. For files somebody may be editing: a map dies when they
 * shrink. */
bool file_read(struct buf *, const char *path, struct diag *);       /* false: message "DATEI" was given */
/* The same into the arena, ended by NUL; a long one is in memory once. */
bool file_load(struct mem *, const char *path, const char **data, size_t *size, struct diag *);

extern const struct diag_code file_codes[];        /* DATEI, SCHREIBEN */

/* Writing: what is put goes to a temporary file in the target's folder; only file_commit makes it the target. */
struct file_out;
struct file_out *file_create(const char *path, struct diag *);       /* NULL: message given */
bool file_write(struct file_out *, const void *, size_t n);   /* buffered; false once a write failed (told at commit) */
size_t file_size(const struct file_out *);                           /* bytes put so far */
bool file_commit(struct file_out *, struct diag *);   /* flush, fsync, rename; frees; on failure the old target stays */
/* The same without waiting for the disk: for what can be made again, and is checked when it is read. */
bool file_keep(struct file_out *, struct diag *);
void file_drop(struct file_out *);                           /* gives up: the temporary file is removed; NULL is fine */

/* Many files of one run: all are written, synced together, then renamed in the order of staging. */
struct file_batch;
struct file_batch *file_batch_new(void);
/* written to its end and closed, not yet the target; frees the file_out; diag is kept for file_commit_all */
bool file_stage(struct file_batch *, struct file_out *, struct diag *);
const char *file_last_staged(const struct file_batch *);       /* where what was staged last lies until then */
/* What was staged with a diag that has a fault of the system by now: the rest of it is not there. */
void file_drop_faulty(struct file_batch *);
/* frees; a file that fails is told to its own diag, the others become their targets */
bool file_commit_all(struct file_batch *);
/* Staged files go from a worker of this process (crew.h) to it. */
void file_pack_all(struct file_batch *, struct buf *); /* the batch is empty then; NULL: none */
/* refused: they are removed instead. The diag is kept for file_commit_all. */
void file_adopt_all(struct file_batch *, struct unpack *, bool refused, struct diag *);
/* The same, but all of them or none: where one fails, what was there before is there again. */
bool file_commit_whole(struct file_batch *);
/* In two steps, for who has more to do that may fail: all are put in place, none where it is false; then they stay
 * (good), or what was there before is there again. Frees. */
bool file_place_whole(struct file_batch *);
void file_end_whole(struct file_batch *, bool good);
void file_drop_all(struct file_batch *);                             /* gives up; NULL is fine */

/* Removes from a folder what processes that are no more left there: temporary files and folders of this program. */
void file_sweep(const char *dir);
unsigned file_host(void);                              /* a number for this machine's name, in temporary names */
void file_remove_all(const char *path);                              /* with all that is in it */
mode_t file_usual(mode_t);                                           /* the mode without what the umask forbids */

/* It is there, or nobody can tell: then whoever opens it says why not. */
bool file_exists(const char *path);
const char *file_reason(int err);                  /* of errno, and what to do: "die Rechte fehlen; bitte …" */
bool file_is_dir(const char *path);
bool file_make_dir(const char *path, struct diag *);    /* with parents; where it fails, none of them is left behind */
/* The folder file_make_dir would make first, NULL: all are there; and the way back to it, as far as they are empty. */
char *file_first_missing(struct mem *, const char *path);
void file_unmake_dir(const char *path, const char *first);
void file_unmake_all(const char *first);                       /* with all that is empty below it */
char *file_join(struct mem *, const char *dir, const char *name);    /* name absolute: name */
char *file_dir(struct mem *, const char *path);                      /* "a/b.xml" -> "a"; "b.xml" -> "." */
const char *file_base(const char *path);                             /* "a/b.xml" -> "b.xml" (borrowed) */
char *file_second(struct mem *);                   /* the second program, ratssatz-ganz, beside this one */
/* path as named from dir; both real paths: "/a/b", "/a/c/d" -> "../c/d" */
char *file_relative(struct mem *, const char *dir, const char *path);
/* A hidden name beside path, ".NAME.suffix"; NAME is cut where the whole would be longer than 255 bytes. */
char *file_beside(struct mem *, const char *path, const char *suffix);
/* What a path is for, as people are told it: "a/.b.neu-4711/c" -> "a/b/c". */
char *file_meant(struct mem *, const char *path);
/* What lies below dir under name but for case, blanks, dashes, umlauts: "Daten/d.csv" for "daten/D.csv"; NULL: none. */
char *file_alike(struct mem *, const char *dir, const char *name);
/* The real path of name if it lies in or below dir (links followed), else NULL. */
char *file_inside(struct mem *, const char *dir, const char *name);

/* Line of the first place of a text in a file, 0: it is not there or cannot be read. */
int file_line_of(const char *path, const char *text);

#endif
