# After the session; after the source has changed.
at_session=(--gremium integrationsrat --datum 2023-05-31)
at 2023-06-05T21:20:00Z
say ergebnis --register r.db $PAPER beschlossen --zusatz "$(printf 'mit\001')" "${at_session[@]}"
say ergebnis --register r.db $PAPER abgelehnt --ja 2 --nein 2 --enthaltung 0 --stichentscheid nein "${at_session[@]}"
mkdir t && cp -r "$RATSSATZ_GESTALTUNG"/{grund,beckum} t
sed -i '/stichentscheid/s|wert="nein"/>|wert="ja"/>|' t/grund/regeln.xml
say ergebnis --register r.db $PAPER abgelehnt --ja 2 --nein 3 --enthaltung 0 --stichentscheid nein "${at_session[@]}" \
	--gestaltung t
sed -i 's/Zeichen der Integration/Zeichen der Eintracht/' $PAPER
say ausgeben --register r.db -o ausgabe $PAPER
cp taken.db r.db
say ergebnis --register r.db $PAPER "$(printf 'einstimmig\001')" "${at_session[@]}"
sed -i 's|<beratung gremium="integrationsrat"|<beratung  gremium="integrationsrat"|; s|2023-05-31|2023-05-30|' $PAPER
say ergebnis --register r.db 2023/0123 beschlossen "${at_session[@]}"
heard
