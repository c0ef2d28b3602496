/* image.c: a register as one of its transactions sees it, as bytes: for other processes to read while the transaction
 * stays open here. */
#include <stdlib.h>
#include <string.h>

#include "register/reg.h"

bool reg_image(struct reg *r, size_t most, struct reg_image *image)
{
	sqlite3_int64 n = 0;
	*image = (struct reg_image){.path = r->path};
	int64_t pages = reg_ask(r->db, "PRAGMA page_count"), size = reg_ask(r->db, "PRAGMA page_size");
	if (pages < 0 || size < 0 || (size_t)(pages * size) > most)
		return false;
	image->bytes = sqlite3_serialize(r->db, "main", &n, 0);
	image->size = (size_t)n;
	return image->bytes != NULL;
}

void reg_image_free(struct reg_image *image)
{
	sqlite3_free(image->bytes);
	image->bytes = NULL;
}

struct reg *reg_open_image(const struct reg_image *image, struct diag *d)
{
	sqlite3 *db = reg_connect(":memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, true, d);
	if (!db)
		return NULL;
	int rc = sqlite3_deserialize(db, "main", image->bytes, (sqlite3_int64)image->size, (sqlite3_int64)image->size,
		SQLITE_DESERIALIZE_READONLY);
	if (rc == SQLITE_OK)
		return reg_of(db, image->path, d);
	reg_fault_at(image->path, db, d, rc);
	sqlite3_close(db);
	return NULL;
}
