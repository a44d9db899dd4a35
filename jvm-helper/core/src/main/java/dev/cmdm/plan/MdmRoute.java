// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.plan;

import dev.cmdm.device.MacOsVersion;
import dev.cmdm.profile.Scope;
import java.util.ArrayList;
import java.util.List;

/**
 * The way through the MDM: open when the Mac is enrolled, an MDM is configured, a form fits, and the
 * user approved the enrollment where a payload needs that.
 */
final class MdmRoute {
    /** The first version that asks for the approval, and tells of it. (Apple, kernel extension policy.) */
    private static final MacOsVersion APPROVAL_SINCE = new MacOsVersion(10, 13, 4);

    private final PlanInput input;

    MdmRoute(PlanInput input) {
        this.input = input;
    }

    Way to(Prepared prepared) {
        List<Obstacle> obstacles = new ArrayList<>();
        enrollment(prepared, obstacles);
        if (prepared.desired().key().orElseThrow().scope() == Scope.USER) {
            obstacles.add(new Obstacle(
                    "it belongs to a user, and an MDM is sent profiles of the computer only",
                    "use PayloadScope System"));
        }
        if (input.server().isEmpty()) {
            obstacles.add(new Obstacle("no MDM is configured", "set mdm.product and mdm.url"));
            return Way.closed(obstacles);
        }
        Way fitting = new Fitting(prepared, input.server().orElseThrow()).way();
        obstacles.addAll(fitting.obstacles());
        return obstacles.isEmpty() ? fitting : Way.closed(obstacles);
    }

    private void enrollment(Prepared prepared, List<Obstacle> obstacles) {
        List<String> needing = Payloads.needingApproval(
                prepared.desired().findProfile().orElseThrow().profile());
        if (!input.device().enrollment().enrolled()) {
            obstacles.add(new Obstacle("this Mac is not enrolled in an MDM", "enroll it"));
        } else if (!needing.isEmpty()
                && !input.device().enrollment().approved()
                && input.device().macos().compareTo(APPROVAL_SINCE) >= 0) {
            obstacles.add(new Obstacle(
                    "its " + String.join(", ", needing) + " needs an enrollment that the user approved",
                    "approve it at the Mac, among its profiles"));
        }
    }
}
