/* calendar.c: a session as a calendar file (RFC 5545). Times are UTC, so that no time zone table is needed. */
#include <stdio.h>
#include <string.h>

#include "base/u8.h"
#include "base/zone.h"
#include "office/calendar.h"

enum { FOLD = 75 };                                /* octets of a line, line end not counted */

static bool continues(const char *s, size_t i)
{
	return ((unsigned char)s[i] & 0xC0) == 0x80;
}

/* Long lines go on in the next one after a blank; no character is cut. */
static void put_line(struct buf *out, const struct buf *line)
{
	size_t room = FOLD;
	for (size_t at = 0; at < line->len;) {
		size_t n = line->len - at < room ? line->len - at : room;
		while (at + n < line->len && n > 1 && continues(line->data, at + n))
			n--;
		if (at)
			buf_chr(out, ' ');
		buf_put(out, line->data + at, n);
		buf_str(out, "\r\n");
		at += n;
		room = FOLD - 1;
	}
}

static void put_escaped(struct buf *b, const char *s)
{
	for (const char *p = s, *end = s + strlen(s); p < end;) {
		const char *start = p;
		uint32_t c = u8_get(&p, end);
		if (c == '\n')
			buf_str(b, "\\n");
		else if (c == '\\' || c == ';' || c == ',')
			buf_fmt(b, "\\%c", (char)c);
		else if (c == 0xA0 || c == 0x202F || c == '\t')
			buf_chr(b, ' ');
		else if (c >= 0x20 && c != 0x7F && c != 0xAD && c != 0x200B)
			buf_put(b, start, (size_t)(p - start));
	}
}

static void text_line(struct buf *out, const char *name, const char *text)
{
	struct buf line = {0};
	buf_str(&line, name);
	put_escaped(&line, text);
	put_line(out, &line);
	buf_free(&line);
}

static void put_minute(struct buf *out, const char *name, struct date day, int minute)
{
	int utc = minute - 60 * zone_offset(day, minute);
	struct date d = date_from_days(date_days(day) - (utc < 0));
	utc += utc < 0 ? 24 * 60 : 0;
	buf_fmt(out, "%s:%04d%02d%02dT%02d%02d00Z\r\n", name, d.year, d.month, d.day, utc / 60, utc % 60);
}

static void put_start(struct buf *out, const struct doc_sitzung *s)
{
	int minute;
	if (zone_clock(s->beginn, &minute))
		put_minute(out, "DTSTART", s->datum, minute);
	else
		buf_fmt(out, "DTSTART;VALUE=DATE:%04d%02d%02d\r\n", s->datum.year, s->datum.month, s->datum.day);
}

/* A session that ends earlier than it began ended the day after. */
static void put_end(struct buf *out, const struct doc_sitzung *s, int minutes)
{
	enum { DAY = 24 * 60 };
	int from, to;
	if (!zone_clock(s->beginn, &from))
		return;
	if (!zone_clock(s->ende, &to))
		to = from + minutes;
	else if (to < from)
		to += DAY;
	if (to > from)
		put_minute(out, "DTEND", date_from_days(date_days(s->datum) + to / DAY), to % DAY);
}

/* The day of the notice, until the register knows the moment. */
static void put_modified(struct buf *out, const char *day, int64_t at)
{
	enum { DAY = 86400 };
	struct date d = date_from_days((int32_t)(at / DAY));
	int second = (int)(at % DAY);
	if (at > 0)
		buf_fmt(out, "LAST-MODIFIED:%04d%02d%02dT%02d%02d%02dZ\r\n", d.year, d.month, d.day, second / 3600,
			second / 60 % 60, second % 60);
	else
		buf_fmt(out, "LAST-MODIFIED:%s\r\n", day);
}

static const char *status(const struct doc *sitzung, const struct doc_sitzung *s)
{
	return s->abgesagt ? "CANCELLED" : doc_is(sitzung->root, DOC_A_ENTWURF, "ja") ? "TENTATIVE" : "CONFIRMED";
}

static void put_place(struct buf *out, const struct doc_node *place)
{
	struct buf b = {0};
	const char *name = doc_get(place, DOC_A_NAME), *street = doc_get(place, DOC_A_STRASSE),
		   *plz = doc_get(place, DOC_A_PLZ), *town = doc_get(place, DOC_A_ORT);
	buf_str(&b, name ? name : "");
	if (street)
		buf_fmt(&b, "%s%s", b.len ? ", " : "", street);
	if (plz || town)
		buf_fmt(&b, "%s%s%s%s", b.len ? ", " : "", plz ? plz : "", plz && town ? " " : "", town ? town : "");
	if (b.len)
		text_line(out, "LOCATION:", b.data);
	buf_free(&b);
}

static void put_agenda(struct buf *out, const struct doc_agenda *a)
{
	struct buf b = {0};
	for (size_t i = 0; i < a->n; i++) {
		const struct doc_agenda_item *it = &a->items[i];
		if (!it->nummer)
			continue;
		if (b.len)
			buf_chr(&b, '\n');
		buf_fmt(&b, "%s %s", it->nummer, it->titel ? it->titel : "");
		if (it->oeffentlich && it->drucksache)
			buf_fmt(&b, " (%s)", it->drucksache);
		if (it->entfallen)
			buf_str(&b, " (entfällt)");
	}
	if (b.len)
		text_line(out, "DESCRIPTION:", b.data);
	buf_free(&b);
}

void off_calendar(struct buf *out, const struct doc *sitzung, const struct doc_agenda *agenda,
	const struct off_calendar *o)
{
	const struct doc_sitzung *s = doc_sitzung(sitzung);
	if (!s)
		return;
	struct buf line = {0};
	char made[32];
	const char *cancelled = s->abgesagt ? "Abgesagt: " : "";
	struct date stamp = s->bekanntmachung.day ? s->bekanntmachung : s->datum;
	snprintf(made, sizeof made, "%04d%02d%02dT000000Z", stamp.year, stamp.month, stamp.day);
	buf_fmt(out, "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//ratssatz//Sitzung//DE\r\nMETHOD:%s\r\n"
		"BEGIN:VEVENT\r\n", s->abgesagt ? "CANCEL" : "PUBLISH");
	buf_fmt(&line, "UID:%s@%s", s->id, sitzung->ort);
	put_line(out, &line);
	buf_fmt(out, "DTSTAMP:%s\r\n", made);
	put_modified(out, made, o->modified);
	buf_fmt(out, "SEQUENCE:%d\r\nSTATUS:%s\r\n", o->sequence, status(sitzung, s));
	put_start(out, s);
	put_end(out, s, o->minutes);
	buf_clear(&line);
	buf_fmt(&line, "%s%sSitzung: ", cancelled, s->fortsetzung_von.year ? "Fortsetzung der " : "");
	doc_put_gremien(&line, sitzung, &s->gremien, s->datum);
	buf_fmt(&line, "%s%s", o->town ? ", " : "", o->town ? o->town : "");
	text_line(out, "SUMMARY:", line.data);
	if (s->grund && (s->abgesagt || s->verlegt_von.year))
		text_line(out, "COMMENT:", s->grund);
	put_place(out, s->sitzungsort);
	put_agenda(out, agenda);
	buf_str(out, "CLASS:PUBLIC\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n");
	buf_free(&line);
}
