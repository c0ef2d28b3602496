/* hash.c: digests by nettle. */
#include "base/hash.h"

#include <nettle/hmac.h>
#include <nettle/sha2.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

void hash_sha256(const void *p, size_t n, uint8_t out[HASH_SHA256])
{
	struct sha256_ctx c;
	sha256_init(&c);
	sha256_update(&c, n, p);
	sha256_digest(&c, HASH_SHA256, out);
}

void hash_sha512(const void *p, size_t n, uint8_t out[HASH_SHA512])
{
	struct sha512_ctx c;
	sha512_init(&c);
	sha512_update(&c, n, p);
	sha512_digest(&c, HASH_SHA512, out);
}

void hash_keyed(const uint8_t key[HASH_SHA256], const void *p, size_t n, uint8_t out[HASH_SHA256])
{
	struct hmac_sha256_ctx c;
	hmac_sha256_set_key(&c, HASH_SHA256, key);
	hmac_sha256_update(&c, n, p);
	hmac_sha256_digest(&c, HASH_SHA256, out);
}

void hash_hex(const uint8_t *p, size_t n, char *out)
{
	static const char hex[] = "0123456789abcdef";
	for (size_t i = 0; i < n; i++) {
		*out++ = hex[p[i] >> 4];
		*out++ = hex[p[i] & 15];
	}
	*out = '\0';
}

void hash_uuid(const uint8_t sum[HASH_SHA256], char out[37])
{
	uint8_t h[16];
	char *to = out;
	memcpy(h, sum, sizeof h);
	h[6] = (uint8_t)((h[6] & 0x0F) | 0x80);
	h[8] = (uint8_t)((h[8] & 0x3F) | 0x80);
	for (int i = 0; i < 16; i++, to += 2) {
		if (i == 4 || i == 6 || i == 8 || i == 10)
			*to++ = '-';
		hash_hex(&h[i], 1, to);
	}
}

/* Both halves of the product. */
static uint64_t fold(uint64_t a, uint64_t b)
{
	__extension__ const unsigned __int128 product = (unsigned __int128)a * b;
	return (uint64_t)product ^ (uint64_t)(product >> 64);
}

/* Two words at a time: pages are long keys. */
uint64_t hash_quick(const void *data, size_t n)
{
	const unsigned char *p = data;
	const uint64_t odd = 0xD6E8FEB86659FD93u;
	uint64_t h = 0x9E3779B97F4A7C15u ^ n, word[2];
	for (; n >= sizeof word; p += sizeof word, n -= sizeof word) {
		memcpy(word, p, sizeof word);
		h = fold(word[0] ^ h, word[1] ^ odd);
	}
	memset(word, 0, sizeof word);
	if (n)                                         /* p may be NULL where there is nothing */
		memcpy(word, p, n);
	return fold(fold(word[0] ^ h, word[1] ^ odd), odd);
}

struct hash_run {
	struct sha256_ctx c;
};

struct hash_run *hash_begin(void)
{
	struct hash_run *h = mem_alloc(sizeof *h);
	sha256_init(&h->c);
	return h;
}

void hash_add(struct hash_run *h, const void *p, size_t n)
{
	sha256_update(&h->c, n, p);
}

void hash_end(struct hash_run *h, uint8_t out[HASH_SHA256])
{
	sha256_digest(&h->c, HASH_SHA256, out);
	free(h);
}
