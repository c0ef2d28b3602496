# beobachten: lines and pages kept from the runs before give the bytes of a cold run, whatever was changed since then:
# what moves to other pages, is justified otherwise, gets another colour, owner or neighbour.
rm -rf content/borken aus templates $TOWN/integrationskonzept-2012 $TOWN/integrationskonzept-2019 $SLIDES
find content \( -name 'vorlage-*' -o -name sitzung.xml \) -delete
k=$TOWN/integrationskonzept-2018
n=1
# so many times it was set
heard() { [ "$(grep -c "/$K18.pdf: " said)" -ge "$n" ]; }
in_time() { eventually heard || { cat said; return 1; }; }
differs() { ! cmp -s "$@"; }
as_cold() { "$R" setzen -q -o cold.pdf "$k" >/dev/null 2>&1; cmp cold.pdf "aus/$K18.pdf"; }
# edit WHAT FILE SED: set anew, as cold
edit() {
	sed "$3" "$k/$2" >"$k/neu~"
	check "$1: it changes" differs "$k/neu~" "$k/$2"
	mv "$k/neu~" "$k/$2"
	n=$((n + 1))
	check "$1: set" in_time
	check "$1: as cold" as_cold
}
"$R" beobachten -o aus "$k" >said 2>&1 &
pid=$!
trap 'kill $pid 2>/dev/null' EXIT
check "it begins" in_time
edit "a paragraph more: all that follows moves" 01-ausgangslage.xml \
	'0,/<zwischentitel>/s|<zwischentitel>|<absatz>Und noch ein Absatz, der Platz braucht.</absatz>&|'
edit "a word is stressed" 01-ausgangslage.xml 's|deutlich mehr geflüchtete|deutlich <betont>mehr</betont> geflüchtete|'
edit "another element around the same words" 01-ausgangslage.xml 's|betont>|stark>|g'
edit "a link that was none" 01-ausgangslage.xml \
	's|Auch Asylsuchende|<extern href="https://www.beckum.de">&</extern>|'
edit "the same lines in a box" 05-fazit.xml '0,/<absatz>.*<.absatz>/s|<absatz>|<absatz>Nun </absatz>&|'
edit "a note" 01-ausgangslage.xml 's|eine Stadt der Zuwanderung|&<fussnote>Seit 1871.</fussnote>|'
edit "Arabic" kurzfassung-ar.xml 's|مدينة للجميع|مدينة لنا للجميع|'
edit "a figure" daten/altersgruppen.csv 's/[0-9]$/7/'
edit "a figure: a colour alone" 01-ausgangslage.xml 's|;25 bis 39"|"|'
edit "a figure: a point alone" daten/zuweisungen.csv '5s/[0-9]$/7/'
edit "the title, which stands on each page" konzept.xml 's|Integrationskonzept|Integrationsplan|'
edit "a letter that no page had" 01-ausgangslage.xml 's|Beckum ist seit|Ýmir, Beckum ist seit|'
edit "and back" 01-ausgangslage.xml 's|Ýmir, ||'
kill $pid
