/* drucksache.c: numbers of papers by the town's pattern. Parts whose length is open are tried from the longest down, so
 * any order of parts can be read. */
#include "model/drucksache.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { PARTS_MAX = 16, OPEN_DIGITS = 9, OPEN_CODE = 12, SUPPLEMENT_DIGITS = 3, YEAR_FIRST = 1900, YEAR_LAST = 2199 };

static const char *const part_names[] = {"", "zaehler", "jahr", "amt", "wahlperiode", "art", "gremium",
	"sitzung", "fassung"};

struct part {
	enum doc_teil what;
	const char *text; /* fixed: its bytes */
	size_t n;
	int least, most; /* bytes of the others */
	bool code;       /* letters, too */
};

struct doc_muster {
	const char *text, *supplement, *name;
	struct part part[PARTS_MAX];
	int n;
	bool has[DOC_TEIL_MAX], counts_by[DOC_TEIL_MAX];
	int first_revision;
};

static bool digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool code_char(char c)
{
	return digit(c) || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '.';
}

/* ---- the pattern ---- */

static struct part next_part(const char *p)
{
	size_t digits = strspn(p, "#"), years = strspn(p, "J"), text = 0;
	if (digits && p[digits] == '+')
		return (struct part){DOC_TEIL_MAX, p, digits + 1, (int)digits, OPEN_DIGITS, false};
	if (digits)
		return (struct part){DOC_TEIL_MAX, p, digits, (int)digits, (int)digits, false};
	if (*p == '@')
		return (struct part){DOC_TEIL_MAX, p, 1, 1, OPEN_CODE, true};
	if (years == 2 || years == 4)
		return (struct part){DOC_TEIL_JAHR, p, years, (int)years, (int)years, false};
	do
		text += years ? years : 1;
	while (!strchr("#@", p[text]) && (years = strspn(p + text, "J")) != 2 && years != 4);
	return (struct part){DOC_TEIL_TEXT, p, text, 0, 0, false};
}

static enum doc_teil named(const char *word, size_t n)
{
	for (int t = DOC_TEIL_ZAEHLER; t < DOC_TEIL_MAX; t++)
		if (strlen(part_names[t]) == n && !memcmp(part_names[t], word, n))
			return (enum doc_teil)t;
	return DOC_TEIL_TEXT;
}

/* A paper is numbered before anybody knows in which session it is decided. */
static bool may_have(const struct doc_muster *w, enum doc_teil what)
{
	return what != DOC_TEIL_SITZUNG || strcmp(w->name, "drucksache") != 0;
}

static const char *known_parts(struct mem *m, const struct doc_muster *w)
{
	struct buf b = {0};
	for (int t = DOC_TEIL_ZAEHLER; t < DOC_TEIL_MAX; t++)
		if (may_have(w, (enum doc_teil)t))
			buf_fmt(&b, "%s%s", t == DOC_TEIL_ZAEHLER ? "" : t + 1 < DOC_TEIL_MAX ? ", " : " und ",
				part_names[t]);
	return buf_take(&b, m);
}

/* Groups that no one named: the only one counts, and of two the first is the year if it has four digits, the other not
 * two, which could be a year as well. */
static bool name_by_form(struct doc_muster *w)
{
	struct part *open[PARTS_MAX];
	int n = 0;
	for (int i = 0; i < w->n; i++)
		if (w->part[i].what == DOC_TEIL_MAX)
			open[n++] = &w->part[i];
	if (n == 2 && !w->has[DOC_TEIL_JAHR] && open[0]->least == 4 && open[0]->most == 4 && open[1]->least != 2)
		(*open)->what = DOC_TEIL_JAHR;
	else if (n > 1)
		return false;
	if (n)
		open[n - 1]->what = DOC_TEIL_ZAEHLER;
	return true;
}

static const char *name_parts(struct mem *m, struct doc_muster *w, const char *words)
{
	int at = 0, groups = 0, said = 0;
	for (int i = 0; i < w->n; i++)
		groups += w->part[i].what == DOC_TEIL_MAX;
	for (const char *p = words + strspn(words, " "); *p; said++) {
		size_t n = strcspn(p, " ");
		enum doc_teil what = named(p, n);
		if (what == DOC_TEIL_TEXT || !may_have(w, what))
			return mem_fmt(m, "einen Teil „%.*s“ gibt es nicht, bekannt sind %s", (int)n, p,
				known_parts(m, w));
		while (at < w->n && w->part[at].what != DOC_TEIL_MAX)
			at++;
		if (at < w->n)
			w->part[at++].what = what;
		p += n;
		p += strspn(p, " ");
	}
	return said == groups
		? NULL
		: mem_fmt(m,
			  "%s-teile nennt %d, das Muster %s hat %d Gruppen aus # oder @; erwartet wird für "
			  "jede ein Wort aus %s",
			  w->name, said, w->text, groups, known_parts(m, w));
}

static const char *check_parts(struct mem *m, struct doc_muster *w)
{
	for (int i = 0; i < w->n; i++) {
		struct part *p = &w->part[i];
		if (p->what == DOC_TEIL_TEXT)
			continue;
		if (w->has[p->what])
			return mem_fmt(m, "der Teil „%s“ steht zweimal im Muster %s", part_names[p->what], w->text);
		w->has[p->what] = true;
		bool plain = p->what == DOC_TEIL_ZAEHLER || p->what == DOC_TEIL_JAHR || p->what == DOC_TEIL_FASSUNG;
		if (plain && p->code)
			return mem_fmt(m, "„%s“ besteht aus Ziffern, erwartet wird # statt @", part_names[p->what]);
		if (p->what == DOC_TEIL_JAHR && (p->least != p->most || (p->least != 2 && p->least != 4)))
			return "das Jahr hat zwei oder vier Ziffern, erwartet wird JJ oder JJJJ";
		if (p->least > 18)
			return "eine Gruppe hat mehr als 18 Ziffern, erwartet werden höchstens so viele";
	}
	return NULL;
}

static const char *count_by(struct mem *m, struct doc_muster *w, const char *words)
{
	if (!strcmp(words, "muster")) {
		enum doc_teil by = w->has[DOC_TEIL_JAHR] ? DOC_TEIL_JAHR : DOC_TEIL_WAHLPERIODE;
		w->counts_by[by] = w->has[by];
		return NULL;
	}
	for (const char *p = words + strspn(words, " "); *p && strcmp(words, "nie"); p += strspn(p, " ")) {
		size_t n = strcspn(p, " ");
		enum doc_teil by = named(p, n);
		if (by == DOC_TEIL_TEXT || by == DOC_TEIL_ZAEHLER || by == DOC_TEIL_FASSUNG || !may_have(w, by))
			return mem_fmt(m,
				"%s-zaehler nennt „%.*s“, erwartet wird „muster“, „nie“ oder eines "
				"oder mehrere aus jahr, amt, wahlperiode, art%s",
				w->name, (int)n, p,
				may_have(w, DOC_TEIL_SITZUNG) ? ", gremium und sitzung" : " und gremium");
		if (!w->has[by])
			return mem_fmt(m,
				"gezählt wird je „%.*s“, im Muster %s kommt dieser Teil aber nicht vor: "
				"dieselbe Nummer käme zweimal; bitte den Teil ins Muster aufnehmen oder anders zählen",
				(int)n, p, w->text);
		w->counts_by[by] = true;
		p += n;
	}
	return NULL;
}

const struct doc_muster *doc_muster(struct mem *m, const struct doc_muster_regel *r, const char **fault)
{
	struct doc_muster *w = MEM_NEW(m, struct doc_muster);
	*w = (struct doc_muster){.name = r->name ? r->name : "drucksache",
		.text = mem_dup(m, r->muster && *r->muster ? r->muster : "JJJJ/####"),
		.supplement =
			mem_dup(m, r->ergaenzung && *r->ergaenzung ? r->ergaenzung : " #. Ergänzung| #. Revision|-#"),
		.first_revision = r->fassung ? atoi(r->fassung) : 0};
	*fault = NULL;
	for (const char *p = w->text; *p; p += w->part[w->n++].n) {
		if (w->n == PARTS_MAX) {
			*fault = "das Muster hat zu viele Teile";
			return NULL;
		}
		w->part[w->n] = next_part(p);
		w->has[DOC_TEIL_JAHR] |= w->part[w->n].what == DOC_TEIL_JAHR;
	}
	if (r->teile && *r->teile)
		*fault = name_parts(m, w, r->teile);
	else if (!name_by_form(w))
		*fault = mem_fmt(m,
			"das Muster %s hat mehrere Gruppen; erwartet wird eine Regel %s-teile, die "
			"sie in ihrer Reihenfolge benennt, mit den Wörtern %s",
			w->text, w->name, known_parts(m, w));
	memset(w->has, 0, sizeof w->has);
	if (!*fault)
		*fault = check_parts(m, w);
	if (!*fault)
		*fault = count_by(m, w, r->zaehler && *r->zaehler ? r->zaehler : "muster");
	return *fault ? NULL : w;
}

bool doc_muster_nennt(const struct doc_muster *w, enum doc_teil what)
{
	return w->has[what];
}

const char *doc_muster_text(const struct doc_muster *w)
{
	return w->text;
}

/* ---- reading ---- */

struct reading {
	const char *at[PARTS_MAX];
	int len[PARTS_MAX];
};

static int64_t number_of(const char *s, int n)
{
	int64_t v = 0;
	while (n-- > 0)
		v = v * 10 + (*s++ - '0');
	return v;
}

static int year_of(const char *s, int n)
{
	int v = (int)number_of(s, n);
	return n == 4 ? v : v < 70 ? 2000 + v : 1900 + v;
}

/* A period may be called by its years, "20-26". */
static bool part_char(const struct part *p, const char *s, int i)
{
	const bool years = p->what == DOC_TEIL_WAHLPERIODE && s[i] == '-' && i && digit(s[i - 1]) && digit(s[i + 1]);
	return p->code ? code_char(s[i]) || years : digit(s[i]);
}

static int run_of(const struct part *p, const char *s)
{
	int n = 0;
	while (n < p->most && part_char(p, s, n))
		n++;
	return n;
}

/* "-1" by "-#", ".01" by ".##", " 12. Ergänzung" by " #. Ergänzung": which one, with its bytes; 0: none. */
static int supplement_at(const char *form, size_t n, const char *s, size_t *len)
{
	const char *from = s;
	int which = 0;
	for (size_t i = 0, wide; i < n; i += wide ? wide : 1) {
		size_t digits = strspn(s, "0123456789");
		wide = strspn(form + i, "#");
		if (!wide && form[i] != *s++)
			return 0;
		if (!wide)
			continue;
		if (digits < wide || (digits > wide && digits > SUPPLEMENT_DIGITS))
			return 0;
		which = (int)number_of(s, (int)digits);
		s += digits;
	}
	*len = (size_t)(s - from);
	return which;
}

static int supplement(const struct doc_muster *w, const char *s, size_t *len)
{
	for (const char *form = w->supplement; form; form = strchr(form, '|') ? strchr(form, '|') + 1 : NULL) {
		int which = supplement_at(form, strcspn(form, "|"), s, len);
		if (which)
			return which;
	}
	return 0;
}

/* Where the number ends whose parts from i on begin at s; NULL: they do not fit. whole: nothing but a supplement may
 * follow, or nothing that goes on as a word. */
static const char *match(const struct doc_muster *w, int i, const char *s, bool whole, struct reading *r)
{
	size_t len;
	if (i == w->n)
		return whole                         ? !*s || (supplement(w, s, &len) && !s[len]) ? s : NULL
			: code_char(*s) && *s != '.' ? NULL
						     : s;
	const struct part *p = &w->part[i];
	if (p->what == DOC_TEIL_TEXT)
		return strncmp(s, p->text, p->n) ? NULL : match(w, i + 1, s + p->n, whole, r);
	for (int n = run_of(p, s); n >= p->least; n--) {
		r->at[i] = s;
		r->len[i] = n;
		if (p->what == DOC_TEIL_JAHR && n == 4 && (year_of(s, n) < YEAR_FIRST || year_of(s, n) > YEAR_LAST))
			return NULL;
		const char *end = match(w, i + 1, s + n, whole, r);
		if (end)
			return end;
	}
	return NULL;
}

bool doc_nummer_read(struct mem *m, const struct doc_muster *w, const char *number, struct doc_nummer *out)
{
	struct reading r;
	const char *end = match(w, 0, number, true, &r);
	size_t len;
	*out = (struct doc_nummer){.stamm = end ? (size_t)(end - number) : 0};
	if (!end)
		return false;
	out->ergaenzung = *end ? supplement(w, end, &len) : 0;
	for (int i = 0; i < w->n; i++) {
		const struct part *p = &w->part[i];
		const char *s = p->what == DOC_TEIL_TEXT ? NULL : mem_str(m, r.at[i], (size_t)r.len[i]);
		if (p->what == DOC_TEIL_ZAEHLER)
			out->zaehler = number_of(s, r.len[i]);
		else if (p->what == DOC_TEIL_JAHR)
			out->hat.jahr = year_of(s, r.len[i]);
		else if (p->what == DOC_TEIL_AMT)
			out->hat.amt = s;
		else if (p->what == DOC_TEIL_WAHLPERIODE)
			out->hat.wahlperiode = s;
		else if (p->what == DOC_TEIL_ART)
			out->hat.art = s;
		else if (p->what == DOC_TEIL_GREMIUM)
			out->hat.gremium = s;
		else if (p->what == DOC_TEIL_SITZUNG)
			out->hat.sitzung = s;
		else if (p->what == DOC_TEIL_FASSUNG && !out->ergaenzung)
			out->ergaenzung = (int)number_of(s, r.len[i]) - w->first_revision;
	}
	out->reihe = doc_nummer_reihe(m, w, &out->hat);
	return true;
}

size_t doc_muster_before(const struct doc_muster *w)
{
	size_t n = 0;
	for (int i = 0; i < w->n && (w->part[i].what == DOC_TEIL_TEXT || w->part[i].code); i++)
		n += w->part[i].code ? (size_t)w->part[i].most : w->part[i].n;
	return n;
}

size_t doc_nummer_at(const struct doc_muster *w, const char *p)
{
	struct reading r;
	const char *end = match(w, 0, p, false, &r);
	return end ? (size_t)(end - p) : 0;
}

/* ---- making ---- */

static const char *value_of(const struct doc_nummer_werte *v, enum doc_teil t)
{
	return t == DOC_TEIL_AMT            ? v->amt
		: t == DOC_TEIL_WAHLPERIODE ? v->wahlperiode
		: t == DOC_TEIL_ART         ? v->art
		: t == DOC_TEIL_GREMIUM     ? v->gremium
		: t == DOC_TEIL_SITZUNG     ? v->sitzung
					    : NULL;
}

/* "07" and "7" are one series. */
static const char *bare(const char *s)
{
	size_t n = s ? strspn(s, "0") : 0;
	return !s ? "" : s[n] ? s + n : s + n - (n > 0);
}

const char *doc_nummer_reihe(struct mem *m, const struct doc_muster *w, const struct doc_nummer_werte *v)
{
	struct buf b = {0};
	if (w->counts_by[DOC_TEIL_JAHR])
		buf_fmt(&b, "%d", v->jahr);
	for (int t = DOC_TEIL_AMT; t <= DOC_TEIL_SITZUNG; t++)
		if (w->counts_by[t])
			buf_fmt(&b, "%s%s %s", b.len ? " · " : "", part_names[t], bare(value_of(v, (enum doc_teil)t)));
	return buf_take(&b, m);
}

static bool put_digits(struct buf *b, const struct part *p, int64_t v)
{
	char s[24];
	int n = snprintf(s, sizeof s, "%0*lld", p->least, (long long)v);
	buf_str(b, s);
	return n <= p->most;
}

/* A code as it is; digits with zeros in front. */
static bool put_value(struct buf *b, const struct part *p, const char *s)
{
	int n = 0, missing = p->least - (int)strlen(s);
	for (; !p->code && missing > 0; missing--)
		buf_chr(b, '0');
	buf_str(b, s);
	while (part_char(p, s, n))
		n++;
	return *s && !s[n] && n <= p->most;
}

static const char *lacking(struct mem *m, const struct doc_muster *w, const struct part *p, const char *value)
{
	static const char *const where[] = {[DOC_TEIL_AMT] = "die nummer der federführenden Stelle im Verzeichnis",
		[DOC_TEIL_WAHLPERIODE] = "die nummer der Wahlperiode an diesem Tag im Verzeichnis",
		[DOC_TEIL_ART] = "das kuerzel der Vorlagenart in gestaltung.xml",
		[DOC_TEIL_GREMIUM] = "kurz=\"…\" des Gremiums im Verzeichnis",
		[DOC_TEIL_SITZUNG] = "nummer=\"…\" der Sitzung",
		[DOC_TEIL_MAX] = NULL};
	if (p->what == DOC_TEIL_ZAEHLER)
		return mem_fmt(m, "der Zähler ist voll; bitte in regeln.xml das Muster %s erweitern", w->text);
	return value ? mem_fmt(m, "„%s“ passt nicht zum Teil „%s“ des Musters %s; bitte %s berichtigen", value,
			       part_names[p->what], w->text, where[p->what])
		     : mem_fmt(m, "es fehlt %s%s; bitte eintragen", where[p->what],
			       p->what == DOC_TEIL_AMT ? " oder <federfuehrung> in der Vorlage" : "");
}

static bool put_part(struct buf *b, const struct doc_muster *w, const struct part *p, const struct doc_nummer_werte *v,
	int64_t zaehler)
{
	const char *value = value_of(v, p->what);
	switch (p->what) {
	case DOC_TEIL_TEXT: buf_put(b, p->text, p->n); return true;
	case DOC_TEIL_ZAEHLER: return put_digits(b, p, zaehler);
	case DOC_TEIL_FASSUNG: return put_digits(b, p, w->first_revision);
	case DOC_TEIL_JAHR: return put_digits(b, p, p->least == 2 ? v->jahr % 100 : v->jahr);
	default: return value && put_value(b, p, value);
	}
}

const char *doc_nummer_make(struct mem *m, const struct doc_muster *w, const struct doc_nummer_werte *v,
	int64_t zaehler, const char **lacks)
{
	struct buf b = {0};
	*lacks = w->has[DOC_TEIL_ZAEHLER]
		? NULL
		: mem_fmt(m,
			  "das Muster %s hat keine laufende Nummer; bitte in regeln.xml eine Gruppe aus # aufnehmen "
			  "oder die Nummern von Hand vergeben",
			  w->text);
	for (int i = 0; i < w->n && !*lacks; i++)
		if (!put_part(&b, w, &w->part[i], v, zaehler))
			*lacks = lacking(m, w, &w->part[i], value_of(v, w->part[i].what));
	const char *made = buf_take(&b, m);
	return *lacks ? NULL : made;
}

bool doc_nummer_told(const struct doc_muster *w, int ergaenzung)
{
	static const char words[] = " #. Ergänzung";
	return ergaenzung && w && (w->has[DOC_TEIL_FASSUNG] || strncmp(w->supplement, words, strlen(words)));
}

/* number with its revision set. */
static const char *revised(struct mem *m, const struct doc_muster *w, const char *number, int revision)
{
	struct reading r;
	struct buf b = {0};
	if (!match(w, 0, number, true, &r))
		return number;
	for (int i = 0; i < w->n; i++) {
		const struct part *p = &w->part[i];
		if (p->what == DOC_TEIL_FASSUNG)
			put_digits(&b, p, revision);
		else
			buf_put(&b, p->what == DOC_TEIL_TEXT ? p->text : r.at[i],
				p->what == DOC_TEIL_TEXT ? p->n : (size_t)r.len[i]);
	}
	return buf_take(&b, m);
}

const char *doc_nummer_whole(struct mem *m, const struct doc_muster *w, const char *number, int ergaenzung)
{
	struct doc_nummer n;
	struct buf b = {0};
	if (!number || !ergaenzung)
		return number;
	if (w && w->has[DOC_TEIL_FASSUNG])
		return revised(m, w, number, w->first_revision + ergaenzung);
	if (w && doc_nummer_read(m, w, number, &n) && n.ergaenzung == ergaenzung)
		return number;
	buf_str(&b, number);
	for (const char *f = w ? w->supplement : " #. Ergänzung"; *f && *f != '|';) {
		const size_t wide = strspn(f, "#");
		if (wide)
			buf_fmt(&b, "%0*d", (int)wide, ergaenzung);
		else
			buf_chr(&b, *f);
		f += wide ? wide : 1;
	}
	return buf_take(&b, m);
}

const char *doc_nummer_ergaenzt(struct mem *m, const struct doc_muster *w, const char *number)
{
	struct doc_nummer n;
	if (!w || !doc_nummer_read(m, w, number, &n) || n.ergaenzung <= 0)
		return NULL;
	return w->has[DOC_TEIL_FASSUNG] ? revised(m, w, mem_str(m, number, n.stamm), w->first_revision)
		: mem_str(m, number, n.stamm);
}

/* ---- forms, in words ---- */

void doc_put_forms(struct buf *b, const struct doc_muster *w, const char *number)
{
	struct mem *m = mem_new();
	const char *lacks, *example;
	struct doc_nummer_werte v = {2026, "20", "11", "BV", "RAT", "12"};
	for (int i = 0; i < w->n; i++) /* an example has as many digits as the pattern */
		if (!w->part[i].code && w->part[i].most == 1) {
			v.amt = w->part[i].what == DOC_TEIL_AMT ? "2" : v.amt;
			v.wahlperiode = w->part[i].what == DOC_TEIL_WAHLPERIODE ? "9" : v.wahlperiode;
		}
	buf_fmt(b, "„%s“ hat die Form ", number);
	for (const char *p = number; *p; p++)
		buf_chr(b, digit(*p) ? '#' : *p);
	buf_fmt(b, ", erwartet wird %s", w->text);
	example = doc_nummer_make(m, w, &v, 1, &lacks);
	if (example)
		buf_fmt(b, ", zum Beispiel „%s“", example);
	mem_free(m);
}
