# The same again: the same bytes, whatever was done to the register meanwhile.
check "once more" export_to two
check "the same bytes" diff -r oparl two
check "over an earlier one" rs oparl exportieren -q -o two
check "the same bytes over an earlier one" diff -r oparl two
at 2023-06-03T08:00:00Z
check "taken in again" status 0 rs aufnehmen -q $SESSIONS/*/*.xml
export_to two
check "taken in again: nothing has changed" diff -r oparl two
check "rebuilt" status 0 rs register neu-aufbauen beckum
export_to two
check "rebuilt: nothing has changed" diff -r oparl two
