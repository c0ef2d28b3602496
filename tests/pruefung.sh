#!/usr/bin/env bash
# Suite: Checks: tests/pruefung/NAME.xml with NAME.err, what pruefen says of it, line for line; an empty .err means silence. --neu writes them again.
# probe-*.xml stand in the town "probe", whose rules differ in everything a town may choose; register-*.xml are checked against a register
# that holds tests/pruefung/register; wort-*.xml are checked for spelling too.
cd "$(dirname "$0")/.." || exit 1
neu=; [ "${1:-}" = --neu ] && { neu=1; shift; }
. tests/gemeinsam.sh
prog=$(realpath "$R")
cp -r tests/inhalt "$WERK/inhalt"
cp tests/pruefung/register/*.xml "$WERK/inhalt/beckum"
mit=(-q --inhalt "$WERK/inhalt" --vorlagen templates --register "$WERK/register.db")
pruefe "ein Register zum Prüfen" "$R" aufnehmen "${mit[@]}" "$WERK"/inhalt/beckum/{sitzung,vorlage}-*.xml
pruefe "seine Vorlagen freigeben" "$R" freigeben "${mit[@]}" "$WERK"/inhalt/beckum/vorlage-*.xml
for x in tests/pruefung/*.xml; do
	soll=${x%.xml}.err
	vorlagen=templates
	register=()
	case $x in */probe-*) vorlagen=tests/vorlagen ;; */register-*) register=(--register "$WERK/register.db") ;; */wort-*) register=(--rechtschreibung) ;; */gegen-*) register=(--gegen gegen/konzept-2018) ;; esac
	(cd tests/pruefung && "$prog" pruefen -q --inhalt ../inhalt --vorlagen "../../$vorlagen" "${register[@]}" "$(basename "$x")") >"$WERK/aus" 2>"$WERK/ist"
	rc=$?
	if [ -n "$neu" ]; then
		cp "$WERK/ist" "$soll"
	elif [ ! -e "$soll" ]; then
		schlecht "$soll fehlt"
	elif ! cmp -s "$soll" "$WERK/ist"; then
		schlecht "$x"
		diff "$soll" "$WERK/ist" | head -n 8
	elif [ $rc -ne "$(grep -q ': Fehler: ' "$soll" && echo 1 || echo 0)" ]; then
		schlecht "$x: Rückgabewert $rc"
	else
		gut
	fi
done
# Every rule has an input that fails it.
for code in $(sed -n 's/^RULE(\([A-Z0-9]*\),.*/\1/p' src/check/rules.def); do
	pruefe "$code hat eine Eingabe" grep -q "\[$code\]\$" tests/pruefung/*.err
done
schluss
