#!/usr/bin/env python3
"""Makes small wrong changes to the program, one at a time, and runs suites until one fails.
usage: mutants.py FOLDER PATTERN JOBS [near] [neu]     Prints a line for each: "pass" or "fail", a tab, what it was.
       mutants.py stale            Prints those that apply no more.
PATTERN: ROOM/NAME with wildcards, several with blanks between them.
near: only the suites of the room are tried, which is what most mutants meet their end by.
neu: who kills it is written to tests/mutants/killers.txt ("ROOM/NAME suite:CASE"), which is tried first. Without it, a
mutant that is not killed by what stands there is a failure, although some suite may kill it.

tests/mutants/ROOM.txt holds them, separated by empty lines:
    name: row-scope                         ROOM/row-scope in what is printed
    file: src/compose/zusammenfassung.c     may be a pattern, so that it outlives a move
    find: BLK_TH, BLK_SCOPE_ROW             stands in exactly one line of these files
    put:  BLK_TH, BLK_SCOPE_NONE
    each: ja                                instead: every line that has it is a mutant of its own
    views: last                             only where no later CREATE VIEW of that name replaces it
    alive: why no test can see it           an answer to a survivor; only with neu the suites of the room are run
    messages: 3                             instead of find and put: the wording of so many messages of these files
tests/mutants/suites.txt says which suites a room's mutants meet first: "room: suite suite:CASE …"."""
import fnmatch, glob, os, queue, re, resource, shutil, signal, subprocess, sys, tempfile, threading, time

HERE = os.path.dirname(os.path.abspath(__file__))
TOP = os.path.dirname(os.path.dirname(HERE))
sys.path.insert(0, os.path.join(TOP, 'tests/meldungen'))
import messages as provoked                        # noqa: E402
# The rules of the house look at text, not at what the program does; mutants are not tried on mutants.
NEVER = {'haus', 'mutants'}
# Seconds a case and a suite may take: what runs longer than that runs wild.
CASE_LIMIT, SUITE_LIMIT = 300, 900
LITERAL = re.compile(r'"(?:[^"\\]|\\.)*"')


class Mutant:
    def __init__(self, name, place, change, alive, is_message):
        self.name, (self.path, self.line), (self.old, self.new) = name, place, change
        self.alive, self.is_message = alive, is_message

    def __str__(self):
        return f'{self.name} ({self.path}:{self.line + 1})'


def records(path):
    """The blocks of a table: each a dict of "key: value"."""
    block = {}
    with open(path, encoding='utf-8') as f:
        for text in list(f) + ['\n']:
            text = text.rstrip('\n')
            if text.startswith('#'):
                continue
            if text:
                key, _, value = text.partition(':')
                block[key] = value.strip(' ') if key != 'put' else value[1:].lstrip(' ')
            elif block:
                yield block
                block = {}


def lines_of(pattern):
    for path in sorted(glob.glob(os.path.join(TOP, pattern))):
        with open(path, encoding='utf-8') as f:
            for n, line in enumerate(f.read().split('\n')):
                yield os.path.relpath(path, TOP), n, line


def holds(path, n):
    """Is the CREATE VIEW around this line the last of its name?"""
    with open(os.path.join(TOP, path), encoding='utf-8') as f:
        made = [(k, m[1]) for k, line in enumerate(f) if (m := re.search(r'CREATE VIEW (\w+)', line))]
    around = [name for k, name in made if k <= n][-1:]
    return not any(k > n and name in around for k, name in made)


def messages(pattern, count):
    """Lines of strings that ask the reader for something, evenly taken from all that some test provokes."""
    never, ask = provoked.not_run(), re.compile(r'\b(bitte|erwartet)\b')
    found = []
    for path in sorted(glob.glob(os.path.join(TOP, pattern))):
        lines = [line for _, _, line in lines_of(os.path.relpath(path, TOP))]
        for at, text in provoked.messages(path):
            if ask.search(text) and text.replace('\n', '\\n') not in never and not path.endswith('codes.c'):
                n = at - 1
                while not any(map(ask.search, LITERAL.findall(lines[n]))):
                    n += 1
                found.append((os.path.relpath(path, TOP), n, lines[n]))
    for i in range(min(count, len(found))):
        path, n, line = found[i * len(found) // count]
        yield path, n, line, re.sub(r'\b(bitte|erwartet)\b', r'\1 sehr', line, count=1)


def table():
    """(mutants, faults of the table)"""
    all_of_them, faults = [], []
    for path in sorted(glob.glob(os.path.join(HERE, '*.txt'))):
        room = os.path.basename(path)[:-4]
        for r in records(path) if room not in ('suites', 'killers') else ():
            name = f'{room}/{r["name"]}'
            if 'messages' in r:
                made = list(messages(r['file'], int(r['messages'])))
            else:
                hits = [h for h in lines_of(r['file']) if r['find'] in h[2] and ('views' not in r or holds(*h[:2]))]
                made = [(p, n, line, line.replace(r['find'], r['put'])) for p, n, line in hits]
                if len(made) > 1 and 'each' not in r:
                    faults.append(f'{name}: „{r["find"]}“ stands in {len(made)} lines of {r["file"]}')
                    continue
            if not made:
                faults.append(f'{name} no longer applies to {r["file"]}')
            several = 'each' in r or 'messages' in r
            for k, (p, n, old, new) in enumerate(made):
                all_of_them.append(Mutant(f'{name}-{k + 1}' if several else name, (p, n), (old, new), r.get('alive'),
                                          'messages' in r))
    return all_of_them, faults


def first_of(room):
    with open(os.path.join(HERE, 'suites.txt'), encoding='utf-8') as f:
        for line in f:
            if line.startswith(room + ':'):
                return line.split(':', 1)[1].split()
    return []


def suites():
    """By the time they took last, the fastest first."""
    took = {}
    seconds = os.path.join(TOP, 'out/test/seconds')
    if os.path.exists(seconds):
        took = {os.path.basename(s)[:-3]: int(n) for n, s in (line.split() for line in open(seconds))}
    found = []
    for path in glob.glob(os.path.join(TOP, 'tests/*.sh')):
        with open(path, encoding='utf-8') as f:
            f.readline()
            if f.readline().startswith('# Suite: '):
                found.append(os.path.basename(path)[:-3])
    return sorted(set(found) - NEVER, key=lambda s: (took.get(s, 1000), s))


def cases(suite, said):
    """What may be the case that failed, likeliest first: named above as "-- SUITE CASE", or by its file."""
    case, found = None, []
    for line in said.split('\n'):
        if line.startswith(f'-- {suite} '):
            case = line.split()[2]
        elif line.startswith('FAILED'):
            words = [case] if case else line.split()[1:4]
            found += [re.sub(r'(_test)?\.[a-z]+$', '', os.path.basename(w.rstrip(':/'))) for w in words]
    return list(dict.fromkeys(w for w in found if w))[:4]


def end_session(leader):
    """Whatever a suite left running: a watcher or a server that does not see its end any more."""
    for pid in filter(str.isdigit, os.listdir('/proc')):
        try:
            if os.getsid(int(pid)) == leader:
                os.kill(int(pid), signal.SIGKILL)
        except ProcessLookupError:
            pass


class Killers:
    """tests/mutants/killers.txt: who killed a mutant last."""

    def __init__(self, path, neu):
        self.path, self.neu, self.lock, self.sound = path, neu, threading.Lock(), {}
        self.of = self.read()

    def read(self):
        with open(self.path, encoding='utf-8') as f:
            return dict(line.split() for line in f if line.strip() and line[0] != '#')

    def found(self, mutant, suite):
        """Writes it down where that is asked for; else: is it what stands there?"""
        with self.lock:
            same = self.of.get(mutant.name) == suite
            if self.neu and not same:
                self.of[mutant.name] = suite
                self.write({mutant.name: suite}, ())
            return same or self.neu

    def write(self, found, gone):
        """Into the file as it is by now: it may have got lines since the run began."""
        now = {name: suite for name, suite in (self.read() | found).items() if name not in gone}
        with open(self.path + '.new', 'w', encoding='utf-8') as f:
            f.write('# Written by tests/mutants.sh --neu NAME: the case that kills each mutant, tried first.\n')
            f.writelines(f'{name} {suite}\n' for name, suite in sorted(now.items()))
        os.replace(self.path + '.new', self.path)

    def keep(self, names):
        """Those of mutants that are no more go."""
        gone = self.of.keys() - names
        if self.neu and gone:
            self.write({}, gone)


class Tree:
    """A copy of the checkout in which one mutant after another is built and tried."""

    def __init__(self, folder, killers):
        self.killers, self.leader = killers, None
        self.top = os.path.join(folder, 'tree')
        shutil.rmtree(folder, ignore_errors=True)
        os.makedirs(self.top)
        listed = subprocess.run(['git', 'ls-files', '-z', '--cached', '--others', '--exclude-standard'], cwd=TOP,
                                capture_output=True, check=True).stdout.decode().split('\0')
        for path in listed:
            source, to = os.path.join(TOP, path), os.path.join(self.top, path)
            if path and os.path.lexists(source):
                os.makedirs(os.path.dirname(to), exist_ok=True)
                shutil.copy2(source, to, follow_symlinks=False)
        os.makedirs(os.path.join(self.top, 'out'))
        # what lies beside the checkout, and the checkers of others, are the same for all
        for path, to in (('../shared', os.path.join(folder, 'shared')),
                         ('out/werkzeug', os.path.join(self.top, 'out/werkzeug'))):
            if os.path.exists(os.path.join(TOP, path)):
                os.symlink(os.path.realpath(os.path.join(TOP, path)), to)

    def run(self, command, seconds):
        """(exit status, what was said); a status of None: not in time"""
        env = dict(os.environ, JOBS='1', FIRST='1', O='', CASE='')
        env = {k: v for k, v in env.items() if v}
        with tempfile.TemporaryFile() as said:
            p = subprocess.Popen(command, cwd=self.top, env=env, stdout=said, stderr=subprocess.STDOUT,
                                 stdin=subprocess.DEVNULL, start_new_session=True)
            self.leader = p.pid
            try:
                status = p.wait(timeout=seconds)
            except subprocess.TimeoutExpired:
                status = None
            end_session(p.pid)
            p.wait()
            self.leader = None
            said.seek(0)
            return status, said.read().decode('utf-8', 'replace') + ('not in time' if status is None else '')

    def build(self, targets=('out/bin/ratssatz', 'out/bin/ratssatz-ganz')):
        return self.run(['make', '-s', *targets], 1800)

    def put(self, mutant, text):
        path = os.path.join(self.top, mutant.path)
        with open(path, encoding='utf-8') as f:
            lines = f.read().split('\n')
        lines[mutant.line] = text
        with open(path, 'w', encoding='utf-8') as f:
            f.write('\n'.join(lines))

    def fails(self, suite):
        """What it said, if it fails; else None. A suite that has no such case has not failed."""
        name, _, case = suite.partition(':')
        status, said = self.run([f'tests/{name}.sh', 'out'] + ([case] if case else []),
                                CASE_LIMIT if case else SUITE_LIMIT)
        return said if status != 0 and f'{name} has no case' not in said else None

    def narrow(self, suite, said):
        """The suite's case that failed, and what it said."""
        name, _, pattern = suite.partition(':')
        for case in cases(name, said):
            if pattern and fnmatch.fnmatch(case, pattern):
                return f'{name}:{case}', said
            if not pattern and (one := self.fails(f'{name}:{case}')) is not None:
                return f'{name}:{case}', one
        return suite, said

    def try_on(self, mutant, all_suites):
        """(suite or None, what it said)"""
        if mutant.alive and not self.killers.neu:
            return None, ''
        recorded = self.killers.of.get(mutant.name)
        if recorded and (said := self.fails(recorded)) is not None:
            return recorded, said
        first = first_of(mutant.path.split('/')[1])
        if mutant.is_message:
            first = ['meldungen:every-message', *first]
        for suite in first + ([] if mutant.alive else [s for s in all_suites if s not in first]):
            said = self.fails(suite)
            # a suite that fails by chance kills nothing: what another room's suite says is asked twice
            if said is not None and (suite in first or self.fails(suite) is not None):
                return self.narrow(suite, said)
        return None, ''

    def is_sound(self, suite):
        """Does it pass without a mutant? If not, it proves nothing."""
        sound = self.killers.sound
        if suite not in sound:
            built = self.build()[0] == 0
            sound[suite] = built and any(self.fails(suite) is None for _ in range(2))
        return sound[suite]

    def killed_by(self, mutant, all_suites):
        """(suite, seconds) or (None, seconds), what was said; None instead of both: it does not compile"""
        self.put(mutant, mutant.new)
        try:
            status, said = self.build()
            if status != 0:
                return None, said
            begun = time.monotonic()
            suite, said = self.try_on(mutant, all_suites)
            return (suite, time.monotonic() - begun), said
        finally:
            self.put(mutant, mutant.old)


class Report:
    def __init__(self, path, killers):
        self.killers = killers
        self.f, self.lock, self.kills, self.count = open(path, 'w', encoding='utf-8'), threading.Lock(), {}, 0

    def tell(self, good, text, note=''):
        with self.lock:
            print('pass' if good else 'fail', text, sep='\t', flush=True)
            self.f.write(f'{"ok   " if good else "FAIL "} {text}\n{note}')
            self.f.flush()

    def judge(self, mutant, tree, how, said):
        if how is None:
            return self.tell(False, f'{mutant} does not compile', said[-600:] + '\n')
        suite, seconds = how
        with self.lock:
            self.count += 1
            self.kills.setdefault(suite, []).append(mutant.name)
        if suite and mutant.alive:
            return self.tell(False, f'{mutant} is answered, and yet killed by {suite}: delete the answer')
        if suite and not tree.is_sound(suite):
            return self.tell(False, f'{mutant}: {suite} fails without a mutant, too', said[-2000:] + '\n')
        if suite and not self.killers.found(mutant, suite):
            return self.tell(False, f'{mutant} killed by {suite}, which is not written down: tests/mutants.sh --neu '
                             f'{mutant.name}')
        if suite:
            faults = [line for line in said.split('\n') if line.startswith('FAILED')]
            return self.tell(True, f'{mutant} killed by {suite} ({seconds:.0f} s)', f'      {"".join(faults[:1])}\n')
        if mutant.alive:
            return self.tell(True, f'{mutant} lives: {mutant.alive}')
        return self.tell(False, f'{mutant} LIVES: {mutant.new.strip()}')

    def end(self):
        used = resource.getrusage(resource.RUSAGE_CHILDREN)
        self.f.write(f'\n{self.count} mutants, {(used.ru_utime + used.ru_stime) / 60:.0f} minutes of processor time\n')
        for suite, names in sorted(self.kills.items(), key=lambda k: -len(k[1])):
            self.f.write(f'{len(names):4} {suite or "none"}: {" ".join(sorted(names))}\n')
        self.f.close()


def work(tree, todo, report, all_suites):
    while True:
        try:
            mutant = todo.get_nowait()
        except queue.Empty:
            return
        report.judge(mutant, tree, *tree.killed_by(mutant, all_suites))


def main(folder, pattern, jobs, near, neu):
    table_of_all, faults = table()
    mutants = [m for m in table_of_all if any(fnmatch.fnmatch(m.name, p) for p in pattern.split())]
    os.makedirs(folder, exist_ok=True)
    killers = Killers(os.path.join(HERE, 'killers.txt'), neu)
    killers.keep({m.name for m in table_of_all})
    report = Report(os.path.join(folder, 'report'), killers)
    for fault in faults:
        report.tell(False, fault)
    todo = queue.Queue()
    for m in mutants:
        todo.put(m)
    trees = [Tree(os.path.join(folder, str(i)), killers) for i in range(min(jobs, max(1, len(mutants))))]

    def stop(*_):
        for tree in trees:
            if tree.leader:
                end_session(tree.leader)
        os._exit(1)
    signal.signal(signal.SIGTERM, stop)
    signal.signal(signal.SIGINT, stop)
    for tree in trees:
        status, said = tree.build(['all'])
        if status != 0:
            report.tell(False, 'the tree without a mutant does not build', said[-600:])
            return 1
    all_suites = [] if near else suites()
    threads = [threading.Thread(target=work, args=(t, todo, report, all_suites)) for t in trees]
    for t in threads:
        t.start()
    for t in threads:
        t.join()
    report.end()
    return 0


def stale():
    """Mutants that apply no more: the code they change has moved."""
    faults = table()[1]
    print('\n'.join(faults))
    return 1 if faults else 0


if __name__ == '__main__':
    if sys.argv[1] == 'stale':
        sys.exit(stale())
    sys.exit(main(sys.argv[1], sys.argv[2], int(sys.argv[3]), 'near' in sys.argv[4:], 'neu' in sys.argv[4:]))
