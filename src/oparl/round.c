/* round.c: objects of one source stored, those that are gone deleted; ids, URLs and the JSON text without times. */
#include "oparl/round.h"

#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "base/u8.h"
#include "base/zone.h"

/* ---- members ---- */

void opa_add_url(cJSON *o, const char *name, const char *url)
{
	if (url)
		cJSON_AddStringToObject(o, name, url);
}

void opa_add_date(cJSON *o, const char *name, const char *iso)
{
	struct date d;
	if (iso && date_parse(&d, iso) && d.day)
		cJSON_AddStringToObject(o, name, iso);
}

void opa_add_local(cJSON *o, const char *name, const char *iso, const char *clock)
{
	struct date d;
	struct buf b = {0};
	int minute;
	if (!iso || !date_parse(&d, iso) || !d.day || !zone_clock(clock, &minute))
		return;
	zone_put_local(&b, d, minute);
	cJSON_AddStringToObject(o, name, b.data);
	buf_free(&b);
}

cJSON *opa_array(cJSON *o, const char *name)
{
	cJSON *a = cJSON_GetObjectItemCaseSensitive(o, name);
	return a ? a : cJSON_AddArrayToObject(o, name);
}

const char *opa_inner(struct mem *m, const char *name, const char *const *embedded, size_t n)
{
	struct buf b = {0};
	for (size_t i = 0; i < n; i++)
		buf_fmt(&b, i ? ",%s" : ",\"%s\":[%s", i ? embedded[i] : name, embedded[i]);
	if (n)
		buf_chr(&b, ']');
	return buf_take(&b, m);
}

/* ---- ids ---- */

/* The same source of the same town gives the same id, also in a register made anew; of what is not public only with the
 * same secret. */
static char *uuid(const struct opa_round *w, const char *ort, const char *typ, const char *key)
{
	uint8_t h[HASH_SHA256];
	char id[37];
	char *name = mem_fmt(w->mem, "ratssatz:oparl:%s:%s:%s", ort, typ, key);
	if (*key == *OPA_HIDDEN)
		hash_keyed(w->secret->key, name, strlen(name), h);
	else
		hash_sha256(name, strlen(name), h);
	hash_uuid(h, id);
	return mem_dup(w->mem, id);
}

static bool of_system(const char *typ)
{
	return !strcmp(typ, "System") || !strcmp(typ, "Body");
}

const char *opa_kennung(struct opa_round *w, const char *typ, const char *key)
{
	if (of_system(typ))
		return key;
	const char *known = reg_oparl_kennung(w->reg, w->mem, w->ort, typ, key);
	return known ? known : uuid(w, w->ort, typ, key);
}

static char *lower(struct mem *m, const char *s)
{
	char *l = mem_dup(m, s);
	for (char *p = l; *p; p++)
		*p = (char)u8_lower((unsigned char)*p);
	return l;
}

static char *url_of(struct mem *m, const char *typ, const char *kennung)
{
	if (!strcmp(typ, "System"))
		return mem_dup(m, OPA_BASE "/system.json");
	return mem_fmt(m, OPA_BASE "/%s/%s.json", lower(m, typ), kennung);
}

char *opa_url(struct opa_round *w, const char *typ, const char *key)
{
	return url_of(w->mem, typ, opa_kennung(w, typ, key));
}

char *opa_list_url(struct opa_round *w, const char *typ, const char *key, const char *of)
{
	return mem_fmt(w->mem, OPA_BASE "/%s/%s/%s.json", lower(w->mem, typ), opa_kennung(w, typ, key),
		lower(w->mem, of));
}

/* ---- a round ---- */

struct reg_facts opa_facts(struct opa_round *w, enum reg_fact what, const char *key)
{
	struct reg_facts f;
	if (!reg_facts(w->reg, w->mem, what, reg_key(w->ort, key), &f, w->diag)) {
		w->ok = false;
		f = (struct reg_facts){0};
	}
	return f;
}

bool opa_round_begin(struct opa_round *w, const char *ort, const char *quelle)
{
	w->ort = ort;
	w->quelle = quelle;
	w->ok = reg_oparl_of(w->reg, w->mem, reg_key(ort, quelle), &w->before, w->diag);
	return w->ok;
}

static char *head(struct mem *m, const char *url, const char *typ)
{
	return mem_fmt(m, "\"id\":\"%s\",\"type\":\"https://schema.oparl.org/1.1/%s\"", url, typ);
}

bool opa_rename_hidden(struct opa_round *w)
{
	struct reg_oparls hidden;
	w->ok = reg_oparl_hidden(w->reg, w->mem, &hidden, w->diag);
	for (size_t i = 0; w->ok && i < hidden.n; i++) {
		struct reg_oparl o = hidden.all[i];
		o.kennung = uuid(w, o.ort, o.typ, o.schluessel);
		o.inhalt = head(w->mem, url_of(w->mem, o.typ, o.kennung), o.typ);
		if (!strcmp(o.kennung, hidden.all[i].kennung))
			continue;
		w->ok = reg_oparl_rename(w->reg, &o, w->diag);
		diag_add(w->diag, DIAG_HINWEIS, "OPARLKENNUNG", NULL, 0,
			"Ein nichtöffentlicher Punkt der Sitzung „%s“ hatte in OParl die Kennung %s und hat jetzt %s; "
			"wer die alte gespeichert hat, findet sie nicht mehr", strchr(o.quelle, '/') + 1,
			hidden.all[i].kennung, o.kennung);
	}
	return w->ok && reg_secret_applied(w->reg, w->diag);
}

bool opa_round_end(struct opa_round *w)
{
	for (size_t i = 0; w->ok && i < w->before.n; i++) {
		const struct reg_oparl *o = &w->before.all[i];
		if (o->lfd)
			w->ok = reg_oparl_delete(w->reg, o, head(w->mem, url_of(w->mem, o->typ, o->kennung), o->typ),
				w->now, w->diag);
	}
	return w->ok;
}

/* ",\"a\":1,…" of an object, which is consumed; "" for NULL or an empty one. */
static char *members(struct mem *m, cJSON *o)
{
	char *text = o ? cJSON_PrintUnformatted(o) : NULL;
	size_t n = text ? strlen(text) : 0;
	char *s = n > 2 ? mem_fmt(m, ",%.*s", (int)(n - 2), text + 1) : mem_dup(m, "");
	free(text);
	cJSON_Delete(o);
	return s;
}

static char *embedded(struct mem *m, const struct reg_oparl *o, const char *own)
{
	struct buf b = {0};
	buf_fmt(&b, "{%s%s,\"created\":\"", head(m, url_of(m, o->typ, o->kennung), o->typ), own);
	zone_put_instant(&b, o->erstellt);
	buf_str(&b, "\",\"modified\":\"");
	zone_put_instant(&b, o->geaendert);
	buf_str(&b, "\"}");
	return buf_take(&b, m);
}

const char *opa_put(struct opa_round *w, struct opa_part *p)
{
	const char *kennung = opa_kennung(w, p->typ, p->key);
	const char *own = members(w->mem, p->own), *back = members(w->mem, p->back);
	struct reg_oparl o = {.ort = of_system(p->typ) ? "" : w->ort,
		.typ = p->typ,
		.schluessel = p->key,
		.kennung = kennung,
		.quelle = w->quelle,
		.gremium = p->gremium,
		.weitere = p->weitere,
		.nweitere = p->nweitere,
		.ausgegeben = p->ausgegeben,
		.erstellt = p->since,
		.inhalt = mem_fmt(w->mem, "%s%s%s", head(w->mem, url_of(w->mem, p->typ, kennung), p->typ), own, back),
		.eingebettet = p->inner ? p->inner : ""};
	if (!w->ok || !reg_oparl_put(w->reg, w->mem, &o, w->now, w->diag)) {
		w->ok = false;
		return "{}";
	}
	for (size_t i = 0; i < w->before.n; i++)
		if (w->before.all[i].lfd == o.lfd)
			w->before.all[i].lfd = 0;
	return embedded(w->mem, &o, own);
}

const char *opa_embed(struct opa_round *w, const char *typ, const char *key, cJSON *own)
{
	struct reg_oparl o;
	char *text = members(w->mem, own);
	return reg_oparl_by_key(w->reg, w->mem, w->ort, typ, key, &o) && !o.geloescht ? embedded(w->mem, &o, text)
										      : NULL;
}
