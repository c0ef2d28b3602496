# Fields of a Massnahme in the manners in which towns write them.
says_xml() { grep -qF "$1" <(cat "$2"/*.xml); }
as_konzept() {
	"$R" uebernehmen "$1" -o "${1%.*}" --ort beckum --inhalt "$TOP/content" >"${1%.*}.told" 2>&1 &&
		test -f "${1%.*}/konzept.xml"
}
head='# Konzept\n\n## Einleitung\n\nEin Satz.\n\n## Bildung\n\nNoch ein Satz.\n\n### Sprachcafé\n\n'

# a bold label, what is said beside it
printf "$head"'**Ziel:** Alle lernen.\n\n**Umsetzung:** Ein Café.\n\n' >a.md
printf '**Beteiligte:** Integrationsrat, Fachdienst Soziale Dienste, Verein\n' >>a.md
printf '\n**Kosten:** 2.500 EUR/Jahr\n\n**Laufzeit:** 3 Jahre\n\n## Schluss\n\nText danach.\n' >>a.md
check "labels in front of a paragraph" as_konzept a.md
check "what is to be reached" says_xml '<ziel>Alle lernen.</ziel>' a
check "names between commas are each one" says_xml '<beteiligt stelle="integrationsrat"/>' a
check "the next of them" says_xml '<beteiligt stelle="fd-soziale-dienste"/>' a
check "what the town has not" says_xml '<beteiligt>Verein</beteiligt>' a
check "each year" says_xml '<posten betrag="2500" turnus="jaehrlich">' a
check "years" says_xml '<zeitbedarf jahre="3">3 Jahre</zeitbedarf>' a
check "what follows is no field" says_xml '<absatz>Text danach.</absatz>' a

# a bold label above, a heading above, lines of a paragraph, items
printf "$head"'**Ziel**\n\nAlle lernen.\n\n**Umsetzung**\n\n- Erst.\n- Dann.\n\n' >b.md
printf '**Beteiligte**\n\nIntegrationsrat\n\n**Kosten**\n\n1,5 Mio. Euro\n\n' >>b.md
printf '**Zeitrahmen**\n\nkurzfristig\n\nDas ist kein Feld mehr.\n' >>b.md
check "labels above a paragraph" as_konzept b.md
check "steps" says_xml '<schritt>Dann.</schritt>' b
check "a million and a half" says_xml '<posten betrag="1500000">' b
check "the last field ends" says_xml '<absatz>Das ist kein Feld mehr.</absatz>' b
printf "$head"'#### Ziel\n\nAlle lernen.\n\n#### Beschreibung\n\nEin Café.\n\n' >c.md
printf '#### Zuständigkeit\n\nIntegrationsrat\n\n#### Kosten\n\nkostenneutral\n' >>c.md
check "headings" as_konzept c.md
check "nothing to pay" says_xml 'zustand="ohne"' c
printf "$head"'Ziel: Alle lernen.  \nMaßnahme: Ein Café.  \n' >d.md
printf 'Akteure: Integrationsrat  \nKosten: 10 T€  \nZeitraum: fortlaufend\n' >>d.md
check "lines" as_konzept d.md
check "ten thousand" says_xml '<posten betrag="10000">' d
check "always" says_xml '<zeitbedarf klasse="laufend">' d
printf "$head"'- Ziel: Alle lernen.\n- Umsetzung: Ein Café.\n    - mit Tee\n' >e.md
printf -- '- Zuständig: Integrationsrat\n- Kosten: 5.000,- €\n\n' >>e.md
printf 'Danach.\n' >>e.md
check "items" as_konzept e.md
check "an item below an item is of its field" says_xml 'mit Tee' e
check "a dash for no Cent" says_xml '<posten betrag="5000">' e

# tables: what it is called above the fields, a row that is none, two rows of one field, two amounts
printf '# Konzept\n\n## Bildung\n\nSatz.\n\n<table><tr><td colspan="2">Maßnahme 1: Sprachcafé</td></tr>' >f.md
printf '<tr><td>Ziel:</td><td>Alle lernen.</td></tr>' >>f.md
printf '<tr><td>Zielgruppe</td><td>Eltern</td></tr><tr><td>Beschreibung</td><td>Ein Café.</td></tr>' >>f.md
printf '<tr><td>Indikator</td><td>Zahl der Gäste</td></tr>' >>f.md
printf '<tr><td>Federführung</td><td>Integrationsrat</td></tr>' >>f.md
printf '<tr><td>Kosten / Finanzierung</td><td>Sachkosten: 1.000 €; Personalkosten: 20.000 €</td></tr>' >>f.md
printf '</table>\n' >>f.md
check "a table that says its name" as_konzept f.md
check "it is a section" says_xml '<titel>Maßnahme 1: Sprachcafé</titel>' f
check "a second row of a field says what it is" says_xml 'Alle lernen.<umbruch/>Zielgruppe: Eltern</ziel>' f
check "a row that is no field is a remark" says_xml '<vermerk name="Indikator">' f
check "two amounts" says_xml '<posten betrag="20000">Personalkosten</posten>' f

row() { printf '<tr>%s</tr>' "$(printf '<td>%s</td>' "$@")"; }
html() { printf '# Konzept\n\n## Bildung\n\nSatz.\n\n<table>%s</table>\n' "$1"; }
rest=$(row Umsetzung 'Ein Café.')$(row Beteiligte Integrationsrat)
html "$(row M1 Sprachcafé)$(row Ziel 'Alle lernen.')$rest" >k.md
check "a number beside the name" as_konzept k.md
check "it stands before it" says_xml '<titel>M1 Sprachcafé</titel>' k
html "$(row Ziel 'Alle lernen.' Kosten '700 Euro')$(row Umsetzung 'Ein Café.' Beteiligte Integrationsrat)" >l.md
check "two fields in a row" as_konzept l.md
check "the second is understood" says_xml '<posten betrag="700">' l
html "$(row Ziel)$(row 'Alle lernen.')$(row Umsetzung)$(row 'Ein Café.')$(row Kosten)$(row '700 Euro')" >m.md
check "what is said stands below the name" as_konzept m.md
check "it is understood" says_xml '<posten betrag="700">' m
printf "$head"'**Ziel** – Alle lernen.\n\n**Umsetzung** – Ein Café.\n\n**Kosten** - 700 Euro\n' >n.md
check "a dash" as_konzept n.md
check "the amount behind it" says_xml '<posten betrag="700">' n

# what only looks like it
printf "$head"'Ziel: Alle lernen.\n\nDas kostet viel. Kosten: niemand weiß es.\n' >g.md
check "one label makes no Massnahme" status 0 "$R" uebernehmen g.md -o g --ort beckum --inhalt "$TOP/content"
check "it is a report" test -f g/bericht.xml

# a document with one numbered chapter is no title
printf '1 Anfang\n\nErstes Wort.\n\n1.1 Darunter\n\nZweites Wort.\n\n1.2 Daneben\n\nDrittes Wort.\n' >h.txt
check "one numbered chapter" status 0 "$R" uebernehmen h.txt -o h --ort beckum --inhalt "$TOP/content"
check "it is the chapter" says_xml '<kapitel id="anfang"' h
printf 'Beschlussvorlage 7\n\n1 Vorschlag\n\nSo wird es.\n\n2 Sachverhalt\n\n' >i.txt
printf 'Das ist der Fall.\n\n3 Kosten\n\nKeine.\n' >>i.txt
check "a paper with numbered parts" \
	status 0 "$R" uebernehmen i.txt -o i --art vorlage --ort beckum --inhalt "$TOP/content"
check "it is a paper" test -f i/vorlage.xml

# labels that say more in brackets, or stand in some
printf '# Konzept\n\nStand: 3. April 2024\n\n## Bildung\n\nSatz.\n\n<table>' >fragen.md
{
	row 'Ziel (Was wollen wir erreichen?)' 'Alle lernen.'
	row '[Beschreibung]' 'Ein Café.'
	row 'Beteiligte (Wer?)' '[Integrationsrat]'
	printf '</table>\n'
} >>fragen.md
check "labels with a question" as_konzept fragen.md
check "the goal" says_xml '<ziel>Alle lernen.</ziel>' fragen
check "the office in brackets" says_xml '<beteiligt stelle="integrationsrat"/>' fragen
check "the day below the title is the document's" says_xml '<stand datum="2024-04-03"/>' fragen
