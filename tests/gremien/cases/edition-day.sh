# An edition may still be changed on the day it is decided on, not after.
at 2018-02-01T09:00:00Z
sed -i 's|<beschluss gremium="rat"/>|<beschluss gremium="rat" datum="2018-03-01"/>|' $CONCEPT/konzept.xml
check "taken in" status 0 "$R" aufnehmen -q $CONCEPT
check "released" status 0 "$R" freigeben -q $CONCEPT
check "issued" status 0 "$R" ausgeben -q -o konzept $CONCEPT
sed -i 's|</titel>|, geändert</titel>|' $CONCEPT/konzept.xml
at 2018-03-01T10:00:00Z
check "changed on the day: it is not what was released" says FREIGABEALT "$R" ausgeben -q -o konzept $CONCEPT
check "changed on the day: taken in" status 0 "$R" aufnehmen -q $CONCEPT
check "released once more" status 0 "$R" freigeben -q $CONCEPT
check "changed on the day" status 0 "$R" ausgeben -q -o konzept $CONCEPT
sed -i 's|, geändert</titel>|, zweimal geändert</titel>|' $CONCEPT/konzept.xml
at 2018-03-02T10:00:00Z
check "changed after the day" status 1 "$R" ausgeben -q -o konzept $CONCEPT
check "changed after the day: it says so" says "GEAENDERT" "$R" ausgeben -q -o konzept $CONCEPT
