# What is told where minutes, results and tasks cannot be what they are meant to be: told.err, line for line.
say() { rs "$@" >/dev/null 2>>told; }
cp r.db announced.db
cp taken.db r.db
say niederschrift $DAY/sitzung.xml
cp announced.db r.db
say niederschrift $DAY/vorlage-baum.xml
meant=(--gremium rat --datum 2024-03-05)
say ergebnis 2024/0008 prima "${meant[@]}"
say ergebnis 2024/0008 einstimmig --ja 4 --nein 1 --enthaltung 0 "${meant[@]}"
say ergebnis 2024/0008 mehrheitlich --ja 4 --nein 4 --enthaltung 0 "${meant[@]}"
say ergebnis 2024/0008 mehrheitlich --ja 4 --nein 0 --enthaltung 0 "${meant[@]}"
say ergebnis 2024/0008 abgelehnt --ja 4 --nein 1 --enthaltung 0 "${meant[@]}"
say ergebnis 2024/0008 einstimmig --ja 0 --nein 0 --enthaltung 2 "${meant[@]}"
say ergebnis 2024/0008 einstimmig-abgelehnt --ja 1 --nein 2 --enthaltung 0 "${meant[@]}"
say ergebnis 2024/0008 einstimmig-abgelehnt --ja 0 --nein 0 --enthaltung 2 "${meant[@]}"
say ergebnis 2024/0008 erledigt --ja 1 --nein 0 --enthaltung 0 "${meant[@]}"
say ergebnis 2024/0008 einstimmig-enthaltung --ja 1 --nein 0 --enthaltung 0 "${meant[@]}"
say ergebnis 2024/0008 einstimmig --ja 1 "${meant[@]}"
at 2024-03-04T10:00:00Z
say ergebnis 2024/0008 einstimmig "${meant[@]}"
at 2024-03-15T10:00:00Z
sed 's/ nummer="2024\/0008"//; s/id="baum"/id="neu"/' $DAY/vorlage-baum.xml >$DAY/vorlage-neu.xml
rs aufnehmen -q $DAY/vorlage-neu.xml
say ergebnis $DAY/vorlage-neu.xml einstimmig "${meant[@]}"
sed -i '2s/ nummer="[^"]*"//; 2s/ datum="/ nummer="2024\/0088" ergaenzung="1"&/' $DAY/vorlage-neu.xml
say pruefen $DAY/vorlage-neu.xml
rm $DAY/vorlage-neu.xml
rs ergebnis -q 2024/0008 einstimmig "${meant[@]}"
say ergebnis 2024/0008 vertagt "${meant[@]}"
sed -i 's| ergebnis="[^"]*"||' $DAY/vorlage-baum.xml
cp $DAY/sitzung.xml session.xml
sed -i 's|<top id="anfragen"|<top id="weg" vorlage="2024/0008" entfallen="ja" grund="vertagt"/>&|' $DAY/sitzung.xml
rs tagesordnung -q --bekanntgeben -o weg $DAY/sitzung.xml
say ergebnis 2024/0008 einstimmig "${meant[@]}"
cp r.db public.db
rs zurueckziehen -q --grund x rat-2024-03-05 2>removed
cp first.xml $N
say niederschrift -o x $N
mv public.db r.db
sed -i 's/beginn="18:00"/beginn="18:00" abgesagt="ja" grund="Sturm"/' $DAY/sitzung.xml
say niederschrift -o x.xml $DAY/sitzung.xml
cp session.xml $DAY/sitzung.xml
cp announced.db r.db
cp first.xml $N
rs niederschrift -q -o aus $N
say niederschrift $DAY/sitzung.xml
say beschluesse --auftrag nichts --zustand offen
sed -i 's|id="baum-pflanzen"|& massnahme="lindental/plan#baum"|' $N
rs niederschrift -q -o aus $N
say beschluesse --auftrag baum-pflanzen --zustand offen
sed -i 's|<auftrag id="spielplatz-planen" [^>]*>Den Spielplatz planen</auftrag>||' $N
say beschluesse --auftrag spielplatz-planen --zustand offen
sed -i 's|</niederschrift>|<genehmigung datum="2024-04-16"/></niederschrift>|' $N
rs niederschrift -q -o aus $N
sed -i 's|Mehrere Mitglieder|Alle|' $N
say niederschrift -o aus $N
say beschluesse --bericht 2024-5
say beschluesse --bericht 2024-1
say beschluesse --auftrag x
say beschluesse --auftrag x --zustand offen --datum gestern
# a list of results that is none
cp -r "$RATSSATZ_GESTALTUNG" gestaltung
sed -i 's|<ergebnis id=.*|<ergebnis id="x" farbe="rot"/><ergebnis id="y" wort="y" folge="gut" stimmen="viele"/>|' \
	gestaltung/lindental/regeln.xml
RATSSATZ_GESTALTUNG=gestaltung say pruefen $DAY/sitzung.xml
# wrong in many ways at once
cp first.xml $N
sed -i 's/ab="18:20"/ab="18:20" ab-top="baum"/; s/vertritt="p-erle"/vertritt="p-weide"/
	s/art="namentlich" ergebnis="mehrheitlich"/art="geheim" ergebnis="mehrheitlich"/
	s/gruppe="gruppe-blau" ja="1"/gruppe="gruppe-gruen" ja="1"/
	s/ ergebnis="kenntnis"><titel>/ ergebnis="einstimmig"><titel>/
	s/<beschluss>Vor dem Rathaus wird eine Buche gepflanzt.<\/beschluss>//
	s/vorlage="2024\/0007"//; s/vorlage="2024\/0009"/vorlage="2024\/0008"/; s/p-eiche" hinweis/p-birke" hinweis/
	s/entfallen="ja" grund="Es lagen keine Anfragen vor."/entfallen="ja" grund="x" ergebnis="erledigt"/
	s/nummer="Ö 3" vorlage/ergebnis="vertagt" nummer="Ö 3" vorlage/; s| datum="2024-03-12"/>|/>|
	s|</niederschrift>|<genehmigung datum="2024-04-16"/></niederschrift>|' $N
say pruefen $N
# and one by one
one() { sed "$1" first.xml >$N; say pruefen $N; }
one 's|<titel>Ein Spielplatz am Bach</titel>|&<befangen person="p-ahorn"/>|'
one '/<stimme /d'
one 's|</niederschrift>|<nachtrag datum="2024-05-16"><absatz>X.</absatz></nachtrag></niederschrift>|'
one 's|<sitzungsteil art="nichtoeffentlich"|<sitzungsteil art="oeffentlich"|'
one 's|sitzung="rat-2024-03-05" |sitzung="rat-anders" |'
one 's|<beschlussvorschlag><beschluss>Vor dem Rathaus.*||; s|art="aenderung"|art="sache"|'
one 's|<beschluss>Vor dem Rathaus wird eine Buche gepflanzt.</beschluss>||'
one '/<beschlussvorschlag>$/,/<\/beschlussvorschlag>/d'
one 's|gruppe="gruppe-gruen" ja="3"|gruppe="gruppe-gruen" ja="4"|'
one 's|<stimme person="p-esche" wahl="ja"/>||'
one 's|stand="entschuldigt"|& ab="18:30"|; s|p-esche"/>|p-esche" ab-top="bericht" bis-top="baum"/>|'
one 's|person="p-tanne"/>|person="p-tanne" vertritt="p-erle"/>|'
one '/<teilnahme person="p-erle"/d'
one 's|<leitung person="p-ahorn"/>|<leitung name="Nora Niemand"/>|'
one 's|<leitung person="p-ahorn"/>|<leitung person="p-niemand"/>|'
one 's|<leitung person="p-ahorn"/>|<leitung person="p-ahorn" bis-top="spielplatz"/>|'
one 's| ja="5" nein="2" enthaltung="0">|>|'
one 's|<abstimmung art="namentlich"|& zu="rutsche"|'
one 's|gruppe="gruppe-blau"|gruppe="gruppe-gruen"|'
one 's|<befangen person="p-eiche"[^>]*>|&<befangen person="p-eiche"/>|'
one 's|<teilnahme person="p-birke"/>|<teilnahme person="p-birke" vertritt="p-erle"/>|'
one 's|person="p-buche" gruppe="gruppe-gruen" art="aenderung"|person="p-buche" gruppe="gruppe-blau" art="aenderung"|'
one 's| ab="18:20"| ab="20:30"|'
one 's|<auftrag id="baum-pflanzen"|& frist="2024-02-01"|; s|frist="2024-10-31"||'
one 's|</niederschrift>|<genehmigung datum="2024-04-16" sitzung="rat-2024-03-05"/>&|'
one 's|</niederschrift>|<genehmigung datum="2024-04-16"/><nachtrag datum="2024-05-02" top="x">\
<absatz>X.</absatz></nachtrag>&|'
one 's|<beschlussvorschlag><beschluss>Vor|<beschlussvorschlag><beschluss>A.</beschluss><beschluss id="z">Vor|
	s|<beschluss>Vor dem Rathaus wird eine Buche gepflanzt.</beschluss>||; s|id="a-buche" [^>]*>|& |
	/einstimmig-enthaltung/s|<abstimmung |&zu="z" |'
sed 's| datum="2024-03-12"| datum="2024-03-19"|' first.xml >$N
say niederschrift -o x $N
one '/<stimme /d; s| art="namentlich"||; s| ja="5" nein="2" enthaltung="0">|>|'
# who is misspelt may or may not have been there: that is told, and nothing that follows from it
one 's|<teilnahme person="p-esche"|<teilnahme person="p-eshce"|'
one 's|<stimme person="p-esche"|<stimme person="p-eche"|'
one 's|<befangen person="p-|<befangen person="pp-|'
one 's|gremium="rat" |gremium="ratt" |'
# a number twice, a paper nobody knows, an addition nobody voted on, items that went otherwise than was voted
one 's|nummer="Ö 5"|nummer="Ö 4"|'
MORE='<top id="neu" nummer="Ö 4a" ergebnis="kenntnis"><titel>Neues</titel></top>'
added() { one "s|<aenderung art=\"reihenfolge\"|<aenderung art=\"$1\" top=\"$2\">$3</aenderung>&|
	s|<top id=\"anfragen\"|$4&|"; }
UP='<abstimmung ergebnis="einstimmig" ja="6" nein="0" enthaltung="0"/>'
DOWN='<abstimmung ergebnis="abgelehnt" ja="2" nein="4" enthaltung="0"/>'
added erweiterung neu '' "$MORE"
added erweiterung neu "$UP" "${MORE/nummer/vorlage=\"2024\/0077\" nummer}"
added erweiterung neu "$DOWN" "$MORE"
added erweiterung neu "$UP" "${MORE/4a/4}"
added absetzung baum "$UP" ''
added absetzung anfragen "$DOWN" ''
# who has a vote is no guest: that is told, and no vote that follows from it
one 's|<teilnahme person="p-birke"/>|<teilnahme person="p-birke" als="gast"/>|'
# the day of the notice is the session's
one 's|<bekanntmachung datum="2024-02-20"|<bekanntmachung datum="2024-02-10"|'
one 's|<bekanntmachung datum="2024-02-20"|<bekanntmachung datum="2024-03-20"|'
# who leads and was not there: that is told, and nothing that follows from it
one '/<teilnahme person="p-ahorn"/s|/>| stand="entschuldigt"/>|'
one '/<teilnahme person="p-ahorn"/d'
one 's|<leitung person="p-ahorn"/>|<leitung person="p-erle"/>|'
one '/<teilnahme person="p-ahorn"/s|/>| ab="18:30"/>|'
# the place is the session's
one 's|name="Bürgerhaus, Saal"|name="Rathaus"|'
# elections: what the rounds say, everybody once, of the directory
elect() { one "s|<top id=\"anfragen\".*|<top id=\"anfragen\" nummer=\"Ö 5\" $1><titel>Wahl</titel><wahl amt=\"Amt\">\
$2<wahlgang><wahlstimmen bewerbung=\"w-a\" zahl=\"6\"/></wahlgang></wahl></top>|"; }
elect 'ergebnis="einstimmig"' '<bewerbung id="w-a" person="p-birke"/>'
elect 'ergebnis="nicht-gewaehlt"' '<bewerbung id="w-a" person="p-birke"/>'
elect 'ergebnis="vertagt"' '<bewerbung id="w-a" person="p-birke"/>'
elect '' '<bewerbung id="w-a" person="p-birke"/><bewerbung id="w-b" person="p-birke"/>'
elect '' '<bewerbung id="w-a" person="p-brike"/>'
say beschluesse --bericht 2024-1 --gremium ratt --stelle hauptamd
say beschluesse --bericht 2024-4 --gremium rat --stelle hauptamt
# a statement that those there refute is told, and nothing that follows from it
one 's|<top id="spielplatz"|<beschlussfaehigkeit gegeben="nein" uhrzeit="18:45"/>&|'
sed -i 's/beginn="18:00"/beginn="18:00" abgesagt="ja" grund="Sturm"/' $DAY/sitzung.xml
rs aufnehmen -q $DAY/sitzung.xml
one ''
check "what is told" diff "$TOP/tests/niederschrift/told.err" told
