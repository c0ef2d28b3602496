# What is taken back, and what turned non-public.
cp "$TOP/tests/pruefung/anlage/plan.pdf" $MAY
annexes='<anlagen><anlage datei="plan.pdf" titel="Plan" seiten="1"/></anlagen>'
sed -i "/<anlagen>ohne/d; s|<anlagen/>||; s|</vorlage>|$annexes&|" $PAPER
say freigeben -q --register r.db $PAPER
say ausgeben -q --register r.db -o neu $PAPER
say zurueckziehen --register r.db $PAPER
say zurueckziehen --register r.db 1999/0001 --grund x
say zurueckziehen --register r.db content/beckum/verzeichnis.xml --grund x
say zurueckziehen --register r.db content/beckum/integrationskonzept-2018/konzept.xml --grund x
say zurueckziehen --register fehlt.db $PAPER --grund x
say zurueckziehen --register r.db $MAY/plan.pdf --grund "Namen darin"
say zurueckziehen --register r.db 2023/0123 --grund "Namen darin"
say freigeben -q --register r.db $PAPER
say zurueckziehen --register r.db 2023/0123 --grund "Namen darin" --entfernen
cp issued.db r.db 2>/dev/null
NET=$MAY/vorlage-netzwerk-integration.xml
sed -i 's/oeffentlich="ja"/oeffentlich="nein"/; s|</titel>|&<neutral>Netz</neutral>|' $NET
say aufnehmen --register r.db $NET
say register liste --draussen --register r.db
say oparl exportieren -q --register r.db -o oparl
say zurueckziehen --register r.db $SESSION --grund x
say aufnehmen --register r.db $SESSION
say tagesordnung --register r.db -o x $SESSION
# packages, and what was changed since
say abgeben -q --register r.db --drucksache 2023/0125 -o paket
say oparl exportieren -q --register r.db -o oparl
say zurueckziehen -q --register r.db 2023/0125 --grund x
echo >>oparl/pruefsummen.sha256
echo >>"$(echo ausgabe/2023-0121-*.pdf)"
say zurueckziehen --register r.db 2023/0121 --grund x
at 2023-06-02T08:00:00Z
say ergebnis --register r.db --gremium integrationsrat --datum 2023-05-31 2023/0125 einstimmig
# sources that are gone, one id in two towns
rm $MAY/vorlage-integrationsmanagement.xml
sed -i 's/ id="rat-2026-03-19"/ id="integrationsrat-2023-05-31"/' content/hohenfeld/sitzungen/*/sitzung.xml
say register neu-aufbauen --register r.db
say zurueckziehen --register r.db integrationsrat-2023-05-31 --grund x
heard
