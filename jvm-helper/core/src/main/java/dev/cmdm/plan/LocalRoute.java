// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.plan;

import dev.cmdm.installed.InstalledProfile;
import dev.cmdm.installed.Origin;
import dev.cmdm.profile.Profile;
import dev.cmdm.profile.ProfileKey;
import dev.cmdm.profile.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The way through the {@code profiles} tool: open on macOS 10.15 and older, for what may come from
 * elsewhere than an MDM and does not take the place of what the MDM installed. Nothing is too big for it.
 */
final class LocalRoute {
    private final PlanInput input;

    LocalRoute(PlanInput input) {
        this.input = input;
    }

    Way to(Prepared prepared) {
        List<Obstacle> obstacles = new ArrayList<>();
        ProfileKey key = prepared.desired().key().orElseThrow();
        Profile profile = prepared.desired().findProfile().orElseThrow().profile();
        if (!input.device().macos().installsLocally()) {
            obstacles.add(new Obstacle("macOS " + input.device().macos() + " installs no profile locally", ""));
        }
        List<String> onlyByMdm = Payloads.onlyByMdm(profile);
        if (!onlyByMdm.isEmpty()) {
            obstacles.add(new Obstacle("macOS takes its " + String.join(", ", onlyByMdm) + " from an MDM only", ""));
        }
        if (fromMdm(key)) {
            obstacles.add(new Obstacle("the MDM installed the copy on this Mac, which is not replaced locally", ""));
        }
        if (key.scope() == Scope.USER) {
            user(key, profile).ifPresent(obstacles::add);
        }
        return obstacles.isEmpty() ? open(prepared) : Way.closed(obstacles);
    }

    /** The first form: nothing is too big, and the tool takes what is signed. */
    private static Way open(Prepared prepared) {
        Form form = prepared.forms().get(0);
        String words = switch (form.kind()) {
            case CANONICAL, COMPACT, BINARY, OBJECT -> "";
            case GIVEN -> " " + Fitting.words(form, Routing.signed(prepared.desired()));
            case SIGNED -> ", signed";
        };
        return Way.open(form, words);
    }

    private boolean fromMdm(ProfileKey key) {
        Optional<InstalledProfile> there = input.installed().find(key);
        return there.filter(copy -> input.originOf(copy) == Origin.MDM).isPresent();
    }

    /** The tool puts a profile where its own PayloadScope says, whichever user it is given. */
    private static Optional<Obstacle> user(ProfileKey key, Profile profile) {
        if (key.user().isEmpty()) {
            return Optional.of(new Obstacle("it belongs to a user and none is named", "name one (user)"));
        }
        return profile.scope() == Scope.USER
                ? Optional.empty()
                : Optional.of(new Obstacle(
                        "it is declared for a user and would be installed for the computer",
                        "set its PayloadScope to User"));
    }
}
