# Skeletons: what the newest document is like, if it can be read.
say neu sitzung beckum --gremium senat
mkdir -p $SESSIONS/neu
say neu vorlage beckum -o $SESSIONS/neu/vorlage-neu.xml
say aufnehmen -q --register r.db $SESSIONS/neu/vorlage-neu.xml
say freigeben -q --register r.db $SESSIONS/neu/vorlage-neu.xml
rm -r $SESSIONS/neu
say neu vorlage beckum -o da.xml
echo x >da.xml
say neu vorlage beckum -o da.xml
for f in $MAY/*.xml $SESSIONS/*/*.xml; do echo kaputt >$f; done
say neu vorlage beckum -o neu.xml
say neu sitzung beckum -o sitzung.xml
say neu sitzung beckum --gremium rat -o sitzung.xml
heard
