/* niederschrift.h: the minutes of a session as a typed view (root niederschrift): who was there when, what was voted
 * and
 * decided. Worked out by doc_finish, const afterwards. */
#ifndef MODEL_NIEDERSCHRIFT_H
#define MODEL_NIEDERSCHRIFT_H
#include "model/papier.h"

/* Who is named. name: as it may be printed, of a person of the directory the one of that day; NULL: none, or unknown.
 * */
struct doc_wer {
	const char *person, *name, *amt;
	const struct doc_node *node;
	bool unbekannt;                                /* person="…" is not in the directory */
};

#define DOC_ALLE ((size_t)-1)                      /* of places of bodies: all that meet */
enum doc_als { DOC_STIMMBERECHTIGT, DOC_BERATEND, DOC_VERWALTUNG, DOC_GAST, DOC_ALS_MAX };
enum doc_da { DOC_ANWESEND, DOC_ENTSCHULDIGT, DOC_FEHLT };

struct doc_teilnahme {                                 /* of one body: in a joint session somebody may sit in two */
	const struct doc_node *node;
	size_t gremium;                                /* place of the body among those that meet */
	bool weitere;                                  /* the same element again, for a further body */
	struct doc_wer wer;
	enum doc_als als;
	enum doc_da da;
	const char *vertritt, *fuer;                   /* ids of a person and of a group, or NULL */
	const char *rolle;                             /* what he is in that body, in the town's words; or NULL */
	bool mitglied;                                 /* a membership in the body is valid on that day */
	bool strittig;                                 /* what is said of it cannot be: it may have been there or not */
	int stimmen;                                   /* votes, his own or of whom he stands in for */
};

struct doc_punkt_da { int least, most; };              /* of those who vote; what times leave open lies between */

struct doc_verhandelt {                                /* an item */
	const struct doc_node *node;
	const char *id, *nummer, *vorlage, *titel, *grund;     /* titel never NULL */
	const char *ergebnis;                          /* own, else of the last vote on the matter; NULL: none */
	int von, bis;                                  /* minutes of the day, as known from all times around it */
	bool oeffentlich, entfallen;
	bool verfahren;                                /* of the session itself: minutes, agenda; no decision */
	bool gemeinsam;                                /* the joint item of those that follow: "5" of "5.1" */
	bool geaendert;                                /* decided otherwise than proposed */
	bool luecke;                                   /* what was decided has a gap (<offen>) that nobody filled */
	const struct doc_node *vorschlag, *beschluss;  /* NULL: none */
};

enum doc_stimme { DOC_JA, DOC_NEIN, DOC_ENTHALTUNG, DOC_UNGUELTIG, DOC_NICHT_BETEILIGT, DOC_STIMMEN_MAX };
struct doc_abstimmung {
	const struct doc_node *node;
	const struct doc_verhandelt *top;              /* NULL: over the agenda */
	const struct doc_node *antrag;                 /* NULL: on the matter itself */
	size_t gremium;                                /* whose vote it is: place of the body; DOC_ALLE: all together */
	const char *ergebnis;                          /* id in the town's list */
	int zahl[DOC_STIMMEN_MAX];                     /* -1: unsaid */
	bool geheim, namentlich;
	struct doc_punkt_da da;
};

/* Who may vote in a body, or where some have several votes all of them, and how many must be there; 0: unknown. */
struct doc_soll { int alle, noetig; bool stimmen; };

struct doc_tagt {                                      /* a body that meets */
	struct doc_soll soll;
	struct doc_punkt_da da;                        /* when the session began */
};

struct doc_niederschrift {
	const struct doc_node *node;
	struct doc_gremien gremien;                    /* those that meet, */
	const struct doc_tagt *tagt;                   /* and how many of each are there */
	const char *id, *sitzung, *gremium, *beginn, *ende;    /* ende NULL: unsaid */
	struct date datum, ladung;                     /* ladung zero: unsaid */
	struct date fortsetzung_von;                   /* when the session began that went on; zero: none did */
	const struct doc_teilnahme *teilnahmen; size_t nteilnahmen;
	const struct doc_verhandelt *tops; size_t ntops;
	const struct doc_abstimmung *abstimmungen; size_t nabstimmungen;
	bool unterschrieben, genehmigt;
};
/* The next vote on the matter of an item, motions apart; from NULL: the first. gremium: of that body, or of all. */
const struct doc_abstimmung *doc_zur_sache(const struct doc_niederschrift *, const struct doc_verhandelt *,
	size_t gremium, const struct doc_abstimmung *);
/* Yes and no as they decide: where they are equal and the chair has the casting vote, with it. -1: unsaid. */
struct doc_entschieden { int ja, nein; };
struct doc_entschieden doc_entschieden(const struct doc_node *abstimmung);
/* What an item decided, one by one: the vote, the election or the item that says it. nummer: its own; NULL: none. */
struct doc_beschluss { const struct doc_node *node; size_t gremium; const char *ergebnis, *nummer; };
size_t doc_beschluesse(struct mem *, const struct doc_niederschrift *, const struct doc_verhandelt *,
	const struct doc_beschluss **);
/* Under which its number is kept: that stays as long as item, body and resolution do. */
const char *doc_beschluss_schluessel(struct mem *, const struct doc_niederschrift *, const struct doc_verhandelt *,
	const struct doc_beschluss *);
/* Whether something passed with a result of the town's list. */
struct doc_folgen { bool (*passes)(const void *arg, const char *ergebnis); const void *arg; };
/* The resolutions of an item as they were decided, else as proposed. gilt: it passed, voted on by itself or with the
 * item, in each body that voted, and has no gap. offen: only others of the item were voted on. */
struct doc_gefasst { const struct doc_node *node; size_t nummer; bool gilt, offen; };
size_t doc_gefasst(struct mem *, const struct doc_niederschrift *, const struct doc_verhandelt *, struct doc_folgen,
	const struct doc_gefasst **);
bool doc_hat_luecke(const struct doc_node *beschluss);         /* <offen>, in a resolution */
/* Members of that body with a vote who were there at an item; whoever is biased does not count. */
struct doc_punkt_da doc_stimmen_da(const struct doc_niederschrift *, const struct doc_verhandelt *, size_t gremium);
/* The same with whoever is biased: all that count for the quorum. at: an element of the course, between two items it
 * may be as before or after it. */
struct doc_punkt_da doc_da_bei(const struct doc_niederschrift *, const struct doc_node *at, size_t gremium);
bool doc_stimmt_mit(const struct doc_teilnahme *, const struct doc_abstimmung *);      /* of the body that votes */
/* Of a vote, an election, somebody's attendance: the body it names, else the only one; DOC_ALLE: of several that meet
 * it names none. */
size_t doc_gremium_von(const struct doc_niederschrift *, const struct doc_node *);
const struct doc_niederschrift *doc_niederschrift(const struct doc *);     /* NULL: the root is none */

enum doc_liegt { DOC_NICHT_DA, DOC_VIELLEICHT_DA, DOC_DA };
/* Whether somebody was there at that item, bias apart. */
enum doc_liegt doc_anwesend(const struct doc_niederschrift *, const struct doc_teilnahme *,
	const struct doc_verhandelt *);
/* Whether a <leitung> is at that item: as it says, and as its person is there and not biased. */
enum doc_liegt doc_leitet(const struct doc_niederschrift *, const struct doc_node *leitung,
	const struct doc_verhandelt *);
bool doc_befangen(const struct doc_verhandelt *, const char *person);
const struct doc_verhandelt *doc_verhandelt(const struct doc_niederschrift *, const char *id);     /* NULL: none */
/* The item that an element is or stands in; NULL: none. */
const struct doc_verhandelt *doc_punkt_von(const struct doc_niederschrift *, const struct doc_node *);

/* Who an element names (person, name, amt); the name of that day. */
struct doc_wer doc_wer(const struct doc *, const struct doc_node *, struct date);
/* The membership of a person of the directory in a body on that day; NULL: none. */
const struct doc_node *doc_mitglied(const struct doc *, const char *person, const char *gremium, struct date);
bool doc_stimmt_ab(const struct doc *, const char *person, const char *gremium, struct date);     /* a voting member */
bool doc_vertritt_nur(const struct doc_node *membership);      /* a deputy: votes only for whom he stands in */
bool doc_hat_stimme(const struct doc_node *membership);        /* NULL has none, nor has a deputy */
const struct doc_node *doc_person(const struct doc *, const char *id);     /* of the directory; NULL: unknown */
const char *doc_person_name(const struct doc *, const struct doc_node *person, struct date);
/* Who chairs a body on that day: as its membership says, else by its role, "Vorsitz", or as the invitation (<vorsitz>,
 * or NULL) calls him by name or office. NULL: nobody is known. */
const struct doc_node *doc_vorsitz(const struct doc *, const char *gremium, struct date,
	const struct doc_node *vorsitz);
/* How many may vote in a body: as the directory says, else its members of that day, or where some have several votes,
 * the votes of all; and how many must be there. */
struct doc_soll doc_soll(const struct doc *, const char *gremium, struct date day);
int doc_stimmen_von(const struct doc_node *membership);        /* votes it gives: 1, unless it says so */
/* "17:20" as minutes; -1: none. */
int doc_minuten(const char *);
bool doc_after_midnight(int minutes, int begin);       /* a time of the next day, in a session that began then */
int doc_zahl(const char *);                        /* a number of votes */
/* Which of the item's resolutions a vote is on: puts "1", "1 und 2"; nothing for all of them. How many there are. */
size_t doc_put_zu(struct buf *, const struct doc_node *abstimmung);
/* Whether one wording is the other, of whatever kind its blanks are; with the gaps of the proposal filled in. */
bool doc_gleich_lautend(struct mem *, const char *, const char *);
bool doc_wie_vorgeschlagen(struct mem *, const char *vorschlag, const char *beschluss);
/* The words of all <beschluss> in an element, a line each, as they are printed. */
void doc_wortlaut(struct buf *, const struct doc *, const struct doc_node *in);

#endif
