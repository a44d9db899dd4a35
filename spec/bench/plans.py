# SPDX-FileCopyrightText: the cmdm authors
# SPDX-License-Identifier: Apache-2.0
"""Plans: cold beside what osx_profile would compare, and warm in one session."""
import base64
import glob
import json
import os
import plistlib
import statistics
import subprocess
import time

import profiles

DEVICE = {
    "serial": "C02XK1ABCDEF",
    "udid": "8B3BB2B1-5F1B-4790-8A11-E3BF74726AD8",
    "macos": "15.1",
    "enrollment": "user-approved",
}
SETTINGS = {"CMDM_MDM_PRODUCT": "micromdm", "CMDM_MDM_URL": "https://mdm.example.com"}
GEMS = "build/gems/chef18/*/bundle/ruby/*/gems/plist-*/lib"


def listed(number):
    """A profile as a listing shows it; of ten one has another UUID."""
    profile = profiles.profile(number)
    payload = profile["PayloadContent"][0]
    kept = ("PayloadType", "PayloadVersion", "PayloadIdentifier", "PayloadUUID", "PayloadDisplayName")
    item = {key: payload[key] for key in kept}
    item["PayloadContent"] = {key: value for key, value in payload.items() if key not in kept}
    return {
        "ProfileIdentifier": profile["PayloadIdentifier"],
        "ProfileUUID": profile["PayloadUUID"] if number % 10 else "0" * 36,
        "ProfileInstallDate": "2026-01-01 12:00:00 +0000",
        "ProfileDisplayName": profile["PayloadDisplayName"],
        "ProfileType": "Configuration",
        "ProfileVersion": 1,
        "ProfileItems": [item],
    }


def listing(count):
    return plistlib.dumps({"_computerlevel": [listed(number) for number in range(count)]})


def verbose(count):
    lines = []
    for number in range(count):
        shown = listed(number)
        prefix = f"_computerlevel[{number + 1}] attribute: "
        lines += [
            f"{prefix}profileIdentifier: {shown['ProfileIdentifier']}",
            f"{prefix}profileUUID: {shown['ProfileUUID']}",
            f"{prefix}installedByMDM: TRUE",
        ]
    return "\n".join(lines).encode()


def cold(work, launcher, count):
    """The commands to compare for so many profiles, all of them installed."""
    folder, listed_file = os.path.join(work, f"desired{count}"), os.path.join(work, f"installed{count}")
    device = os.path.join(work, "device.json")
    profiles.write(folder, count)
    with open(listed_file, "wb") as file:
        file.write(listing(count))
    with open(device, "w", encoding="utf-8") as file:
        json.dump(DEVICE, file)
    commands = {"cmdm": [launcher, "plan", "--installed", listed_file, "--device", device, "-o", "json", folder]}
    gem = sorted(glob.glob(GEMS))
    if gem:
        script = os.path.join(os.path.dirname(os.path.abspath(__file__)), "osx_profile.rb")
        commands["osx_profile"] = ["ruby", "-I", gem[-1], script, listed_file, folder]
    return commands


def data(content):
    return {"$data": base64.b64encode(content).decode()}


class Session:
    """One helper that answers many requests."""

    def __init__(self, launcher):
        command = [launcher, "serve", "--stdio"]
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env={**os.environ, **SETTINGS}
        )
        self.ask({"contract": 1, "id": "0", "operation": "open"})

    def ask(self, request):
        return self.send(json.dumps(request).encode() + b"\n")

    def send(self, line):
        self.process.stdin.write(line)
        self.process.stdin.flush()
        while True:
            answer = self.process.stdout.readline()
            if b'"event"' not in answer[:40]:
                return answer

    def close(self):
        self.process.stdin.close()
        self.process.wait()


def warm(launcher, desired, installed, rounds):
    """Milliseconds that a plan takes once the helper is warm, the caller's pipe included; and its answer."""
    declared = [{"ensure": "present", "data": data(plistlib.dumps(profiles.profile(n)))} for n in range(desired)]
    request = {
        "contract": 1,
        "id": "1",
        "operation": "plan",
        "desired": {"owner": "bench", "profiles": declared},
        "installed": {"listing": data(listing(installed)), "verbose": data(verbose(installed))},
        "device": DEVICE,
    }
    line = json.dumps(request).encode() + b"\n"
    session = Session(launcher)
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        answer = session.send(line)
        times.append((time.perf_counter() - start) * 1000)
    session.close()
    result = json.loads(answer)["result"]
    assert len(result["plan"]["steps"]) == desired, "the plan has not a step for each"
    return statistics.median(times[-rounds // 4 :])


def simulator(work, jar, java):
    """A simulator with two Macs of 10.15 that no MDM manages; its process, and the root of each."""
    macs = [
        {"name": f"mac{n}", "serial": f"C02XK1ABCDE{n}", "udid": f"8B3BB2B1-5F1B-4790-8A11-E3BF74726AD{n}",
         "macos": "10.15.7", "asUid": 0}
        for n in (1, 2)
    ]
    world, ready = os.path.join(work, "world.json"), os.path.join(work, "sim", "ready.json")
    with open(world, "w", encoding="utf-8") as file:
        json.dump({"servers": [], "macs": macs}, file)
    process = subprocess.Popen(
        [java, "-jar", jar, "run", "--dir", os.path.join(work, "sim"), "--world", world],
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
    )
    while not os.path.exists(ready):
        assert process.poll() is None, "the simulator ended"
        time.sleep(0.1)
    with open(ready, encoding="utf-8") as file:
        return process, [mac["root"] for mac in json.load(file)["macs"].values()]


def locally(work, launcher, jar, java):
    """Seconds that 50 new profiles take on a simulated Mac of 10.15: by cmdm, and by the calls of osx_profile."""
    folder = os.path.join(work, "local")
    os.makedirs(folder)
    for number in range(50):
        profile = profiles.profile(number * 4)  # of a kind that nobody but a user has to approve
        with open(os.path.join(folder, f"p{number:02}.mobileconfig"), "wb") as file:
            file.write(plistlib.dumps(profile))
    process, (ours, theirs) = simulator(work, jar, java)
    clean = {name: value for name, value in os.environ.items() if name not in SETTINGS}
    settings = {**clean, "CMDM_MAC_ROOT": ours, "CMDM_STATE_DIR": os.path.join(work, "state")}
    script = os.path.join(os.path.dirname(os.path.abspath(__file__)), "osx_profile.rb")
    gem = sorted(glob.glob(GEMS))[-1]
    tool = os.path.join(theirs, "usr/bin/profiles")
    try:
        times = []
        for command in [launcher, "apply", folder], ["ruby", "-I", gem, script, "--tool", tool, folder]:
            start = time.perf_counter()
            subprocess.run(command, check=True, env=settings, stdout=subprocess.DEVNULL)
            times.append(time.perf_counter() - start)
        return times
    finally:
        process.stdin.close()
        process.wait()
