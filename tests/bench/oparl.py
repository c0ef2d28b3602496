#!/usr/bin/env python3
"""Measures the OParl server beside nginx with the exported static files, in the same run.

usage: oparl.py [--schnell] [--programm out/bin/ratssatz]      OPARL_SEKUNDEN=30: how long each load lasts

A register of 50 000 papers (--schnell: 3 000), wrk with 64 connections on loopback: 2 000 single objects, random
pages of the list of papers, 200 filters with their first three pages, and filters of which no two are the same (so
that no answer was given before). Where others use the machine too, shares of CPU say more than those of time. nginx
hands out the same objects and pages as files; it cannot filter, so filtered pages are compared with its plain ones of
the same size. To reach: half of nginx's requests a second on objects and on filters never asked before, a quarter on
filtered lists; no error; memory flat. Results: a table, and out/bench/oparl.json. Only errors and growing memory fail.
"""

import argparse
import http.client
import json
import os
import random
import re
import resource
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.parse

import bench
import gremien

OUT = os.path.join(bench.OUT, "oparl")
CONNECTIONS = 64
SECONDS = int(os.environ.get("OPARL_SEKUNDEN", "30"))
CPUS = len(os.sched_getaffinity(0))
AIMS = {"Objekte": 0.5, "Listenseiten mit Filter": 0.25, "Filter, jedes Mal ein neuer": 0.5}

LUA = """
local list, at = {}, 0
function init(args)
  for line in io.lines(args[1]) do list[#list + 1] = wrk.format("GET", line) end
  math.randomseed(tonumber(args[2]))
  at = math.random(#list)
end
function request()
  at = at % #list + 1
  return list[at]
end
"""
UNIQUE = """
local threads = 0
function setup(thread)
  threads = threads + 1
  thread:set("id", threads)
end
function init(args) stem = args[1]; math.randomseed((tonumber(args[2]) + os.time()) * 16 + id) end
function request()
  local r = math.random
  return wrk.format("GET", stem .. string.format("?created_until=%04d-%02d-%02dT%02d:%02d:%02dZ", 2100 + r(800),
  r(12), r(28), r(0, 23), r(0, 59), r(0, 59)))
end
"""


def say(text=""):
    print(text, flush=True)


def free_port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


# -- the register --------------------------------------------------------------------------------------------


def register(program, n):
    """Kept for the next run, as long as the program's schema is the same."""
    path = os.path.join(OUT, f"r{n}.db")
    if os.path.exists(path):
        con = sqlite3.connect(path)
        same = con.execute("SELECT count(*) FROM oparl WHERE typ = 'Paper'").fetchone()[0] == n
        con.close()
        if same:
            return path
        os.remove(path)
    say(f"Register mit {n} Vorlagen entsteht …")
    root, sessions, papers, _ = gremien.make_many(n)
    common = [
        "-q",
        "--register",
        path,
        "--inhalt",
        root,
        "--gestaltung",
        os.path.join(bench.ROOT, "templates"),
    ]
    for what, files in (("aufnehmen", sessions), ("aufnehmen", papers), ("freigeben", papers)):
        for i in range(0, len(files), gremien.PIECE):
            subprocess.run(
                [program, what, *common, *files[i : i + gremien.PIECE]],
                check=True,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
    return path


# -- the servers ---------------------------------------------------------------------------------------------


class Served:
    def __init__(self, name, port, process):
        self.name, self.port, self.process = name, port, process
        for _ in range(200):
            try:
                socket.create_connection(("127.0.0.1", port), timeout=1).close()
                return
            except OSError:
                time.sleep(0.05)
        raise SystemExit(f"bench: {name} ist nicht gestartet")

    def memory(self):
        """MiB of the process and its children."""
        pids = [self.process.pid] + [
            int(p) for p in open(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read().split()
        ]
        return sum(int(re.search(r"VmRSS:\s+(\d+)", open(f"/proc/{p}/status").read())[1]) for p in pids) / 1024

    def cpu(self):
        """Seconds that the process and its children have run."""
        pids = [self.process.pid] + [
            int(p) for p in open(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read().split()
        ]
        ticks = sum(sum(map(int, open(f"/proc/{p}/stat").read().rsplit(")", 1)[1].split()[11:13])) for p in pids)
        return ticks / os.sysconf("SC_CLK_TCK")

    def get(self, path):
        c = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        c.request("GET", path)
        r = c.getresponse()
        return r.status, r.read()

    def end(self):
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(timeout=20)


def start_own(program, path, base):
    port = free_port()
    log = open(os.path.join(OUT, "server.log"), "wb")
    return Served(
        "ratssatz",
        port,
        subprocess.Popen(
            [program, "oparl", "dienen", "--register", path, "--port", str(port), "--basis-url", base], stderr=log
        ),
    )


def start_nginx(folder):
    port, conf = free_port(), os.path.join(OUT, "nginx.conf")
    with open(conf, "w") as f:
        f.write(f"""worker_processes {max(CPUS, 2)};
daemon off;
pid {OUT}/nginx.pid;
error_log {OUT}/nginx.log;
events {{ worker_connections 1024; }}
http {{
  types {{ application/json json; application/pdf pdf; }}
  access_log off;
  sendfile on;
  tcp_nopush on;
  keepalive_requests 1000000;
  client_body_temp_path {OUT}/t1; proxy_temp_path {OUT}/t2; fastcgi_temp_path {OUT}/t3; uwsgi_temp_path {OUT}/t4;
  scgi_temp_path {OUT}/t5;
  server {{ listen 127.0.0.1:{port}; root {folder}; add_header Access-Control-Allow-Origin *; }}
}}
""")
    nginx = shutil.which("nginx") or "/usr/sbin/nginx"
    if os.getuid() == 0:
        os.system(f"chmod -R a+rX {folder}")
    return Served(
        "nginx",
        port,
        subprocess.Popen(
            [nginx, "-e", f"{OUT}/nginx.log", "-c", conf, "-g", "user root;" if os.getuid() == 0 else ""],
            stderr=subprocess.DEVNULL,
        ),
    )


# -- load ----------------------------------------------------------------------------------------------------


def milliseconds(text):
    n, unit = re.fullmatch(r"([\d.]+)(us|ms|s|m)", text).groups()
    return float(n) * {"us": 0.001, "ms": 1, "s": 1000, "m": 60000}[unit]


def load(server, what, urls):
    file, lua = os.path.join(OUT, "adressen.txt"), os.path.join(OUT, "last.lua")
    unique = isinstance(urls, str)
    with open(file, "w") as f:
        f.write("" if unique else "\n".join(urls) + "\n")
    with open(lua, "w") as f:
        f.write(UNIQUE if unique else LUA)
    before, spent, asking = server.memory(), server.cpu(), resource.getrusage(resource.RUSAGE_CHILDREN)
    wrk = subprocess.Popen(
        [
            "wrk",
            f"-t{min(CPUS, 4)}",
            f"-c{CONNECTIONS}",
            f"-d{SECONDS}s",
            "--latency",
            "--timeout",
            "10s",
            "-s",
            lua,
            f"http://127.0.0.1:{server.port}",
            "--",
            urls if unique else file,
            "17",
        ],
        stdout=subprocess.PIPE,
        text=True,
    )
    time.sleep(SECONDS / 3)
    middle = server.memory()
    said = wrk.communicate()[0]
    after, spent, asked = server.memory(), server.cpu() - spent, resource.getrusage(resource.RUSAGE_CHILDREN)
    asking = asked.ru_utime + asked.ru_stime - asking.ru_utime - asking.ru_stime
    n = int(re.search(r"(\d+) requests in", said)[1])
    errors = sum(int(x) for x in re.findall(r"\d+", (re.search(r"Socket errors:(.*)", said) or [0, ""])[1])) + int(
        (re.search(r"Non-2xx or 3xx responses: (\d+)", said) or [0, 0])[1]
    )
    r = {
        "server": server.name,
        "was": what,
        "je_sekunde": float(re.search(r"Requests/sec:\s+([\d.]+)", said)[1]),
        "mittel_ms": milliseconds(re.search(r"\n\s+50%\s+(\S+)", said)[1]),
        "p99_ms": milliseconds(re.search(r"\n\s+99%\s+(\S+)", said)[1]),
        "us_server": spent / n * 1e6,
        "us_frager": asking / n * 1e6,
        "fehler": errors,
        "mib": [round(x, 1) for x in (before, middle, after)],
    }
    say(
        f"{what:28} {r['server']:9} {r['je_sekunde']:10.0f} {r['mittel_ms']:9.2f} {r['p99_ms']:9.2f} "
        f"{r['us_server']:6.1f} +{r['us_frager']:5.1f} {errors:7}   "
        f"{r['mib'][0]} / {r['mib'][1]} / {r['mib'][2]}"
    )
    return r


def addresses(path, folder, n):
    """Random objects of all types, random pages of the list of papers, filters with their first pages."""
    con, rng = sqlite3.connect(path), random.Random(7)
    objects = [
        f"/{t.lower()}/{k}.json"
        for t, k in con.execute("SELECT typ, kennung FROM oparl WHERE geloescht = 0 AND typ NOT IN ('System', 'Body')")
    ]
    times = con.execute("SELECT min(erstellt), max(geaendert) FROM oparl").fetchone()
    con.close()
    last = json.load(open(os.path.join(folder, "body", "bench", "paper.json")))["pagination"]["totalPages"]
    stamp = lambda t: urllib.parse.quote(time.strftime("%Y-%m-%dT%H:%M:%S+00:00", time.gmtime(t)))
    filters = [f"created_since={stamp(times[0] - d)}&modified_until={stamp(times[1] + d)}" for d in range(200)]
    filtered = [f"/body/bench/paper{p}.json?{f}" for f in filters for p in ("", "/2", "/3")]
    rng.shuffle(filtered)
    return (
        rng.sample(objects, min(2000, len(objects))),
        [f"/body/bench/paper/{rng.randint(2, last)}.json" for _ in range(2000)],
        filtered,
    )


def measure(program, n):
    base = "http://localhost:8980"
    path, folder = register(program, n), os.path.join(OUT, f"statisch{n}")
    subprocess.run(
        [program, "oparl", "exportieren", "-q", "--register", path, "--basis-url", base, "-o", folder], check=True
    )
    objects, pages, filtered = addresses(path, folder, n)
    own, nginx = start_own(program, path, base), start_nginx(folder)
    results, failed = [], []
    try:
        for url in objects[:200] + pages[:50]:
            if own.get(url) != nginx.get(url) or own.get(url)[0] != 200:
                failed.append(f"{url}: nicht dieselbe Antwort")
        size = len(own.get(filtered[0])[1])
        say(
            f"\n{n} Vorlagen, {SECONDS} s je Messung, {CONNECTIONS} Verbindungen, {CPUS} Kerne; eine Listenseite hat "
            f"{size} Bytes"
        )
        say(
            f"{'':28} {'':9} {'Anfragen/s':>10} {'50 % ms':>9} {'99 % ms':>9} {'µs CPU':>14} {'Fehler':>7}   MiB "
            f"vorher / nach einem Drittel / nachher"
        )
        for what, mine, theirs in (
            ("Objekte", objects, objects),
            ("Listenseiten", pages, pages),
            ("Listenseiten mit Filter", filtered, pages),
            ("Filter, jedes Mal ein neuer", "/body/bench/paper.json", pages),
        ):
            a, b = load(own, what, mine), load(nginx, what, theirs)
            a["anteil"] = a["je_sekunde"] / b["je_sekunde"]
            a["anteil_cpu"] = (b["us_server"] + b["us_frager"]) / (a["us_server"] + a["us_frager"])
            results += [a, b]
            if a["fehler"]:
                failed.append(f"{what}: {a['fehler']} Fehler")
            if SECONDS >= 20 and a["mib"][2] > a["mib"][1] * 1.1 + 8:
                failed.append(f"{what}: der Speicher wächst: {a['mib']}")
    finally:
        status = own.end()
        nginx.end()
    if status:
        failed.append(f"der Server endete mit Status {status}")
    return results, failed


def main():
    a = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    a.add_argument("--schnell", action="store_true")
    a.add_argument("--ohne-typst", action="store_true", help=argparse.SUPPRESS)
    a.add_argument("--programm", default=os.path.join(bench.ROOT, "out", "bin", "ratssatz"))
    o = a.parse_args()
    missing = [t for t in ("wrk", "nginx") if not shutil.which(t) and not os.path.exists(f"/usr/sbin/{t}")]
    if missing:
        say(f"AUSGELASSEN OParl unter Last: {' und '.join(missing)} fehlt (apt-get install wrk nginx-light)")
        return 0
    os.makedirs(OUT, exist_ok=True)
    results, failed = measure(os.path.abspath(o.programm), 3000 if o.schnell else 50000)
    say()
    for r in results:
        if "anteil" in r:
            aim = AIMS.get(r["was"])
            say(
                f"{r['was']:28} {r['anteil'] * 100:5.0f} % von nginx, nach CPU von Server und Frager "
                f"{r['anteil_cpu'] * 100:.0f} %"
                + (f", Ziel {aim * 100:.0f} %: {'erreicht' if r['anteil'] >= aim else 'verfehlt'}" if aim else "")
            )
    with open(os.path.join(bench.OUT, "oparl.json"), "w", encoding="UTF-8") as f:
        json.dump(results, f, ensure_ascii=False, indent=1)
    for f in failed:
        say(f"bench: {f}")
    return bool(failed)


if __name__ == "__main__":
    sys.exit(main())
