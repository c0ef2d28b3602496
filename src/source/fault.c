/* fault.c: what libxml2 says about XML that is not well-formed, in the author's words. */
#include "source/libxml.h"

#include <string.h>

#include "base/buf.h"

struct words {
	int code;
	const char *text;                              /* %1 and %2: libxml2's two strings; %3: its number */
};

static const struct words words[] = {
	{XML_ERR_DOCUMENT_EMPTY, "Hier beginnt kein XML; erwartet wird ein Element wie <konzept>"},
	{XML_ERR_DOCUMENT_END,
		"Nach dem Ende des äußersten Elements folgt noch etwas; "
		"bitte streichen oder das Element später schließen"},
	{XML_ERR_TAG_NAME_MISMATCH,
		"Das schließende Element passt nicht: offen ist <%1> aus Zeile %3, es endet aber </%2>; "
		"bitte in der richtigen Reihenfolge schließen"},
	{XML_ERR_TAG_NOT_FINISHED, "Die Datei endet, bevor <%1> geschlossen ist; bitte </%1> ergänzen"},
	{XML_ERR_GT_REQUIRED, "Dem Element fehlt das Zeichen >; bitte ergänzen"},
	{XML_ERR_LT_IN_ATTRIBUTE,
		"Im Wert eines Attributs steht das Zeichen <; "
		"bitte &lt; schreiben oder das schließende Anführungszeichen ergänzen"},
	{XML_ERR_ATTRIBUTE_NOT_STARTED,
		"Der Wert eines Attributs beginnt nicht mit einem Anführungszeichen; erwartet wird name=\"wert\""},
	{XML_ERR_ATTRIBUTE_NOT_FINISHED,
		"Der Wert eines Attributs endet nicht; bitte das schließende Anführungszeichen ergänzen"},
	{XML_ERR_ATTRIBUTE_WITHOUT_VALUE, "Das Attribut %1 hat keinen Wert; erwartet wird %1=\"wert\""},
	{XML_ERR_ATTRIBUTE_REDEFINED, "Das Attribut %1 steht zweimal im selben Element; bitte eines streichen"},
	{XML_ERR_EQUAL_REQUIRED, "Nach dem Namen fehlt das Gleichheitszeichen; erwartet wird name=\"wert\""},
	{XML_ERR_SPACE_REQUIRED, "Zwischen zwei Attributen fehlt ein Leerzeichen"},
	{XML_ERR_NAME_REQUIRED,
		"Nach < oder & fehlt ein Name; ein einzelnes < wird als &lt; geschrieben, ein einzelnes & als &amp;"},
	{XML_ERR_ENTITYREF_SEMICOL_MISSING, "Nach & fehlt ein Semikolon; ein einzelnes & wird als &amp; geschrieben"},
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
	{XML_ERR_RESERVED_XML_NAME,
		"Die Zeile <?xml …?> steht nicht am Anfang der Datei; bitte alles davor löschen, auch Leerzeichen"},
	{XML_ERR_XMLDECL_NOT_STARTED,
		"Die XML-Deklaration am Anfang der Datei ist fehlerhaft; "
		"erwartet wird <?xml version=\"1.0\" encoding=\"UTF-8\"?>"},
	{XML_ERR_XMLDECL_NOT_FINISHED,
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
	{XML_NS_ERR_QNAME, "Der Name %1 ist kein gültiger Name; erlaubt sind Buchstaben, Ziffern und Bindestriche"},
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

void libxml_fault(struct diag *d, const char *path, int line, libxml_error e)
{
	struct buf b = {0};
	size_t n = sizeof words / sizeof *words, i = 0;
	if (e->code == XML_ERR_UNDECLARED_ENTITY || e->code == XML_WAR_UNDECLARED_ENTITY) {
		diag_error(d, "ENTITAET", path, line,
			"&%s; ist nicht bekannt; bekannt sind nur &amp; "
			"&lt; &gt; &quot; &apos;, bitte das Zeichen selbst schreiben oder seine Nummer wie &#160;",
			e->str1 ? e->str1 : "?");
		return;
	}
	while (i < n && words[i].code != e->code)
		i++;
	if (i < n)
		fill(&b, words[i].text, e);
	else
		buf_fmt(&b, "Das ist kein wohlgeformtes XML (libxml2-Meldung %d); bitte die Zeile und die davor prüfen",
			e->code);
	diag_error(d, "XML", path, line, "%s", b.data);
	buf_free(&b);
}
