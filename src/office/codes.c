/* codes.c: the codes of a clerk's transactions; those of handing over and of receipts stand in package. */
#include "office/office.h"

const struct diag_code off_codes[] = {
	{"INHALT", DIAG_SYSTEM, "Die Datei liegt nicht bei den Inhalten",
	 "Das Register nennt jede Quelle mit ihrem Weg unter der Wurzel der Inhalte (content). Liegt die Datei "
	 "anderswo, fände sie später niemand. Die Datei dorthin legen oder die Wurzel mit --inhalt nennen."},
	{"ARTFREMD", DIAG_SYSTEM, "Mit dieser Art von Dokument kann der Befehl nichts anfangen",
	 "Ins Register kommen Verzeichnisse, Konzepte, Sitzungen und Vorlagen; ausgegeben werden Vorlagen und "
	 "Konzepte; eine Tagesordnung hat nur eine Sitzung; gegenübergestellt werden zwei Ausgaben derselben Art."},
	{"REGISTERORT", DIAG_SYSTEM, "Dokumente verschiedener Kommunen in einem Aufruf",
	 "Jede Kommune hat ihr Register. Ein Aufruf schreibt in genau eines. Die Kommunen getrennt aufrufen oder mit "
	 "--register ein gemeinsames Register nennen."},
	{"REGISTERWAHL", DIAG_SYSTEM, "Welches Register gemeint ist, steht nicht fest",
	 "Ohne --register wird content/<ort>/register.db gesucht. Es gibt keines oder mehrere. Mit --register DATEI "
	 "eines nennen."},
	{"NICHTAUFGENOMMEN", DIAG_FEHLER, "Das Dokument ist nicht im Register",
	 "Freigeben, ausgeben und Ergebnisse eintragen setzt voraus, dass ratssatz aufnehmen das Dokument ins Register "
	 "gebracht und ihm eine Drucksachennummer gegeben hat."},
	{"NICHTFREI", DIAG_FEHLER, "Das Dokument ist nicht freigegeben",
	 "Ausgegeben wird nur, was mit ratssatz freigeben freigegeben ist. So geht kein Entwurf hinaus."},
	{"FREIGABEALT", DIAG_FEHLER, "Seit der Freigabe geändert",
	 "Was hinausgeht, ist was freigegeben ist: der Text mit seinen Kapiteln, Tabellen, Bildern und "
	 "Anlagen. Die Meldung nennt die erste Stelle, die anders ist. Was ratssatz selbst einträgt "
	 "(Drucksachennummer, Ergebnis, Punkt der Tagesordnung) und der Tag eines Beschlusses, der noch "
	 "fehlte, zählen nicht. Die Änderung zurücknehmen, oder das Dokument noch einmal aufnehmen und "
	 "freigeben: ratssatz aufnehmen, dann ratssatz freigeben."},
	{"WIRDOEFFENTLICH", DIAG_FEHLER, "Nichtöffentliches würde öffentlich",
	 "Eine Vorlage, eine Anlage, eine Beratung oder ein Punkt war nichtöffentlich oder zurückgezogen und "
	 "wäre es nicht mehr; oder eine zurückgezogene Sitzung oder Niederschrift ginge wieder hinaus. Ein einziges "
	 "Attribut genügt dafür, deshalb wird danach gefragt: ratssatz freigeben --wird-oeffentlich DATEI. Soll es "
	 "nichtöffentlich bleiben, das Attribut zurückändern; eine Sitzung oder Niederschrift bleibt es mit "
	 "entwurf=\"ja\"."},
	{"ENTWURF", DIAG_FEHLER, "Ein Entwurf wird nicht ausgegeben",
	 "Ein Entwurf trägt auf jeder Seite seine Marke. Freigegeben, ausgegeben und bekannt gegeben wird nur, was "
	 "fertig ist. Ob etwas ein Entwurf ist, sagt das Dokument; ist darin noch etwas zu entscheiden, ist es einer; "
	 "schweigt es, gilt "
	 "<entwurf zeigen=\"…\"/> in gestaltung.xml. Falsch: <konzept … entwurf=\"ja\"> beim Freigeben. Richtig: "
	 "<konzept … entwurf=\"nein\">."},
	{"GERUEST", DIAG_FEHLER, "Ein Text ist noch der des Gerüsts",
	 "„ratssatz neu“ beginnt ein Dokument mit Sätzen, die sagen, was an ihre Stelle kommt. Bleibt einer stehen, "
	 "ist das Dokument nicht fertig und wird nicht freigegeben. Falsch: <beschluss>Hier steht, was beschlossen "
	 "werden soll.</beschluss>. Richtig: <beschluss>Der Weg wird gebaut.</beschluss>."},
	{"GREMIUMWAHL", DIAG_FEHLER, "Für welches Gremium?",
	 "Eine Sitzung gehört zu einem Gremium. Hat die Kommune mehrere, sagt --gremium, welches gemeint ist. "
	 "Beispiel: `ratssatz neu sitzung musterstadt --gremium bauausschuss`"},
	{"STELLEFREMD", DIAG_SYSTEM, "Die Stelle oder das Gremium ist nicht bekannt",
	 "--stelle nennt die id einer Stelle, --gremium die eines Gremiums: aus verzeichnis.xml oder, bei einem "
	 "Konzept, aus seinen Angaben. Beispiel: --stelle fd-soziales."},
	{"GEAENDERT", DIAG_FEHLER, "Nach der Sitzung geändert",
	 "Eine Vorlage, die ausgegeben und beraten ist, ändert sich nicht mehr; nur Ergebnisse trägt ratssatz ergebnis "
	 "ein. Eine Änderung in der Sache ist eine Ergänzung "
	 "(eigene Datei mit derselben Drucksachennummer und ergaenzung=\"1\"), bei einem Konzept eine neue Ausgabe. "
	 "Den alten Stand stellt die Versionsverwaltung wieder her."},
	{"NUMMEROFFEN", DIAG_SYSTEM, "Eine Drucksachennummer steht noch nicht in der Quelle",
	 "Die Nummer ist im Register vergeben, die Quelle ließ sich nicht schreiben. Nichts ist verloren: Ursache "
	 "beheben und ratssatz aufnehmen noch einmal aufrufen, dieselbe Nummer wird eingetragen."},
	{"ANLAGETEXT", DIAG_WARNUNG, "Der Text einer Anlage fehlt in der OParl-Schnittstelle",
	 "Was in einer öffentlichen PDF-Anlage steht, die andere gemacht haben, liest ratssatz mit pdftotext aus dem "
	 "Paket poppler-utils und gibt es in der OParl-Schnittstelle als Text weiter. Fehlt das Programm oder liest es "
	 "die Datei nicht, geht sie ohne Text hinaus: Paket installieren oder den Text in eine Datei schreiben und "
	 "mit alternative=\"….txt\" nennen."},
	{"OHNEDATUM", DIAG_FEHLER, "Die Bekanntmachung ist nicht datiert",
	 "Vor dem Bekanntgeben steht in der Sitzung, von welchem Tag die Bekanntmachung ist. Beispiel: <bekanntmachung "
	 "datum=\"2023-05-16\"/>"},
	{"ERGEBNISWAHL", DIAG_FEHLER, "Das Ergebnis ist unbekannt, oder die Stimmen passen nicht dazu",
	 "Welche Ergebnisse es gibt und welche Stimmen dazu passen, steht als <ergebnis> in regeln.xml: einstimmig nur "
	 "ohne Nein, mehrheitlich nur mit mehr Ja als Nein. Eines davon nennen; was sonst zu sagen ist, mit --zusatz. "
	 "Beispiel: ratssatz ergebnis 2023/0123 … mehrheitlich --ja 6 --nein 2 --enthaltung 1."},
	{"ERGEBNISOHNE", DIAG_FEHLER, "Hier kann es kein Ergebnis geben",
	 "Ein Ergebnis hat nur eine Vorlage, die freigegeben ist, in einer Sitzung, die war, an einem Punkt, der nicht "
	 "abgesetzt ist. Gremium, Tag und Vorlage prüfen."},
	{"ERGEBNISDA", DIAG_FEHLER, "Es steht schon ein anderes Ergebnis da",
	 "Was beschlossen ist, wird nicht aus Versehen überschrieben. War die frühere Angabe falsch, mit "
	 "--berichtigen noch einmal aufrufen."},
	{"NIEDERSCHRIFTOHNE", DIAG_FEHLER, "Zu dieser Sitzung kann noch keine Niederschrift beginnen",
	 "Eine Niederschrift beginnt mit den Punkten, wie sie bekannt gemacht sind. Die Sitzung muss im Register "
	 "stehen, ihre Tagesordnung mit ratssatz tagesordnung --bekanntgeben bekannt gemacht und die Sitzung nicht "
	 "abgesagt sein."},
	{"GENEHMIGT", DIAG_FEHLER, "Eine genehmigte Niederschrift ist geändert",
	 "Nach <genehmigung> bleibt der Text, wie er ist; das Register kennt seine Prüfsumme. Die Änderung "
	 "zurücknehmen und als <nachtrag datum=\"…\"> ans Ende schreiben. Nur der Stand der Aufträge darf sich weiter "
	 "ändern."},
	{"ANTWORT", DIAG_FEHLER, "Eine Antwort passt nicht zur Ausgabe oder zu einer anderen",
	 "Ein Bogen nennt in ausgabe, art und id, worum es geht; diese Spalten bleiben, wie sie waren. Antworten zwei "
	 "Stellen verschieden, oder ist in der Ausgabe schon anders entschieden, wird nichts geschrieben, bis geklärt "
	 "ist, was gilt."},
	{"ANTWORTTEXT", DIAG_WARNUNG, "Etwas in einer Antwort ist von Hand zu übernehmen",
	 "Wer in einem Bogen auch die Angaben ändert, die nur zur Auskunft dastehen, meint etwas damit. Sie stehen an "
	 "mehreren Stellen der Quelle und werden nicht von selbst eingetragen."},
	{"AUFTRAGWAHL", DIAG_FEHLER, "Dieser Auftrag lässt sich nicht ändern",
	 "Aufträge stehen als <auftrag id=\"…\"> in unterschriebenen Niederschriften, die das Register kennt. Führt "
	 "eine Maßnahme ihn aus, folgt sein Stand ihrem status."},
	{"ZURUECKGEZOGEN", DIAG_WARNUNG, "Öffentliches ist nichtöffentlich geworden",
	 "Was nichtöffentlich wird, ist sofort aus OParl, Bekanntmachung, Mappe und künftigen Abgaben "
	 "verschwunden, auch frühere Fassungen. Was schon hinausging, nennt ratssatz register liste "
	 "--draussen: dort zurückrufen, eine geänderte Bekanntmachung ausgeben."},
	{"LIEGTNOCH", DIAG_FEHLER, "Zurückgezogenes liegt noch da",
	 "Die Datei wurde ausgegeben und ist zurückgezogen, liegt aber noch in ihrem Ordner, von wo sie jemand"
	 " veröffentlichen könnte. ratssatz zurueckziehen --entfernen löscht genau die Dateien, deren "
	 "Prüfsumme im Register steht."},
	{"TOPENTFAELLT", DIAG_WARNUNG, "Die Vorlage verlässt eine bekannt gemachte Tagesordnung",
	 "Was bekannt gemacht ist, bleibt öffentlich so stehen, auch in OParl und Kalender, bis die Sitzung erneut "
	 "bekannt gegeben wird: Dann behält der Punkt seine Nummer und heißt „entfallen“. Wurde der Tag nur "
	 "versehentlich geändert, in <beratung> den bisherigen wieder einsetzen."},
	{"BESCHLUSSTAG", DIAG_FEHLER, "Der Tag des Beschlusses passt nicht",
	 "Nach der Sitzung trägt ratssatz ergebnis den Tag in <beschluss gremium=\"…\"/> des Konzepts ein, wo "
	 "er noch fehlt; eine neue Freigabe oder Ausgabe braucht es dafür nicht. Das Gremium muss dort stehen,"
	 " der Tag vorbei sein, und ein Tag, der schon dasteht, bleibt."},
	{"BERATUNGMEHRFACH", DIAG_FEHLER, "Mehrere Beratungen sind gemeint",
	 "Die Vorlage wird von diesem Gremium an diesem Tag mehrmals beraten; ein Ergebnis gehört zu einer Beratung. "
	 "Beispiel: `ratssatz ergebnis 2023/0123 --gremium rat --datum 2023-06-15 --rolle entscheidung beschlossen`."},
	{"ZURUECKWAHL", DIAG_FEHLER, "Was zurückgezogen werden soll, ist nicht eindeutig",
	 "Eine Nummer oder Kennung gibt es im Register mehrmals, etwa in zwei Kommunen. Bitte die Datei der Vorlage, "
	 "Sitzung oder Niederschrift nennen. Beispiel: `ratssatz zurueckziehen 2026/0001 --grund Namen`."},
	{"QUELLEFEHLT", DIAG_HINWEIS, "Die Quelle einer freigegebenen Vorlage ist nicht mehr da",
	 "Beim Neuaufbau fehlt die Datei, aus der eine Vorlage kam. Ihre Nummer bleibt vergeben, und was ausgegeben "
	 "und bekannt gemacht ist, bleibt es; wer eine Datei löscht, zieht sie nicht zurück. Beispiel: `ratssatz "
	 "register neu-aufbauen`, nachdem `vorlage-alt.xml` gelöscht ist."},
	{"UEBERGANGEN", DIAG_HINWEIS, "Ein Dokument bleibt beim Neuaufbau außen vor",
	 "Neu aufgebaut wird, was aufgenommen war. Ein Entwurf, eine Sitzung oder eine Ausgabe, die das Register nicht "
	 "kennt, bleibt draußen; die Drucksachennummer einer Vorlage wird eingetragen. Gehört es hinein: "
	 "ratssatz aufnehmen."},
	{"WIEDERAUFGENOMMEN", DIAG_WARNUNG, "Das Register kannte eine Drucksachennummer nicht",
	 "Nach dem Zurückholen einer älteren Sicherung fehlt im Register, was danach geschah. Beim Neuaufbau kommen "
	 "die Nummern der Quellen wieder hinein, damit keine zweimal vergeben wird; Freigaben, Ausgaben und "
	 "Bekanntmachungen standen nur im Register und sind zu wiederholen. Wurde die Vorlage nie aufgenommen, ist sie "
	 "es jetzt."},
	{"VERLEGT", DIAG_FEHLER, "Eine bekannt gemachte Sitzung soll zu einer anderen Zeit sein",
	 "Wer die Bekanntmachung gelesen hat, richtet sich nach ihr. Tag und Beginn ändern sich danach nur als "
	 "Verlegung, die es sagt: verlegt-von nennt den Tag, für den sie bekannt gemacht war, grund sagt, warum. "
	 "Fällt sie aus: abgesagt=\"ja\" mit grund. Beides steht in Bekanntmachung und Kalenderdatei. "
	 "Beispiel: <sitzung datum=\"2026-03-12\" verlegt-von=\"2026-03-05\" grund=\"Der Saal ist gesperrt.\" …>."},
	{"ANDERESGREMIUM", DIAG_FEHLER, "Eine bekannt gemachte Sitzung bekäme ein anderes Gremium",
	 "Wer zu welcher Sitzung geladen ist, steht in der Bekanntmachung; das Gremium ändert sich danach nicht. Tagt "
	 "statt seiner ein anderes, wird die Sitzung abgesagt und die andere bekannt gemacht, mit eigener id in einer "
	 "eigenen Datei. Beispiel: <sitzung id=\"rat-2026-03-05\" gremium=\"rat\" abgesagt=\"ja\" grund=\"…\" …>."},
	{"KEINEBERATUNG", DIAG_FEHLER, "Die Beratungsfolge kennt diese Sitzung nicht",
	 "Ein Ergebnis gehört zu einer Beratung, die mit Gremium und Tag in der Vorlage steht. Gremium und Tag des "
	 "Aufrufs oder die Beratungsfolge berichtigen."},
	{"UNBEKANNT", DIAG_FEHLER, "Im Register steht das nicht",
	 "Gesucht wurde nach einer Drucksachennummer oder Kennung, die das Register nicht kennt. Alle nennt ratssatz "
	 "register liste."},
	{"EDITIONALT", DIAG_FEHLER, "Die neue Ausgabe folgt nicht auf die alte",
	 "Beim Fortschreiben trägt die neue Ausgabe ein späteres Jahr als die vorige. Es steht am Ende des "
	 "Ordnernamens oder nach --edition. Falsch: --von konzept-2018 --nach konzept-2016. Richtig: --nach "
	 "konzept-2020."},
	{"ZIELFREMD", DIAG_FEHLER, "Im Ordner der neuen Ausgabe liegt etwas anderes",
	 "Ein zweites fortschreiben ergänzt nur die Ausgabe, die aus derselben vorigen entstanden ist (edition und "
	 "vorgaenger stimmen). Alles andere bleibt unberührt. Beispiel: --nach zeigt auf die Ausgabe 2018 selbst."},
	{"EINFUEGEN", DIAG_WARNUNG, "Der Platz für einen fehlenden Teil ist nicht zu erkennen",
	 "In der vorigen Ausgabe ist ein Teil dazugekommen, den die neue noch nicht hat. Eingefügt wird er neben dem "
	 "Teil, hinter dem er steht; gibt es den nicht mehr, geht das nur von Hand. "
	 "Beispiel: eine neue Maßnahme in einem Handlungsfeld, das in der neuen Ausgabe aufgeteilt ist."},
	{"ERKLAERUNG", DIAG_FEHLER, "Für die Erklärung zur Barrierefreiheit fehlt etwas",
	 "Die Erklärung sagt, was geprüft ist, welche Barrieren bekannt sind und wem man sie meldet. Was nur die "
	 "Kommune weiß, steht im Verzeichnis in <ort>. Beispiel: <barrierefreiheit datum=\"2026-05-01\"><durchsetzung "
	 "name=\"Ombudsstelle des Landes\"/></barrierefreiheit>."},
	{"VORGAENGER", DIAG_SYSTEM, "Es gibt nichts, womit sich beginnen lässt",
	 "ratssatz neu vorlage und neu sitzung beginnen mit dem Gerüst und übernehmen Amt, Gremium und Ort aus dem "
	 "jüngsten Dokument gleicher Art. Ist dieses fehlerhaft, zuerst dort die gemeldeten Fehler beheben."},
	{"STAPELORT", DIAG_SYSTEM, "Hier liegt keine Kommune, oder eine zweite desselben Namens",
	 "stapel plan nimmt Kürzel von Kommunen, ihre Ordner oder die Wurzel der Inhalte, unter der viele liegen. Eine "
	 "Kommune ist ein Ordner mit verzeichnis.xml; zwei desselben Namens gehören in zwei Pläne. "
	 "Beispiel: ratssatz stapel plan content -o stapel/jobs.ndjson."},
	{"STAPELPLAN", DIAG_SYSTEM, "Das ist kein Plan",
	 "Ein Plan ist die Datei, die stapel plan schreibt: je Zeile ein Job, fortlaufend nummeriert, mit den "
	 "Prüfsummen dessen, was er liest. Er wird nicht von Hand geändert. Neu planen."},
	{"STAPELGEAENDERT", DIAG_FEHLER, "Eine Datei ist anders als im Plan",
	 "Ein Job setzt genau das, was geplant ist; so ist sein Ergebnis auf jedem Rechner dasselbe. Wurde seit dem "
	 "Plan etwas geändert, ein Text, ein Bild, die Gestaltung oder das Programm, wird neu geplant; was gleich "
	 "geblieben ist, wird dabei nicht noch einmal gesetzt."},
	{"STAPELFEHLER", DIAG_FEHLER, "Ein Dokument des Stapels ist fehlerhaft",
	 "Die Fehler stehen darüber. Das Dokument wird nicht gesetzt, alle anderen schon. Die Fehler beheben, neu "
	 "planen, laufen lassen und sammeln."},
	{"STAPELLUECKE", DIAG_FEHLER, "Ein Job hat kein Ergebnis",
	 "Beim Sammeln fehlt, was der Job gesetzt haben sollte, oder sein Dokument ist fehlerhaft, oder seit dem Plan "
	 "hat sich etwas geändert: das Dokument, die Gestaltung, die Schriften oder das Programm. Seine "
	 "Drucksachennummer ist vergeben und bleibt ohne Dokument, bis es nachkommt; keine andere Vorlage bekommt "
	 "sie. Beispiel: Ein Rechner ist ausgefallen; „ratssatz stapel lauf“ noch einmal aufrufen."},
	{"STAPELDEFEKT", DIAG_SYSTEM, "Ein Ergebnis in der Ablage ist beschädigt",
	 "Was in der Ablage liegt, wird mit seiner Prüfsumme verglichen, bevor es ausgegeben wird. Stimmt sie nicht, "
	 "ist der Datenträger beschädigt, oder jemand hat die Datei geändert. Die Datei löschen und den Job noch "
	 "einmal laufen lassen."},
	{0},
};
