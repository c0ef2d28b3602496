# Jobs: calls, what is no plan, a faulty document, one that changed, what is lost or damaged.
paper=$MAY/vorlage-austausch.xml
sed -i 's/<titel>/<tietel>/' $PAPER
say stapel plan content
say stapel plan gibtsnicht -o s/jobs.ndjson
mkdir zwei
cp -r content/beckum zwei
say stapel plan ./content/beckum content/beckum/ zwei/beckum -o s/jobs.ndjson
say stapel skript cron s/jobs.ndjson
say stapel skript slurm
say stapel lauf eins.ndjson zwei.ndjson
say stapel lauf --job 1 --bis 2 s/jobs.ndjson
say stapel lauf --bis null s/jobs.ndjson
say stapel plan -q content/beckum -o s/jobs.ndjson
: >s/none.ndjson
say stapel skript parallel s/none.ndjson
echo '{"jobs":0}' >s/none.ndjson
say stapel skript parallel s/none.ndjson
sed 's/"sha256":"[0-9a-f]/&0/' s/jobs.ndjson >s/other.ndjson
say stapel lauf s/other.ndjson
say stapel lauf -q s/jobs.ndjson --job 999
say stapel lauf -q s/jobs.ndjson
key() { sed -n "s|.*\"dokument\":\"$1\".*\"schluessel\":\"\([0-9a-f]*\)\".*|\1|p" s/jobs.ndjson; }
mkdir kept
cp -r s content kept
rm s/ablage/*/"$(key $paper)".*
rm s/ablage/*/"$(key content/beckum/praesentation-2024-02-22/praesentation.xml)".*
say stapel sammeln -q s/jobs.ndjson
rm -rf s content
cp -r kept/* .
echo >>"$(echo s/ablage/*/"$(key $paper)".pdf)"
say stapel sammeln -q s/jobs.ndjson
rm -rf s content
cp -r kept/* .
sed -i 's/<titel>/<titel>Neu: /' $paper
say stapel lauf -q s/jobs.ndjson
rm -r s/ablage/??
say stapel lauf -q s/jobs.ndjson
say stapel plan -q -o content/beckum/verzeichnis.xml content
echo mein >mein.ndjson
say stapel plan -q -o mein.ndjson content
cp -r "$TOP/templates" look
echo '<!-- another -->' >>look/beckum/gestaltung.xml
say stapel lauf -q --gestaltung look s/jobs.ndjson
say stapel sammeln -q --gestaltung look s/jobs.ndjson
mv content elsewhere
say stapel lauf -q s/jobs.ndjson
sed -i -E "s,[0-9a-f]{2}/[0-9a-f]{64},AB/SCHLUESSEL,g" said
heard
