/* fault.c: what libxml2 says about XML that is not well-formed, in the author's words. */
#include "source/libxml.h"

#include <stdbool.h>
#include <string.h>

#include "base/buf.h"
#include "base/u8.h"
#include "source/load.h"
#include "source/schema.h"

struct words {
	int code;
	const char *text;                              /* %1 and %2: libxml2's two strings; %3: its number */
};

static const struct words words[] = {
	{XML_ERR_DOCUMENT_EMPTY, "Hier beginnt kein XML; erwartet wird ein Element wie <konzept>, "
		"bitte alles davor löschen oder die richtige Datei angeben"},
	{XML_ERR_DOCUMENT_END,
		"Nach dem Ende des äußersten Elements folgt noch etwas; "
		"bitte streichen oder das Element später schließen"},
	{XML_ERR_TAG_NAME_MISMATCH,
		"Das schließende Element passt nicht: offen ist <%1> aus Zeile %3, es endet aber </%2>; "
		"bitte </%1> davor ergänzen oder in der richtigen Reihenfolge schließen"},
	{XML_ERR_TAG_NOT_FINISHED, "Die Datei endet, bevor <%1> aus Zeile %3 geschlossen ist; bitte </%1> ergänzen"},
	{XML_ERR_GT_REQUIRED, "Dem Element fehlt das Zeichen >; bitte ergänzen"},
	{XML_ERR_LT_IN_ATTRIBUTE,
		"Im Wert eines Attributs steht das Zeichen <; "
		"bitte &lt; schreiben oder das schließende Anführungszeichen ergänzen"},
	{XML_ERR_ATTRIBUTE_NOT_STARTED,
		"Der Wert eines Attributs beginnt nicht mit einem Anführungszeichen; erwartet wird name=\"wert\""},
	{XML_ERR_ATTRIBUTE_NOT_FINISHED,
		"Der Wert eines Attributs endet nicht; bitte das schließende Anführungszeichen ergänzen"},
	{XML_ERR_ATTRIBUTE_WITHOUT_VALUE, "Das Attribut %1 hat keinen Wert; erwartet wird %1=\"wert\" oder davor das "
		"Zeichen >, bitte ergänzen"},
	{XML_ERR_ATTRIBUTE_REDEFINED, "Das Attribut %1 steht zweimal im selben Element; bitte eines streichen"},
	{XML_ERR_EQUAL_REQUIRED, "Nach dem Namen fehlt das Gleichheitszeichen; erwartet wird name=\"wert\""},
	{XML_ERR_SPACE_REQUIRED, "Zwischen zwei Attributen fehlt ein Leerzeichen, oder dem Wert davor das "
		"Anführungszeichen; bitte ergänzen"},
	{XML_ERR_NAME_REQUIRED, "Nach < fehlt ein Name; ein einzelnes < wird als &lt; geschrieben"},
	{XML_ERR_ENTITYREF_SEMICOL_MISSING, "Nach & fehlt ein Semikolon; ein einzelnes & wird als &amp; "
		"geschrieben, ein Zeichen wie ü als es selbst"},
	{XML_ERR_INVALID_DEC_CHARREF,
		"Die Zeichennummer nach &# ist keine Dezimalzahl; erwartet wird zum Beispiel &#160;"},
	{XML_ERR_INVALID_HEX_CHARREF,
		"Die Zeichennummer nach &#x ist keine Hexadezimalzahl; erwartet wird zum Beispiel &#xA0;"},
	{XML_ERR_INVALID_CHARREF, "Die Zeichennummer nach &# ist unvollständig; erwartet wird zum Beispiel &#160;"},
	{XML_ERR_INVALID_CHAR, "Hier steht ein Steuerzeichen, das XML nicht erlaubt; bitte löschen"},
	{XML_ERR_COMMENT_NOT_FINISHED, "Ein Kommentar endet nicht; bitte --> ergänzen"},
	{XML_ERR_HYPHEN_IN_COMMENT,
		"In einem Kommentar stehen zwei Bindestriche; erlaubt sind sie nur im abschließenden -->"},
	{XML_ERR_CDATA_NOT_FINISHED, "Ein CDATA-Abschnitt endet nicht; bitte ]]> ergänzen"},
	{XML_ERR_MISPLACED_CDATA_END, "Im Text steht ]]>; bitte ]]&gt; schreiben"},
	{XML_ERR_PI_NOT_STARTED, "Eine Verarbeitungsanweisung hat keinen Namen; bitte streichen"},
	{XML_ERR_PI_NOT_FINISHED, "Eine Verarbeitungsanweisung endet nicht; bitte ?> ergänzen"},
	{XML_ERR_XMLDECL_NOT_STARTED,
		"Die XML-Deklaration am Anfang der Datei ist fehlerhaft; "
		"erwartet wird <?xml version=\"1.0\" encoding=\"UTF-8\"?>"},
	{XML_ERR_XMLDECL_NOT_FINISHED,
		"Die XML-Deklaration am Anfang der Datei ist fehlerhaft; "
		"erwartet wird <?xml version=\"1.0\" encoding=\"UTF-8\"?>"},
	{XML_ERR_STANDALONE_VALUE,
		"Die XML-Deklaration am Anfang der Datei ist fehlerhaft; "
		"erwartet wird <?xml version=\"1.0\" encoding=\"UTF-8\"?>"},
	{XML_ERR_VERSION_MISSING,
		"Die XML-Deklaration am Anfang der Datei ist fehlerhaft; "
		"erwartet wird <?xml version=\"1.0\" encoding=\"UTF-8\"?>"},
	{XML_ERR_UNKNOWN_VERSION, "Die Datei nennt eine andere Version von XML; erwartet wird version=\"1.0\""},
	{XML_ERR_STRING_NOT_STARTED, "Hier fehlt ein Anführungszeichen; erwartet wird name=\"wert\""},
	{XML_ERR_STRING_NOT_CLOSED, "Hier fehlt das schließende Anführungszeichen"},
	{XML_NS_ERR_UNDEFINED_NAMESPACE,
		"Das Präfix %1 ist nicht erklärt; bitte xmlns:%1=\"…\" am äußersten Element ergänzen"},
	{XML_NS_ERR_QNAME, "Im Namen %1 ist ein Doppelpunkt zu viel; erlaubt sind Buchstaben, Ziffern "
		"und Bindestriche, bitte streichen"},
	{XML_NS_ERR_ATTRIBUTE_REDEFINED, "Das Attribut %1 steht zweimal im selben Element; bitte eines streichen"},
	{XML_NS_ERR_XML_NAMESPACE, "Das Präfix xml oder xmlns darf nicht neu erklärt werden; bitte streichen"},
};

static void fill(struct buf *b, const char *text, libxml_error e)
{
	for (const char *p = text; *p; p++) {
		if (p[0] == '%' && (p[1] == '1' || p[1] == '2')) {
			const char *s = *++p == '1' ? e->str1 : e->str2;
			size_t n = s ? strlen(s) : 0;
			buf_put(b, s ? s : "?", s ? n < 80 ? n : 80 : 1);
		} else if (p[0] == '%' && p[1] == '3') {
			buf_int(b, e->int1);
			p++;
		} else {
			buf_chr(b, *p);
		}
	}
}

/* ---- where it is, and what stands there ---- */

static const char *at_of(const struct libxml_text *t, xmlParserCtxtPtr c)
{
	const char *end = t->data + t->size;
	const char *p = c->input ? (const char *)c->input->cur : t->data;
	if (p >= t->data && p <= end)
		return p;
	return c->input && (size_t)(c->input->end - c->input->cur) <= t->size
		? end - (c->input->end - c->input->cur)     /* a copy of it is read */
		: end;
}

/* The last mark before at; NULL: none. */
static const char *mark_before(const struct libxml_text *t, const char *at, const char *mark)
{
	size_t n = strlen(mark);
	for (const char *p = at; p > t->data;)
		if (--p + n <= t->data + t->size && !memcmp(p, mark, n))
			return p;
	return NULL;
}

/* The straight quotation mark that is open at this place of a tag; NULL: none. */
static const char *open_quote(const struct libxml_text *t, const char *at)
{
	const char *open = NULL, *tag = mark_before(t, at, "<");
	for (const char *p = tag; p && p < at; p++)
		if ((*p == '"' || *p == '\'') && (!open || *open == *p))
			open = open ? NULL : p;
	return open;
}

/* The value begins with a straight mark and ends with one of print: then what follows looks like the next attribute
 * or the end of the tag. */
static size_t curly_end(const char *open, const char *end)
{
	for (const char *p = open + 1; p < end && *p != '<' && *p != '\n'; p++) {
		size_t n = spell_curly(p, end);
		if (n && p + n < end && strchr(" \t\r\n/>?", p[n]))
			return (size_t)(p - open);
	}
	return 0;
}

/* Marks of print around the value: named as such, with the attribute. */
static bool wrong_quotes(struct diag *d, const struct libxml_text *t, const char *at)
{
	const char *end = t->data + t->size, *open = open_quote(t, at), *p = open ? open : at;
	size_t n = spell_curly(at, end), until = open ? curly_end(open, end) : 0;
	if (open ? !until : !n)
		return false;
	while (p > t->data && strchr("= \t\r\n", p[-1]))
		p--;
	size_t name = 0, k = 0;
	while (p - name > t->data && !strchr(" \t\r\n<=", p[-1 - (long)name]))
		name++;
	if (!name)
		return false;
	const char *bad = open ? open + until : at;
	k = spell_curly(bad, end);
	int line = 1;
	for (const char *q = t->data; q < bad; q++)
		line += *q == '\n';
	diag_error(d, "XML", t->path, line,
		"Der Wert von %.*s %s mit dem Anführungszeichen %.*s der Textverarbeitung; um Werte gehören "
		"gerade, erwartet wird %.*s=\"wert\"",
		(int)(name < 60 ? name : 60), p - name, open ? "endet" : "beginnt", (int)k, bad,
		(int)(name < 60 ? name : 60), p - name);
	return true;
}

/* Does an element of this name wait for its end? */
static bool is_open(xmlParserCtxtPtr c, const char *name)
{
	for (int i = 0; i < c->nameNr; i++)
		if (c->nameTab[i] && !strcmp((const char *)c->nameTab[i], name))
			return true;
	return false;
}

/* What does not end is told where it began; else the line of the parser. */
static int cause_line(const struct libxml_text *t, const char *at, int line, int code)
{
	const char *p = NULL;
	switch (code) {
	case XML_ERR_COMMENT_NOT_FINISHED:
		p = mark_before(t, at, "<!--");
		break;
	case XML_ERR_CDATA_NOT_FINISHED:
		p = mark_before(t, at, "<![CDATA[");
		break;
	case XML_ERR_PI_NOT_FINISHED:
		p = mark_before(t, at, "<?");
		break;
	case XML_ERR_GT_REQUIRED:
		p = mark_before(t, at, "<");
		break;
	case XML_ERR_LT_IN_ATTRIBUTE:
	case XML_ERR_ATTRIBUTE_NOT_FINISHED:
		p = open_quote(t, at);
		break;
	default:
		break;
	}
	for (; p && p < at; p++)
		line -= *p == '\n';
	return line;
}

/* The name of the beginning is the wrong one: no element of ours has it, and one has that of the end. */
static bool wrong_begin(libxml_error e)
{
	return e->code == XML_ERR_TAG_NAME_MISMATCH && e->str1 && e->str2 && spell_close(e->str2, e->str1) &&
		doc_kind_find(e->str1) == DOC_KIND_MAX && doc_kind_find(e->str2) != DOC_KIND_MAX;
}

static bool in_tag(int code)
{
	return code == XML_ERR_NAME_REQUIRED || code == XML_ERR_GT_REQUIRED || code == XML_ERR_SPACE_REQUIRED ||
		code == XML_ERR_ATTRIBUTE_WITHOUT_VALUE;
}

/* A blank of print, or one without width, where a plain one belongs. */
static bool odd_blank(const struct libxml_text *t, const char *at)
{
	const char *end = t->data + t->size;
	uint32_t cp = at < end ? u8_get(&at, end) : 0;
	return cp == 0x00A0 || cp == 0x00AD || (cp >= 0x2000 && cp <= 0x200F) || cp == 0x202F || cp == 0x2060 ||
		cp == 0x3000 || cp == 0xFEFF;
}

/* "</>": libxml2 makes up a name. */
static bool nameless_end(const struct libxml_text *t, const char *at, libxml_error e)
{
	const char *tag = e->code == XML_ERR_TAG_NAME_MISMATCH ? mark_before(t, at, "</") : NULL;
	return tag && t->data + t->size - tag > 2 && (tag[2] == '>' || tag[2] == ' ');
}

/* A name is missing at this place: "&", "< absatz", "<\\absatz", an attribute; NULL: of the other words. */
static const char *no_name(const struct libxml_text *t, const char *at)
{
	const char *end = t->data + t->size;
	const char before = at > t->data ? at[-1] : '<';
	if (before == '&')
		return "Nach & fehlt ein Name; ein einzelnes & wird als &amp; geschrieben";
	if (before != '<')
		return "Im Element steht etwas, das kein Attribut ist; erwartet wird name=\"wert\" oder davor das "
			"Zeichen >, "
		       "bitte ergänzen";
	if (end - at > 8 && !strncasecmp(at, "!doctype", 8))
		return "<!doctype …> gehört in eine HTML-Seite; bitte die Zeile streichen";
	if (at < end && *at == '!')
		return "Nach <! steht weder ein Kommentar noch ein CDATA-Abschnitt; ein Kommentar beginnt mit <!-- und "
			"endet mit -->, alles andere bitte streichen";
	if (at < end && *at == '\\')
		return "Nach < steht ein umgekehrter Schrägstrich; ein Element endet mit </name>, bitte / schreiben";
	if (end - at > 1 && *at == ' ' && ((at[1] >= 'a' && at[1] <= 'z') || at[1] == '/'))
		return "Nach < steht ein Leerzeichen; vor dem Namen eines Elements steht keines, ein einzelnes < wird "
			"als &lt; geschrieben";
	return NULL;
}

/* The file ends inside of a tag, and inside of a line: what was begun there is no slip of the author, the rest is
 * missing. */
static bool cut(const struct libxml_text *t, const char *at, int code)
{
	const char *end = t->data + t->size, *open = mark_before(t, at, "<");
	if (code == XML_ERR_LT_IN_ATTRIBUTE || code == XML_ERR_TAG_NOT_FINISHED || !open || end[-1] == '\n')
		return false;
	while (at < end && !strchr("<>", *at))
		at++;
	return at == end && !memchr(open, '>', (size_t)(end - open)) && end - open > 1 &&
		(in_tag(code) || code == XML_ERR_ATTRIBUTE_NOT_FINISHED) && (open[1] == '/' || (open[1] >= 'a' &&
			open[1] <= 'z'));
}

bool libxml_follows(libxml_error e)
{
	return e->code == XML_ERR_TAG_NAME_MISMATCH && e->str1 && e->str2 && !strcmp(e->str1, e->str2);
}

/* Beginning and end that do not fit, where more can be said; NULL: of the other words. */
static const char *mismatch(xmlParserCtxtPtr c, libxml_error e)
{
	if (libxml_follows(e))
		return "<%1> aus Zeile %3 und sein Ende haben nicht dasselbe Präfix; bitte angleichen";
	if (e->str1 && !strcmp(e->str1, "br"))
		return "<br> aus Zeile %3 hat kein Ende; eine neue Zeile ist <umbruch/>, bitte ersetzen";
	if (wrong_begin(e))
		return "Hier beginnt <%1>, es endet aber mit </%2>; gemeint ist wohl <%2>, bitte berichtigen";
	if (e->str2 && !is_open(c, e->str2))
		return spell_close(e->str2, e->str1)
			? "Hier endet </%2>; offen ist <%1> aus Zeile %3, gemeint ist wohl </%1>, bitte berichtigen"
			: "Hier endet </%2>, das nicht offen ist; offen ist <%1> aus Zeile %3, bitte </%2> streichen "
				"oder "
			  "<%2> davor ergänzen";
	return NULL;
}

/* "<?xml …?>" in a place where it may not stand, or "<?XML …?>". */
static const char *declaration(const struct libxml_text *t, const char *at)
{
	const char *p = mark_before(t, at, "<?"), *q = t->data;
	if (p && t->data + t->size - p > 5 && strncmp(p, "<?xml", 5))
		return "Die Zeile <?xml …?> steht in großen Buchstaben; bitte klein schreiben";
	while (p && q < p && strchr(" \t\r\n\xEF\xBB\xBF", *q))
		q++;
	return !p || q == p
		? "Die Zeile <?xml …?> steht nicht am Anfang der Datei; bitte alles davor löschen, auch Leerzeichen"
		: "Hier steht noch eine Zeile <?xml …?>; sie gehört nur an den Anfang der Datei, bitte streichen";
}

static const char *text_of(const struct libxml_text *t, const char *at, xmlParserCtxtPtr c, libxml_error e)
{
	if (cut(t, at, e->code))
		return "Die Datei endet mitten in einem Element, der Rest fehlt; bitte aus einer Sicherung holen oder "
			"ab hier ergänzen";
	if (nameless_end(t, at, e))
		return "Dem schließenden Element fehlt der Name; offen ist <%1> aus Zeile %3, erwartet wird </%1>, "
			"bitte ergänzen";
	if (odd_blank(t, at) && in_tag(e->code))
		return "Im Element steht ein geschütztes oder unsichtbares Leerzeichen; erwartet wird ein "
			"gewöhnliches, bitte ersetzen";
	if (e->code == XML_ERR_NAME_REQUIRED && no_name(t, at))
		return no_name(t, at);
	if (e->code == XML_ERR_INVALID_CHAR && e->message && strstr(e->message, "CharRef"))
		return "Die Zeichennummer nach &# steht für kein erlaubtes Zeichen; erwartet wird zum Beispiel &#160;";
	if (e->code == XML_ERR_RESERVED_XML_NAME)
		return declaration(t, at);
	if (e->code == XML_ERR_TAG_NAME_MISMATCH && mismatch(c, e))
		return mismatch(c, e);
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (words[i].code == e->code)
			return words[i].text;
	return NULL;
}

void libxml_fault(struct diag *d, const struct libxml_text *t, xmlParserCtxtPtr c, libxml_error e)
{
	struct buf b = {0};
	const char *at = at_of(t, c), *text = text_of(t, at, c, e);
	const struct load_versions two = load_versions(t->data, t->size, at);
	if (two.from) {
		diag_error(d, "XML", t->path, two.from, LOAD_VERSIONS, two.to);
		return;
	}
	int line = wrong_begin(e) ? e->int1 : cause_line(t, at, c->input ? c->input->line : 0, e->code);
	if (e->code == XML_ERR_UNDECLARED_ENTITY || e->code == XML_WAR_UNDECLARED_ENTITY) {
		diag_error(d, "ENTITAET", t->path, line,
			"&%s; ist nicht bekannt; bekannt sind nur &amp; "
			"&lt; &gt; &quot; &apos;, bitte das Zeichen selbst schreiben oder seine Nummer wie &#160;",
			e->str1 ? e->str1 : "?");
		return;
	}
	if (wrong_quotes(d, t, at))
		return;
	if (text)
		fill(&b, text, e);
	else
		buf_fmt(&b, "Das ist kein wohlgeformtes XML (libxml2-Meldung %d); bitte die Zeile und die davor prüfen",
			e->code);
	diag_error(d, "XML", t->path, line, "%s", b.data);
	buf_free(&b);
}
