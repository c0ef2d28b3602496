/* file.c: atomic writing. A target that is no regular file (a device, a pipe) is written to directly. */
#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

enum { BLOCK = 64 * 1024 };                            /* bytes */

const struct diag_code file_codes[] = {
	{"DATEI", DIAG_SYSTEM, "Eine Datei kann nicht gelesen werden",
	 "Die genannte Datei fehlt, ist ein Ordner oder darf nicht gelesen werden. Bitte Namen, Ordner und Leserechte "
	 "prüfen. "
	 "Beispiel: `konzept.xml: Fehler: Die Datei wurde nicht gefunden`."},
	{"SCHREIBEN", DIAG_SYSTEM, "Eine Datei kann nicht geschrieben werden",
	 "Der Ordner fehlt, ist schreibgeschützt oder der Datenträger ist voll. Es bleibt keine halbe Datei zurück; "
	 "eine frühere Ausgabe bleibt, wie sie war. "
	 "Bitte Platz oder Rechte schaffen oder mit -o einen anderen Platz wählen."},
	{0}
};

const char *file_reason(int err)
{
	switch (err) {
	case ENOENT:       return "die Datei oder der Ordner wurde nicht gefunden; bitte Namen und Ordner prüfen";
	case EACCES:
	case EPERM:        return "die Rechte fehlen; bitte Zugriffsrechte prüfen";
	case EISDIR:       return "das ist ein Ordner, erwartet wird eine Datei; bitte die Datei darin nennen";
	case ENXIO:
	case ENODEV:       return "das ist ein Gerät oder eine Pipe, erwartet wird eine Datei; bitte eine nennen";
	case ENOTDIR:      return "ein Teil des Pfades ist kein Ordner; bitte den Pfad prüfen";
	case ENOSPC:
	case EDQUOT:       return "der Datenträger ist voll; bitte Platz schaffen";
	case EFBIG:        return "die Datei würde größer als erlaubt; bitte die Grenze für Dateigrößen prüfen";
	case EROFS:        return "der Datenträger ist schreibgeschützt; bitte einen anderen Platz wählen";
	case ELOOP:        return "die Verknüpfungen führen im Kreis; bitte die Verknüpfungen prüfen";
	case ENAMETOOLONG: return "der Name ist zu lang; bitte kürzen";
	case EMFILE:
	case ENFILE:       return "zu viele Dateien sind offen; bitte andere Programme beenden";
	case EBUSY:        return "das ist ein eingehängter Datenträger; bitte einen Ordner darin nennen";
	case EIO:          return "der Datenträger meldet einen Fehler; bitte Datenträger oder Netzlaufwerk prüfen";
	case EPIPE:        return "der Empfänger hat die Verbindung beendet";
	default:           return "das Betriebssystem verweigert den Zugriff; bitte Pfad und Datenträger prüfen";
	}
}

/* ---- writing ---- */

struct file_out {
	char *path, *temp;                             /* temp NULL: it has no name yet */
	bool beside;                                   /* becomes the target by a rename; else written directly */
	mode_t mode;                                   /* of the target; until then nobody else may read it */
	int fd, err;
	size_t size, used;
	char block[BLOCK];
};

static void flush(struct file_out *f)
{
	for (size_t at = 0; at < f->used && !f->err;) {
		ssize_t n = write(f->fd, f->block + at, f->used - at);
		if (n > 0)
			at += (size_t)n;
		else if (n == 0 || errno != EINTR)
			f->err = n == 0 ? ENOSPC : errno;
	}
	f->used = 0;
}

static void file_out_free(struct file_out *f)
{
	free(f->path);
	free(f->temp);
	free(f);
}

/* A link is followed, so that the link stays and its target is replaced. */
static char *target_of(const char *path)
{
	char *real = realpath(path, NULL);
	return real ? real : strdup(path);
}

/* Gives the file a name beside its target; make: 0 once it has it, EEXIST: another name. The errno it ended with. */
static int name_beside(struct file_out *f, int make(struct file_out *))
{
	struct mem *m = mem_new();
	int err = EEXIST;
	for (int i = 0; i < 100 && err == EEXIST; i++) {
		free(f->temp);
		f->temp = strdup(file_beside(m, f->path, mem_fmt(m, "%ld-%d-%u.tmp", (long)getpid(), i, file_host())));
		if (!f->temp)
			mem_out();
		err = make(f);
	}
	mem_free(m);
	return err;
}

static int make_new(struct file_out *f)
{
	f->fd = open(f->temp, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
	return f->fd < 0 ? errno : 0;
}

static int make_link(struct file_out *f)
{
	char self[32];
	snprintf(self, sizeof self, "/proc/self/fd/%d", f->fd);
	return linkat(AT_FDCWD, self, AT_FDCWD, f->temp, AT_SYMLINK_FOLLOW) < 0 ? errno : 0;
}

/* Where the system can: without a name while it is written, so that whatever ends the program leaves nothing. */
static void open_beside(struct file_out *f)
{
	struct mem *m = mem_new();
	f->fd = access("/proc/self/fd", X_OK) < 0
		? -1
		: open(file_dir(m, f->path), O_WRONLY | O_TMPFILE | O_CLOEXEC, 0600);
	mem_free(m);
	if (f->fd < 0)
		errno = name_beside(f, make_new);
}

/* Its name until the rename. */
static void name(struct file_out *f)
{
	if (!f->err && !f->temp)
		f->err = name_beside(f, make_link);
}

static void remove_temp(const struct file_out *f)
{
	if (f->temp)
		unlink(f->temp);
}

/* A device, or a pipe somebody reads from: nobody waits for a reader. */
static int open_other(const char *path)
{
	int fd = open(path, O_WRONLY | O_NONBLOCK | O_CLOEXEC);
	if (fd >= 0)
		fcntl(fd, F_SETFL, O_WRONLY);
	return fd;
}

mode_t file_usual(mode_t mode)
{
	mode_t mask = umask(077);
	umask(mask);
	return mode & ~mask;
}

struct file_out *file_create(const char *path, struct diag *d)
{
	struct file_out *f = mem_alloc(sizeof *f);
	struct stat st;
	f->path = target_of(path);
	f->temp = NULL;
	f->beside = false;
	f->err = 0;
	f->size = f->used = 0;
	bool there = stat(f->path, &st) == 0;
	if (there && S_ISDIR(st.st_mode)) {
		errno = EISDIR;
		f->fd = -1;
	} else if (there && !S_ISREG(st.st_mode)) {
		f->fd = open_other(f->path);
	} else {
		open_beside(f);
		f->beside = true;
		f->mode = there ? st.st_mode & 0777 : file_usual(0666);
	}
	if (f->fd >= 0)
		return f;
	diag_sys(d, "SCHREIBEN", path, 0, "Die Datei kann nicht angelegt werden: %s", file_reason(errno));
	file_out_free(f);
	return NULL;
}

bool file_write(struct file_out *f, const void *data, size_t n)
{
	const char *p = data;
	f->size += n;
	while (n && !f->err) {
		size_t k = n < BLOCK - f->used ? n : BLOCK - f->used;
		memcpy(f->block + f->used, p, k);
		f->used += k;
		p += k;
		n -= k;
		if (f->used == BLOCK)
			flush(f);
	}
	return !f->err;
}

size_t file_size(const struct file_out *f)
{
	return f->size;
}

static void sync_folder(const char *path)
{
	struct mem *m = mem_new();
	int fd = open(file_dir(m, path), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (fd >= 0) {
		fsync(fd);                                  /* a share that cannot do this has still done the rename */
		close(fd);
	}
	mem_free(m);
}

static void sweep_beside(const char *path)
{
	struct mem *m = mem_new();
	file_sweep(file_dir(m, path));
	mem_free(m);
}

static bool unwritable(const char *path, int err, struct diag *d)
{
	struct mem *m = mem_new();
	diag_sys(d, "SCHREIBEN", file_meant(m, path), 0, "Die Datei kann nicht geschrieben werden: %s",
		file_reason(err));
	mem_free(m);
	return false;
}

/* Not every file can be synced: then there is nothing to wait for. */
static int sync_error(int fd)
{
	return fsync(fd) < 0 && errno != EINVAL && errno != ENOTSUP ? errno : 0;
}

static bool put_in_place(struct file_out *f, bool sync, struct diag *d)
{
	flush(f);
	if (!f->err && sync)
		f->err = sync_error(f->fd);
	if (!f->err && f->beside && fchmod(f->fd, f->mode) < 0)
		f->err = errno;
	if (f->beside)
		name(f);
	if (close(f->fd) < 0 && !f->err)
		f->err = errno;
	if (!f->err && f->beside && rename(f->temp, f->path) < 0)
		f->err = errno;
	bool ok = !f->err;
	if (!ok) {
		remove_temp(f);
		unwritable(f->path, f->err, d);
	} else if (f->beside && sync) {
		sync_folder(f->path);
		sweep_beside(f->path);
	}
	file_out_free(f);
	return ok;
}

bool file_commit(struct file_out *f, struct diag *d)
{
	return put_in_place(f, true, d);
}

bool file_keep(struct file_out *f, struct diag *d)
{
	return put_in_place(f, false, d);
}

void file_drop(struct file_out *f)
{
	if (!f)
		return;
	close(f->fd);
	remove_temp(f);
	file_out_free(f);
}

/* ---- many files ---- */

struct folder { char *path; int fd, err; dev_t device; };
struct staged { char *path, *temp; mode_t mode; struct diag *diag; size_t folder; int err; };   /* err: of its sync */
struct file_batch {
	struct staged *at;
	size_t n, cap, placed;
	struct folder *folders;
	size_t nfolders;
};

struct file_batch *file_batch_new(void)
{
	struct file_batch *b = mem_alloc(sizeof *b);
	*b = (struct file_batch){0};
	return b;
}

/* Opened before anything is renamed: faults of the disk from here on are told by its sync. */
static size_t folder_of(struct file_batch *b, const char *path)
{
	struct mem *m = mem_new();
	const char *dir = file_dir(m, path);
	size_t i = b->nfolders;
	while (i > 0 && strcmp(b->folders[i - 1].path, dir))
		i--;
	if (i == 0) {
		struct stat st = {0};
		file_sweep(dir);
		struct folder f = {.path = strdup(dir), .fd = open(dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
		if (f.fd >= 0 && fstat(f.fd, &st) == 0)
			f.device = st.st_dev;
		b->folders = mem_realloc(b->folders, (b->nfolders + 1) * sizeof *b->folders);
		b->folders[b->nfolders++] = f;
		i = b->nfolders;
	}
	mem_free(m);
	return i - 1;
}

bool file_stage(struct file_batch *b, struct file_out *f, struct diag *d)
{
	if (!f->beside)
		return file_commit(f, d);
	flush(f);
	name(f);
	if (close(f->fd) < 0 && !f->err)
		f->err = errno;
	bool ok = !f->err;
	if (ok) {
		MEM_ROOM(b->at, b->n, b->cap);
		b->at[b->n++] = (struct staged){.path = f->path, .temp = f->temp, .mode = f->mode, .diag = d,
			.folder = folder_of(b, f->path)};
		f->path = f->temp = NULL;
	} else {
		remove_temp(f);
		unwritable(f->path, f->err, d);
	}
	file_out_free(f);
	return ok;
}

const char *file_last_staged(const struct file_batch *b)
{
	return b->n ? b->at[b->n - 1].temp : "";
}

enum { FEW = 4 };

/* All are on their way before the first is waited for: what the disk's journal says of them then goes at once. */
static void sync_few(struct staged *s, size_t n)
{
	int fd[FEW];
	for (size_t i = 0; i < n; i++) {
		fd[i] = open(s[i].temp, O_RDONLY | O_CLOEXEC);
		s[i].err = fd[i] < 0 ? errno : 0;
		if (fd[i] >= 0)
			sync_file_range(fd[i], 0, 0, SYNC_FILE_RANGE_WRITE);
	}
	for (size_t i = 0; i < n; i++)
		if (fd[i] >= 0) {
			s[i].err = sync_error(fd[i]);
			close(fd[i]);
		}
}

static bool sync_disks(struct file_batch *b)
{
	for (size_t i = 0; i < b->nfolders; i++) {
		struct folder *f = &b->folders[i];
		size_t k = 0;
		while (k < i && b->folders[k].device != f->device)
			k++;
		if (k < i) {
			f->err = b->folders[k].err;
			continue;
		}
		if (f->fd < 0)
			return false;
		f->err = syncfs(f->fd) < 0 ? errno : 0;
		if (f->err == ENOSYS || f->err == EINVAL || f->err == ENOTSUP)
			return false;
	}
	return true;
}

/* Many at once by the disk they lie on, which is one wait instead of many. */
static void sync_all(struct file_batch *b)
{
	bool at_once = b->n > FEW && sync_disks(b);
	for (size_t i = 0; i < b->n; i += at_once ? 1 : FEW)
		if (at_once)
			b->at[i].err = b->folders[b->at[i].folder].err;
		else
			sync_few(&b->at[i], b->n - i < FEW ? b->n - i : FEW);
}

static void batch_free(struct file_batch *b)
{
	for (size_t i = 0; i < b->n; i++) {
		free(b->at[i].path);
		free(b->at[i].temp);
	}
	for (size_t i = 0; i < b->nfolders; i++) {
		free(b->folders[i].path);
		if (b->folders[i].fd >= 0)
			close(b->folders[i].fd);
	}
	free(b->at);
	free(b->folders);
	free(b);
}

static bool commit(struct staged *s)
{
	if (!s->err && (chmod(s->temp, s->mode) < 0 || rename(s->temp, s->path) < 0))
		s->err = errno;
	if (!s->err)
		return true;
	unlink(s->temp);
	return unwritable(s->path, s->err, s->diag);
}

static void end_batch(struct file_batch *b)
{
	for (size_t i = 0; i < b->nfolders; i++)
		if (b->folders[i].fd >= 0)
			fsync(b->folders[i].fd);
	batch_free(b);
}

void file_drop_faulty(struct file_batch *b)
{
	size_t n = 0;
	for (size_t i = 0; i < b->n; i++) {
		struct staged *s = &b->at[i];
		if (!diag_count(s->diag, DIAG_SYSTEM)) {
			b->at[n++] = *s;
			continue;
		}
		unlink(s->temp);
		free(s->path);
		free(s->temp);
	}
	b->n = n;
}

bool file_commit_all(struct file_batch *b)
{
	bool ok = true;
	sync_all(b);
	for (size_t i = 0; i < b->n; i++)
		ok = commit(&b->at[i]) && ok;
	end_batch(b);
	return ok;
}

/* What is there keeps a second name until all are in place. */
static char *kept_name(struct mem *m, const struct staged *s)
{
	return mem_fmt(m, "%s.alt", s->temp);
}

/* Network shares may know no second names: then it is a copy. */
static bool copy(const char *from, const char *to, struct diag *d)
{
	struct buf b = {0};
	struct file_out *out = file_read(&b, from, d) ? file_create(to, d) : NULL;
	bool ok = out && file_write(out, b.data, b.len) && file_commit(out, d);
	buf_free(&b);
	return ok;
}

static bool keep(struct mem *m, const struct staged *s)
{
	const char *kept = kept_name(m, s);
	unlink(kept);
	return link(s->path, kept) == 0 || errno == ENOENT || copy(s->path, kept, s->diag);
}

static void put_back(struct mem *m, const struct staged *s)
{
	if (rename(kept_name(m, s), s->path) < 0)
		unlink(s->path);
}

bool file_place_whole(struct file_batch *b)
{
	struct mem *m = mem_new();
	size_t kept = 0;
	sync_all(b);
	while (kept < b->n && keep(m, &b->at[kept]))
		kept++;
	while (kept == b->n && b->placed < b->n && commit(&b->at[b->placed]))
		b->placed++;
	mem_free(m);
	return b->placed == b->n;
}

void file_end_whole(struct file_batch *b, bool good)
{
	struct mem *m = mem_new();
	good = good && b->placed == b->n;
	for (size_t i = 0; i < b->n; i++) {
		if (!good && i < b->placed)
			put_back(m, &b->at[i]);
		else if (!good)
			unlink(b->at[i].temp);
		unlink(kept_name(m, &b->at[i]));
	}
	end_batch(b);
	mem_free(m);
}

bool file_commit_whole(struct file_batch *b)
{
	bool ok = file_place_whole(b);
	file_end_whole(b, ok);
	return ok;
}

void file_pack_all(struct file_batch *b, struct buf *out)
{
	pack_int(out, b ? (int64_t)b->n : 0);
	for (size_t i = 0; b && i < b->n; i++) {
		pack_str(out, b->at[i].path);
		pack_str(out, b->at[i].temp);
		pack_int(out, b->at[i].mode);
		free(b->at[i].path);
		free(b->at[i].temp);
	}
	if (b)
		b->n = 0;
}

void file_adopt_all(struct file_batch *b, struct unpack *u, bool refused, struct diag *d)
{
	struct mem *m = mem_new();
	for (int64_t n = unpack_int(u); n > 0; n--) {
		const char *path = unpack_str(u, m), *temp = unpack_str(u, m);
		mode_t mode = (mode_t)unpack_int(u);
		if (refused) {
			unlink(temp);
			continue;
		}
		MEM_ROOM(b->at, b->n, b->cap);
		b->at[b->n++] = (struct staged){.path = strdup(path), .temp = strdup(temp), .mode = mode, .diag = d,
			.folder = folder_of(b, path)};
	}
	mem_free(m);
}

void file_drop_all(struct file_batch *b)
{
	if (!b)
		return;
	for (size_t i = 0; i < b->n; i++)
		unlink(b->at[i].temp);
	batch_free(b);
}

int file_line_of(const char *path, const char *text)
{
	struct file_map map;
	struct diag *unused = diag_new();
	int line = 0;
	if (file_exists(path) && file_map(&map, path, unused)) {
		const char *p = map.data, *at = map.size ? memmem(p, map.size, text, strlen(text)) : NULL;
		for (line = at != NULL; at && p < at; p++)
			line += *p == '\n';
		file_unmap(&map);
	}
	diag_free(unused);
	return line;
}
