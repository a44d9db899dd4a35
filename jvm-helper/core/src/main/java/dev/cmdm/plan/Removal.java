// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.plan;

import dev.cmdm.desired.Channel;
import dev.cmdm.installed.InstalledProfile;
import dev.cmdm.installed.Origin;
import dev.cmdm.profile.ProfileKey;
import dev.cmdm.profile.Scope;
import java.util.ArrayList;
import java.util.List;

/** How a profile that is on the Mac goes: by the way it came, and never what enrolls the Mac. */
final class Removal {
    private final PlanInput input;
    private final Steps steps = new Steps();

    Removal(PlanInput input) {
        this.input = input;
    }

    Step of(InstalledProfile there, Reason why) {
        return of(there, Channel.AUTO, why);
    }

    /**
     * The step that takes a profile off the Mac.
     *
     * @param asked the way that counts where nobody knows who installed it
     */
    Step of(InstalledProfile there, Channel asked, Reason why) {
        return of(there, there.key(), asked, why);
    }

    /** The step that takes one of several copies off the Mac, by the key under which the Mac lists it. */
    Step ofCopy(InstalledProfile there, Reason why) {
        return of(there, there.listedKey(), Channel.AUTO, why);
    }

    private Step of(InstalledProfile there, ProfileKey key, Channel asked, Reason why) {
        if (there.isEnrollment()) {
            return steps.staying(
                    key,
                    Action.BLOCKED,
                    ReasonCode.ENROLLMENT_PROFILE,
                    "it enrolls this Mac and is never touched; take it out of the list");
        }
        if (there.declarative()) {
            return steps.removal(key, Action.BLOCKED, Route.NONE, Reason.DECLARATIVE);
        }
        Origin origin = input.originOf(there);
        if (origin == Origin.LOCAL || (origin == Origin.UNKNOWN && asked == Channel.LOCAL)) {
            return locally(there, why);
        }
        List<Obstacle> obstacles = obstacles(key);
        if (obstacles.isEmpty()) {
            return byMdm(there, key, why);
        }
        return origin == Origin.UNKNOWN
                        && asked == Channel.AUTO
                        && input.device().macos().installsLocally()
                ? locally(there, instead(why, obstacles))
                : steps.staying(key, Action.BLOCKED, ReasonCode.NO_ROUTE, text(origin, obstacles));
    }

    private Step locally(InstalledProfile there, Reason why) {
        return steps.removal(there.listedKey(), Action.REMOVE, Route.LOCAL, why).taking(there);
    }

    private Step byMdm(InstalledProfile there, ProfileKey key, Reason why) {
        Resend.Answer answer = new Resend(input).removal(key);
        Action action = answer.waits() ? Action.WAIT : Action.REMOVE;
        Route route = answer.waits() ? Route.NONE : Route.MDM;
        Step step =
                steps.removal(key, action, route, answer.reason().orElse(why)).taking(there);
        return answer.repeats().map(step::repeating).orElse(step);
    }

    private List<Obstacle> obstacles(ProfileKey key) {
        List<Obstacle> obstacles = new ArrayList<>();
        if (!input.device().enrollment().enrolled()) {
            obstacles.add(new Obstacle("this Mac is not enrolled", "enroll it"));
        }
        if (input.server().isEmpty()) {
            obstacles.add(new Obstacle("no MDM is configured", "set mdm.product and mdm.url"));
        }
        if (key.scope() == Scope.USER) {
            obstacles.add(new Obstacle("it is a user's, and an MDM removes profiles of the computer only", ""));
        }
        return obstacles;
    }

    /** macOS 10.15 and older do not tell who installed a profile, and let the tool remove what did not come by MDM. */
    private static Reason instead(Reason why, List<Obstacle> obstacles) {
        return why.with(
                "; by the profiles tool, for nothing tells who installed it and " + Obstacle.withoutAdvice(obstacles));
    }

    private static String text(Origin origin, List<Obstacle> obstacles) {
        String who = origin == Origin.MDM ? "the MDM installed it" : "nothing tells who installed it";
        return who + " and " + Obstacle.withAdvice(obstacles);
    }
}
