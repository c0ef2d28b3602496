/* codes.c: what source can say about a document. */
#include "source/source.h"

const struct diag_code src_codes[] = {
	{"XML", DIAG_FEHLER, "Die Datei ist kein wohlgeformtes XML",
	 "Ein Zeichen fehlt oder ist zu viel, so dass die Datei ab dieser Stelle nicht gelesen werden kann: "
	 "ein Element ist nicht geschlossen, ein Anführungszeichen fehlt, ein & steht allein. "
	 "Was danach kommt, wird erst geprüft, wenn die Stelle berichtigt ist. "
	 "Beispiel: <absatz>Müller & Co.</absatz>, richtig ist &amp;."},
	{"KODIERUNG", DIAG_FEHLER, "Die Datei ist nicht in UTF-8 gespeichert",
	 "Alle Dateien, auch CSV, werden in UTF-8 gelesen; sonst gehen Umlaute verloren. "
	 "Bitte im Editor „Speichern mit Kodierung UTF-8“ wählen, in der Tabellenkalkulation „CSV UTF-8“."},
	{"NAMENSRAUM", DIAG_FEHLER, "Ein Element gehört nicht zum Namensraum",
	 "Das äußerste Element jeder Datei braucht xmlns=\"urn:ratssatz:1\", auch in einer Kapiteldatei. "
	 "Elemente aus anderen Namensräumen werden nicht gesetzt; nur xi:include ist erlaubt."},
	{"ENTITAET", DIAG_FEHLER, "Eine Entität oder DOCTYPE ist nicht erlaubt",
	 "Mit eigenen Entitäten lassen sich fremde Dateien lesen und Rechner lahmlegen; "
	 "deshalb liest ratssatz keine DOCTYPE-Deklaration. Bekannt sind nur `&amp;` `&lt;` `&gt;` `&quot;` `&apos;`. "
	 "Bitte das Zeichen selbst schreiben, oder seine Nummer: `&#160;` statt `&nbsp;`."},
	{"GRENZE", DIAG_FEHLER, "Eine Grenze ist überschritten",
	 "Damit keine Datei den Rechner überlastet, gelten Grenzen: 200 Stufen Verschachtelung, "
	 "64 Attribute je Element, 1 MiB Text je Element, 64 MiB, 2000 Dateien, "
	 "2 000 000 Elemente und 1000 Fehler je Dokument, 64 MiB je Bild oder CSV-Datei. Bitte das Dokument teilen; "
	 "mit --grenze MIB darf es größer sein, auch die Zahl der Elemente wächst mit."},
	{"INCLUDE", DIAG_FEHLER, "Eine Kapiteldatei lässt sich nicht einbinden",
	 "xi:include href=\"datei.xml\" bindet eine Datei aus dem Ordner der Masterdatei oder darunter ein, "
	 "jede höchstens einmal und nie im Kreis; auch Verknüpfungen dürfen nicht hinausführen. "
	 "Beispiel: <xi:include href=\"02-01-wohnraum.xml\"/>."},
	{"WURZEL", DIAG_FEHLER, "Das äußerste Element ist kein Dokument",
	 "Ein Dokument beginnt mit <konzept>, <bericht>, <handbuch>, <vorlage>, <sitzung> oder <verzeichnis>. "
	 "Eine Kapiteldatei wird über ihre Masterdatei geprüft und gesetzt."},
	{"ELEMENT", DIAG_FEHLER, "Ein Element ist hier nicht erlaubt",
	 "Das Element ist nicht bekannt oder darf an dieser Stelle nicht stehen; "
	 "die Meldung zählt auf, was stehen darf. "
	 "`ratssatz` schlägt die wahrscheinliche Schreibweise vor. Beispiel: <finanze> statt <finanzen>."},
	{"REIHENFOLGE", DIAG_FEHLER, "Elemente stehen in der falschen Reihenfolge",
	 "In manchen Elementen ist die Reihenfolge festgelegt, "
	 "etwa <ziel>, <umsetzung>, <beteiligte>, <finanzen>, <zeitbedarf>. Bitte das genannte Element verschieben."},
	{"ANZAHL", DIAG_FEHLER, "Ein Element steht zu oft",
	 "Das Element darf hier nur einmal stehen. "
	 "Beispiel: zwei <ziel> in einer <massnahme>; bitte zusammenfassen oder eine zweite Maßnahme anlegen."},
	{"PFLICHT", DIAG_FEHLER, "Etwas Nötiges fehlt",
	 "Ein Element oder Attribut, ohne das es nicht geht, fehlt. "
	 "Die Meldung steht an der Zeile des Elements, in dem es fehlt. Beispiel: ein <kapitel> ohne <titel>."},
	{"TEXT", DIAG_FEHLER, "Hier darf kein Text stehen",
	 "Text steht nur in Elementen, die ihn setzen, meist in <absatz>. "
	 "Beispiel: <kapitel>Text</kapitel>, richtig ist <kapitel><titel>…</titel><absatz>Text</absatz></kapitel>."},
	{"ATTRIBUT", DIAG_FEHLER, "Ein Attribut ist hier nicht bekannt",
	 "Das Element kennt dieses Attribut nicht; die Meldung zählt die erlaubten auf. "
	 "Beispiel: <beteiligt stele=\"…\"> statt stelle=\"…\"."},
	{"FORM", DIAG_FEHLER, "Der Wert eines Attributs hat nicht die erwartete Form",
	 "Der Wert hat nicht die erwartete Form; die Meldung nennt sie. "
	 "Beispiel: betrag=\"640.000\", richtig ist betrag=\"640000\"; "
	 "datum=\"31.01.2018\", richtig ist datum=\"2018-01-31\"."},
	{"KOMBINATION", DIAG_FEHLER, "Die Angaben eines Elements passen nicht zusammen",
	 "Ein Posten nennt entweder einen Betrag oder einen Zustand, "
	 "eine Kennzahl entweder einen Wert oder einen Anteil, "
	 "und ein <beteiligt> nennt eine Stelle oder enthält Text. Eine nichtöffentliche Vorlage braucht <neutral>, "
	 "ein Punkt der Tagesordnung einen Titel, eine Art oder eine Vorlage; "
	 "ein gemeinsamer Punkt hat keine eigene Vorlage, und seine Unterpunkte haben keine Unterpunkte. "
	 "Bitte die überzählige Angabe streichen oder die fehlende ergänzen. "
	 "Beispiel: <posten betrag=\"5000\" zustand=\"unbestimmt\"/>."},
	{"CSV", DIAG_FEHLER, "Eine CSV-Datei fehlt oder ist fehlerhaft",
	 "Die Daten eines Diagramms stehen in einer CSV-Datei im Ordner der Masterdatei: UTF-8, Semikolon als Trenner, "
	 "Dezimalkomma, eine Kopfzeile; die erste Spalte nennt die Zeilen, alle anderen enthalten Zahlen. "
	 "Beispiel: Jahr;Personen und darunter 2015;412."},
	{"LITERATUR", DIAG_FEHLER, "Die Literaturdatei fehlt oder ist fehlerhaft",
	 "<literatur datei=\"literatur.json\"/> nennt eine Datei in CSL-JSON im Ordner der Masterdatei, "
	 "wie sie Zotero mit „Einträge exportieren“ schreibt: eine Liste von Werken, "
	 "jedes mit id, type und title, dazu author, issued, publisher, URL. "
	 "Jede id steht einmal. Falsch: `{\"id\": \"kgst-2017\" \"type\": \"report\"}`. "
	 "Richtig: `{\"id\": \"kgst-2017\", \"type\": \"report\", \"title\": \"…\"}`."},
	{"BILDDATEI", DIAG_FEHLER, "Ein Bild fehlt oder ist nicht lesbar",
	 "Bilder liegen im Ordner der Masterdatei oder darunter und sind PNG, JPEG oder (nur das Wappen) SVG. "
	 "Bitte Namen und Format prüfen."},
	{"ANLAGENDATEI", DIAG_FEHLER, "Eine Anlage fehlt oder hat sich geändert",
	 "Eine <anlage> nennt eine Datei im Ordner der Vorlage oder darunter. "
	 "Steht sha256=\"…\" dabei, muss die Datei genau diese Prüfsumme haben: so fällt auf, "
	 "wenn sie nach der Freigabe ausgetauscht wird. Bitte die Datei zurückholen oder die neue Prüfsumme eintragen. "
	 "Beispiel: <anlage datei=\"lageplan.pdf\" titel=\"Lageplan\" seiten=\"1\"/>."},
	{"STELLE", DIAG_FEHLER, "Eine Stelle in der Datei wurde nicht gefunden",
	 "ratssatz schreibt Nummern und Ergebnisse in die Quelle zurück. "
	 "Die Stelle dafür steht nicht mehr dort, wo sie beim Aufnehmen stand, oder die Datei ist eine andere. "
	 "Bitte die Datei prüfen und neu aufnehmen. "
	 "Beispiel: die zweite <beratung> fehlt, zu der ein Ergebnis eingetragen werden soll."},
	{"KONZEPTAUSGABE", DIAG_FEHLER, "Die Ausgabe eines Konzepts fehlt oder ist fehlerhaft",
	 "<praesentiert edition=\"ort/ordner\"/> und <massnahmen-aus edition=\"ort/ordner\"/> "
	 "nennen den Ordner eines Konzepts im Ordner der Inhalte; gelesen wird darin konzept.xml. "
	 "Aus ihm kommen Ziele, Maßnahmen und Kosten. Beispiel: edition=\"musterstadt/integrationskonzept-2026\"."},
	{"VERZEICHNIS", DIAG_WARNUNG, "Das Verzeichnis der Kommune fehlt",
	 "Im Ordner der Kommune wird verzeichnis.xml mit ihren Stellen und Gremien erwartet, "
	 "zum Beispiel content/musterstadt/verzeichnis.xml bei ort=\"musterstadt\"."},
	{0}
};
