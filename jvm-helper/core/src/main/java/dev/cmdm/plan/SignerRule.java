// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.plan;

import dev.cmdm.installed.InstalledProfile;
import dev.cmdm.installed.Origin;
import java.util.Optional;

/**
 * Another signer is no reason to send a profile again, unless its declaration says that it is ({@code
 * resign}). What was delivered must be known for that: a signer that nobody recorded is no other one.
 */
final class SignerRule {
    private static final Verdict RESIGN = new Verdict(
            false, new Reason(ReasonCode.SIGNER_CHANGED, "as declared, but it was delivered with another signature"));

    private final PlanInput input;

    SignerRule(PlanInput input) {
        this.input = input;
    }

    /** The verdict on a profile once its signer counts too. */
    Verdict over(Verdict content, Prepared prepared, InstalledProfile there) {
        Optional<String> recorded = input.findRecord(there.key())
                .filter(known -> there.hasUuid(known.uuid()))
                .flatMap(Record::signer);
        boolean asked = content.keep() && prepared.desired().options().resign() && recorded.isPresent();
        return asked && differs(prepared, there, recorded.orElseThrow()) ? RESIGN : content;
    }

    /** The form that would be sent is looked for only when the first one is signed by somebody else. */
    private boolean differs(Prepared prepared, InstalledProfile there, String recorded) {
        if (prepared.forms().get(0).body().signer().equals(recorded)) {
            return false;
        }
        Routing.Choice choice = new Routing(input).choose(prepared);
        boolean inTheWay = choice.route() == Route.MDM && input.originOf(there) == Origin.LOCAL;
        return !inTheWay
                && choice.form()
                        .filter(form -> !form.body().signer().equals(recorded))
                        .isPresent();
    }
}
