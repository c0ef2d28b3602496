#!/usr/bin/env python3
"""Many connections at once, most of them idle. usage: many.py PORT PID COUNT
Asks on every tenth of them and on a new one; fails if any does not answer. Prints what the worker (a child of PID)
holds."""
import re, resource, socket, sys, time

PORT, PID, COUNT = (int(a) for a in sys.argv[1:4])
soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
resource.setrlimit(resource.RLIMIT_NOFILE, (min(hard, COUNT + 200), hard))


def memory():
    worker = open(f'/proc/{PID}/task/{PID}/children').read().split()[0]
    return int(re.search(r'VmRSS:\s+(\d+)', open(f'/proc/{worker}/status').read())[1]) // 1024


def answers(s):
    s.sendall(b'GET /system.json HTTP/1.1\r\nHost: localhost\r\n\r\n')
    return s.recv(4096).startswith(b'HTTP/1.1 200')


def main():
    before, begun, lines = memory(), time.monotonic(), []
    for _ in range(COUNT):
        lines.append(socket.create_connection(('127.0.0.1', PORT), timeout=20))
    wrong = sum(not answers(s) for s in lines[::10])
    new = answers(socket.create_connection(('127.0.0.1', PORT), timeout=20))
    print(f'{COUNT} connections in {time.monotonic() - begun:.1f} s, {len(lines[::10])} asked, {wrong} without an '
          f'answer, a new one: {new}; {before} MiB before, {memory()} MiB with them')
    sys.exit(wrong > 0 or not new)


main()
