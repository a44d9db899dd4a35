// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm;

/** When one call of the several that a command needs did not do what it should, so that the others are not made. */
public final class UndeliveredException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Delivery delivery;

    /** What that means for the command. */
    public UndeliveredException(Delivery delivery) {
        super(delivery.getClass().getSimpleName());
        this.delivery = delivery;
    }

    /** The same in one line. */
    public String words() {
        if (delivery instanceof Delivery.Refused refused) {
            return refused.words();
        } else if (delivery instanceof Delivery.TooLarge large) {
            return large.words();
        } else if (delivery instanceof Delivery.Unreachable unreachable) {
            return unreachable.why();
        } else if (delivery instanceof Delivery.Lost lost) {
            return lost.why();
        }
        return delivery instanceof Delivery.AuthenticationRefused
                ? "the credential was refused"
                : String.valueOf(getMessage());
    }

    /** What that means for the command. */
    public Delivery delivery() {
        return delivery;
    }
}
