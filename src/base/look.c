/* look.c: one line of JSON between the two programs. */
#include "base/look.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/file.h"
#include "base/json.h"
#include "base/program.h"
#include "base/u8.h"

enum { ANSWER = 1024, BESIDE = 8 << 20, SECONDS = 60 };

static const char *const states[] = {[LOOK_UNKNOWN] = "unbekannt",
	[LOOK_READ] = "gelesen",
	[LOOK_LOCKED] = "gesperrt",
	[LOOK_BROKEN] = "beschaedigt",
	[LOOK_NONE] = "kein-pdf"};

/* by which the second program says it; one of them, more of them */
static const struct { const char *name, *one, *many; } rests[LOOK_RESTS] = {
	[LOOK_NOTES] = {"kommentare", "einen Kommentar", "%d Kommentare"},
	[LOOK_FILES] = {"dateien", "eine eingebettete Datei", "%d eingebettete Dateien"},
	[LOOK_SCRIPTS] = {"skripte", "ein Skript", "%d Skripte"},
	[LOOK_XFA] = {"xfa", "die Daten eines Formulars (XFA)", "die Daten von %d Formularen (XFA)"},
	[LOOK_FIELDS] = {"felder", "ein verborgenes Formularfeld", "%d verborgene Formularfelder"},
	[LOOK_LAYERS] = {"ebenen", "eine ausgeschaltete Ebene", "%d ausgeschaltete Ebenen"},
	[LOOK_EARLIER] = {"fassungen", "eine frühere Fassung", "%d frühere Fassungen"},
	[LOOK_LOOSE] = {"reste", "einen Rest, den keine Seite mehr nennt", "%d Reste, die keine Seite mehr nennt"},
	[LOOK_THUMBS] = {"vorschaubilder", "ein Vorschaubild", "%d Vorschaubilder"},
	[LOOK_PRIVATE] = {"arbeitsdaten", "die Arbeitsdaten eines Zeichenprogramms",
		"die Arbeitsdaten eines Zeichenprogramms (%d)"},
	[LOOK_PLACES] = {"aufnahmeorte", "den Aufnahmeort eines Bildes", "die Aufnahmeorte von %d Bildern"}};

const char *look_state_name(enum look_state s)
{
	return states[s];
}

void look_put(struct buf *b, const struct look_pdf *k)
{
	cJSON *o = cJSON_CreateObject();
	cJSON_AddStringToObject(o, "zustand", states[k->state]);
	cJSON_AddNumberToObject(o, "seiten", k->pages);
	cJSON_AddNumberToObject(o, "mit-text", k->spoken);
	cJSON_AddNumberToObject(o, "ohne-text", k->silent);
	cJSON_AddBoolToObject(o, "tags", k->tagged);
	cJSON_AddBoolToObject(o, "titel", k->titled);
	cJSON_AddStringToObject(o, "sprache", k->lang);
	cJSON_AddBoolToObject(o, "verschluesselt", k->encrypted);
	cJSON_AddBoolToObject(o, "vorlesen-verboten", k->closed);
	cJSON_AddBoolToObject(o, "repariert", k->mended);
	for (int i = 0; i < LOOK_RESTS; i++)
		cJSON_AddNumberToObject(o, rests[i].name, k->rest[i]);
	cJSON_AddNumberToObject(o, "ungesehen", k->unseen);
	cJSON_AddStringToObject(o, "verfasser", k->author);
	json_put_line(b, o);
}

bool look_put_rest(struct buf *b, const struct look_pdf *k)
{
	int last = LOOK_RESTS - 1, said = 0;
	while (last >= 0 && !k->rest[last])
		last--;
	for (int i = 0; i <= last; i++)
		if (k->rest[i]) {
			buf_str(b, !said++ ? "" : i == last ? " und " : ", ");
			if (k->rest[i] == 1)
				buf_str(b, rests[i].one);
			else
				buf_fmt(b, rests[i].many, k->rest[i]);
		}
	return said > 0;
}

static int number(const cJSON *o, const char *name)
{
	const cJSON *v = cJSON_GetObjectItemCaseSensitive(o, name);
	return cJSON_IsNumber(v) && v->valueint >= 0 ? v->valueint : 0;
}

static bool yes(const cJSON *o, const char *name)
{
	return cJSON_IsTrue(cJSON_GetObjectItemCaseSensitive(o, name));
}

static const char *string(const cJSON *o, const char *name)
{
	const char *s = cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(o, name));
	return s ? s : "";
}

static bool parse(const char *json, struct look_pdf *k)
{
	cJSON *o = cJSON_Parse(json);
	size_t i = 0, n = sizeof states / sizeof *states;
	while (i < n && strcmp(states[i], string(o, "zustand")))
		i++;
	*k = (struct look_pdf){.state = i < n ? (enum look_state)i : LOOK_UNKNOWN,
		.pages = number(o, "seiten"),
		.spoken = number(o, "mit-text"),
		.silent = number(o, "ohne-text"),
		.tagged = yes(o, "tags"),
		.titled = yes(o, "titel"),
		.encrypted = yes(o, "verschluesselt"),
		.closed = yes(o, "vorlesen-verboten"),
		.mended = yes(o, "repariert"),
		.unseen = number(o, "ungesehen")};
	for (int r = 0; r < LOOK_RESTS; r++)
		k->rest[r] = number(o, rests[r].name);
	strncpy(k->author, string(o, "verfasser"), sizeof k->author - 1);
	strncpy(k->lang, string(o, "sprache"), sizeof k->lang - 1);
	cJSON_Delete(o);
	return i < n;
}

/* ---- asking ---- */

static pid_t start(char *program, const char *how, int in, int out)
{
	char word[] = "anlage", bytes[] = "-", option[16];
	char *argv[] = {program, word, option, bytes, NULL};
	posix_spawn_file_actions_t todo;
	pid_t pid = -1;
	snprintf(option, sizeof option, "%s", how);
	posix_spawn_file_actions_init(&todo);
	posix_spawn_file_actions_adddup2(&todo, in, STDIN_FILENO);
	posix_spawn_file_actions_adddup2(&todo, out, STDOUT_FILENO);
	posix_spawn_file_actions_addopen(&todo, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
	if (posix_spawn(&pid, program, &todo, NULL, argv, environ))
		pid = -1;
	posix_spawn_file_actions_destroy(&todo);
	return pid;
}

/* All that it says, within its time. */
static size_t hear(int fd, char *said, size_t room)
{
	struct pollfd p = {.fd = fd, .events = POLLIN};
	size_t n = 0;
	while (n < room) {
		int ready = poll(&p, 1, SECONDS * 1000);
		if (ready < 0 && errno == EINTR)
			continue;
		if (ready <= 0)
			return 0;
		ssize_t got = read(fd, said + n, room - n);
		if (got <= 0)
			return n;
		n += (size_t)got;
	}
	return 0;
}

/* False: it knew nothing of the question (an older one). */
static bool ended(pid_t pid, bool heard)
{
	int status = 0;
	if (!heard)
		kill(pid, SIGKILL);
	while (waitpid(pid, &status, 0) < 0 && errno == EINTR)
		;
	return !WIFEXITED(status) || WEXITSTATUS(status) != 2;
}

/* What it says of the bytes, asked so, up to room bytes; the process in *pid, at most 0: none ran. */
static size_t ask(const char *pdf, size_t n, const char *how, char *said, size_t room, pid_t *pid)
{
	struct mem *m = mem_new();
	char *program = file_second(m);
	int in = access(program, X_OK) ? -1 : prog_hold(pdf, n), pipe[2] = {-1, -1};
	size_t got = 0;
	*pid = -1;
	if (in >= 0 && !pipe2(pipe, O_CLOEXEC)) {
		*pid = start(program, how, in, pipe[1]);
		close(pipe[1]);
		got = *pid > 0 ? hear(pipe[0], said, room) : 0;
		close(pipe[0]);
	}
	if (in >= 0)
		close(in);
	mem_free(m);
	return got;
}

struct look_pdf look_ask(const char *pdf, size_t n)
{
	struct look_pdf k = {.state = LOOK_UNKNOWN};
	char said[ANSWER + 1];
	pid_t pid;
	const size_t got = ask(pdf, n, "--json", said, ANSWER, &pid);
	said[got] = '\0';
	const bool heard = got && parse(said, &k);
	if (pid > 0 && ended(pid, heard) && !heard)
		k = (struct look_pdf){.state = LOOK_BROKEN};
	return k;
}

bool look_beside(const char *pdf, size_t n, struct buf *b)
{
	pid_t pid;
	const size_t got = ask(pdf, n, "--beiwerk", buf_reserve(b, BESIDE), BESIDE, &pid);
	b->len += got;
	buf_str(b, "");
	int status = 1;
	while (pid > 0 && waitpid(pid, &status, 0) < 0 && errno == EINTR)
		;
	return pid > 0 && WIFEXITED(status) && !WEXITSTATUS(status);
}

/* ---- its words ---- */

static void put_words(const char *p, const char *end, struct buf *b)
{
	while (p < end) {
		char one[4];
		uint32_t c = u8_get(&p, end);
		if (c == '\f' || c == '\r')
			c = '\n';
		if (c == '\n' || c == '\t' || (c >= ' ' && c != 0x7F))
			buf_put(b, one, u8_put(one, c));
	}
}

bool look_words(const char *pdf, size_t n, struct buf *b)
{
	static const char *const argv[] = {"pdftotext", "-enc", "UTF-8", "-", "-", NULL};
	struct buf said = {0};
	bool read = !prog_run_on(argv, pdf, n, &said);
	if (read)
		put_words(said.data, said.data + said.len, b);
	buf_free(&said);
	return read;
}
