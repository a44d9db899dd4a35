// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.plan;

import dev.cmdm.device.MacOsVersion;
import dev.cmdm.profile.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;

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
        Optional<Form> fitting = fitting(prepared, input.server().orElseThrow(), obstacles);
        return obstacles.isEmpty() ? Way.open(fitting.orElseThrow()) : Way.closed(obstacles);
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

    private static Optional<Form> fitting(Prepared prepared, ServerLimits server, List<Obstacle> obstacles) {
        StringJoiner tooBig = new StringJoiner(", ");
        for (Form form : prepared.forms()) {
            boolean signed = form.kind() == Form.Kind.GIVEN && Routing.signed(prepared.desired());
            if (signed && !server.passesSigned()) {
                obstacles.add(new Obstacle(server.server() + " takes no signed profile", "declare the unsigned one"));
                return Optional.empty();
            }
            if (form.size() <= server.maximumSize()) {
                return Optional.of(form);
            }
            tooBig.add(form.size() + " of " + server.maximumSize() + " " + server.unit());
        }
        obstacles.add(new Obstacle("it does not fit: " + tooBig + " at " + server.server(), "shorten it"));
        return Optional.empty();
    }
}
