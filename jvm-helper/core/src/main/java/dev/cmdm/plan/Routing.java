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
     * @param code the reason to block where no way is open
     * @param text why no way is open, and what to do; of an open one what is not a matter of course
     */
    record Choice(Route route, Optional<Form> form, ReasonCode code, String text) {
        private static Choice of(Route route, Form form, String text) {
            return new Choice(route, Optional.of(form), ReasonCode.NO_ROUTE, text);
        }

        private static Choice none(Way byMdm, Way locally) {
            List<Obstacle> all = new ArrayList<>(byMdm.obstacles());
            all.addAll(locally.obstacles());
            ReasonCode code =
                    byMdm.obstacles().size() == 1 ? byMdm.obstacles().get(0).code() : ReasonCode.NO_ROUTE;
            return new Choice(Route.NONE, Optional.empty(), code, Obstacle.withAdvice(all));
        }
    }

    Choice choose(Prepared prepared) {
        Channel channel = prepared.desired().options().channel();
        Way byMdm = channel == Channel.LOCAL ? Way.NOT_ASKED_FOR : mdm.to(prepared);
        if (byMdm.form().isPresent()) {
            return Choice.of(Route.MDM, byMdm.form().orElseThrow(), byMdm.words());
        }
        Way locally = channel == Channel.MDM ? Way.NOT_ASKED_FOR : local.to(prepared);
        if (locally.form().isPresent()) {
            return Choice.of(Route.LOCAL, locally.form().orElseThrow(), locally(locally, byMdm));
        }
        return Choice.none(byMdm, locally);
    }

    private static String locally(Way locally, Way byMdm) {
        return "; by the profiles tool" + locally.words()
                + (byMdm.obstacles().isEmpty() ? "" : ", for " + Obstacle.withoutAdvice(byMdm.obstacles()));
    }

    static boolean signed(DesiredProfile desired) {
        return desired.findProfile().orElseThrow().signed();
    }
}
