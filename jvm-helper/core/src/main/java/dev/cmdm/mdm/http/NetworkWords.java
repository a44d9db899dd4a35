// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.http;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/** Failures of a network in our own words, with what to do; the platform's words name classes and paths. */
final class NetworkWords {
    private static final String OUR_CERTIFICATE =
            "it may want a certificate from this machine, or another; name the right one in mdm.client_identity";

    private NetworkWords() {}

    /** Why nothing was written. */
    static String unreachable(IOException failure, HttpLimits limits) {
        if (failure instanceof ProxyRefusedException refused) {
            return refused.words();
        } else if (failure instanceof UnknownHostException) {
            return "this name is not known to DNS; check mdm.url and the network";
        } else if (chain(failure).anyMatch(NetworkWords::isEnded)) {
            return "it ended the connection before TLS stood; " + OUR_CERTIFICATE;
        } else if (failure instanceof SSLException) {
            return tls(failure);
        } else if (failure instanceof SocketTimeoutException) {
            return "no connection within " + limits.connect().toSeconds() + " s; check the network and its firewalls";
        } else if (failure instanceof NoRouteToHostException) {
            return "no route to it; check the network";
        } else if (failure instanceof ConnectException) {
            return "connection refused; is the server running, is the port right?";
        }
        return "no connection (" + failure.getClass().getSimpleName() + "); check the network";
    }

    /** Why no whole answer was read. */
    static String lost(IOException failure, HttpLimits limits) {
        if (failure instanceof SocketTimeoutException) {
            return "no answer within " + limits.answer().toSeconds() + " s";
        } else if (failure instanceof AnswerTooLargeException tooLarge) {
            return "its answer is longer than " + tooLarge.limit() + " bytes";
        }
        return "the connection ended before the whole answer came ("
                + failure.getClass().getSimpleName() + ")";
    }

    /** Whether another try would find the same. */
    static boolean lasting(IOException failure) {
        return failure instanceof SSLException || failure instanceof ProxyRefusedException;
    }

    private static String tls(IOException failure) {
        if (has(failure, CertificateExpiredException.class)) {
            return "its certificate has expired; renew it, or check this machine's clock";
        } else if (has(failure, CertificateNotYetValidException.class)) {
            return "its certificate is not valid yet; check this machine's clock";
        } else if (has(failure, CertPathValidatorException.class) || isUntrusted(failure)) {
            return "its certificate is not trusted here; name the authority that issued it in mdm.ca";
        } else if (has(failure, CertificateException.class)) {
            return "its certificate is not for this name; use in mdm.url the name it was issued for";
        } else if (isAboutOurs(failure)) {
            return OUR_CERTIFICATE;
        } else if (isAlert(failure, "handshake_failure")) {
            // Of a missing certificate TLS 1.2 tells no more than this. (RFC 5246, 7.4.6.)
            return "it refused TLS; " + OUR_CERTIFICATE + "; or it has no cipher that this machine has";
        }
        return "TLS 1.2 or later could not be agreed on; is this an https port?";
    }

    /** An answer to a handshake may be lost to the reset that follows it, which TLS may wrap. */
    private static boolean isEnded(Throwable failure) {
        String words = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
        return failure instanceof EOFException
                || (failure instanceof SocketException && (words.contains("reset") || words.contains("broken pipe")));
    }

    /** By the names of the alerts that a server sends for a client's certificate. (RFC 8446, 6.2.) */
    private static boolean isAboutOurs(IOException failure) {
        return isAlert(failure, "certificate") || isAlert(failure, "unknown_ca");
    }

    private static boolean isAlert(IOException failure, String name) {
        String words = String.valueOf(failure.getMessage());
        return words.contains("fatal alert") && words.contains(name);
    }

    private static boolean isUntrusted(IOException failure) {
        return chain(failure).anyMatch(cause -> cause.getClass().getSimpleName().equals("ValidatorException"));
    }

    private static boolean has(Throwable failure, Class<? extends Throwable> kind) {
        return chain(failure).anyMatch(kind::isInstance);
    }

    private static Stream<Throwable> chain(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause);
    }
}
