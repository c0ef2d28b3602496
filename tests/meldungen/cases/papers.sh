# What is refused between taking in and issuing.
cp taken.db r.db
say ausgeben --register r.db -o aus $PAPER
say ausgeben --register r.db -o aus $SESSION
another_paper neu $MAY/neu.xml
say ausgeben --register r.db -o aus $MAY/neu.xml
say freigeben --register r.db $MAY/neu.xml
sed -i 's/<vorlage /<vorlage ergaenzung="1" /' $MAY/neu.xml
say aufnehmen --register r.db $MAY/neu.xml
say ergebnis --register r.db 2023/0123 vertagt --gremium integrationsrat --datum 2022-01-01
say ergebnis --register r.db 9999/9999 vertagt --gremium integrationsrat --datum 2023-05-31
sed -i 's/<angaben/& entwurf="ja"/' $PAPER
sed -i 's/<vorlage /<vorlage entwurf="ja" /' $PAPER
say freigeben --register r.db $PAPER
heard
