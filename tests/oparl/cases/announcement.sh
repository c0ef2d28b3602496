# What is public before, on the day of and after the announcement.
may='"31.05.2023"'
check "before: no agenda yet" holds early \
	"'agendaItem' not in o('Meeting', $may) and o('Meeting', $may)['meetingState'] == 'terminiert'"
check "on its day the agenda is public" holds day \
	"o('Meeting', $may)['meetingState'] == 'eingeladen' and len(o('Meeting', $may)['agendaItem']) == 12"
id=$(value day 'o("AgendaItem", "Baumpflanzaktion")["id"]')
check "announced: items keep their ids" holds oparl "o('AgendaItem', 'Baumpflanzaktion')['id'] == '$id'"
check "the day of the announcement is the true one" holds oparl \
	"o('Meeting', $may)['invitation']['date'] == '2023-05-16'"
check "after the session" holds oparl \
	"o('Meeting', $may)['meetingState'] == 'durchgeführt' and len(o('Meeting', $may)['agendaItem']) == 12"
keeps_to_the_specification before early
keeps_to_the_specification "on its day" day
keeps_to_the_specification after oparl
