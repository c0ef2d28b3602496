/* read.c: a reader in a child of its own. It inherits the bytes and a pipe, and nothing else of use. */
#include "import/read.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/confine.h"
#include "base/file.h"
#include "import/formats.h"
#include "import/pdf.h"
#include "import/wire.h"

enum { CPU_SECONDS = 120, WALL_SECONDS = 240, ANSWER = 1 << 30 };
static const size_t address_space = (size_t)3 << 30;

static void put_all(int fd, const char *s, size_t n)
{
	while (n) {
		ssize_t put = write(fd, s, n);
		if (put < 0 && errno == EINTR)
			continue;
		if (put <= 0)
			_exit(3);
		s += put;
		n -= (size_t)put;
	}
}

/* The child: reads, packs, says. Never returns. */
static void work(int to, imp_reader *read_it, const char *data, size_t n)
{
	close(STDOUT_FILENO);                          /* nothing is opened from here on that could stand for them */
	close(STDERR_FILENO);
	struct confine_limits limits = {CPU_SECONDS, address_space};
	confine_computing(&limits);                    /* what the kernel cannot hold, the limits and the parent do */
	struct imp_flow *f = imp_flow_new(mem_new());
	struct buf b = {0};
	f->read_inner = imp_read_inner;
	char first = (char)read_it(f, data, n);
	buf_chr(&b, first);
	f->format = f->format ? f->format : "";
	imp_pack(f, &b);
	put_all(to, b.data, b.len);
	_exit(0);
}

/* All it says until it ends; false: not within its time, or too much. */
static bool hear(int fd, struct buf *b)
{
	struct pollfd p = {.fd = fd, .events = POLLIN};
	for (int slices = WALL_SECONDS; slices > 0 && b->len < ANSWER;) {
		int ready = poll(&p, 1, 1000);
		if (ready == 0 || (ready < 0 && errno == EINTR)) {
			slices--;
			continue;
		}
		ssize_t got = ready < 0 ? -1 : read(fd, buf_reserve(b, 1 << 16), 1 << 16);
		if (got < 0)
			return false;
		if (!got)
			return true;
		b->len += (size_t)got;
	}
	return false;
}

static const char *const codes[] = {[IMP_BROKEN] = "EINGANGKAPUTT",
	[IMP_LOCKED] = "EINGANGGESPERRT",
	[IMP_TOO_BIG] = "EINGANGGROSS",
	[IMP_OTHER] = "EINGANGFREMD"};

static void refuse(struct diag *d, const char *name, enum imp_refusal r, const char *why)
{
	if (r == IMP_BROKEN)
		diag_error(d, codes[r], name, 0,
			"Die Datei %s; sie ist beschädigt, und nichts wurde übernommen: bitte "
			"noch einmal speichern oder senden lassen",
			why);
	else
		diag_error(d, codes[r], name, 0, "Die Datei %s", why);
}

/* How a child ended that said nothing of use. */
static void tell_end(struct diag *d, const char *name, int status, bool heard)
{
	if (!heard || (WIFSIGNALED(status) && (WTERMSIG(status) == SIGXCPU || WTERMSIG(status) == SIGKILL)))
		refuse(d, name, IMP_TOO_BIG,
			"braucht zum Lesen mehr Zeit, als ein Dokument brauchen darf; nichts wurde "
			"übernommen: bitte in Teile zerlegen");
	else if (WIFEXITED(status) && WEXITSTATUS(status) == 3)
		refuse(d, name, IMP_TOO_BIG,
			"braucht ausgepackt mehr Speicher, als ein Dokument brauchen darf; nichts "
			"wurde übernommen: bitte in Teile zerlegen");
	else
		refuse(d, name, IMP_BROKEN, "bringt ihren Leser zum Absturz");
}

/* Keeps a picture's bytes where the flow is. */
static void own_bytes(struct imp_flow *f)
{
	for (struct imp_node *n = f->root; n; n = imp_after(n, f->root))
		if (n->bytes)
			n->bytes = mem_str(f->mem, n->bytes, n->nbytes);
}

static struct imp_flow *understand(struct mem *m, const char *name, const struct buf *b, int status, struct diag *d)
{
	struct imp_flow *f = b->len ? imp_unpack(m, b->data + 1, b->len - 1) : NULL;
	enum imp_refusal r = f ? (enum imp_refusal)b->data[0] : IMP_BROKEN;
	if (!f || r > IMP_OTHER) {
		tell_end(d, name, status, true);
		return NULL;
	}
	if (r != IMP_TAKEN) {
		refuse(d, name, r, f->refused ? f->refused : "lässt sich nicht lesen");
		return NULL;
	}
	own_bytes(f);
	return f;
}

static struct imp_flow *confined(struct mem *m, const char *name, imp_reader *reader, const struct file_map *in,
	struct diag *d)
{
	int ends[2];
	pid_t pid = pipe2(ends, O_CLOEXEC) ? -1 : fork();
	if (pid == 0) {
		close(ends[0]);
		work(ends[1], reader, in->data, in->size);
	}
	if (pid < 0) {
		diag_sys(d, "DATEI", name, 0, "Zum Lesen lässt sich kein Prozess starten: %s", strerror(errno));
		return NULL;
	}
	struct buf b = {0};
	int status = 0;
	close(ends[1]);
	bool heard = hear(ends[0], &b);
	if (!heard)
		kill(pid, SIGKILL);
	close(ends[0]);
	while (waitpid(pid, &status, 0) < 0 && errno == EINTR)
		;
	struct imp_flow *f = NULL;
	if (heard && WIFEXITED(status) && !WEXITSTATUS(status))
		f = understand(m, name, &b, status, d);
	else
		tell_end(d, name, status, heard);
	buf_free(&b);
	return f;
}

/* What it is says its content; a name that says something else is told. */
static void tell_name(const char *name, const char *format, struct diag *d)
{
	static const struct { const char *ending, *format, *said; } names[] = {{".docx", "docx", "ein Word-Dokument"},
		{".odt", "odt", "ein OpenDocument-Text"}, {".xlsx", "xlsx", "eine Excel-Tabelle"},
		{".ods", "ods", "eine OpenDocument-Tabelle"}, {".pdf", "pdf", "ein PDF"}, {".html", "html", "HTML"},
		{".doc", "", NULL}, {".xls", "", NULL}, {".rtf", "", NULL}, {"", NULL, "Text"}};
	enum { SURE = 5, ALL = sizeof names / sizeof *names - 1 };     /* as HTML and text are found by all names */
	const char *ending = strrchr(file_base(name), '.');
	size_t called = 0, is = 0;
	while (called < ALL && (!ending || strcasecmp(ending, names[called].ending) != 0))
		called++;
	while (is <= SURE && strcmp(format, names[is].format) != 0)
		is++;
	if (called < ALL && called != is && called != SURE)
		diag_add(d, DIAG_HINWEIS, "EINGANGNAME", name, 0,
			"Der Name endet auf %s, die Datei ist aber %s und wird so übernommen; falls sie verwechselt "
			"wurde, bitte die richtige nennen", ending, names[is <= SURE ? is : ALL].said);
}

static struct imp_flow *decided(struct imp_flow *f, const char *name, const struct imp_words *w, struct diag *d)
{
	if (f) {
		tell_name(name, f->format, d);
		hyphens_decide(f, w);
	}
	return f;
}

struct imp_flow *imp_read_bytes(struct mem *m, const char *name, const char *data, size_t n, const struct imp_words *w,
	struct diag *d)
{
	enum imp_refusal r;
	const char *why;
	struct file_map in = {.data = data, .size = n};
	if (!n) {
		refuse(d, name, IMP_BROKEN, "ist leer");
		return NULL;
	}
	if (n > IMP_MOST) {
		refuse(d, name, IMP_TOO_BIG, "ist größer als 256 MB; bitte in Teile zerlegen oder Bilder verkleinern");
		return NULL;
	}
	imp_reader *reader = imp_recognise(name, data, n, &r, &why);
	if (!reader)
		refuse(d, name, r, why);
	return reader ? decided(confined(m, name, reader, &in, d), name, w, d) : NULL;
}

/* A PDF is looked at by programs of others; what they say is read as confined as any file. */
static struct imp_flow *read_pdf(struct mem *m, const char *path, const struct file_map *in, struct diag *d)
{
	struct file_map said = {0};
	bool tagged;
	if (!pdf_text(m, path, in, &said, &tagged, d))
		return NULL;
	struct imp_flow *f = confined(m, path, tagged ? imp_pdftree : imp_pdfpages, &said, d);
	if (f) {
		pdf_tell_fonts(f, in);
		pdf_tell_beside(f, pdf_path(m, path), in);
	}
	return f;
}

struct imp_flow *imp_read(struct mem *m, const char *path, const struct imp_words *w, struct diag *d)
{
	struct file_map in;
	if (!file_map(&in, path, d))
		return NULL;
	struct imp_flow *f = pdf_is(in.data, in.size) ? decided(read_pdf(m, path, &in, d), path, w, d)
		: imp_read_bytes(m, path, in.data, in.size, w, d);
	file_unmap(&in);
	return f;
}
