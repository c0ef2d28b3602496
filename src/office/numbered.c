/* numbered.c: numbers go into their sources all at once: what one file costs that is written alone grows with its
 * folder, which is swept and synced each time. */
#include "office/numbered.h"

#include "base/file.h"

static size_t faults_of(const struct off_numbered *x)
{
	return diag_count(x->diag, DIAG_SYSTEM) + diag_count(x->diag, DIAG_FEHLER);
}

static void say(const struct pipe *p, const struct off_numbered *x, bool written)
{
	if (written)
		pipe_say(p, "%s: Drucksache %s", x->path, x->edit.value);
	else
		diag_sys(x->diag, "NUMMEROFFEN", x->path, 0,
			"Die Drucksachennummer %s ist vergeben und steht im Register, aber nicht in der "
			"Quelle; bitte die Ursache beheben und noch einmal aufnehmen",
			x->edit.value);
}

void off_write_numbers(const struct pipe *p, struct mem *m, const struct off_numbered *all, size_t n)
{
	struct file_batch *files = file_batch_new();
	size_t *before = MEM_ARRAY(m, size_t, n + 1);
	for (size_t i = 0; i < n; i++) {
		before[i] = faults_of(&all[i]);
		src_edit_staged(all[i].path, &all[i].edit, files, all[i].diag);
	}
	file_commit_all(files);
	for (size_t i = 0; i < n; i++)
		say(p, &all[i], faults_of(&all[i]) == before[i]);
}
