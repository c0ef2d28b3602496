/* lang.c: languages by their codes. */
#include "base/lang.h"

#include <string.h>

const char *lang_name(const char *code)
{
	static const struct {
		const char *of, *name;
	} rows[] = {{"de", "deutsch"}, {"en", "englisch"}, {"fr", "französisch"}, {"ar", "arabisch"},
		{"tr", "türkisch"}, {"ru", "russisch"}, {"uk", "ukrainisch"}, {"pl", "polnisch"},
		{"nl", "niederländisch"}, {"it", "italienisch"}, {"es", "spanisch"}, {"la", "lateinisch"},
		{"am", "amharisch"}, {"ti", "tigrinisch"}, {"he", "hebräisch"}, {"yi", "jiddisch"},
		{"ku", "kurdisch"}, {"fa", "persisch"}, {"ro", "rumänisch"}, {"bg", "bulgarisch"}, {"sr", "serbisch"},
		{"el", "griechisch"}};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (!strncmp(code, rows[i].of, 2) && (code[2] == '-' || !code[2]))
			return rows[i].name;
	return code;
}
