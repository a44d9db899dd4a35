# SPDX-FileCopyrightText: the cmdm authors
# SPDX-License-Identifier: Apache-2.0
"""Writes profiles of about 2 KB, of the kinds that are most common, the same ones on every run."""
import os
import plistlib
import random
import uuid


def draw_uuid(rng):
    return str(uuid.UUID(int=rng.getrandbits(128))).upper()


def dock(rng, _number):
    apps = [
        {
            "tile-type": "file-tile",
            "tile-data": {
                "file-label": f"App {app}",
                "file-data": {"_CFURLString": f"file:///Applications/App%20{app}.app/", "_CFURLStringType": 15},
            },
        }
        for app in range(3)
    ]
    return "com.apple.dock", {"orientation": "left", "tilesize": rng.randrange(16, 128), "static-apps": apps}


def privacy(rng, number):
    entry = {
        "Identifier": f"com.example.app{number}",
        "IdentifierType": "bundleID",
        "CodeRequirement": f'identifier "com.example.app{number}" and anchor apple generic and certificate leaf'
        f'[subject.OU] = "TEAM{rng.randrange(10**6):06}"',
        "Allowed": True,
    }
    return "com.apple.TCC.configuration-profile-policy", {
        "Services": {"SystemPolicyAllFiles": [entry], "Accessibility": [entry]}
    }


def preferences(rng, number):
    settings = {f"Setting{key}": rng.choice([True, 7, 2.5, "text & more", "x" * 30]) for key in range(12)}
    domain = {f"com.example.app{number}": {"Forced": [{"mcx_preference_settings": settings}]}}
    return "com.apple.ManagedClient.preferences", {"PayloadContent": domain}


def certificate(rng, _number):
    return "com.apple.security.root", {"PayloadContent": rng.randbytes(700)}


def profile(number):
    rng = random.Random(number)
    payload_type, settings = (dock, privacy, preferences, certificate)[number % 4](rng, number)
    name = f"com.example.bench.p{number}"
    payload = {
        "PayloadType": payload_type,
        "PayloadVersion": 1,
        "PayloadIdentifier": f"{name}.payload",
        "PayloadUUID": draw_uuid(rng),
        "PayloadDisplayName": f"Payload {number}",
        **settings,
    }
    return {
        "PayloadType": "Configuration",
        "PayloadVersion": 1,
        "PayloadIdentifier": name,
        "PayloadUUID": draw_uuid(rng),
        "PayloadScope": "System",
        "PayloadDisplayName": f"Profile {number}",
        "PayloadDescription": "A profile to measure with",
        "PayloadOrganization": "Example",
        "PayloadRemovalDisallowed": True,
        "PayloadContent": [payload],
    }


def write(folder, count):
    """Writes so many profiles into a folder; returns their size in bytes."""
    os.makedirs(folder, exist_ok=True)
    size = 0
    for number in range(count):
        content = plistlib.dumps(profile(number))
        size += len(content)
        with open(os.path.join(folder, f"p{number:05}.mobileconfig"), "wb") as file:
            file.write(content)
    return size
