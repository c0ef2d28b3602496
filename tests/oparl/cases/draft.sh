# A session that is a draft is not published; one that was and becomes a draft again leaves a tombstone.
draft=$SESSIONS/2023-09-01/sitzung.xml
mkdir -p $SESSIONS/2023-09-01
said() { sed "s/integrationsrat-2023-05-31/integrationsrat-2023-09-01/; s/datum=\"2023-05-31\"/datum=\"2023-09-01\"/
	s/<sitzung /&entwurf=\"$1\" /; /<bekanntmachung/d" $SESSION >$draft; }
at 2023-08-01T08:00:00Z
there() { value oparl 'sum("2023-09-01" in x.get("start", "") for x in of("Meeting"))'; }
said ja
check "a draft is taken in" status 0 rs aufnehmen -q $draft
export_to oparl
check "a draft is no meeting" equal "$(there)" 0
check "nothing of it is there" nowhere 2023-09-01 oparl
said nein
check "taken in as final" status 0 rs aufnehmen -q $draft
export_to oparl
check "now it is one" equal "$(there)" 1
said ja
check "taken in as a draft again" status 0 rs aufnehmen -q $draft
export_to oparl
check "it is gone" equal "$(there)" 0
check "and left its id" equal "$(value oparl 'sum("deleted" in x for x in of("Meeting"))')" 1
check "a rebuild keeps that" status 0 rs register neu-aufbauen beckum
export_to oparl
check "still gone" equal "$(there)" 0
