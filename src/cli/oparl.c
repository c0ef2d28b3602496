/* oparl.c: the OParl interface from the register. */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/run.h"
#include "office/exported.h"
#include "oparl/oparl.h"
#include "serve/serve.h"

static const char *only_register(struct mem *m, const struct cmd_args *a, struct diag *d)
{
	struct pipe_places p = cmd_places(a);
	return off_only_register(m, &p, d);
}

static void export(const struct cmd_args *a, struct mem *m, struct diag *d)
{
	const char *path = only_register(m, a, d), *folder = a->opt[CMD_O_OUTPUT];
	struct reg *r = path && opa_refresh(path, a->now, d) ? reg_open(path, true, d) : NULL;
	const char *base = r ? opa_base(r, m, a->opt[CMD_O_BASIS_URL], "http://localhost:8980", d) : NULL;
	struct opa_export x = {0};
	if (r)
		reg_look(r);
	const bool ok = base && opa_export(r, base, folder, &x, d) && off_lay_export(r, folder, &x, a->now, d);
	opa_export_end(&x, ok);
	if (ok && !a->opt[CMD_O_STILL])
		fprintf(stderr, "%s: %zu %s für %s\n", folder, x.n, x.n == 1 ? "Datei" : "Dateien", base);
	reg_close(r);
}

/* ---- the server ---- */

static void say(const void *arg, bool trouble, const char *line)
{
	const struct cmd_args *a = arg;
	if (trouble || !a->opt[CMD_O_STILL])
		fprintf(stderr, "ratssatz: %s%s\n", trouble ? "Fehler: " : "", line);
}

/* What stands in addresses if nobody says it: a server for this computer only is called localhost. */
static const char *own_address(struct mem *m, const char *address, int port)
{
	bool here = !strncmp(address, "127.", 4) || !strcmp(address, "::1") || !strcmp(address, "0.0.0.0") ||
		!strcmp(address, "::");
	return mem_fmt(m, strchr(address, ':') && !here ? "http://[%s]:%d" : "http://%s:%d",
		here ? "localhost" : address, port);
}

static bool prepare(const void *arg, const char *path, struct diag *d)
{
	return opa_refresh(path, ((const struct cmd_args *)arg)->now, d);
}

/* The exit status of the worker; -1: it is this process, with what is to be told in d. */
static int serve(const struct cmd_args *a, int port, struct mem *m, struct diag *d)
{
	const char *path = only_register(m, a, d),
		   *address = a->opt[CMD_O_ADRESSE] ? a->opt[CMD_O_ADRESSE] : "127.0.0.1";
	struct reg *r = path && opa_refresh(path, a->now, d) ? reg_open(path, false, d) : NULL;
	int fd = r ? srv_listen(address, &port, d) : -1;
	const char *base = fd >= 0 ? opa_base(r, m, a->opt[CMD_O_BASIS_URL], own_address(m, address, port), d) : NULL;
	char *real = r ? realpath(path, NULL) : NULL;
	reg_close(r);
	struct srv_setup setup = {.socket = fd,
		.path = real ? real : path,
		.base = base,
		.files = a->opt[CMD_O_DATEIEN],
		.prepare = prepare,
		.say = say,
		.arg = a};
	if (base)
		say(setup.arg, false,
			mem_fmt(m, "OParl-Server auf %s, Port %d; er endet mit SIGTERM oder Strg+C", address, port));
	int status = -1;
	if (base)
		status = srv_run(&setup, d);
	else if (fd >= 0)
		close(fd);
	free(real);
	return status;
}

static bool port_of(const struct cmd_args *a, int *port)
{
	const char *s = a->opt[CMD_O_PORT] ? a->opt[CMD_O_PORT] : "8980";
	char *end;
	long n = strtol(s, &end, 10);
	*port = (int)n;
	return *s >= '0' && *s <= '9' && !*end && strlen(s) <= 5 && n <= 65535;
}

int cmd_oparl(const struct cmd_args *a)
{
	bool serving = !strcmp(a->arg[0], "dienen");
	int port;
	if (!serving && !a->opt[CMD_O_OUTPUT])
		return cmd_usage("ratssatz oparl exportieren braucht -o ORDNER");
	if (serving && a->opt[CMD_O_OUTPUT])
		return cmd_usage("-o geht nur mit oparl exportieren; dienen liest und schreibt nichts");
	if (!port_of(a, &port))
		return cmd_usage("--port „%s“ geht nicht, erwartet wird eine Zahl von 0 bis 65535", a->opt[CMD_O_PORT]);
	struct mem *m = mem_new();
	struct diag *d = diag_new();
	int ended = -1;
	if (serving)
		ended = serve(a, port, m, d);
	else
		export(a, m, d);
	int status = cmd_finish(&d, 1, a);
	mem_free(m);
	return ended >= 0 ? ended : status;
}
