"""usage: start.py PORT [SESSION DAY NOTICE]: what is open; without a session: behind a proxy, for who may only read."""
import sys

from desk import CHAPTER, Desk, verdict


def signed_in_as(name):
    return Desk(sys.argv[1], token='', **{'X-Remote-User': name}).get('/api/start')


if len(sys.argv) > 2:
    session, day, notice = sys.argv[2:]
    desk = Desk(sys.argv[1])
    seen = desk.part(CHAPTER)['xml']
    desk.save(CHAPTER, seen, seen.replace('<titel>Wohnraum', '<titel>Wohnen'))
    news = desk.get('/api/start')
    mine = [s for s in news['sessions'] if s['path'] == session]
    verdict('the session to come', len(mine) == 1 and mine[0]['datum'] == day and not mine[0]['announced'], news)
    verdict('ten full days before it', mine[0]['notice'] == notice, mine)
    verdict('none that is over', all(s['datum'] >= news['today'] for s in news['sessions']), news['sessions'])
    verdict('tasks that are due', any(t['id'] == 'radweg-bauen' for t in news['tasks']), news['tasks'])
    verdict('with the minutes they come from', all(t['path'].endswith('niederschrift.xml') for t in news['tasks']))
    bodies = {d['gremium'] for d in desk.get('/api/documents')['documents'] if d['path'].startswith('beckum/sitzungen')}
    verdict('bodies by their names', 'Integrationsrat' in bodies and 'integrationsrat' not in bodies, bodies)
    verdict('what was written last', [w['path'] for w in news['written']] == [CHAPTER], news['written'])
else:
    news = signed_in_as('schreiberin')
    verdict('who may write sees it', news['sessions'] and news['tasks'] and news['written'], news)
    news = signed_in_as('leserin')
    verdict('who may only read does not', not news['sessions'] and not news['tasks'] and not news['written'], news)
