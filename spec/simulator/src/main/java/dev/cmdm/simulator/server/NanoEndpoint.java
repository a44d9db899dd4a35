// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server;

import dev.cmdm.simulator.identity.BadSignatureException;
import dev.cmdm.simulator.identity.MdmSignature;
import dev.cmdm.simulator.wire.GoSyntaxException;
import dev.cmdm.simulator.wire.Reply;
import dev.cmdm.simulator.wire.Request;
import java.security.cert.X509Certificate;
import java.time.Clock;

/**
 * The one URL for check-ins and reports alike of NanoMDM, which Fleet has inside. A signature that cannot be verified,
 * or a certificate of another authority, is a 400, so that no Mac takes it for a 401 and unenrolls; whatever else it
 * does not take is a 500 (http/mdm, service/certauth).
 */
public final class NanoEndpoint {
    private static final String CHECK_IN_TYPE = "application/x-apple-aspen-mdm-checkin";

    private final X509Certificate authority;
    private final Clock clock;

    /**
     * An endpoint.
     *
     * @param authority the certificate of whoever issues the identities of its Macs
     */
    public NanoEndpoint(X509Certificate authority, Clock clock) {
        this.authority = authority;
        this.clock = clock;
    }

    /** What a server answers to a message of a Mac, once the signature is verified. */
    @FunctionalInterface
    public interface Service<T> {
        /**
         * The answer to a message.
         *
         * @throws UnknownMacException if the Mac did not enroll with the identity that signed
         */
        Reply answer(T message, X509Certificate signer) throws UnknownMacException;
    }

    /** Reads what a Mac sent and hands it to whom it is for. */
    public Reply answer(Request request, Service<CheckInMessage> checkIns, Service<Report> reports) {
        try {
            var signer =
                    MdmSignature.signerOf(request.findHeader("Mdm-Signature").orElse(""), request.body());
            MdmSignature.requireIssued(signer, authority, clock.instant());
            boolean checkIn = request.findHeader("Content-Type").orElse("").startsWith(CHECK_IN_TYPE);
            return checkIn
                    ? checkIns.answer(CheckInMessage.read(request.body()), signer)
                    : reports.answer(Report.read(request.body()), signer);
        } catch (BadSignatureException e) {
            return Reply.error(400, "Bad Request");
        } catch (GoSyntaxException | UnknownMacException e) {
            return refused();
        }
    }

    /** The answer to a message that a server does not take. */
    public static Reply refused() {
        return Reply.error(500, "Internal Server Error");
    }
}
