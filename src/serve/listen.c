/* listen.c: the socket, bound before the process is confined. */
#include "base/listen.h"

#include "serve/serve.h"

int srv_listen(const char *address, int *port, struct diag *d)
{
	const char *why;
	int fd = listen_on(address, port, &why);
	if (fd < 0)
		diag_sys(d, "OPARLPORT", NULL, 0,
			"Auf %s, Port %d lässt sich nicht horchen (%s); bitte mit --adresse und --port eine Adresse "
			"dieses Rechners und einen freien Port nennen",
			address, *port, why);
	return fd;
}
