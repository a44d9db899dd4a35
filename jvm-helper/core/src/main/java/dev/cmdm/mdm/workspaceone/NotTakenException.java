// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.workspaceone;

import dev.cmdm.mdm.Delivery;
import dev.cmdm.mdm.MdmUnavailableException;
import java.util.function.UnaryOperator;

/** When a call was not taken: what that makes of the command that it belongs to. */
final class NotTakenException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Delivery delivery;

    NotTakenException(Delivery delivery) {
        super(delivery.toString());
        this.delivery = delivery;
    }

    Delivery delivery() {
        return delivery;
    }

    /** The same for a call that comes before the command: when its answer was lost, the command was never queued. */
    NotTakenException beforeTheCommand() {
        return delivery instanceof Delivery.Lost lost
                ? new NotTakenException(new Delivery.Unreachable(lost.why()))
                : this;
    }

    /** The same for a call about no Mac, to which a 404 does not say that a Mac is unknown. */
    NotTakenException aboutNoMac(String address) {
        return delivery instanceof Delivery.UnknownDevice
                ? new NotTakenException(new Delivery.Refused(address
                        + " answered 404 to a call that is about no Mac; check mdm.url and what the account may do"))
                : this;
    }

    /** The same for a question. */
    MdmUnavailableException asUnavailable(UnaryOperator<String> placed) {
        if (delivery instanceof Delivery.AuthenticationRefused) {
            return new MdmUnavailableException(
                    placed.apply("it refused the credential; check mdm.credential, mdm.user and mdm.tenant_code"),
                    true);
        }
        return new MdmUnavailableException(placed.apply(why()), false);
    }

    private String why() {
        if (delivery instanceof Delivery.Unreachable unreachable) {
            return unreachable.why();
        } else if (delivery instanceof Delivery.Lost lost) {
            return lost.why();
        } else if (delivery instanceof Delivery.Deferred deferred) {
            return deferred.why() + ", until " + deferred.until();
        } else if (delivery instanceof Delivery.Refused refused) {
            return refused.words();
        }
        return "it does not know what it was asked about";
    }
}
