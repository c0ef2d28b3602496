# The session of 31 May 2023: its minutes begin as a sample, marked so, and can be set.
cp -r "$TOP/content" content
export RATSSATZ_GESTALTUNG=$TOP/templates RATSSATZ_INHALT=content
MAY=content/beckum/sitzungen/2023-05-31
at 2023-05-16T01:20:00Z
by() { "$R" "$@" --register b.db; }
check "taken in" status 0 by aufnehmen -q content/beckum/verzeichnis.xml content/beckum/sitzungen/*/*.xml
check "released" status 0 by freigeben -q $MAY/vorlage-*.xml
check "announced" status 0 by tagesordnung -q --bekanntgeben -o sitzung $MAY/sitzung.xml
check "begun" status 0 by niederschrift -q $MAY/sitzung.xml
check "marked as a sample" grep -q '<beispiel>Beispielausgabe' $MAY/niederschrift.xml
check "with all its papers" equal "$(grep -c 'vorlage="2023/' $MAY/niederschrift.xml)" 5
check "a draft" status 0 by niederschrift -q -o aus $MAY/niederschrift.xml
check "says that it is one" bash -c "pdftotext aus/niederschrift.pdf - | grep -q Entwurf"
