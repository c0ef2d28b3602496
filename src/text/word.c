/* word.c: struct txt, its faces and languages, and the cache of words. */
#include <stdlib.h>
#include <string.h>

#include "text/state.h"

enum { SLOTS = 512 };

const struct diag_code txt_codes[] = {
	{"SCHRIFT", DIAG_SYSTEM, "Eine Schrift ist nicht verwendbar",
	 "Eine Schriftdatei oder die Schriftenliste fonts.txt fehlt, ist beschädigt oder nennt die Schriftfamilie der "
	 "Gestaltung nicht. "
	 "Ohne Schrift kann nichts gesetzt werden. Bitte ratssatz neu installieren oder in gestaltung.xml eine "
	 "vorhandene Familie nennen. Beispiel: `<schrift rolle=\"text\" familie=\"Noto Sans\"/>`."},
	{"TRENNTABELLE", DIAG_SYSTEM, "Eine Trenntabelle ist nicht verwendbar",
	 "Die Tabelle der Trennstellen einer Sprache (zum Beispiel de.hyf) ist beschädigt oder passt nicht zu dieser "
	 "Fassung. "
	 "Bitte mit `make` neu erzeugen oder ratssatz neu installieren."},
	{"ZEICHEN", DIAG_FEHLER, "Ein Zeichen gibt es in keiner Schrift",
	 "Ein Zeichen des Textes ist in keiner der mitgelieferten Schriften enthalten; es würde als leeres Kästchen "
	 "gedruckt und fehlte beim Vorlesen. "
	 "Bitte das Zeichen ersetzen. Beispiel: ein Emoji oder ein Schriftzeichen, das aus einem anderen Programm "
	 "eingefügt wurde."},
	{"GLYPHEN", DIAG_FEHLER, "Zu viele verschiedene Zeichenbilder",
	 "Eine Schrift im PDF fasst höchstens 65 534 verschiedene Paare aus Zeichenbild und Text. Das kommt nur bei "
	 "sinnlosen Zeichenfolgen vor. "
	 "Bitte diese entfernen oder das Dokument teilen."},
	{"EINBETTEN", DIAG_SYSTEM, "Eine Schrift lässt sich nicht einbetten",
	 "Die Schrift erlaubt das Einbetten nicht oder lässt sich nicht verkleinern. Ein PDF für das Archiv muss alle "
	 "Schriften enthalten. "
	 "Bitte eine andere Schrift nennen oder ratssatz neu installieren."},
	{0}
};

static const char *family_of(const struct style *s, int role)
{
	static const char *const usual[STY_ROLE_MAX] = {[STY_TEXT] = "Noto Sans",
		[STY_TITEL] = "Noto Serif",
		[STY_ARABISCH] = "Noto Naskh Arabic",
		[STY_FEST] = "Noto Sans Mono"};
	if (role < 0 || role >= STY_ROLE_MAX)
		role = STY_TEXT;
	return s->font[role].family ? s->font[role].family : usual[role];
}

static bool families_known(struct txt *t, struct diag *d)
{
	bool ok = true;
	for (int role = 0; role < STY_ROLE_MAX; role++)
		if (!font_find(&t->fonts, family_of(t->style, role), 400, false)) {
			diag_sys(d, "SCHRIFT", t->style->file, 0,
				"Die Schriftfamilie „%s“ ist nicht vorhanden; erwartet wird eine der Familien aus %s, "
				"zum Beispiel „Noto Sans“; "
				"bitte in gestaltung.xml eine davon nennen",
				family_of(t->style, role), t->fonts.path);
			ok = false;
		}
	return ok;
}

struct txt *txt_open(const struct style *style, const char *font_dir, struct diag *d)
{
	struct mem *m = mem_new_large(NULL);
	struct txt *t = mem_alloc(sizeof *t);
	*t = (struct txt){.mem = m, .style = style, .diag = d, .nslots = SLOTS, .last_lang = -1};
	t->slots = mem_alloc(SLOTS * sizeof *t->slots);
	memset(t->slots, 0, SLOTS * sizeof *t->slots);
	t->buffer = hb_buffer_create();
	hb_buffer_set_cluster_level(t->buffer, HB_BUFFER_CLUSTER_LEVEL_MONOTONE_CHARACTERS);
	hb_buffer_set_flags(t->buffer, HB_BUFFER_FLAG_REMOVE_DEFAULT_IGNORABLES);
	if (font_list_read(&t->fonts, font_dir, style->file, m, d) && families_known(t, d))
		return t;
	txt_close(t);
	return NULL;
}

void txt_close(struct txt *t)
{
	if (!t)
		return;
	for (int i = 0; i < t->nlangs; i++)
		hyf_close(t->langs[i].hyf);
	font_list_close(&t->fonts);
	hb_buffer_destroy(t->buffer);
	free(t->work.pieces);
	free(t->work.text);
	free(t->work.glyphs);
	free(t->work.origin);
	free(t->work.runs);
	free(t->work.breaks);
	free(t->slots);
	mem_free(t->mem);
	free(t);
}

void txt_report(struct txt *t, struct diag *d)
{
	t->diag = d;
}

/* ---- faces ---- */

static int face_of(struct txt *t, const struct sty_char *ch)
{
	const char *family = family_of(t->style, ch->role);
	struct font *own = font_find(&t->fonts, family, ch->weight, ch->italic);
	for (int i = 0; i < t->nfaces; i++)
		if (t->faces[i].chain[0] == own && t->faces[i].weight == ch->weight &&
			t->faces[i].italic == ch->italic && t->faces[i].pnum == ch->pnum &&
			t->faces[i].code == (ch->role == STY_FEST))
			return i;
	if (t->nfaces == STATE_FACES)
		return 0;
	struct face *f = &t->faces[t->nfaces];
	*f = (struct face){.family = family,
		.weight = ch->weight,
		.italic = ch->italic,
		.pnum = ch->pnum,
		.code = ch->role == STY_FEST,
		.nchain = 1,
		.chain = {own}};
	for (int i = 0; i < t->fonts.nfallback; i++) {
		struct font *other = font_find(&t->fonts, t->fonts.fallback[i], ch->weight, ch->italic);
		if (other && other != own)
			f->chain[f->nchain++] = other;
	}
	return t->nfaces++;
}

static bool same_look(const struct sty_char *a, const struct sty_char *b)
{
	return a->role == b->role && a->weight == b->weight && a->italic == b->italic && a->pnum == b->pnum;
}

int txt_face(struct txt *t, const struct sty_char *ch)
{
	for (int i = 0; i < t->nasked; i++)
		if (same_look(&t->asked[i].ch, ch))
			return t->asked[i].face;
	int face = face_of(t, ch);
	if (t->nasked < STATE_ASKED) {
		t->asked[t->nasked].ch = *ch;
		t->asked[t->nasked++].face = face;
	}
	return face;
}

/* ---- languages ---- */

static size_t primary(const char *tag)
{
	size_t n = 0;
	while (tag[n] && tag[n] != '-' && tag[n] != '_')
		n++;
	return n;
}

static bool is_tag(const struct lang *l, const char *tag)
{
	const char *own = l->tag;
	while (*own && *own == *tag) {
		own++;
		tag++;
	}
	return !*own && (!*tag || *tag == '-' || *tag == '_');
}

static int lang_of(struct txt *t, const char *tag)
{
	if (!tag)
		tag = "";
	if (t->last_lang >= 0 && is_tag(&t->langs[t->last_lang], tag))
		return t->last_lang;
	for (int i = 0; i < t->nlangs; i++)
		if (is_tag(&t->langs[i], tag))
			return t->last_lang = i;
	size_t n = primary(tag);
	if (t->nlangs == STATE_LANGS || n >= sizeof t->langs->tag)
		return n ? lang_of(t, "") : 0;
	struct lang *l = &t->langs[t->nlangs];
	*l = (struct lang){.tried = false};
	memcpy(l->tag, tag, n);
	l->hb = n ? hb_language_from_string(l->tag, -1) : HB_LANGUAGE_INVALID;
	return t->last_lang = t->nlangs++;
}

/* ---- the cache ---- */

static uint64_t load(const char *s, size_t n)
{
	uint64_t v = 0;
	if (n >= 4) {
		uint32_t a, b;
		memcpy(&a, s, 4);
		memcpy(&b, s + n - 4, 4);
		return a | (uint64_t)b << 32;
	}
	for (size_t i = 0; i < n; i++)
		v = v << 8 | (unsigned char)s[i];
	return v;
}

static uint64_t hash_word(int face, int lang, const char *s, size_t n)
{
	uint64_t h = ((uint64_t)n << 16 | (uint64_t)face << 8 | (uint64_t)lang) * 0x9E3779B97F4A7C15u, v;
	size_t left = n;
	for (; left > 8; left -= 8, s += 8) {
		memcpy(&v, s, 8);
		h = (h ^ v) * 0xFF51AFD7ED558CCDu;
		h ^= h >> 32;
	}
	h = (h ^ load(s, left)) * 0xC4CEB9FE1A85EC53u;
	return h ^ h >> 29;
}

static struct slot *slot_of(const struct txt *t, uint64_t hash, int face, int lang, const char *s, size_t n)
{
	size_t mask = t->nslots - 1, i = hash & mask;
	for (; t->slots[i].entry; i = (i + 1) & mask) {
		const struct entry *e = t->slots[i].entry;
		if (t->slots[i].hash == hash && e->len == n && e->face == face && e->lang == lang &&
			!memcmp(e->bytes, s, n))
			break;
	}
	return &t->slots[i];
}

static void grow(struct txt *t)
{
	struct slot *old = t->slots;
	size_t n = t->nslots;
	t->nslots *= 2;
	t->slots = mem_alloc(t->nslots * sizeof *t->slots);
	memset(t->slots, 0, t->nslots * sizeof *t->slots);
	for (size_t i = 0; i < n; i++)
		if (old[i].entry) {
			size_t k = old[i].hash & (t->nslots - 1);
			while (t->slots[k].entry)
				k = (k + 1) & (t->nslots - 1);
			t->slots[k] = old[i];
		}
	free(old);
}

static size_t round_up(size_t n, size_t to)
{
	return (n + to - 1) / to * to;
}

/* Copies the work space into one piece of memory. */
static struct entry *keep(struct txt *t, const char *s, size_t n)
{
	const struct work *w = &t->work;
	size_t glyphs = round_up(sizeof(struct entry) + n, _Alignof(struct txt_glyph)),
	       breaks = round_up(glyphs + w->nglyphs * sizeof *w->glyphs, _Alignof(struct txt_break)),
	       runs = round_up(breaks + w->nbreaks * sizeof *w->breaks, _Alignof(struct txt_run));
	char *p = mem_get(t->mem, runs + w->nruns * sizeof *w->runs);
	struct entry *e = (struct entry *)p;
	if (n)
		memcpy(e->bytes, s, n);
	if (w->nglyphs)
		memcpy(p + glyphs, w->glyphs, w->nglyphs * sizeof *w->glyphs);
	if (w->nbreaks)
		memcpy(p + breaks, w->breaks, w->nbreaks * sizeof *w->breaks);
	if (w->nruns)
		memcpy(p + runs, w->runs, w->nruns * sizeof *w->runs);
	e->len = (uint32_t)n;
	e->word = (struct txt_word){.glyphs = (void *)(p + glyphs),
		.runs = (void *)(p + runs),
		.breaks = (void *)(p + breaks),
		.nglyphs = (uint16_t)w->nglyphs,
		.nruns = (uint16_t)w->nruns,
		.nbreaks = (uint16_t)w->nbreaks,
		.rtl = w->rtl,
		.bidi = txt_may_have_rtl(s, n),
		.missing = w->missing};
	for (size_t i = 0; i < w->nglyphs; i++)
		e->word.width += w->glyphs[i].adv;
	return e;
}

const struct txt_word *txt_word(struct txt *t, int face, const char *lang, const char *s, size_t n)
{
	if (n > TXT_WORD_MAX)
		n = TXT_WORD_MAX;
	int l = lang_of(t, lang);
	uint64_t hash = hash_word(face, l, s, n);
	struct slot *slot = slot_of(t, hash, face, l, s, n);
	if (slot->entry)
		return &slot->entry->word;
	const struct face *f = &t->faces[face];
	shape_word(t, f, t->langs[l].hb, s, n);
	breaks_find(t, f, &t->langs[l], s, n);
	struct entry *e = keep(t, s, n);
	e->face = (uint8_t)face;
	e->lang = (uint8_t)l;
	*slot = (struct slot){hash, e};
	if (++t->nwords * 2 > t->nslots)
		grow(t);
	return &e->word;
}

static const struct txt_word *single(struct txt *t, int face, uint32_t shown, const char *text, size_t n)
{
	shape_as(t, &t->faces[face], shown, text, n);
	return &keep(t, text, n)->word;
}

const struct txt_word *txt_space(struct txt *t, int face)
{
	struct face *f = &t->faces[face];
	if (!f->space)
		f->space = single(t, face, ' ', " ", 1);
	return f->space;
}

const struct txt_word *txt_nothing(struct txt *t, int face)
{
	struct face *f = &t->faces[face];
	if (!f->nothing)
		f->nothing = single(t, face, ' ', "\xE2\x80\x8B", 3);
	return f->nothing;
}

const struct txt_word *txt_hyphen(struct txt *t, int face)
{
	struct face *f = &t->faces[face];
	if (!f->hyphen)
		f->hyphen = single(t, face, '-', "\xC2\xAD", 2);
	return f->hyphen;
}
