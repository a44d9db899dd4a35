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
