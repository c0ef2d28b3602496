# Clocks of two machines differ: what was laid down by a later clock is found all the same when it is taken back, and an
# export made after it by an earlier clock is none that holds it.
. "$TOP/tests/faelle/full-paper.sh"
full_paper_out "Verkauf für GEHEIMPREIS"
check "handed over" status 0 rs abgeben -q --sitzung $SESSION -o paket.zip
check "exported" status 0 rs oparl exportieren -q -o oparl
at 2100-03-31T23:59:00Z
check "taken back" status 0 rs zurueckziehen $V --grund Namen --entfernen
check "package, calendar and export are found" equal "$(ls -d paket.zip sitz/sitzung.ics 2>/dev/null)" ""
check "no word in the export" nowhere GEHEIMPREIS oparl
at 2100-03-30T08:00:00Z
check "exported anew" status 0 rs oparl exportieren -q -o neu
find neu -type f | LC_ALL=C sort >before
check "taken back once more" status 0 rs zurueckziehen $V --grund Namen --entfernen
check "that one stays as it is" equal "$(find neu -type f | LC_ALL=C sort)" "$(cat before)"
