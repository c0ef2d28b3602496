# A casting vote where the town has none, and where nothing is to be decided by it.
export RATSSATZ_INHALT=inhalt RATSSATZ_GESTALTUNG=gestaltung
mkdir -p gestaltung/elbtal inhalt/elbtal
cp "$TOP"/tests/orte/orte/elbtal/{gestaltung,regeln}.xml gestaltung/elbtal
cp "$TOP"/tests/orte/orte/elbtal/{verzeichnis,niederschrift}.xml inhalt/elbtal
sed -i 's/ergebnis="abgelehnt"/& stichentscheid="nein"/' inhalt/elbtal/niederschrift.xml
say pruefen inhalt/elbtal/niederschrift.xml
sed -i 's|</regeln>|<regel name="stichentscheid" wert="ja"/>&|' gestaltung/elbtal/regeln.xml
say pruefen inhalt/elbtal/niederschrift.xml
heard
