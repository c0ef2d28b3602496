/* script.c: scripts that hand the jobs of a plan to GNU parallel or to Slurm. Both do what a scheduler does; jobs can
 * be begun again at any time, so that a machine that is lost costs time only. */
#include "cli/script.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/file.h"
#include "base/mark.h"
#include "base/mem.h"
#include "cli/messages.h"
#include "cli/print.h"
#include "office/jobs.h"
#include "pipeline/output.h"

enum { MOST_PIECES = 1000, FEWEST = 10 };              /* of pieces a plan is cut into; jobs in one */

/* For a shell: 'it'\''s' */
static void put_word(struct buf *b, const char *s)
{
	buf_chr(b, '\'');
	for (; *s; s++)
		if (*s == '\'')
			buf_str(b, "'\\''");
		else
			buf_chr(b, *s);
	buf_chr(b, '\'');
}

static size_t count_jobs(struct mem *m, const char *path, struct diag *d)
{
	struct off_jobs_named named;
	if (!off_jobs_named(m, path, &named, d))
		return 0;
	if (!named.jobs)
		diag_sys(d, "STAPELPLAN", path, 0,
			"Der Plan hat keine Jobs; bitte zuerst Dokumente anlegen und neu planen");
	return named.jobs;
}

/* What all of them begin with: where, which program, which plan, how many jobs a piece. */
static void put_head(struct buf *b, const char *jobs, const char *shelf, size_t n)
{
	char cwd[PATH_MAX], exe[PATH_MAX];
	ssize_t len = readlink("/proc/self/exe", exe, sizeof exe - 1);
	size_t piece = (n + MOST_PIECES - 1) / MOST_PIECES;
	exe[len > 0 ? len : 0] = '\0';
	buf_str(b, "cd ");
	put_word(b, getcwd(cwd, sizeof cwd) ? cwd : ".");
	buf_str(b, " || exit 3\nprogramm=${RATSSATZ:-");
	put_word(b, len > 0 ? exe : "ratssatz");
	buf_str(b, "}\nplan=");
	put_word(b, jobs);
	buf_str(b, "\nablage=");
	put_word(b, shelf ? shelf : "");
	buf_fmt(b, "\njobs=%zu\nstueck=${STUECK:-%zu}\n", n, piece > FEWEST ? piece : FEWEST);
	buf_str(b, "lauf() { # ERSTER: ein Stück; fehlerhafte Dokumente (1) sind gemeldet und halten nichts auf\n"
		   "\tbis=$(($1 + stueck - 1))\n"
		   "\t[ \"$bis\" -le \"$jobs\" ] || bis=$jobs\n"
		   "\t\"$programm\" stapel lauf \"$plan\" ${ablage:+--ablage \"$ablage\"} --kerne \"${KERNE:-1}\" -q "
		   "--von \"$1\" --bis \"$bis\" || [ $? -eq 1 ]\n"
		   "}\n");
}

static const char collecting[] =
	"\"$programm\" stapel sammeln \"$plan\" ${ablage:+--ablage \"$ablage\"}\n";

static void put_parallel(struct buf *b)
{
	buf_str(b,
		"# Verteilt auf die Kerne dieses Rechners; auf andere mit RECHNER=DATEI, je Zeile ein Ziel für ssh,\n"
		"# wie --sshloginfile von GNU parallel es beschreibt (\":\" ist dieser Rechner). Alle sehen denselben\n"
		"# Ordner.\n"
		"# Noch einmal aufgerufen, geht es weiter, wo es aufgehört hat.\n"
		"if [ \"${1:-}\" = --stueck ]; then\n"
		"\tlauf \"$2\"\n"
		"\texit\n"
		"fi\n"
		"seq 1 \"$stueck\" \"$jobs\" | parallel --quote --will-cite --retries 3 --halt never ${BALKEN:+--bar} "
		"${RECHNER:+--sshloginfile \"$RECHNER\"} sh \"$skript\" --stueck {}\n"
		"gescheitert=$?\n");
	buf_str(b, collecting);
	buf_str(b, "gesammelt=$?\n[ \"$gesammelt\" -ne 0 ] || [ \"$gescheitert\" -eq 0 ] || gesammelt=3\n"
		   "exit \"$gesammelt\"\n");
}

static void put_slurm(struct buf *b)
{
	buf_str(b,
		"if [ \"${1:-}\" = --stueck ]; then\n"
		"\tlauf \"$2\"\n"
		"\texit\n"
		"fi\n"
		"if [ -n \"${SLURM_ARRAY_TASK_ID:-}\" ]; then # ein Feld: dieses Element nimmt jedes wievielte Stück\n"
		"\tstatus=0\n"
		"\terster=$(((SLURM_ARRAY_TASK_ID - ${SLURM_ARRAY_TASK_MIN:-1}) * stueck + 1))\n"
		"\twhile [ \"$erster\" -le \"$jobs\" ]; do\n"
		"\t\tlauf \"$erster\" || status=$?\n"
		"\t\terster=$((erster + ${SLURM_ARRAY_TASK_COUNT:-1} * stueck))\n"
		"\tdone\n"
		"\texit \"$status\"\n"
		"fi\n"
		"if [ \"${1:-}\" = --sammeln ]; then # nach einem Feld: --dependency=afterany:NUMMER … --sammeln\n"
		"\t");
	buf_str(b, collecting);
	buf_str(b, "\texit\n"
		   "fi\n"
		   "# Eine Zuteilung: GNU parallel reicht darin jedes Stück mit srun an einen freien Platz.\n"
		   "seq 1 \"$stueck\" \"$jobs\" | parallel --quote --will-cite --retries 3 --halt never "
		   "--jobs \"${SLURM_NTASKS:-1}\" "
		   "srun --exclusive --nodes 1 --ntasks 1 --quiet sh \"$skript\" --stueck {}\n"
		   "gescheitert=$?\n");
	buf_str(b, collecting);
	buf_str(b, "gesammelt=$?\n[ \"$gesammelt\" -ne 0 ] || [ \"$gescheitert\" -eq 0 ] || gesammelt=3\n"
		   "exit \"$gesammelt\"\n");
}

/* A script knows its own place: Slurm runs a copy of it. */
static void put_script(struct buf *b, struct mem *m, const struct cmd_args *a, const char *target, size_t n)
{
	const char *jobs = a->arg[2];
	bool slurm = !strcmp(a->arg[1], "slurm");
	char *real = realpath(file_dir(m, target), NULL);
	buf_str(b, "#!/bin/sh\n");
	if (slurm)
		buf_str(b, "#SBATCH --job-name=ratssatz\n#SBATCH --no-requeue\n");
	buf_fmt(b, "# Geschrieben von „ratssatz stapel skript %s“.%s\n", a->arg[1],
		slurm ? " Als Zuteilung: sbatch --ntasks 8 SKRIPT; als Feld: sbatch --array 1-8 SKRIPT." : "");
	put_head(b, jobs, a->opt[CMD_O_ABLAGE], n);
	buf_str(b, "skript=");
	put_word(b, file_join(m, real ? real : ".", file_base(target)));
	buf_chr(b, '\n');
	free(real);
	(slurm ? put_slurm : put_parallel)(b);
}

static bool write_script(const struct cmd_args *a, const struct buf *b, const char *target, struct diag *d)
{
	return pipe_spares(a->arg[2], target, d) &&
		mark_put_or_tell(target, b, a->opt[CMD_O_ERSETZEN], d) &&
		(chmod(target, file_usual(0777)) == 0 || true);
}

int cmd_script(const struct cmd_args *a)
{
	const char *kind = a->nargs > 1 ? a->arg[1] : "";
	if (strcmp(kind, "parallel") && strcmp(kind, "slurm"))
		return cmd_usage("ratssatz stapel skript gibt es für parallel und slurm, nicht für „%s“", kind);
	if (a->nargs != 3)
		return cmd_usage(
			"ratssatz stapel skript %s braucht den Plan, den „stapel plan“ geschrieben hat", kind);
	struct mem *m = mem_new();
	struct diag *d = diag_new();
	struct buf b = {0};
	const char *jobs = a->arg[2], *o = a->opt[CMD_O_OUTPUT];
	const char *target = o && strcmp(o, "-") ? o : mem_fmt(m, "%s.%s.sh", jobs, kind);
	size_t n = count_jobs(m, jobs, d);
	if (n)
		put_script(&b, m, a, target, n);
	if (n && o && !strcmp(o, "-"))
		cmd_print(&b);
	else if (n && write_script(a, &b, target, d) && !a->opt[CMD_O_STILL])
		fprintf(stderr, "%s: für %zu %s\n", target, n, n == 1 ? "Job" : "Jobs");
	buf_free(&b);
	mem_free(m);
	return cmd_finish(&d, 1, a);
}
