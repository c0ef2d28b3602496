/* people.c: who is here and where, and who waits for news. Nothing of it is kept. */
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/file.h"
#include "werkstatt/save.h"

enum { NEWS = 512, PEOPLE = 400, WAIT_SECONDS = 20, GONE_SECONDS = 60 };

struct news { uint64_t number; char file[400], who[80]; };
struct person { char client[72], who[80], file[400], place[200]; int64_t seen; };

struct people {
	pthread_mutex_t lock;
	pthread_cond_t more;
	uint64_t number;                               /* of the last news */
	bool ending;
	struct news news[NEWS];
	struct person all[PEOPLE]; size_t n;
};

struct people *wst_people_new(void)
{
	struct people *p = mem_alloc(sizeof *p);
	memset(p, 0, sizeof *p);
	p->number = 1;
	pthread_condattr_t steady;
	pthread_mutex_init(&p->lock, NULL);
	pthread_condattr_init(&steady);
	pthread_condattr_setclock(&steady, CLOCK_MONOTONIC);
	pthread_cond_init(&p->more, &steady);
	pthread_condattr_destroy(&steady);
	return p;
}

void wst_people_free(struct people *p)
{
	if (!p)
		return;
	pthread_cond_destroy(&p->more);
	pthread_mutex_destroy(&p->lock);
	free(p);
}

/* Seconds that no correction of the clock moves. */
static int64_t seconds(void)
{
	struct timespec now;
	clock_gettime(CLOCK_MONOTONIC, &now);
	return now.tv_sec;
}

/* No letter is cut in two. */
static void copy(char *to, size_t size, const char *from)
{
	size_t len = strlen(from), n = len < size ? len : size - 1;
	while (n && n < len && ((unsigned char)from[n] & 0xC0) == 0x80)
		n--;
	memcpy(to, from, n);
	to[n] = '\0';
}

/* file NULL: only that somebody moved; who NULL: it ends. */
void wst_people_tell(struct people *p, const char *file, const char *who)
{
	pthread_mutex_lock(&p->lock);
	p->ending |= !who;
	p->number++;
	struct news *n = &p->news[p->number % NEWS];
	n->number = p->number;
	copy(n->file, sizeof n->file, file ? file : "");
	copy(n->who, sizeof n->who, who ? who : "");
	pthread_cond_broadcast(&p->more);
	pthread_mutex_unlock(&p->lock);
}

static struct person *person(struct people *p, const char *client, int64_t now)
{
	for (size_t i = 0; i < p->n; i++)
		if (!strcmp(p->all[i].client, client))
			return &p->all[i];
	for (size_t i = 0; i < p->n; i++)
		if (p->all[i].seen + GONE_SECONDS < now)
			return &p->all[i];
	return p->n < PEOPLE ? &p->all[p->n++] : &p->all[0];
}

void wst_post_presence(struct wst_call *k)
{
	struct people *p = k->w->people;
	const char *path = wst_field(k, "path"), *name = *k->who ? k->who : wst_field(k, "name");
	if (*path && !wst_file(k, path, WST_READ))
		return;
	pthread_mutex_lock(&p->lock);
	int64_t now = seconds();
	struct person *one = person(p, wst_field(k, "client"), now), old = *one;
	copy(one->client, sizeof one->client, wst_field(k, "client"));
	copy(one->who, sizeof one->who, name);
	copy(one->file, sizeof one->file, path);
	copy(one->place, sizeof one->place, wst_field(k, "place"));
	one->seen = now;
	bool moved = strcmp(old.client, one->client) || strcmp(old.file, one->file) || strcmp(old.place, one->place);
	pthread_mutex_unlock(&p->lock);
	if (moved)
		wst_people_tell(p, NULL, one->who);
	wst_say(k, MHD_HTTP_OK, "");
}

static bool wait_for_news(struct people *p, uint64_t since)
{
	struct timespec until;
	clock_gettime(CLOCK_MONOTONIC, &until);
	until.tv_sec += WAIT_SECONDS;
	while (p->number <= since && !p->ending)
		if (pthread_cond_timedwait(&p->more, &p->lock, &until))
			return false;
	return true;
}

/* Who may not see a file need not know that somebody works in it. */
static bool may_know(struct wst_call *k, const char *file)
{
	enum wst_right right = wst_right(k, file);
	return *file && (right >= WST_WRITE ||
		(right >= WST_READ && wst_sees_source(k, file_join(k->mem, k->w->root, file))));
}

/* What there is to tell at one moment: a copy, since whether somebody may know it is asked of files and registers, for
 * which nobody else need wait. */
struct moment { struct news *news; size_t nnews; struct person *people; size_t npeople; uint64_t number; };

static struct moment copy_moment(struct mem *m, const struct people *p, uint64_t since, int64_t now)
{
	const uint64_t last = p->number, known = since && since < last ? since : last,
		       first = last > NEWS && known < last - NEWS ? last - NEWS + 1 : known + 1;
	struct moment c = {.news = MEM_ARRAY(m, struct news, last - first + 1),
		.people = MEM_ARRAY(m, struct person, p->n + 1), .number = last};
	for (uint64_t i = first; i <= last; i++)
		if (p->news[i % NEWS].number == i && *p->news[i % NEWS].file)
			c.news[c.nnews++] = p->news[i % NEWS];
	for (size_t i = 0; i < p->n; i++)
		if (p->all[i].seen + GONE_SECONDS >= now)
			c.people[c.npeople++] = p->all[i];
	return c;
}

static void put_news(struct wst_call *k, const struct moment *c, cJSON *to)
{
	for (const struct news *n = c->news; n < c->news + c->nnews; n++) {
		if (!may_know(k, n->file))
			continue;
		cJSON *o = cJSON_CreateObject();
		cJSON_AddStringToObject(o, "path", n->file);
		cJSON_AddStringToObject(o, "who", n->who);
		cJSON_AddItemToArray(to, o);
	}
}

static void put_people(struct wst_call *k, const struct moment *c, cJSON *to)
{
	for (const struct person *one = c->people; one < c->people + c->npeople; one++) {
		if (!may_know(k, one->file))
			continue;
		cJSON *o = cJSON_CreateObject();
		cJSON_AddStringToObject(o, "client", one->client);
		cJSON_AddStringToObject(o, "name", one->who);
		cJSON_AddStringToObject(o, "path", one->file);
		cJSON_AddStringToObject(o, "place", one->place);
		cJSON_AddItemToArray(to, o);
	}
}

/* Waits for news after the number that is known ("0": what is now, at once). */
void wst_get_events(struct wst_call *k)
{
	struct people *p = k->w->people;
	uint64_t since = strtoull(wst_query(k, "since"), NULL, 10);
	cJSON *o = cJSON_CreateObject();
	pthread_mutex_lock(&p->lock);
	if (since && since <= p->number)
		wait_for_news(p, since);
	const struct moment now = copy_moment(k->mem, p, since, seconds());
	pthread_mutex_unlock(&p->lock);
	cJSON_AddNumberToObject(o, "number", (double)now.number);
	put_news(k, &now, cJSON_AddArrayToObject(o, "changed"));
	put_people(k, &now, cJSON_AddArrayToObject(o, "people"));
	wst_json(k, MHD_HTTP_OK, o);
}
