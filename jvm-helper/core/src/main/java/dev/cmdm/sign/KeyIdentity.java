// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.sign;

import dev.cmdm.plist.Place;
import dev.cmdm.profile.ProfileWarning;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * An identity whose key is in this process. The moment of signing stands in the signed attribute signingTime,
 * as openssl writes it, and nowhere in the content: the same profile signed again has the same content.
 */
final class KeyIdentity implements SigningIdentity {
    private final KeyMaterial material;
    private final Clock clock;
    private final List<ProfileWarning> noticed;
    private final SignedAttributes attributes;
    private final Envelope envelope;

    /**
     * An identity.
     *
     * @param material the key, and all certificates that go into the envelope, the signer's first
     * @param clock tells the moment of signing
     * @param noticed what was odd about its files
     */
    KeyIdentity(KeyMaterial material, Clock clock, List<ProfileWarning> noticed) {
        this.material = material;
        this.clock = clock;
        this.noticed = List.copyOf(noticed);
        this.attributes = new SignedAttributes(clock);
        this.envelope = new Envelope(material.certificates());
    }

    @Override
    public byte[] sign(byte[] content) {
        try {
            KeySignature signature = KeySignature.by(material.key());
            return envelope.around(content, attributes.of(signature.digest(content)), signature);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("the key signed when it was tried and does not now", e);
        }
    }

    @Override
    public String signer() {
        return SignedEnvelope.who(certificate(), false).word();
    }

    @Override
    public List<ProfileWarning> warnings() {
        Instant now = clock.instant();
        List<ProfileWarning> warnings = new ArrayList<>(noticed);
        if (now.isAfter(certificate().getNotAfter().toInstant())) {
            warnings.add(warning("expired-identity", "the certificate to sign with has expired; renew it"));
        }
        if (now.isBefore(certificate().getNotBefore().toInstant())) {
            warnings.add(warning("early-identity", "the certificate to sign with is not valid yet"));
        }
        boolean[] usage = certificate().getKeyUsage();
        if (usage != null && !usage[0]) {
            warnings.add(warning("no-signing-usage", "the certificate to sign with is not meant for signatures"));
        }
        return warnings;
    }

    private X509Certificate certificate() {
        return material.certificates().get(0);
    }

    private static ProfileWarning warning(String code, String message) {
        return new ProfileWarning(code, message, Place.TOP);
    }
}
