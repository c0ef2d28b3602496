export RATSSATZ_GESTALTUNG=$TOP/tests/niederschrift/vorlagen RATSSATZ_INHALT=inhalt
DAY=inhalt/lindental/sitzungen/2024-03-05
N=$DAY/niederschrift.xml
at() { export SOURCE_DATE_EPOCH=$(date -u -d "$1" +%s); }
at 2024-03-15T10:00:00Z
rs() { "$R" "$@" --register r.db; }
# edited SCRIPT: the minutes as they were at first, edited
edited() { sed -E "$1" first.xml >$N; }
