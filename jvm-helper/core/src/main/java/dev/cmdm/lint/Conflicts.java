// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.lint;

import dev.cmdm.profile.ProfileKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds what profiles of one place, the computer or one user, contradict each other in. (Apple, Platform Deployment and
 * the schema's {@code multiple}.) Says nothing of profiles that add up.
 */
public final class Conflicts {
    /** The code of every such finding. */
    public static final String CODE = "conflict";

    private final Map<ProfileKey, Placed> named = new HashMap<>();
    private final Map<List<String>, Claimed> claimed = new HashMap<>();

    private record Claimed(Placed by, Claim claim) {}

    /** What the profiles contradict each other in; each is held against the first that spoke of the same thing. */
    public static List<Finding> between(List<Placed> profiles) {
        Conflicts conflicts = new Conflicts();
        return profiles.stream().map(conflicts::add).flatMap(List::stream).toList();
    }

    /** Takes one more profile in: what it contradicts those before it in. */
    public List<Finding> add(Placed profile) {
        Placed first = named.putIfAbsent(profile.key(), profile);
        if (first != null) {
            return List.of(twice(first, profile));
        }
        List<Finding> findings = new ArrayList<>();
        for (Claim claim : Claims.of(profile.profile())) {
            Claimed other = claimed.putIfAbsent(place(profile, claim), new Claimed(profile, claim));
            if (other != null
                    && !other.by().key().equals(profile.key())
                    && !other.claim().value().equals(claim.value())) {
                findings.add(contest(other, profile, claim));
            }
        }
        return findings;
    }

    private static List<String> place(Placed profile, Claim claim) {
        List<String> place = new ArrayList<>(claim.thing());
        place.add(profile.key().scope().word());
        place.add(profile.key().user());
        return place;
    }

    private static Finding twice(Placed first, Placed second) {
        return new Finding(
                CODE,
                Severity.ERROR,
                second.key().toString(),
                "PayloadIdentifier",
                0,
                "declared twice: " + first.label() + " and " + second.label(),
                "a Mac has one profile of an identifier; keep one of them",
                "Apple, TopLevel.yaml");
    }

    private static Finding contest(Claimed other, Placed profile, Claim claim) {
        return new Finding(
                CODE,
                Severity.WARNING,
                profile.key().toString(),
                claim.path().toString(),
                profile.lines().of(claim.path()),
                other.by().key() + " " + claim.contest().words() + " (" + claim.type() + ", at "
                        + other.claim().path() + ")",
                claim.contest().outcome(),
                claim.contest().source());
    }
}
