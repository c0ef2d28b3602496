# A paper whose public part leads into what is not public.
sed -i 's|</erlaeuterungen>|<absatz><verweis ziel="geheim"/></absatz>&<vermerk id="geheim"><absatz>GEHEIM</absatz></vermerk>|' $PAPER
say setzen -q -o aus.pdf $PAPER
say ausgeben -q --register r.db -o ausgabe $PAPER
heard
