#!/usr/bin/env python3
"""Measures jobs: papers of many towns planned, set and collected.

usage: stapel.py [--schnell] [--orte N] [--papiere N] [--programm out/bin/ratssatz]

Towns with distinct papers (396 x 250 is a Land; by default scaled down, the scale is said): pages a second and core,
one process against all cores and against four nodes of Slurm, the memory of a worker, the cost of a second run with
nothing changed and of one with the style of one town changed. Results: a table, and out/bench/stapel.json. Absolute
times never fail, only a command that fails does."""

import argparse
import glob
import json
import os
import random
import re
import resource
import shutil
import subprocess
import sys
import time
import xml.etree.ElementTree as ET

import bench

OUT = os.path.join(bench.OUT, "stapel")
CONTENT, LOOKS = os.path.join(OUT, "content"), os.path.join(OUT, "templates")
ENV = dict(os.environ, SOURCE_DATE_EPOCH="0", LC_ALL="C.UTF-8")


DIRECTORY = """<?xml version="1.0" encoding="UTF-8"?>
<verzeichnis xmlns="urn:ratssatz:1" ort="{}">
<ort name="Stadt Beckum"/>
<stelle id="fb-soziales"><name>Fachbereich Jugend und Soziales</name></stelle>
<gremium id="rat" art="rat"><name>Rat der Stadt Beckum</name></gremium>
</verzeichnis>
"""
PAPER = """<?xml version="1.0" encoding="UTF-8"?>
<vorlage xmlns="urn:ratssatz:1" ort="{0}" id="papier-{1:05d}" art="beschlussvorlage" datum="2023-05-10">
<angaben><titel>{2}</titel><federfuehrung stelle="fb-soziales"/>
<beratung gremium="rat" datum="2023-06-01" rolle="entscheidung"/></angaben>
<beschlussvorschlag><beschluss>Dem Vorschlag Nummer {1} wird gefolgt.</beschluss></beschlussvorschlag>
<erlaeuterungen>{3}</erlaeuterungen>
</vorlage>
"""


def sentences():
    """Plain sentences of the Konzept that the repository holds."""
    found = []
    for path in sorted(glob.glob(os.path.join(bench.ROOT, "content/beckum/integrationskonzept-2018/*.xml"))):
        for p in ET.parse(path).getroot().iter("{urn:ratssatz:1}absatz"):
            if not len(p) and p.text:
                found += re.findall(r"[A-ZÄÖÜ][^.<>&\"„“]{40,200}\.(?= |$)", " ".join(p.text.split()))
    return found


def towns(count, papers):
    """A folder of contents and one of looks, each town with its own; every paper has one to three pages of its own."""
    shutil.rmtree(OUT, ignore_errors=True)
    os.makedirs(LOOKS)
    look, pool = os.path.join(bench.ROOT, "templates"), sentences()
    for shared in ("grund", "schema", "muster"):
        os.symlink(os.path.join(look, shared), os.path.join(LOOKS, shared))
    for i in range(count):
        town = f"ort-{i:03d}"
        shutil.copytree(os.path.join(look, "bench"), os.path.join(LOOKS, town))
        os.makedirs(os.path.join(CONTENT, town, "vorlagen"))
        with open(os.path.join(CONTENT, town, "verzeichnis.xml"), "w", encoding="UTF-8") as f:
            f.write(DIRECTORY.format(town))
        for k in range(papers):
            rng = random.Random(f"{town} {k}")
            text = "".join(f"<absatz>{' '.join(rng.sample(pool, 5))}</absatz>" for _ in range(3 + 4 * (k % 3)))
            with open(os.path.join(CONTENT, town, "vorlagen", f"vorlage-{k:05d}.xml"), "w", encoding="UTF-8") as f:
                f.write(PAPER.format(town, k, f"{rng.choice(pool)[:60].strip()} {k}", text))


class Run:
    def __init__(self, program):
        self.program, self.rows, self.failed = program, [], []

    def __call__(self, what, *args):
        begun, before = time.time(), resource.getrusage(resource.RUSAGE_CHILDREN)
        done = subprocess.run([self.program, "stapel", *args], env=ENV, cwd=OUT, capture_output=True, text=True,
                              check=False)
        spent, after = time.time() - begun, resource.getrusage(resource.RUSAGE_CHILDREN)
        cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        if done.returncode:
            self.failed.append(what)
            print(f"bench: {what} ist gescheitert ({done.returncode}): {done.stderr[-300:]}")
        row = {"was": what, "sekunden": round(spent, 3), "prozessor": round(cpu, 3), "gesagt": done.stderr.strip()}
        self.rows.append(row)
        print(f"{what:44s} {spent:8.2f} s  {cpu:8.2f} s CPU")
        return row


def memory_of_workers(program, cores):
    """The largest a worker had of its own (not shared), looked at while they work; MiB."""
    most = 0
    call = [program, "stapel", "lauf", "-q", "--ablage", "ablage-mem", "--kerne", str(cores), "jobs.ndjson"]
    with subprocess.Popen(call, env=ENV, cwd=OUT) as p:
        while p.poll() is None:
            time.sleep(0.05)
            children = subprocess.run(["pgrep", "-P", str(p.pid)], capture_output=True, text=True, check=False).stdout
            for child in children.split():
                try:
                    with open(f"/proc/{child}/smaps_rollup", encoding="ascii") as f:
                        own = sum(int(l.split()[1]) for l in f if l.startswith("Private_"))
                        most = max(most, own)
                except OSError:
                    pass
    shutil.rmtree(os.path.join(OUT, "ablage-mem"), ignore_errors=True)
    return most / 1024


def on_slurm(run, alone, cores):
    """The same jobs on four nodes of Slurm on this machine: figures, or none if it cannot be had."""
    missing = [p for p in ("slurmctld", "slurmd", "sbatch", "munged") if not shutil.which(p)]
    if missing or os.getuid():
        print(f"bench: AUSGELASSEN: vier Knoten von Slurm ({', '.join(missing) or 'nur root darf sie starten'})")
        return {}
    script = os.path.join(os.path.dirname(os.path.abspath(__file__)), "slurm.sh")
    build = os.path.dirname(os.path.dirname(run.program))
    done = subprocess.run([script, build, OUT, "jobs.ndjson", "slurm"], env=ENV, capture_output=True, text=True,
                          check=False)
    if done.returncode:
        run.failed.append("Slurm")
        print(f"bench: Slurm ist gescheitert ({done.returncode}): {done.stderr[-300:]}")
        return {}
    seconds, cpu = map(float, done.stdout.split())
    print(f"{'lauf, vier Knoten von Slurm':44s} {seconds:8.2f} s  {cpu:8.2f} s CPU")
    return {f"Slurm, vier Knoten auf {min(4, cores)} Kernen: Wirkungsgrad": round(
                alone["sekunden"] / seconds / min(4, cores), 2),
            "Slurm, Wirkungsgrad nach CPU": round(alone["prozessor"] / cpu, 2)}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--schnell", action="store_true")
    parser.add_argument("--orte", type=int, default=0)
    parser.add_argument("--papiere", type=int, default=0)
    parser.add_argument("--programm", default=os.path.join(bench.ROOT, "out/bin/ratssatz"))
    parser.add_argument("--ohne-typst", action="store_true")
    args = parser.parse_args()
    count, papers = args.orte or (4 if args.schnell else 20), args.papiere or (50 if args.schnell else 250)
    cores = len(os.sched_getaffinity(0))
    towns(count, papers)
    n = count * papers
    print(f"== Stapel: {count} Kommunen × {papers} Vorlagen = {n} (ein Land: 396 × 250 = 99 000), {cores} Kerne, "
          f"Last {os.getloadavg()[0]:.1f}")
    run = Run(os.path.abspath(args.programm))
    with_ = ["--inhalt", "content", "--gestaltung", "templates"]
    first = [run("plan", "plan", *with_, "content", "-o", "jobs.ndjson")]
    alone = run("lauf, ein Prozess", "lauf", "--kerne", "1", "--ablage", "eine", "jobs.ndjson")
    shared = run(f"lauf, {cores} Prozesse", "lauf", "--kerne", str(cores), "jobs.ndjson")
    slurm = on_slurm(run, alone, cores)
    first += [shared, run("sammeln", "sammeln", "jobs.ndjson")]
    pages = sum(json.loads(open(os.path.join(folder, f), encoding="utf-8").read().split("\n", 1)[1])["seiten"]
                for folder, _, files in os.walk(os.path.join(OUT, "ablage")) for f in files if f.endswith(".json"))
    again = [run("noch einmal: plan", "plan", *with_, "content", "-o", "jobs.ndjson"),
             run("noch einmal: lauf", "lauf", "jobs.ndjson"), run("noch einmal: sammeln", "sammeln", "jobs.ndjson")]
    with open(os.path.join(LOOKS, "ort-001", "gestaltung.xml"), "a", encoding="UTF-8") as f:
        f.write("<!-- geändert -->\n")
    one = [run("eine Gestaltung geändert: plan", "plan", *with_, "content", "-o", "jobs.ndjson"),
           run("eine Gestaltung geändert: lauf", "lauf", "jobs.ndjson"),
           run("eine Gestaltung geändert: sammeln", "sammeln", "jobs.ndjson")]
    whole, second = sum(r["sekunden"] for r in first), sum(r["sekunden"] for r in again)
    cpu = sum(r["prozessor"] for r in again) / sum(r["prozessor"] for r in first)
    disk = sum(os.path.getsize(os.path.join(d, f)) for d, _, fs in os.walk(os.path.join(OUT, "ausgabe")) for f in fs)
    figures = {
        "kommunen": count, "vorlagen": n, "seiten": pages, "kerne": cores, "last": os.getloadavg()[0],
        "seiten je Sekunde, ein Prozess": round(pages / alone["sekunden"]),
        "seiten je Prozessorsekunde": round(pages / alone["prozessor"]),
        f"Faktor mit {cores} Prozessen": round(alone["sekunden"] / shared["sekunden"], 2), **slurm,
        "MiB eigener Speicher je Prozess": round(memory_of_workers(run.program, cores), 1),
        "erster Lauf ganz, Sekunden": round(whole, 2), "zweiter Lauf ganz, Sekunden": round(second, 2),
        "zweiter Lauf, Teil des ersten": round(second / whole, 4),
        "zweiter Lauf, Teil des ersten nach CPU": round(cpu, 4),
        "eine Gestaltung geändert, Teil des ersten": round(sum(r["sekunden"] for r in one) / whole, 4),
        "KB je Seite": round(disk / pages / 1000, 1),
        "Bytes je Job im Plan": round(os.path.getsize(os.path.join(OUT, "jobs.ndjson")) / n)}
    for name, value in figures.items():
        print(f"{name:44s} {value}")
    with open(os.path.join(bench.OUT, "stapel.json"), "w", encoding="UTF-8") as f:
        json.dump({"zahlen": figures, "laeufe": run.rows}, f, ensure_ascii=False, indent=1)
    return 1 if run.failed else 0


if __name__ == "__main__":
    sys.exit(main())
