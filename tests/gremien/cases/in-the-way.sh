# What others wrote is never replaced by what is issued, whatever its name: told with --ersetzen, everything else is as
# it was. Nor is a source that has the name of an output.
copy() { cp released.db r.db && rm -rf weg && mkdir -p weg; }
copy
echo "von anderen" >weg/2023-0123-beschlussvorlage.pdf
check "a paper with a file in the way" status 3 rs ausgeben -q -o weg $MAY/*.xml
check "told with the way out" grep -q "2023-0123-beschlussvorlage.pdf: Fehler: .*--ersetzen" "$WORK/stderr"
check "it stays" equal "$(cat weg/2023-0123-beschlussvorlage.pdf)" "von anderen"
check "the others are issued" test -s weg/2023-0124-beschlussvorlage.pdf
check "wanted, it is replaced" status 0 rs ausgeben -q --ersetzen -o weg $MAY/*.xml
check "by the paper" grep -q '^%PDF' weg/2023-0123-beschlussvorlage.pdf
copy
echo "von anderen" >sachen.pdf
ln -s ../sachen.pdf weg/2023-0123-beschlussvorlage.pdf
check "a link to it" status 3 rs ausgeben -q -o weg $MAY/vorlage-*.xml
check "it stays" equal "$(cat weg/2023-0123-beschlussvorlage.pdf)" "von anderen"
copy
for file in mappe bekanntmachung tagesordnung-intern; do
	rm -rf weg && mkdir weg
	echo "von anderen" >weg/$file.pdf
	cp r.db before.db
	check "$file: announcing" status 3 rs tagesordnung -q --bekanntgeben -o weg $SESSION
	check "$file stays" equal "$(cat weg/$file.pdf)" "von anderen"
	check "$file: nothing else is there" equal "$(ls weg)" $file.pdf
	check "$file: nothing is announced" cmp r.db before.db
done
