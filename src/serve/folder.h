/* folder.h: inside the room: files, opened below one folder only. */
#ifndef SERVE_FOLDER_H
#define SERVE_FOLDER_H
#include <stdbool.h>
#include <stdint.h>

struct srv_folder { int fd; char *path; };             /* path: real; without a slash at the end, but for "/" */

bool srv_folder_open(struct srv_folder *, const char *path);
void srv_folder_close(struct srv_folder *);

/* A regular file with exactly these bytes (sha256, hexadecimal), no link on the way to it. path: absolute, may hold
 * "..". -1: none such. */
int srv_folder_file(const struct srv_folder *, const char *path, const char *sum, int64_t *size);

#endif
