# A paper whose public part leads into what is not public.
secret='<vermerk id="geheim"><absatz>GEHEIM</absatz></vermerk>'
sed -i "s|</erlaeuterungen>|<absatz><verweis ziel=\"geheim\"/></absatz>&$secret|" $PAPER
say setzen -o aus.pdf $PAPER
say ausgeben --register r.db -o ausgabe $PAPER
heard
