# A draft until all is decided.
read_out() { "$R" setzen -q --dump vorlesen "${with[@]}" "$1" 2>stderr; }
check "it is a draft" grep -qi entwurf <(read_out $NEW)
read_out content/beckum/integrationskonzept-2019 >decided
check "the decided one is none" absent '[Ee]ntwurf' decided
register=(-q "${with[@]}" --register register.db)
check "a draft may be taken in" status 0 "$R" aufnehmen "${register[@]}" $NEW
refused() { status 1 "$R" "$@" && grep -q '\[ENTWURF\]' stderr; }
check "but not released" refused freigeben "${register[@]}" $NEW
decided=content/beckum/integrationskonzept-2019
check "the decided one: taken in" status 0 "$R" aufnehmen "${register[@]}" $decided
check "the decided one: released" status 0 "$R" freigeben "${register[@]}" $decided
sed -i 's/status="laeuft"/status="offen"/' $decided/02-02-sprache.xml
check "not issued when something is open again" refused ausgeben -o ausgabe "${register[@]}" $decided
check "nothing is issued" test ! -e ausgabe/beckum-integrationskonzept-2019.pdf
