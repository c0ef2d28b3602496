/* papiere.h: what a town says of its papers and bodies, as data: kinds, roles, fields, what may be ticked. */
#ifndef STYLE_PAPIERE_H
#define STYLE_PAPIERE_H
#include "model/papier.h"
#include "style/style.h"

enum sty_liste { STY_VORLAGENARTEN, STY_ROLLEN, STY_GREMIENARTEN, STY_AUSWAHLEN, STY_LISTEN };

/* One field of a paper. art: "aktenzeichen", "zusatz-klima"; label: NULL: the usual word; leer: what is printed where
 * nobody said anything, NULL: nothing is. */
struct sty_papierfeld { const char *art, *label, *leer; bool pflicht, verborgen; };
struct sty_wahl { const char *name, *wort; };

/* A kind of paper, a role, a kind of body or a choice. wort, kuerzel: NULL where unsaid; tagesordnung: the word on an
 * agenda; bedeutet: of a role what it comes to, of a body what OParl calls it. */
struct sty_named {
	const char *name, *wort, *kuerzel, *tagesordnung, *bedeutet;
	const struct sty_papierfeld *felder; int nfelder;      /* of a kind of paper; none: the usual ones */
	const struct sty_wahl *wahlen; int nwahlen;            /* of a choice */
};
struct sty_namen { const struct sty_named *all; int n; };

const struct sty_namen *sty_namen(const struct style *, enum sty_liste);
const struct sty_named *sty_find(const struct style *, enum sty_liste, const char *name);       /* NULL: unknown */
void sty_put_known(struct buf *, const struct style *, enum sty_liste);        /* "„antrag“, „bericht“ und „anfrage“" */
/* The fields of a kind of paper in their order; of an unknown kind the usual ones. */
const struct sty_papierfeld *sty_papierfelder(const struct style *, const char *art, int *n);
/* The same for rooms that know no style; lives as long as it. */
const struct doc_terms *sty_terms(const struct style *);

#endif
