#!/usr/bin/env bash
# Suite: Writing: same bytes twice, nothing half written, the earlier PDF untouched, a full device, a file-size limit.
cd "$(dirname "$0")/.." || exit 1
. tests/gemeinsam.sh
x=tests/golden/bausteine.xml
setze() { "$R" setzen -q --inhalt tests/inhalt "$@"; }

pruefe "setzen" setze -o "$WERK/a.pdf" $x
sleep 1.1
pruefe "setzen noch einmal" setze -o "$WERK/b.pdf" $x
pruefe "gleiche Bytes" cmp "$WERK/a.pdf" "$WERK/b.pdf"
(cd "$WERK" && LC_ALL=tr_TR.UTF-8 TZ=Asia/Tokyo "$R" setzen -q --inhalt "$OLDPWD/tests/inhalt" -o c.pdf "$OLDPWD/$x") && pruefe "gleiche Bytes anderswo" cmp "$WERK/a.pdf" "$WERK/c.pdf"
setze --objektstroeme -o "$WERK/o.pdf" $x && pruefe "Objektströme sind kleiner" test "$(stat -c %s "$WERK/o.pdf")" -lt "$(stat -c %s "$WERK/a.pdf")"
pruefe "Objektströme: qpdf" qpdf --check "$WERK/o.pdf"

# a faulty document leaves the earlier PDF as it is
cp "$WERK/a.pdf" "$WERK/alt.pdf"
sed 's/<absatz>/<apsatz>/' $x >"$WERK/kaputt.xml"
setze -o "$WERK/a.pdf" "$WERK/kaputt.xml" >/dev/null 2>&1
pruefe "Fehler: Rückgabewert 1" test $? -eq 1
pruefe "Fehler: früheres PDF unberührt" cmp "$WERK/a.pdf" "$WERK/alt.pdf"

# no room: file-size limit (also no temporary file stays behind)
mkdir -p "$WERK/eng"
cp "$WERK/a.pdf" "$WERK/eng/k.pdf"
(ulimit -f 8; trap '' XFSZ; setze -o "$WERK/eng/k.pdf" $x) >"$WERK/eng.log" 2>&1
rc=$?
pruefe "Größengrenze: Rückgabewert 3" test $rc -eq 3
pruefe "Größengrenze: früheres PDF unberührt" cmp "$WERK/a.pdf" "$WERK/eng/k.pdf"
pruefe "Größengrenze: nichts bleibt liegen" test "$(ls -A "$WERK/eng" | wc -l)" -eq 1
pruefe "Größengrenze: Meldung" grep -q 'Fehler: .*\[SCHREIBEN\]' "$WERK/eng.log"

# no room: a full file system
if [ "$(id -u)" -eq 0 ] && mkdir -p "$WERK/voll" && mount -t tmpfs -o size=64k tmpfs "$WERK/voll" 2>/dev/null; then
	setze -o "$WERK/voll/k.pdf" $x >"$WERK/voll.log" 2>&1
	rc=$?
	pruefe "voller Datenträger: Rückgabewert 3" test $rc -eq 3
	pruefe "voller Datenträger: nichts bleibt liegen" test -z "$(ls -A "$WERK/voll")"
	umount "$WERK/voll"
else
	aus "voller Datenträger: lässt sich hier nicht einhängen"
fi
setze -o /dev/full $x >"$WERK/devfull.log" 2>&1
pruefe "/dev/full: Rückgabewert 3" test $? -eq 3
setze -o "$WERK/gibtsnicht/k.pdf" $x >"$WERK/ordner.log" 2>&1
pruefe "Ordner fehlt: Rückgabewert 3" test $? -eq 3
"$R" setzen --inhalt tests/inhalt --dump=vorlesen $x >/dev/full 2>/dev/null
pruefe "volle Standardausgabe: Rückgabewert 3" test $? -eq 3
schluss
