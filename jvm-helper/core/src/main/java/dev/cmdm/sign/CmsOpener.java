// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.sign;

import dev.cmdm.profile.EnvelopeOpener;
import dev.cmdm.profile.ProfileException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Opens CMS SignedData with the content inside, DER and BER, signed with RSA, RSASSA-PSS or EC keys over
 * SHA-1 to SHA-512, by one signer or several, and verifies every signature. Who the signers are is told,
 * not judged: an expired or unknown one is a warning, for macOS keeps such profiles too.
 */
public final class CmsOpener implements EnvelopeOpener {
    private final Clock clock;
    private final Supplier<List<X509Certificate>> trusted;

    /**
     * An opener.
     *
     * @param clock tells whether a signer's certificate has expired
     * @param trusted the certificates of the authorities whose signers are known; asked for once per envelope
     */
    public CmsOpener(Clock clock, Supplier<List<X509Certificate>> trusted) {
        this.clock = clock;
        this.trusted = trusted;
    }

    /** An opener that knows the signers of the authorities that this Java knows. */
    public static CmsOpener trustingPlatform(Clock clock) {
        return new CmsOpener(clock, new PlatformAuthorities());
    }

    /** An opener that knows the signers of some authorities, and of those that this Java knows. */
    public static CmsOpener trusting(Clock clock, List<X509Certificate> authorities) {
        PlatformAuthorities platform = new PlatformAuthorities();
        return new CmsOpener(
                clock,
                () -> Stream.concat(authorities.stream(), platform.get().stream())
                        .toList());
    }

    @Override
    public Opened open(byte[] envelope) {
        return verify(envelope).opened();
    }

    /**
     * Looks at every signer, also when a signature does not hold.
     *
     * @param envelope the whole envelope, within the size cap
     * @throws ProfileException when it is no signed envelope with content, or lacks a signer's certificate
     */
    public Verification verify(byte[] envelope) {
        ElementCount.check(envelope);
        try {
            return new SignedEnvelope(clock, trusted).verify(envelope);
        } catch (ProfileException e) {
            throw e;
        } catch (RuntimeException e) {
            // Bouncy Castle meets broken structures with whatever exception comes first.
            throw new CmsMalformedException("the signed envelope is broken; sign the profile again");
        }
    }
}
