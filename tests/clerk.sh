# Sourced by suites in which a clerk works with papers and a register: where the papers are, the clock, what is secret.
export RATSSATZ_GESTALTUNG=$TOP/templates
SESSIONS=content/beckum/sitzungen
MAY=$SESSIONS/2023-05-31                     # the session of 31 May 2023 and its five papers
SESSION=$MAY/sitzung.xml
PAPER=$MAY/vorlage-baumpflanzung.xml         # 2023/0123

# at TIME: the clock the program reads
at() { export SOURCE_DATE_EPOCH=$(date -u -d "$1" +%s); }
at 2023-05-16T01:20:00Z
rs() { "$R" "$@" --register r.db; }
# secret_item FILE: the session gets a non-public part, with words to look for
secret_item() {
	local note='<vermerk><absatz>GEHEIMVERMERK</absatz></vermerk>'
	local item='<top id="geheim"><titel>GEHEIMWORT</titel><neutral>Grundstücksangelegenheit</neutral>'$note'</top>'
	sed -i "s|</tagesordnung>|<teil art=\"nichtoeffentlich\"><vorlagen/>$item</teil></tagesordnung>|" "$1"
}
# secret_paper FILE: makes a non-public paper of that session, without a number yet
secret_paper() {
	sed 's/id="baumpflanzung"/id="personal"/; s/ nummer="[^"]*"//; s/oeffentlich="ja"/oeffentlich="nein"/
		s|<titel>[^<]*</titel>|<titel>GEHEIMTITEL</titel><neutral>Personalsache</neutral>|' $PAPER >"$1"
}
# another_paper ID FILE: makes one like it, without a number yet
another_paper() { sed "s/ nummer=\"[^\"]*\"//; s/id=\"baumpflanzung\"/id=\"$1\"/" $PAPER >"$2"; }
