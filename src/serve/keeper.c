/* keeper.c: starts a worker, and the next one when the register was replaced or a worker died. It reads nothing from
 * the network; the socket stays open in it, so that nobody is turned away between two workers. */
#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "serve/running.h"

/* workers that die so soon, one after the other, would go on */
enum { REPLACED = 99, SOON_SECONDS = 5, SOON_MOST = 3 };

static int work(const struct srv_setup *setup, bool again, struct diag *d)
{
	bool replaced = false;
	prctl(PR_SET_PDEATHSIG, SIGTERM);
	if (again)
		setup->prepare(setup->arg, setup->path, d);   /* a fault is found again, and said, by srv_work */
	if (srv_work(setup, again, &replaced, d) && replaced)
		_exit(REPLACED);
	return -1;
}

/* SIGTERM and SIGINT go on to the worker, whose end is then the end. */
static int wait_for(pid_t worker, const sigset_t *set, bool *ending)
{
	int status, sig;
	for (;;) {
		sigwait(set, &sig);
		if (sig != SIGCHLD) {
			*ending = true;
			kill(worker, SIGTERM);
		}
		if (waitpid(worker, &status, WNOHANG) == worker)
			return status;
	}
}

static time_t seconds(void)
{
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return t.tv_sec;
}

/* They are waited for, by this process and by its children. */
static void hold_signals(sigset_t *set)
{
	sigemptyset(set);
	sigaddset(set, SIGTERM);
	sigaddset(set, SIGINT);
	sigaddset(set, SIGCHLD);
	sigprocmask(SIG_BLOCK, set, NULL);
}

int srv_run(const struct srv_setup *setup, struct diag *d)
{
	sigset_t set;
	hold_signals(&set);
	prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
	bool ending = false;
	int soon = 0;
	for (bool again = false;; again = true) {
		time_t begun = seconds();
		pid_t worker = fork();
		if (worker < 0)
			diag_sys(d, "OPARLDIENST", NULL, 0,
				"Der Server lässt sich nicht starten; bitte Grenzen für Prozesse und Speicher prüfen");
		if (worker <= 0)
			return worker < 0 ? -1 : work(setup, again, d);
		int status = wait_for(worker, &set, &ending);
		bool died = WIFSIGNALED(status), replaced = WIFEXITED(status) && WEXITSTATUS(status) == REPLACED;
		soon = died && seconds() - begun < SOON_SECONDS ? soon + 1 : 0;
		if (ending || !(died || replaced) || soon > SOON_MOST) {
			close(setup->socket);
			return replaced ? 0 : died ? 3 : WEXITSTATUS(status);
		}
		setup->say(setup->arg, died,
			died ? "Der Server ist abgestürzt und beginnt neu"
			     : "Das Register wurde ersetzt oder entfernt; der Server liest, was an seiner Stelle "
			       "steht");
	}
}
