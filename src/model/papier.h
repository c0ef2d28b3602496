/* papier.h: papers and sessions as typed views of the document tree (roots vorlage and sitzung). Worked out by
 * doc_finish, const afterwards. */
#ifndef MODEL_PAPIER_H
#define MODEL_PAPIER_H
#include "model/doc.h"

enum doc_rolle { DOC_ROLLE_UNBEKANNT, DOC_ANHOERUNG, DOC_VORBERATUNG, DOC_ENTSCHEIDUNG, DOC_KENNTNISNAHME };

/* How a town calls kinds of papers, roles and kinds of bodies; who knows the town hands it in (style: sty_terms). Each
 * gives the word, NULL: unknown. */
struct doc_terms {
	const void *town;
	const char *(*role)(const void *town, const char *id, enum doc_rolle *means);
	const char *(*kind)(const void *town, const char *art);
	const char *(*body)(const void *town, const char *art);        /* what OParl calls it */
	void (*roles)(struct buf *, const void *town, const char *ids);        /* puts "Anhörung, Entscheidung" */
	struct doc_words (*words)(const void *town);
};

struct doc_beratung {                              /* one step of the Beratungsfolge */
	const struct doc_node *node;
	/* gremium: id in the town's directory; rolle_id: as written, may be one of the town's own */
	const char *gremium, *rolle_id;
	struct date datum;                             /* zero: open */
	const char *sitzung;                           /* id of the session; NULL: the only one of that day */
	enum doc_rolle rolle;                          /* what it comes to: doc_settle() */
	const char *wort;                              /* the town's word for it; NULL: it knows none */
	bool massgeblich, oeffentlich;                 /* massgeblich: as said, else rolle is Entscheidung */
	/* as written by `ergebnis`; NULL: none */
	const char *ergebnis, *top, *beschlussnummer;
	const char *dringlichkeit;                     /* why it cannot wait, if it comes late; or NULL */
};

struct doc_anlage {                                /* of a paper, of an item of a session or of minutes */
	const struct doc_node *node;
	const char *datei, *titel, *sha256;            /* sha256: 64 hex digits as written, or NULL */
	int nummer, seiten;                            /* nummer from 1 in each paper or item; seiten 0: unsaid */
	bool oeffentlich;
	bool entfallen;                                /* of an item that was withdrawn */
	const char *data; size_t size;                 /* read by source; NULL: missing (told) */
	const char *goes; size_t ngoes;                /* what goes out of it: a picture without its metadata */
	const char *alternative;                       /* name of the file with its text; NULL: none */
	const char *text; size_t text_size;            /* that file; NULL: none */
	struct look_pdf look;                              /* what the PDF gives a screen reader */
	bool plan;                                         /* a picture, set on a page of its own size */
};

struct doc_vorlage {
	const struct doc_node *node;
	const char *id, *art, *nummer;                 /* nummer NULL: none yet */
	const char *art_wort;                          /* the town's word for its kind; NULL: it knows none */
	int ergaenzung;                                /* 1: "1. Ergänzung"; 0: none */
	/* plain text, never NULL (in an excerpt of a non-public paper the neutral title); neutral: title for
	 * publication or NULL */
	const char *betreff, *neutral;
	struct date datum;
	bool oeffentlich;
	const char *federfuehrung;                     /* Stelle id */
	const char *praesentiert;                      /* "musterstadt/integrationskonzept-2026" or NULL */
	const struct doc_beratung *beratungen; size_t nberatungen;
	const struct doc_anlage *anlagen; size_t nanlagen;
	const struct doc_node *beschlussvorschlag, *erlaeuterungen;            /* NULL where missing */
	struct doc_kosten kosten, finanzierung;        /* node NULL where missing */
};

enum doc_top_art {
	DOC_TOP_EIGEN,
	DOC_TOP_VORLAGE,
	DOC_TOP_VORLAGEN,
	DOC_TOP_EINWOHNERFRAGEN,
	DOC_TOP_NIEDERSCHRIFT,
	DOC_TOP_BERICHT,
	DOC_TOP_ANFRAGEN,
	DOC_TOP_VERFAHREN,
	DOC_TOP_UEBERSCHRIFT
};
struct doc_top {         /* an item as the clerk wrote it; DOC_TOP_VORLAGEN is the place for papers from the register */
	const struct doc_node *node;
	const struct doc_top *ueber;                   /* of a sub-item: the joint item it stands under, else NULL */
	enum doc_top_art art;
	/* vorlage: Drucksachennummer or NULL; grund: of withdrawal, internal, or NULL; dringlichkeit: as of a step */
	const char *id, *vorlage, *grund, *dringlichkeit;
	const char *titel, *neutral;                   /* plain text or NULL; a standing item has none */
	const char *ergebnis;                          /* of an item without a paper, as the clerk wrote it; or NULL */
	const struct doc_anlage *anlagen; size_t nanlagen;
	struct date vom;                               /* Niederschrift: session it is about */
	bool oeffentlich, entfallen, fest;
	bool mit;                                      /* a further paper of the item before it: <drucksache> */
};

/* The bodies that meet: in a joint session several, first the one it is of. */
struct doc_gremien { const char *const *all; size_t n; };

struct doc_sitzung {
	const struct doc_node *node;
	const char *id, *gremium, *beginn, *ende;      /* beginn "17:00"; ende: or NULL */
	struct doc_gremien gremien;                    /* gremium, and those it meets with */
	const char *nummer, *code;                     /* "12", "RAT/06/2026"; NULL: unsaid */
	struct date datum, bekanntmachung;             /* zero: not yet */
	struct date verlegt_von;                       /* the day announced before; zero: not moved */
	struct date fortsetzung_von;                   /* when the session began that goes on here; zero: none does */
	bool abgesagt;
	const char *grund;                             /* why it is cancelled or moved, public; or NULL */
	const struct doc_node *sitzungsort, *hinweise, *vorsitz;
	/* public part first, in the order written; sub-items behind their joint item */
	const struct doc_top *tops; size_t ntops;
};

const struct doc_vorlage *doc_vorlage(const struct doc *);     /* NULL: the root is none */
/* What the town's words come to, once the town is known; terms live as long as the document. */
void doc_settle(struct doc *, const struct doc_terms *);
/* The fields of a paper: feld.c. art: "kosten", "zusatz-klima". */
const char *doc_feld(size_t i);                                /* the i-th that an element fills; NULL: no more */
const char *doc_feld_fills(const char *art);                   /* "<kosten>"; NULL: no element does */
const struct doc_node *doc_feld_node(const struct doc_vorlage *, const char *art);     /* its first; NULL: not there */
const struct doc_sitzung *doc_sitzung(const struct doc *);
/* Of a session or its minutes (the element itself): gremium and gemeinsam-mit, each once. */
struct doc_gremien doc_gremien(struct mem *, const struct doc_node *);
struct doc_gremien doc_gruppen(struct mem *, const struct doc_node *antrag);     /* that move it, also none */
size_t doc_gremium_nr(const struct doc_gremien *, const char *gremium);        /* its place; n: it does not meet */
/* "Bauausschuss und Umweltausschuss", as they are called on that day. */
void doc_put_gremien(struct buf *, const struct doc *, const struct doc_gremien *, struct date);
/* All Anlagen of the document, in its order; those that stand in one element (an <anlagen>, an item of minutes). */
const struct doc_anlage *doc_anlagen(const struct doc *, size_t *n);
const struct doc_anlage *doc_anlagen_of(const struct doc *, const struct doc_node *in, size_t *n);   /* in NULL: none */
/* The name of a Stelle or Gremium valid on that day (a paper of 2014 prints the name of 2014); zero date: the newest.
 * NULL: unknown id. */
const char *doc_name_am(const struct doc *, const char *id, struct date);
/* The number of an office in the town's directory, or of the nearest above it that has one; NULL: none. */
const char *doc_stelle_nummer(const struct doc *, const char *id);
/* The period of office that day lies in, in the town's directory; NULL: none. */
const struct doc_node *doc_wahlperiode(const struct doc *, struct date);
/* Whether a body with these roles (NULL: none) prepares, and does not decide; whether an item of an agenda is voted
 * on. */
bool doc_bereitet_vor(struct mem *, const char *ids, const struct doc_terms *);
bool doc_top_abgestimmt(struct mem *, const struct doc_node *top, const struct doc_terms *);
const char *doc_rolle_id(enum doc_rolle);          /* "entscheidung"; "" for an unknown one */
/* "entscheidung"; DOC_ROLLE_UNBEKANNT: a role of the town's own, or NULL */
enum doc_rolle doc_rolle_find(const char *);

#endif
