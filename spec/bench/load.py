# SPDX-FileCopyrightText: the cmdm authors
# SPDX-License-Identifier: Apache-2.0
"""Many Macs of one simulated MicroMDM, served from many threads of one process: is anything lost, and what does it cost?"""
import collections
import json
import os
import re
import subprocess
import time
import urllib.request

HERE = os.path.dirname(os.path.abspath(__file__))
SIMULATOR = os.path.join(HERE, "../simulator/target/cmdm-simulator.jar")
PASSWORD = "load"
MACS, THREADS, PROFILES = 1000, 50, 3


def world():
    macs = [{"name": f"mac{n}", "serial": f"C02XK1L{n:05d}", "udid": f"8B3BB2B1-5F1B-4790-8A11-E3BF748{n:05d}",
             "macos": "15.1", "asUid": 0, "enrollment": {"server": "micromdm", "approval": "user-approved"},
             "checkInDelaySeconds": [0.5, 2.0], "listingLagSeconds": 0.2} for n in range(MACS)]
    return {"servers": [{"name": "micromdm", "product": "micromdm", "apiKey": PASSWORD}], "macs": macs}


def answered(control, mac):
    with urllib.request.urlopen(f"{control}/macs/{mac}/commands") as answer:
        return sum(command["requestType"] == "InstallProfile" for command in json.load(answer))


def missing(control, macs):
    return sum(PROFILES - answered(control, mac) for mac in macs)


def requests(log):
    """How many requests there were for each Mac, and how many for none."""
    to_macs = collections.Counter()
    others = 0
    with open(log, encoding="utf-8") as lines:
        for line in lines:
            udid = re.search(r"/v1/commands/(\S+)", line)
            if udid:
                to_macs[udid.group(1)] += 1
            else:
                others += 1
    return to_macs, others


def run(work, java, jar):
    """Prints what came of it; fails when anything was lost, or asked more often than planned."""
    folder = os.path.join(work, "load")
    os.makedirs(folder)
    file = os.path.join(folder, "world.json")
    with open(file, "w", encoding="utf-8") as out:
        json.dump(world(), out)
    simulator = subprocess.Popen([java, "-jar", SIMULATOR, "run", "--dir", os.path.join(folder, "sim"), "--world", file],
                                 stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    try:
        ready = json.loads(simulator.stdout.readline())
        server = ready["servers"]["micromdm"]
        start = time.monotonic()
        told = subprocess.run([java, "-Xmx128m", "-cp", jar, os.path.join(HERE, "LoadRun.java"), server["url"], PASSWORD,
                               str(MACS), str(THREADS), str(PROFILES)], check=True, capture_output=True, text=True).stdout
        sent = time.monotonic() - start
        figures = dict(line.split() for line in told.splitlines())
        end = time.monotonic() + 300
        while missing(ready["control"], ready["macs"]) and time.monotonic() < end:
            time.sleep(2)
        report(figures, sent, missing(ready["control"], ready["macs"]), *requests(server["log"]))
    finally:
        simulator.stdin.close()
        simulator.wait(60)


def report(figures, sent, lost, to_macs, others):
    print(f"Load: {MACS:,} Macs of one simulated MicroMDM, {PROFILES} profiles each, {THREADS} threads of one process, 128 MB")
    print(f"  queued {int(figures['queued']):,} in {sent:.0f} s, {lost} not carried out by a Mac")
    print(f"  requests for each Mac: {min(to_macs.values())} to {max(to_macs.values())} commands, "
          f"{others / MACS:.2f} look-ups (planned: {PROFILES} and 1)")
    print(f"  most of the heap in use: {int(figures['peak']) / 2**20:.0f} MB")
    if lost or set(to_macs.values()) != {PROFILES} or len(to_macs) != MACS or others != MACS:
        raise SystemExit("bench: the load run lost or repeated something")
