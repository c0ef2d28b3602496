# A file that is no XML: that alone is told, and what is wrong in other files; what may come of it waits.
konzept=content/beckum/integrationskonzept-2018
first=$(ls $konzept/0*.xml | head -n 1)
sed -i '0,/<absatz>/s//<absatz/' "$first"
say pruefen $konzept
say setzen -o aus.pdf $konzept
cp "$TOP/$first" "$first"
# an attribute that is not known in another chapter
sed -i '0,/<\/absatz>/s///' "$first"
last=$(ls $konzept/*.xml | grep -v konzept.xml | tail -n 1)
sed -i '0,/<absatz>/s//<absatz x="1">/' "$last"
say pruefen $konzept
cp "$TOP/$first" "$first"
cp "$TOP/$last" "$last"
# the directory of the town
sed -i '0,/<stelle /s//<stelle id="a" /' content/beckum/verzeichnis.xml
say pruefen $konzept
cp "$TOP/content/beckum/verzeichnis.xml" content/beckum/verzeichnis.xml
# a byte that is no text, in the table of a chart
printf 'Jahr;Wert\n2017;1\0\n' >$konzept/daten/zuweisungen.csv
say pruefen $konzept
cp "$TOP/$konzept/daten/zuweisungen.csv" $konzept/daten/zuweisungen.csv
# the chapter that is not there
mv "$first" x
say pruefen $konzept
heard
