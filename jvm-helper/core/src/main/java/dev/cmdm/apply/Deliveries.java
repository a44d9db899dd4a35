// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.apply;

import dev.cmdm.mdm.Delivery;
import dev.cmdm.mdm.Probe;
import dev.cmdm.plan.Deferral;
import java.util.Optional;

/** What the ways a delivery may end mean for a run. */
final class Deliveries {
    private final String address;

    /**
     * The deliveries of a server.
     *
     * @param address where it is
     */
    Deliveries(String address) {
        this.address = address;
    }

    /** Why nothing was queued; nothing when it was, or when that is not known. */
    Optional<Failure> findFailure(Delivery delivery) {
        if (delivery instanceof Delivery.UnknownDevice) {
            return failure(
                    Failure.Kind.UNKNOWN_DEVICE,
                    "this MDM does not manage this Mac",
                    "enroll the Mac there, or set mdm.url to the MDM that it is enrolled in");
        } else if (delivery instanceof Delivery.NotEnrolled) {
            return failure(
                    Failure.Kind.NOT_ENROLLED,
                    "this MDM knows this Mac as one that is not enrolled",
                    "enroll it (cmdm doctor)");
        } else if (delivery instanceof Delivery.AuthenticationRefused) {
            return failure(
                    Failure.Kind.AUTHENTICATION_REFUSED,
                    "the MDM refused the credential",
                    "correct it where it is set (cmdm doctor)");
        } else if (delivery instanceof Delivery.Refused refused) {
            return failure(
                    Failure.Kind.REFUSED,
                    "the MDM refused the command: " + refused.words(),
                    "nothing was queued; see the MDM's log");
        } else if (delivery instanceof Delivery.TooLarge tooLarge) {
            return failure(
                    Failure.Kind.TOO_LARGE,
                    "the MDM refused the command for its size: " + tooLarge.words(),
                    "nothing was queued; shorten the profile, or set the MDM's true limit");
        } else if (delivery instanceof Delivery.Deferred deferred) {
            return failure(
                    Failure.Kind.QUOTA,
                    Deferral.words(deferred.until(), unplaced(deferred.why())),
                    "nothing was sent; it is tried again after that");
        } else if (delivery instanceof Delivery.Unreachable unreachable) {
            return failure(
                    Failure.Kind.UNREACHABLE,
                    "the MDM was not reached: " + unplaced(unreachable.why()),
                    "nothing was sent; try again when it is up (cmdm doctor)");
        }
        return Optional.empty();
    }

    /** Why a server that was only looked at would queue nothing now; nothing when it answers and takes the credential. */
    Optional<Failure> findFailure(Probe probe) {
        if (!probe.reached()) {
            return findFailure(new Delivery.Unreachable(probe.words()));
        }
        return probe.authenticated()
                ? probe.deferred().flatMap(this::findFailure)
                : findFailure(new Delivery.AuthenticationRefused());
    }

    /** Why no further command is tried after answers were lost in a row. */
    Failure answersLost(String why) {
        return new Failure(
                Failure.Kind.ANSWERS_LOST,
                "the MDM's answers do not arrive: " + why,
                address,
                "not sent; try again when it answers (cmdm doctor)");
    }

    /** Why a command was not sent whose ids were taken. */
    Failure idsTaken() {
        return new Failure(
                Failure.Kind.IDS_TAKEN,
                "the MDM had two new command ids in a row already",
                address,
                "nothing was queued; try again");
    }

    /** Whether no other command would fare better. */
    static boolean closes(Failure failure) {
        return switch (failure.kind()) {
            case AUTHENTICATION_REFUSED, UNREACHABLE, QUOTA -> true;
            default -> false;
        };
    }

    /** The reason without the address, which stands beside it already. */
    private String unplaced(String why) {
        String place = address + ": ";
        return why.startsWith(place) ? why.substring(place.length()) : why;
    }

    private Optional<Failure> failure(Failure.Kind kind, String what, String hint) {
        return Optional.of(new Failure(kind, what, address, hint));
    }
}
