#!/usr/bin/env python3
"""A non-public id is answered like an unknown one, in the same time. usage: times.py PORT REGISTER [N=10000]
N requests each, taken in turns, for every non-public paper and every issued file that is not public; the medians may
differ by 5 percent.
"""

import random, socket, sqlite3, statistics, sys, time


class Line:
    """One connection that stays open: what is timed is the server."""

    def __init__(self, port):
        self.s = socket.create_connection(('127.0.0.1', port), timeout=20)
        self.s.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def ask(self, path):
        data = f'GET {path} HTTP/1.1\r\nHost: localhost\r\n\r\n'.encode()
        start = time.perf_counter_ns()
        self.s.sendall(data)
        got = self.s.recv(65536)
        took = time.perf_counter_ns() - start
        head, _, body = got.partition(b'\r\n\r\n')
        while len(body) < int(head.split(b'Content-Length: ')[1].split(b'\r\n')[0]):
            body += self.s.recv(65536)
        return took, head.split(b'\r\n')[0], body


def main(port, register, n=10000):
    con, rng, line = sqlite3.connect(f'file:{register}?mode=ro', uri=True), random.Random(5), Line(port)
    hidden = ['/paper/%s.json' % i for (i,) in con.execute('SELECT id FROM papier WHERE oeffentlich = 0')]
    hidden += [
        '/file/%s/%s' % (o, f.rsplit('/', 1)[-1])
        for o, f in con.execute('SELECT objekt, datei FROM ausgegeben WHERE oeffentlich = 0')
    ]
    known = [k for (k,) in con.execute("SELECT kennung FROM oparl WHERE typ = 'Paper'")]
    if not hidden:
        print('there is nothing non-public in the register')
        return 1

    def unknown(path):  # of the same length and form
        kind, name, *rest = path.split('/')[1:]
        stem, dot, end = name.partition('.')
        stem = ''.join(rng.choice('abcdefghijklmnop') for _ in stem)
        return '/' + '/'.join([kind, stem + dot + end, *rest])

    times, answers = {True: [], False: []}, set()
    for i in range(n + 500):
        path = hidden[i % len(hidden)]
        for secret in ((True, False), (False, True))[i % 2]:
            took, status, body = line.ask(path if secret else unknown(path))
            answers.add((status, body))
            if i >= 500:
                times[secret].append(took)
    a, b = statistics.median(times[True]), statistics.median(times[False])
    print(
        f'{n} requests each: non-public {a / 1000:.1f} µs, unknown {b / 1000:.1f} µs (medians), difference '
        f'{abs(a - b) / b * 100:.2f} %'
    )
    if len(answers) != 1 or not next(iter(answers))[0].endswith(b'404 Not Found'):
        print('nicht dieselbe Antwort:', answers)
        return 1
    return 0 if known and abs(a - b) <= 0.05 * b else 1


if __name__ == '__main__':
    sys.exit(main(int(sys.argv[1]), sys.argv[2], *map(int, sys.argv[3:])))
