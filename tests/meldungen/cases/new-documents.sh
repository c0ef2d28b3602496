# Skeletons: what the newest document is like, if it can be read.
say neu vorlage beckum -o da.xml
echo x >da.xml
say neu vorlage beckum -o da.xml
for f in $MAY/*.xml $SESSIONS/*/*.xml; do echo kaputt >$f; done
say neu vorlage beckum -o neu.xml
say neu sitzung beckum -o sitzung.xml
heard
