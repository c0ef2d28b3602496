# Fortschreibung: calls that cannot work, and what finds no place.
OLD=content/beckum/integrationskonzept-2018
NEW=content/beckum/probe-2020
say fortschreiben --von $OLD --nach konzept-2010
say fortschreiben --von $OLD --nach content/borken/zusammenleben-2016 --edition 2020
say fortschreiben --von $MAY --nach konzept-2020
say fortschreiben --von $OLD --nach $NEW
"$R" stand -q --boegen boegen $NEW
sed -i '2s/;\(""\)\{0,1\}\r$/;Danke\r/' "$(ls boegen/*.csv | head -n 1)"
say stand -q --streng --boegen boegen $NEW
club='<massnahme id="m-verein"><ziel>Vereine helfen.</ziel><zeitbedarf klasse="laufend"/></massnahme>'
sed -i "s|</handlungsfeld>|$club&|" $OLD/02-12-alter.xml
sed -i '/02-12-alter/d' $NEW/konzept.xml
rm $NEW/02-12-alter.xml
sed -i 's/id="m-rueckfuehrung"/id="m-rueckfuehrung" aus="m-alter"/
	s/id="rueckfuehrung"/id="rueckfuehrung" aus="alter"/' $NEW/02-10-rueckfuehrung.xml
say fortschreiben --von $OLD --nach $NEW
sed -i 's/<umsetzung>/<umbruch/' $NEW/02-01-wohnraum.xml
say pruefen --gegen $NEW $PAPER
say pruefen --gegen content/beckum/verzeichnis.xml $OLD
heard
