# Steps changed in a sheet: another wording, one more, one less become edits of the source; what does not lie clearly
# beside the old ones stays a comment with the reason.
export SOURCE_DATE_EPOCH=$(date -u -d 2020-03-02 +%s)
check "sheets" status 0 "$R" stand -q "${with[@]}" --boegen boegen $NEW
sheet=$(grep -l '"m-begegnung"' boegen/*.csv)
# steps TO STEP… : the sheet with these steps for m-begegnung; STATUS, REASON
steps() {
	python3 - "$sheet" "$@" <<'P'
import csv, os, sys
rows = list(csv.reader(open(sys.argv[1], encoding='utf-8'), delimiter=';'))
at = next(r for r in rows if r[2] == 'm-begegnung')
names = rows[0]
at[names.index('status')], at[names.index('grund')] = os.environ.get('STATUS', 'geaendert'), 'beraten'
at[names.index('schritte')] = ' | '.join(sys.argv[3:])
csv.writer(open(sys.argv[2], 'w', encoding='utf-8-sig'), delimiter=';').writerows(rows)
P
}
answer() { "$R" antworten "${with[@]}" "$@"; }
file=$(grep -rl 'id="s-feste"' $NEW)
was=('Die Feste der Begegnung werden fest verankert.'
	"Die Arbeitsgruppen der Integrationsarbeit sind auf Dauer gesichert (AG Gesellschaftliche Integration, \
AG Interreligiöser Dialog)."
	'Migrantenselbstorganisationen und Treffpunkte am Ort werden unterstützt.')
cp "$file" before.xml
# entered WHAT SED STEP…: these steps make of the source what SED makes of it (the decision apart)
entered() {
	local what=$1 script=$2
	shift 2
	cp before.xml "$file"
	steps filled.csv "$@"
	check "$what: entered" status 0 answer -q --eintragen filled.csv
	sed -z "$script" before.xml >want.xml
	sed 's/ status="geaendert" grund="beraten"/ status="offen"/' "$file" >is.xml
	check "$what: nothing else" diff want.xml is.xml
	check "$what: it holds" status 0 "$R" pruefen -q "${with[@]}" $NEW
}
entered "another wording" 's/Die Feste der Begegnung werden fest verankert/Feste \&amp; Märkte werden verankert/' \
	'Feste & Märkte werden verankert.' "${was[@]:1}"
entered "one more at the end" 's|\(\n *\)\(<schritt id="s-mso">[^\n]*\)|&\1<schritt>Ein Beirat entsteht.</schritt>|' \
	"${was[@]}" 'Ein Beirat entsteht.'
entered "two more in front" \
	's|\(\n *\)\(<schritt id="s-feste">\)|\1<schritt>Eins.</schritt>\1<schritt>Zwei.</schritt>\1\2|' \
	Eins. Zwei. "${was[@]}"
entered "one less" 's|\n *<schritt id="s-mso">[^\n]*||' "${was[@]:0:2}"
entered "the first less" 's|\n *<schritt id="s-feste">[^\n]*||' "${was[@]:1}"
cp before.xml "$file"
steps filled.csv "${was[@]:0:2}" 'Treffpunkte werden gebaut.'
check "shown first" says 'massnahme m-begegnung: schritt="Treffpunkte werden gebaut."' answer filled.csv
check "and not written" cmp before.xml "$file"
steps other.csv "${was[@]:0:2}" 'Nichts wird gebaut.'
check "two sheets that differ" says "[ANTWORT]" answer --eintragen filled.csv other.csv
check "two that say the same" status 0 answer -q --eintragen filled.csv filled.csv
check "are entered once" equal "$(grep -c 'Treffpunkte werden gebaut' "$file")" 1
# by_hand WHAT REASON STEP…: told with the reason, a comment, the steps as they were
by_hand() {
	local what=$1 why=$2
	shift 2
	cp before.xml "$file"
	steps filled.csv "$@"
	check "$what" says "$why" answer --eintragen filled.csv
	check "$what: a comment" grep -q '<!-- Anmerkung aus filled.csv: schritte: ' "$file"
	check "$what: the steps stay" equal "$(grep -c '<schritt' "$file")" "$(grep -c '<schritt' before.xml)"
}
by_hand "in another order" 'die Reihenfolge ist geändert' "${was[2]}" "${was[1]}" "${was[0]}"
by_hand "with marks inside" 'enthält Auszeichnungen' "${was[0]}" 'Arbeitsgruppen bleiben.' "${was[2]}"
by_hand "not clear" 'nicht eindeutig zuordnen' Eins. Zwei. Drei. Vier.
STATUS=unveraendert by_hand "and nothing is to change" 'der Status sagt' "${was[@]}" 'Noch einer.'
