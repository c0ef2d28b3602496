/* fault.c: what SQLite reports, in the words of those who keep the register; always with the way back. */
#include <errno.h>
#include <sys/stat.h>

#include "base/file.h"
#include "register/reg.h"

const struct diag_code reg_codes[] = {
	{"REGISTER", DIAG_SYSTEM, "Das Register lässt sich nicht öffnen oder benutzen",
	 "Die Registerdatei fehlt, ist keine Registerdatei von ratssatz oder der Datenträger meldet einen Fehler. "
	 "Welche Datei gilt, sagt --register, sonst $RATSSATZ_REGISTER, "
	 "sonst content/<ort>/register.db; ein neues Register legt ratssatz aufnehmen an. Beispiel: `r.db: Fehler: Das "
	 "Register gibt es nicht`."},
	{"REGISTERBELEGT", DIAG_SYSTEM, "Das Register wird gerade von einem anderen Programm beschrieben",
	 "Immer nur ein Befehl schreibt. ratssatz wartet bis zu 10 Sekunden und sagt dann, wer das Register hält. Es "
	 "ist nichts geschrieben worden: den Befehl später wiederholen. "
	 "Beispiel: `„ratssatz aufnehmen“ (Prozess 4711 auf rechner-3) schreibt gerade`."},
	{"REGISTERNEU", DIAG_SYSTEM, "Das Register stammt von einem neueren ratssatz",
	 "Ein neueres Programm hat das Register auf seinen Stand gebracht; dieses kennt ihn nicht und rührt nichts an. "
	 "Das neuere ratssatz benutzen oder mit ratssatz register "
	 "wiederherstellen eine ältere Sicherung in eine andere Datei zurückholen. Beispiel: `Stand 7, dieses Programm "
	 "kennt bis 2`."},
	{"REGISTERSTAND", DIAG_HINWEIS, "Das Register hatte einen älteren Stand",
	 "Ein neueres ratssatz hat die Tabellen des Registers erweitert. Es bringt ein älteres beim ersten Aufruf in "
	 "einem Zug auf seinen Stand und legt vorher eine Kopie daneben (register.db.stand-5); mit ihr arbeitet das "
	 "ältere Programm weiter. Darf das Register nur gelesen werden, geht das nicht: einmal mit Schreibrecht "
	 "aufrufen."},
	{"REGISTERDEFEKT", DIAG_SYSTEM, "Das Register ist beschädigt",
	 "Mindestens eine Seite der Registerdatei ist nicht lesbar oder widerspricht einer anderen. ratssatz schreibt "
	 "dann nicht weiter. Zurück geht es mit der letzten Sicherung: "
	 "ratssatz register wiederherstellen SICHERUNG; die beschädigte Datei bleibt dabei unter neuem Namen liegen. "
	 "Danach ratssatz register neu-aufbauen aufrufen: es holt alles, "
	 "was in den Quelldateien steht, auch die Nummern. Ohne Sicherung die Datei umbenennen und neu-aufbauen; nur "
	 "das Verzeichnis der ausgegebenen Dateien fehlt dann."},
	{"REGISTERWAL", DIAG_SYSTEM, "Das Register steht im WAL-Modus",
	 "Ein fremdes Programm hat die Datei auf write-ahead logging umgestellt. Auf Netzlaufwerken kann das Daten "
	 "kosten, deshalb öffnet ratssatz sie nicht. Zurückstellen, wenn niemand "
	 "sonst daran arbeitet: `sqlite3 register.db \"PRAGMA journal_mode=DELETE\"`."},
	{"REGISTERSCHREIBEN", DIAG_SYSTEM, "Das Register ist schreibgeschützt",
	 "Die Datei, ihr Ordner oder der Datenträger lässt kein Schreiben zu; SQLite braucht neben der Datei Platz für "
	 "ein Journal. Geschrieben worden ist nichts. Rechte von Datei und Ordner "
	 "prüfen oder mit --register eine andere Datei nennen. Lesende Befehle gehen weiterhin."},
	{"REGISTERVOLL", DIAG_SYSTEM, "Der Datenträger des Registers ist voll",
	 "Der Befehl ist vollständig zurückgenommen, das Register steht wie zuvor da. Platz schaffen und den Befehl "
	 "wiederholen. War das Zurücknehmen nicht mehr möglich, holt es der nächste "
	 "Befehl nach; die Datei register.db-journal daneben darf deshalb niemand löschen."},
	{"REGISTERREGEL", DIAG_SYSTEM, "Das Register nimmt den Eintrag nicht an",
	 "Eine Regel der Datenbank verbietet den Eintrag: vergebene Nummern, Ereignisse, ausgegebene Dateien und "
	 "bekannt gemachte Tagesordnungen werden nur angefügt, nie geändert oder gelöscht. "
	 "Es ist nichts geschrieben worden."},
	{"NUMMERVERGABE", DIAG_FEHLER, "Die Drucksachennummer kann nicht vergeben werden",
	 "Die gewünschte Nummer gehört schon einem anderen Papier, das Papier hat schon eine andere, sie passt nicht "
	 "zum Muster der Kommune, oder die Stellen des Musters reichen nicht. Im Register "
	 "vergebene Nummern gelten. Beispiel: nummer=\"2023/0125\" in zwei Vorlagen; bei einer das Attribut entfernen, "
	 "ratssatz aufnehmen gibt ihr die nächste freie."},
	{"DOPPELTAUFGENOMMEN", DIAG_FEHLER, "Zwei Dateien tragen dieselbe Kennung",
	 "Im Register steht unter dieser id schon ein Dokument aus einer anderen Datei. Eine id gibt es in einer "
	 "Kommune nur einmal. In der neuen Datei eine andere id wählen; ist die Datei nur "
	 "umbenannt oder verschoben worden, ratssatz register neu-aufbauen aufrufen."},
	{"NUMMERNFOLGE", DIAG_FEHLER, "In den vergebenen Nummern oder Einträgen fehlt etwas",
	 "Register und Zählung passen nicht zusammen: Eine vom Register gezählte Nummer fehlt oder steht doppelt, oder "
	 "angefügte Zeilen sind verschwunden. Das kann nur außerhalb von ratssatz "
	 "geschehen sein. Mit ratssatz register wiederherstellen eine Sicherung zurückholen, danach register "
	 "neu-aufbauen."},
	{"AUSGABEFEHLT", DIAG_FEHLER, "Eine ausgegebene Datei fehlt oder ist verändert",
	 "Im Verzeichnis der Ausgaben steht eine Datei, die an ihrem Platz nicht mehr oder mit anderem Inhalt liegt. "
	 "Aus einer Sicherung zurückholen oder ratssatz ausgeben mit derselben Quelle noch "
	 "einmal aufrufen: gleiche Quelle, gleiche Datei."},
	{"AUSGABEFREMD", DIAG_WARNUNG, "Neben ausgegebenen Dateien liegt eine ohne Eintrag",
	 "Im Ordner ausgegebener Dateien liegt ein PDF, das im Register nicht steht: fremd, oder eine Ausgabe wurde "
	 "zwischen Schreiben und Eintragen abgebrochen. ratssatz ausgeben mit der Quelle "
	 "noch einmal aufrufen, dann steht der Eintrag; sonst die Datei entfernen."},
	{"SUCHWORT", DIAG_SYSTEM, "Es fehlt ein Wort, nach dem gesucht werden kann",
	 "Gesucht wird nach Wörtern aus Buchstaben und Ziffern, Wortanfänge genügen; Wörter in Anführungszeichen "
	 "stehen hintereinander. Beispiel: `ratssatz register suche Baum Pflanzung`."},
	{"REGISTERSCHLUESSEL", DIAG_SYSTEM, "Das Register bekommt keinen Schlüssel",
	 "Mit seinem Schlüssel macht das Register die Kennungen des Nichtöffentlichen. Es macht ihn selbst und hält "
	 "ihn geheim; für Prüfungen gibt $RATSSATZ_SCHLUESSEL einen vor (64 Ziffern 0 bis 9 und a bis f)."},
	{"SICHERUNG", DIAG_SYSTEM, "Sichern oder Wiederherstellen ist nicht gelungen",
	 "Die Sicherung wird erst unter einem vorläufigen Namen geschrieben, geprüft und dann umbenannt; beim "
	 "Wiederherstellen wird die Sicherung zuvor geprüft und das bisherige Register aufgehoben. "
	 "Misslingt etwas, bleiben beide Dateien, wie sie waren."},
	{0}
};

static const char disk_full[] = "Der Datenträger ist voll; der Befehl ist zurückgenommen, nichts ist verloren; bitte "
				"Platz schaffen und den Befehl wiederholen";

static int pragma(sqlite3 *db, const char *sql, int otherwise)
{
	sqlite3_stmt *st = NULL;
	if (db && sqlite3_prepare_v2(db, sql, -1, &st, NULL) == SQLITE_OK && sqlite3_step(st) == SQLITE_ROW)
		otherwise = sqlite3_column_int(st, 0);
	sqlite3_finalize(st);
	return otherwise;
}

/* Seconds; a reader of a server waits less than a command does. */
static int patience(sqlite3 *db)
{
	return pragma(db, "PRAGMA busy_timeout", REG_WAIT_MS) / 1000;
}

static void busy(const char *path, sqlite3 *db, struct diag *d)
{
	struct buf who = {0};
	const bool reads = pragma(db, "PRAGMA query_only", 0);
	reg_note_read(&who, path);
	diag_sys(d, "REGISTERBELEGT", path, 0,
		"Das Register ist belegt: %s arbeitet gerade damit; nach %d Sekunden Warten ist nichts %s worden; "
		"bitte %s später wiederholen",
		who.data, patience(db), reads ? "gelesen" : "geschrieben",
		reads ? "Anfrage oder Befehl" : "den Befehl");
	buf_free(&who);
}

/* Something that is no file lies where the journal belongs: SQLite calls that a fault of the disk. */
static const char *in_the_way(struct mem *m, const char *path)
{
	struct stat st;
	const char *journal = mem_fmt(m, "%s-journal", path);
	return !lstat(journal, &st) && !S_ISREG(st.st_mode) ? journal : NULL;
}

static void tell_io(const char *path, struct diag *d)
{
	struct mem *m = mem_new();
	const char *journal = in_the_way(m, path);
	if (journal)
		diag_sys(d, "REGISTER", path, 0,
			"Neben dem Register liegt „%s“ und ist keine Datei; dort führt das Register sein Journal, "
			"bitte es umbenennen oder löschen",
			file_base(journal));
	else
		diag_sys(d, "REGISTER", path, 0,
			"Der Datenträger meldet beim Lesen oder Schreiben des Registers einen Fehler; der Befehl ist "
			"zurückgenommen; "
			"bitte Datenträger oder Netzlaufwerk prüfen und den Befehl wiederholen");
	mem_free(m);
}

/* Why SQLite could not write or open is often lost by the time it is told: the words name all that may be. */
static void unusable(const char *path, sqlite3 *db, struct diag *d, int rc)
{
	int err = db ? sqlite3_system_errno(db) : 0;
	if (rc == SQLITE_IOERR_WRITE || err == ENOSPC || err == EDQUOT || err == EFBIG)
		diag_sys(d, "REGISTERVOLL", path, 0,
			"Der Datenträger nimmt nichts mehr an (voll, Kontingent oder Grenze für Dateigrößen erreicht, "
			"oder gestört); "
			"der Befehl ist zurückgenommen, nichts ist verloren; bitte Platz schaffen und den Befehl "
			"wiederholen");
	else if ((rc & 0xff) == SQLITE_IOERR)
		tell_io(path, d);
	else if ((rc & 0xff) == SQLITE_CANTOPEN && (err == EACCES || err == EROFS || err == EPERM))
		diag_sys(d, "REGISTERSCHREIBEN", path, 0,
			"Das Register oder sein Ordner ist für diese Kennung gesperrt; bitte die Rechte von Datei und "
			"Ordner prüfen");
	else if ((rc & 0xff) == SQLITE_CANTOPEN)
		diag_sys(d, "REGISTER", path, 0,
			"Das Register lässt sich nicht öffnen; bitte prüfen, ob der Ordner da ist und die Rechte "
			"stimmen, "
			"oder mit --register eine andere Datei nennen");
	else
		diag_sys(d, "REGISTER", path, 0,
			"Das Register lässt sich nicht benutzen (SQLite: %s); bitte „ratssatz register pruefen“ "
			"aufrufen",
			db ? sqlite3_errmsg(db) : sqlite3_errstr(rc));
}

bool reg_fault_at(const char *path, sqlite3 *db, struct diag *d, int rc)
{
	switch (rc & 0xff) {
	case SQLITE_BUSY:
	case SQLITE_LOCKED:
	case SQLITE_PROTOCOL:
		busy(path, db, d);
		break;
	case SQLITE_FULL:
		diag_sys(d, "REGISTERVOLL", path, 0, "%s", disk_full);
		break;
	case SQLITE_READONLY:
		if (rc == SQLITE_READONLY_DBMOVED) {
			diag_sys(d, "REGISTER", path, 0,
				"Das Register ist entfernt oder ersetzt worden, während der Befehl lief; es ist nichts "
				"geschrieben worden, bitte den Befehl wiederholen");
			break;
		}
		if (rc == SQLITE_READONLY_ROLLBACK) {
			diag_sys(d, "REGISTERSCHREIBEN", path, 0,
				"Ein Befehl ist hier abgebrochen, und was er begann, ist noch zurückzunehmen; dazu "
				"muss das Register mit seinem Ordner beschreibbar sein, bitte einmal „ratssatz "
				"register pruefen“ mit Schreibrecht aufrufen");
			break;
		}
		/* fall through */
	case SQLITE_PERM:
		diag_sys(d, "REGISTERSCHREIBEN", path, 0,
			"Das Register ist schreibgeschützt, es ist nichts geschrieben worden; bitte Rechte von Datei "
			"und Ordner prüfen oder mit --register eine andere Datei nennen");
		break;
	case SQLITE_CORRUPT:
	case SQLITE_NOTADB:
		diag_sys(d, "REGISTERDEFEKT", path, 0,
			"Das Register ist beschädigt; bitte mit „ratssatz register wiederherstellen SICHERUNG“ die "
			"letzte Sicherung zurückholen, danach „ratssatz register neu-aufbauen“");
		break;
	case SQLITE_CONSTRAINT:
		diag_sys(d, "REGISTERREGEL", path, 0,
			"Das Register nimmt den Eintrag nicht an (%s); es ist nichts geschrieben worden, bitte "
			"„ratssatz register pruefen“ aufrufen",
			db ? sqlite3_errmsg(db) : "");
		break;
	default:
		unusable(path, db, d, rc);
	}
	return false;
}

bool reg_fault(struct reg *r, struct diag *d, int rc)
{
	int more = sqlite3_extended_errcode(r->db);
	r->fault = (more & 0xff) == (rc & 0xff) ? more : rc;
	return reg_fault_at(r->path, r->db, d ? d : r->diag, r->fault);
}
