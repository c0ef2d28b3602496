# The look of the main views, small, beside stored pictures; `tests/werkstatt-lang.sh --neu pictures` makes them anew.
in_chromium || return 0
# what is to come depends on the day
rm -r content/*/sitzungen/202[6-9]*
# an edition to be decided, and a sheet that came back; made apart, as a register remembers the day
mkdir apart
cp -r content templates apart
sheets() {
	cd apart
	"$R" fortschreiben -q --von content/beckum/integrationskonzept-2018 --nach content/beckum/probe-2020 &&
		"$R" stand -q --gestaltung templates --inhalt content --boegen boegen --format docx \
			content/beckum/probe-2020
}
check "an edition and its sheets" eval '(sheets)'
cp -r apart/content/beckum/probe-2020 content/beckum
check "a sheet filled in" status 0 python3 "$TOP/tests/fortschreibung/fill.py" apart/boegen/bogen-fd-personal.docx \
	bogen-fd-personal.docx m-kompetenz "Was wird=läuft" "Warum=Der Kurs „läuft“ & wächst" Anmerkung=Danke
desk -o aus
python3 "$DESK/pictures.py" "$port" "$axe" "$TOP/tests/werkstatt-lang/bilder" ${record:+--neu} >looks 2>&1
case $? in
77) skip "the look beside stored pictures: $(tail -n 1 looks)" ;;
*) verdicts cat looks ;;
esac
