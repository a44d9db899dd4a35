// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.plan;

import dev.cmdm.desired.Channel;
import dev.cmdm.profile.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;

/** By which way a profile can come, and in which form. */
final class Routing {
    private final PlanInput input;

    Routing(PlanInput input) {
        this.input = input;
    }

    /**
     * The way that is open.
     *
     * @param form what would be sent; nothing when no way is open
     * @param text why none is open, and what to do
     */
    record Choice(Optional<Form> form, String text) {}

    Choice choose(Prepared prepared) {
        List<String> closed = new ArrayList<>();
        Optional<Form> fitting = Optional.empty();
        if (prepared.desired().options().channel() == Channel.LOCAL) {
            closed.add("it is to come locally only, and macOS " + input.device().macos()
                    + " installs no profile that way" + " here; let it come by MDM (channel: auto)");
        } else {
            closeDevice(closed);
            closeScope(prepared, closed);
            fitting = input.server().flatMap(server -> fitting(prepared, server, closed));
        }
        return closed.isEmpty() ? new Choice(fitting, "") : new Choice(Optional.empty(), joined(closed));
    }

    private void closeDevice(List<String> closed) {
        if (!input.device().enrollment().enrolled()) {
            closed.add("this Mac is not enrolled in an MDM and macOS "
                    + input.device().macos() + " takes profiles no other way here; enroll it");
        }
        if (input.server().isEmpty()) {
            closed.add("no MDM is configured; set mdm.product and mdm.url");
        }
    }

    private static void closeScope(Prepared prepared, List<String> closed) {
        if (prepared.desired().key().orElseThrow().scope() == Scope.USER) {
            closed.add("it belongs to a user, and only profiles of the computer can be sent; use PayloadScope System");
        }
    }

    private static Optional<Form> fitting(Prepared prepared, ServerLimits server, List<String> closed) {
        StringJoiner tooBig = new StringJoiner(", ");
        for (Form form : prepared.forms()) {
            boolean signed = form.kind() == Form.Kind.GIVEN && signed(prepared);
            if (signed && !server.passesSigned()) {
                closed.add(server.server() + " takes no signed profile; declare the unsigned one");
                return Optional.empty();
            }
            if (form.size() <= server.maximumSize()) {
                return Optional.of(form);
            }
            tooBig.add(form.size() + " of " + server.maximumSize() + " " + server.unit());
        }
        closed.add("it does not fit: " + tooBig + " at " + server.server() + "; shorten it");
        return Optional.empty();
    }

    private static boolean signed(Prepared prepared) {
        return prepared.desired().findProfile().orElseThrow().signed();
    }

    private static String joined(List<String> reasons) {
        return String.join("; also ", reasons);
    }
}
