# The calendar file, as RFC 5545 wants it; summer and winter time.
check "an agenda" status 0 rs tagesordnung -q -o sitzung $SESSION
check "lines, times, id" py "
b = open('sitzung/sitzung.ics', 'rb').read()
lines = b.split(b'\r\n')
assert all(len(x) <= 75 for x in lines) and b'\n' not in b.replace(b'\r\n', b'')
[x.decode() for x in lines]
t = b.replace(b'\r\n ', b'').decode()
assert 'DTSTART:20230531T150000Z' in t and 'UID:integrationsrat-2023-05-31@beckum' in t"
check "a session in winter" status 0 rs tagesordnung -q -o winter $SESSIONS/2023-02-23/sitzung.xml
check "winter time" grep -q 'DTSTART:20230223T160000Z' winter/sitzung.ics
