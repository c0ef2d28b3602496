/* hash.h: digests (nettle). */
#ifndef BASE_HASH_H
#define BASE_HASH_H
#include <stddef.h>
#include <stdint.h>

enum { HASH_SHA256 = 32, HASH_SHA512 = 64 };

void hash_sha256(const void *, size_t, uint8_t out[HASH_SHA256]);
void hash_sha512(const void *, size_t, uint8_t out[HASH_SHA512]);
/* keyed (RFC 2104): without the key nobody can tell whether a guess at the content is right */
void hash_keyed(const uint8_t key[HASH_SHA256], const void *, size_t, uint8_t out[HASH_SHA256]);
void hash_hex(const uint8_t *, size_t n, char *out);          /* 2n + 1 bytes */

/* A UUID of version 8 (RFC 9562) made of a digest: the same content is the same id. */
void hash_uuid(const uint8_t sum[HASH_SHA256], char out[37]);

uint64_t hash_quick(const void *, size_t);                    /* for tables within one run: fast, no digest */

struct hash_run;                                              /* sha256 over pieces */
struct hash_run *hash_begin(void);
void hash_add(struct hash_run *, const void *, size_t);
void hash_end(struct hash_run *, uint8_t out[HASH_SHA256]);   /* frees */

#endif
