# The files of a session, the same bytes twice.
check "an agenda" status 0 rs tagesordnung -o sitzung $SESSION
check "its files" equal "$(ls sitzung)" bekanntmachung.pdf mappe.pdf sitzung.ics tagesordnung-intern.pdf
sha256sum sitzung/* >sums
check "once more" status 0 rs tagesordnung -o sitzung $SESSION
check "the same bytes" sha256sum --quiet -c sums
