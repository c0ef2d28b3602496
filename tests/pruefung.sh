#!/usr/bin/env bash
# Suite: what pruefen says of tests/pruefung/NAME.xml is NAME.err, line for line; an empty .err means silence.
# probe-*.xml stand in the town "probe", whose rules differ in everything a town may choose; register-*.xml are checked
# against a register that holds tests/pruefung/register; wort-*.xml for spelling too; gegen-*.xml against an edition;
# protokoll-*.xml are minutes of a session that was announced.
. "$(dirname "$0")/lib.sh"
cp -r tests/inhalt "$WORK/inhalt"
cp tests/pruefung/register/*.xml "$WORK/inhalt/beckum"
with=(-q --inhalt "$WORK/inhalt" --gestaltung templates --register "$WORK/register.db")
check "a register to check against" "$R" aufnehmen "${with[@]}" "$WORK"/inhalt/beckum/{sitzung,vorlage}-*.xml
check "its papers are released" "$R" freigeben "${with[@]}" "$WORK"/inhalt/beckum/vorlage-*.xml
# minutes stand in a town of their own, whose session was announced
cp -r tests/niederschrift/inhalt/lindental "$WORK/inhalt"
minutes=(--inhalt "$WORK/inhalt" --gestaltung tests/niederschrift/vorlagen --register "$WORK/minutes.db")
session=$WORK/inhalt/lindental/sitzungen/2024-03-05
check "a session for minutes" "$R" aufnehmen -q "${minutes[@]}" "$session"/{sitzung,vorlage-*}.xml
check "its papers are released, too" "$R" freigeben -q "${minutes[@]}" "$session"/vorlage-*.xml
check "it is announced" "$R" tagesordnung -q "${minutes[@]}" --bekanntgeben -o "$WORK/mappe" "$session/sitzung.xml"
for x in tests/pruefung/*.xml; do
	name=$(basename "$x" .xml)
	wanted "$name" || continue
	want=${x%.xml}.err
	templates=templates
	more=() inhalt=../inhalt
	case $name in
	probe-*) templates=tests/vorlagen ;;
	register-*) more=(--register "$WORK/register.db") ;;
	wort-*) more=(--rechtschreibung) ;;
	protokoll-*)
		templates=tests/niederschrift/vorlagen inhalt=../niederschrift/inhalt
		more=(--register "$WORK/minutes.db")
		;;
	gegen-*) more=(--gegen gegen/konzept-2018) ;;
	esac
	how=(--abweichungen --inhalt "$inhalt" --gestaltung "../../$templates" "${more[@]}")
	(cd tests/pruefung && "$R" pruefen "${how[@]}" "$name.xml") >"$WORK/stdout" 2>"$WORK/all"
	rc=$?
	grep -vE '^[0-9]+ Fehler, [0-9]+ Warnung' "$WORK/all" >"$WORK/is"
	recording "$want" "$WORK/is" && continue
	if [ ! -e "$want" ]; then
		fail "$want is missing"
	elif ! cmp -s "$want" "$WORK/is"; then
		fail "$x"
		diff "$want" "$WORK/is" | head -n 8
	elif [ $rc -ne "$(grep -q ': Fehler: ' "$want" && echo 1 || echo 0)" ]; then
		fail "$x: exit status $rc"
	else
		pass
	fi
done
# Every rule has an input that fails it.
[ -n "$CASE$record" ] || for code in $(sed -n 's/^RULE(\([A-Z0-9]*\),.*/\1/p' src/check/rules.def); do
	check "$code has an input" grep -q "\[$code\]\$" tests/pruefung/*.err
done
finish
