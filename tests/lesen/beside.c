/* beside.c: what looks into a PDF of others (src/pdf: foreign, rest, unseen, lex, beside) under libFuzzer, inside this
 * process, and what the importer takes of its answer. pdftotext is not called: prog_run_on() is replaced.
 * tests/lesen/fuzz.sh builds and runs it. */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/program.h"
#include "base/u8.h"
#include "pdf/foreign.h"

int LLVMFuzzerTestOneInput(const uint8_t *, size_t);
int __wrap_prog_run_on(const char *const *argv, const char *data, size_t n, struct buf *out);

int __wrap_prog_run_on(const char *const *argv, const char *data, size_t n, struct buf *out)
{
	(void)argv;
	buf_str(out, n && data[0] == '%' ? "Eine Zeile\n\n\fnoch eine" : "");
	return 0;
}

/* Each line has its five parts, and nothing of it is a control character. */
static void judge(const char *said, size_t n)
{
	int tabs = 0;
	for (size_t i = 0; i < n; i++) {
		if (said[i] == '\n' && tabs != 4)
			abort();
		if ((unsigned char)said[i] < ' ' && said[i] != '\n' && said[i] != '\t')
			abort();
		tabs = said[i] == '\n' ? 0 : tabs + (said[i] == '\t');
	}
	if (n && said[n - 1] != '\n')
		abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	struct look_pdf k = {0};
	struct buf said = {0}, line = {0};
	char *exact = mem_alloc(size);                     /* so that one byte too many is seen */
	memcpy(exact, bytes, size);
	pdf_look(exact, size, &k);
	look_put(&line, &k);
	look_put_rest(&line, &k);
	if (!u8_valid(line.data, line.len))
		abort();
	pdf_beside(exact, size, &said);
	if (said.data)
		judge(said.data, said.len);
	buf_free(&said);
	buf_free(&line);
	free(exact);
	return 0;
}
