// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.plan;

import dev.cmdm.desired.Channel;
import dev.cmdm.desired.DesiredProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** By which way a profile can come, and in which form: by the MDM if that is open, else locally. */
final class Routing {
    private final MdmRoute mdm;
    private final LocalRoute local;

    Routing(PlanInput input) {
        this.mdm = new MdmRoute(input);
        this.local = new LocalRoute(input);
    }

    /**
     * The way that is open.
     *
     * @param route which; none when none is open
     * @param form what would be sent; nothing when no way is open
     * @param text why no way is open, and what to do; of an open one what is not a matter of course
     */
    record Choice(Route route, Optional<Form> form, String text) {
        private static Choice none(List<Obstacle> obstacles) {
            return new Choice(Route.NONE, Optional.empty(), Obstacle.withAdvice(obstacles));
        }
    }

    Choice choose(Prepared prepared) {
        Channel channel = prepared.desired().options().channel();
        Way byMdm = channel == Channel.LOCAL ? Way.NOT_ASKED_FOR : mdm.to(prepared);
        if (byMdm.form().isPresent()) {
            return new Choice(
                    Route.MDM, byMdm.form(), sent(prepared, byMdm.form().orElseThrow()));
        }
        Way locally = channel == Channel.MDM ? Way.NOT_ASKED_FOR : local.to(prepared);
        if (locally.form().isPresent()) {
            return new Choice(Route.LOCAL, locally.form(), locally(prepared, locally, byMdm));
        }
        List<Obstacle> all = new ArrayList<>(byMdm.obstacles());
        all.addAll(locally.obstacles());
        return Choice.none(all);
    }

    private static String locally(Prepared prepared, Way locally, Way byMdm) {
        String form = sent(prepared, locally.form().orElseThrow());
        return "; by the profiles tool" + (form.isEmpty() ? "" : " " + form.substring(2))
                + (byMdm.obstacles().isEmpty() ? "" : ", for " + Obstacle.withoutAdvice(byMdm.obstacles()));
    }

    /** The form in words, unless it is the plain one that cmdm writes. */
    private static String sent(Prepared prepared, Form form) {
        return switch (form.kind()) {
            case CANONICAL -> "";
            case GIVEN -> signed(prepared.desired()) ? "; as given, signed" : "; as given";
        };
    }

    static boolean signed(DesiredProfile desired) {
        return desired.findProfile().orElseThrow().signed();
    }
}
