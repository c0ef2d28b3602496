/* news.h: inside the room: what a Mappe tells and keeps of the one before it. */
#ifndef OFFICE_NEWS_H
#define OFFICE_NEWS_H
#include "compose/compose.h"
#include "office/office.h"
#include "pipeline/pipeline.h"
#include "register/register.h"

/* What is new since a session was first announced; nothing where it never was. */
struct off_news_of {
	struct reg_key session;
	const struct doc_agenda *items, *house;        /* as it is shown, and whole; item by item */
	const struct doc *sitzung;                     /* whole: its items have Anlagen */
	bool intern;
	int64_t now;
};
struct off_news { struct com_news *all; size_t n; };
struct off_news off_news(const struct style *, struct reg *, struct mem *, const struct off_news_of *);
/* The pages of the first Mappe of a kind for com_meeting; NULL: there was none. */
const struct com_kept *off_kept_pages(struct reg *, struct mem *, struct reg_key session, const char *kind,
	const struct doc_agenda *);
/* The pages of a Mappe that was set: to be kept, if it is the first. */
struct reg_mappe off_pages_of(struct mem *, const struct edition *, const struct doc_agenda *,
	const struct doc *const *);

#endif
