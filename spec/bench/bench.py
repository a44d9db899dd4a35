# SPDX-FileCopyrightText: the cmdm authors
# SPDX-License-Identifier: Apache-2.0
"""Measures cmdm beside others in one run and prints ratios; numbers of different runs say nothing about each other."""
import gc
import glob
import os
import plistlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

sys.dont_write_bytecode = True
import load  # noqa: E402
import plans  # noqa: E402, the folder stays as it is in git
import profiles  # noqa: E402

HERE = os.path.dirname(os.path.abspath(__file__))
JAR, LAUNCHER, JAVA = sys.argv[1:4]
FLAGS = ["-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto", "-Xlog:disable", "-Xmx256m"]
ROUNDS = 11
OPENSSL_ROUNDS = 200  # of the same profiles; each is a process of its own, so more tell nothing new


def run(command, **more):
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, **more).stdout


def plistlib_speed(folder):
    files = []
    for name in sorted(os.listdir(folder)):
        with open(os.path.join(folder, name), "rb") as file:
            files.append(file.read())
    times = []
    for _ in range(7):
        gc.collect()
        start = time.process_time()
        for content in files:
            plistlib.loads(content)
        times.append(time.process_time() - start)
    return len(files) / statistics.median(times[2:])


def parsing(work):
    folder = os.path.join(work, "2000")
    size = profiles.write(folder, 2000)
    print(f"Parsing 2,000 XML profiles of {size // 2000:,} bytes on average, warmed up; profiles a second of processor time")
    before = plistlib_speed(folder)
    program = [JAVA, "-cp", JAR, os.path.join(HERE, "ParseBench.java"), folder]
    speeds = dict(line.split() for line in run(program).splitlines())
    python = statistics.mean([before, plistlib_speed(folder)])
    ours = float(speeds["cmdm"])
    row("cmdm, property list", f"{ours:,.0f}")
    row("cmdm, with all rules of a profile", f"{float(speeds['cmdm-profile']):,.0f}")
    row("Python plistlib", f"{python:,.0f}", f"cmdm is {ours / python:.1f} times as fast (goal 1)")
    dd_plist = float(speeds["dd-plist"])
    row("dd-plist, used naively", f"{dd_plist:,.0f}", f"cmdm is {ours / dd_plist:.1f} times as fast (goal 5)")


def measure(commands):
    """The medians of commands that are run in turns: milliseconds by the clock, and of processor time."""
    times = {name: [] for name in commands}
    for _ in range(ROUNDS):
        for name, command in commands.items():
            before, start = os.times(), time.perf_counter()
            run(command)
            wall, after = time.perf_counter() - start, os.times()
            used = after.children_user + after.children_system - before.children_user - before.children_system
            times[name].append((wall * 1000, used * 1000))
    return {name: [statistics.median(each) for each in zip(*pairs)] for name, pairs in times.items()}


def classes(command):
    """How many classes a run loads, and how many of them from an archive."""
    lines = run([command[0], "-Xlog:class+load", *[flag for flag in command[1:] if flag != "-Xlog:disable"]])
    loaded = [line for line in lines.splitlines() if " source: " in line]
    return len(loaded), sum("shared objects file" in line for line in loaded)


def starting(work):
    print(f"\nStarting, cold, on a file of 2 KB: by the clock and of processor time, median of {ROUNDS} runs in turns; classes loaded")
    home = os.path.join(work, "cmdm")
    os.makedirs(os.path.join(home, "bin"))
    jar = shutil.copy(JAR, os.path.join(home, "cmdm.jar"))
    launcher = shutil.copy(LAUNCHER, os.path.join(home, "bin", "cmdm"))
    run([JAVA + "c", "-d", work, os.path.join(HERE, "Empty.java")])
    file = os.path.join(work, "2000", "p00000.mobileconfig")
    os.environ["CMDM_JAVA_HOME"] = os.path.dirname(os.path.dirname(JAVA))
    run([launcher, "doctor", "--warm"])
    archive = os.path.join(home, "cmdm.jsa")
    inspect = ["-jar", jar, "inspect", file]
    commands = {
        "an empty JVM": [JAVA, *FLAGS, "-cp", work, "Empty"],
        "cmdm inspect": [JAVA, *FLAGS, *inspect],
        "cmdm inspect, after doctor --warm": [JAVA, *FLAGS, f"-XX:SharedArchiveFile={archive}", *inspect],
        "the same by the launcher": [launcher, "inspect", file],
    }
    measured = measure(commands)
    empty = measured["an empty JVM"]
    for name, (wall, used) in measured.items():
        count = ""
        if commands[name][0] == JAVA:
            count = "{:,} classes, {:,} from an archive".format(*classes(commands[name]))
        times = f"{wall:,.0f} ms, {wall / empty[0]:.1f} times an empty JVM"
        row(name, times, f"processor {used:,.0f} ms, {used / empty[1]:.1f} times", count)


def memory(work):
    folder = os.path.join(work, "1000")
    profiles.write(folder, 1000)
    command = [JAVA, *FLAGS[:-1], "-Xmx64m", "-jar", JAR, "inspect", "-o", "json", folder]
    lines = run(command).count("\n")
    print("\nMemory")
    row("cmdm inspect of 1,000 profiles, -Xmx64m", f"{lines:,} lines", "it ended well")


def signing(work):
    folder = os.path.join(work, "1000")
    key, certificate = os.path.join(work, "key.pem"), os.path.join(work, "certificate.pem")
    request = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=bench"]
    run([*request, "-keyout", key, "-out", certificate])
    os.chmod(key, 0o600)
    print("\nSigning 1,000 profiles, RSA-2048, SHA-256, process starts included; by the clock and of processor time")
    ours = [LAUNCHER, "sign", "--identity", certificate, "--key", key, "--output", os.path.join(work, "signed"), folder]
    openssl = ["openssl", "cms", "-sign", "-signer", certificate, "-inkey", key, "-md", "sha256", "-nodetach", "-binary"]
    names = [os.path.join(folder, f"p{number:05}.mobileconfig") for number in range(OPENSSL_ROUNDS)]
    loop = [[*openssl, "-outform", "DER", "-in", name, "-out", os.path.join(work, "out")] for name in names]
    mine = rates(1000, [ours])
    others = rates(OPENSSL_ROUNDS, loop)
    row("cmdm sign", f"{mine[0]:,.0f}/s", f"processor {mine[1]:,.0f}/s")
    ratio = f"cmdm is {mine[0] / others[0]:.1f} times as fast (goal 5), processor {mine[1] / others[1]:.1f} times"
    row("an openssl process for each", f"{others[0]:,.0f}/s", f"processor {others[1]:,.0f}/s", ratio)


def planning(work):
    launcher = os.path.join(work, "cmdm", "bin", "cmdm")
    os.environ.update(plans.SETTINGS)
    print(f"\nPlanning, cold, -o json, lint and conflicts on: median of {ROUNDS} runs in turns")
    for count, most, goal in (50, 1.5, 1.0), (500, 0.5, 0.4):
        commands = plans.cold(work, launcher, count)
        measured = measure(commands)
        wall, used = measured["cmdm"]
        row(f"cmdm plan, {count} of {count} installed", f"{wall:,.0f} ms", f"processor {used:,.0f} ms")
        if "osx_profile" in measured:
            theirs = measured["osx_profile"]
            ratio = f"cmdm takes {wall / theirs[0]:.2f} of it (at most {most}, goal {goal}), processor {used / theirs[1]:.2f}"
            row("the plist gem, as osx_profile compares", f"{theirs[0]:,.0f} ms", f"processor {theirs[1]:,.0f} ms", ratio)
        else:
            row("the plist gem", "is not here; script/bootstrap chef18 brings it")
    print("\nPlanning, warm, in one session of the launcher's 256 MiB, the caller's pipe included")
    row("50 desired, 50 installed", f"{plans.warm(launcher, 50, 50, 1200):,.1f} ms", "goal 5")
    row("500 desired, 5,000 installed", f"{plans.warm(launcher, 500, 5000, 60):,.0f} ms", "well under a second")


def installing(work):
    print("\nInstalling 50 new profiles locally on a simulated Mac of 10.15, process starts included")
    if not glob.glob(plans.GEMS):
        row("the plist gem", "is not here; script/bootstrap chef18 brings it")
        return
    jar = os.path.join("spec", "simulator", "target", "cmdm-simulator.jar")
    ours, theirs = plans.locally(work, os.path.join(work, "cmdm", "bin", "cmdm"), jar, JAVA)
    row("cmdm apply", f"{ours:,.1f} s")
    row("the calls of osx_profile, without Chef", f"{theirs:,.1f} s", f"cmdm takes {ours / theirs:.2f} of it (at most 0.6)")


def rates(count, commands):
    """How many a second, by the clock and of processor time."""
    before, start = os.times(), time.perf_counter()
    for command in commands:
        run(command)
    wall, after = time.perf_counter() - start, os.times()
    used = after.children_user + after.children_system - before.children_user - before.children_system
    return count / wall, count / used


def row(*cells):
    print("  " + cells[0].ljust(42) + cells[1].ljust(12) + "".join("   " + cell.ljust(34) for cell in cells[2:]).rstrip())


def main():
    with tempfile.TemporaryDirectory() as work:
        version = run([JAVA, "-version"], stdin=None) or ""
        print(f"{os.cpu_count()} processors, {os.path.realpath(JAVA)} {version}, Python {sys.version.split()[0]}\n")
        parsing(work)
        starting(os.path.realpath(work))
        memory(work)
        signing(work)
        planning(os.path.realpath(work))
        installing(os.path.realpath(work))
        load.run(work, JAVA, JAR)


main()
