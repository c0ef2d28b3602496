# The ledger knows the whole look: a change in the ground of the ground is another one.
cp -r "$RATSSATZ_GESTALTUNG" look
mv look/beckum look/below
mkdir look/beckum look/middle
for i in gestaltung:below:middle regeln:below:middle gestaltung:middle:beckum regeln:middle:beckum; do
	IFS=: read -r what ground town <<<"$i"
	[ $what = regeln ] && names= || names='name="beckum" stadt="Stadt Beckum"'
	echo "<$what xmlns=\"urn:ratssatz:$what:1\" grundlage=\"$ground\" $names/>" >"look/$town/$what.xml"
done
# hash_of NAME: of the look that one issue with it notes
hash_of() {
	cp released.db "$1.db"
	status 0 "$R" ausgeben -q --gestaltung look --register "$1.db" -o "$1" $PAPER || return
	py "import sqlite3
rows = sqlite3.connect('$1.db').execute('select vorlage_sha256 from ausgegeben')
print([bytes(r[0]).hex() for r in rows])"
}
first=$(hash_of first) || fail "issued with a ground: $first"
check "the same look" test "$(hash_of again)" = "$first"
for f in below/gestaltung middle/regeln; do
	echo '<!-- other -->' >>look/$f.xml
	then=$(hash_of "${f//\//-}")
	check "another look: $f" test "$then" != "$first" -a -n "$then"
	first=$then
done
