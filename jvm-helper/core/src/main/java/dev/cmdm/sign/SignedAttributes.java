// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.sign;

import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.Time;

/** The signed attributes that openssl writes: contentType, signingTime and messageDigest. (RFC 5652, section 11.) */
final class SignedAttributes {
    private static final Attribute CONTENT_TYPE = attribute(CMSAttributes.contentType, CMSObjectIdentifiers.data);

    private final Clock clock;
    private volatile Second last = new Second(Long.MIN_VALUE, CONTENT_TYPE);

    /** The moment of signing to the second, as precise as the attribute is: many files are signed in one. */
    private record Second(long epoch, Attribute signingTime) {}

    /** Attributes of signatures made when a clock says. */
    SignedAttributes(Clock clock) {
        this.clock = clock;
    }

    /** The attributes of content with a digest. */
    ASN1Set of(byte[] digest) {
        ASN1EncodableVector attributes = new ASN1EncodableVector();
        attributes.add(CONTENT_TYPE);
        attributes.add(signingTime());
        attributes.add(attribute(CMSAttributes.messageDigest, new DEROctetString(digest)));
        return new DERSet(attributes);
    }

    private Attribute signingTime() {
        long now = clock.instant().getEpochSecond();
        Second second = last;
        if (second.epoch != now) {
            second = new Second(
                    now, attribute(CMSAttributes.signingTime, new Time(Date.from(Instant.ofEpochSecond(now)))));
            last = second;
        }
        return second.signingTime;
    }

    private static Attribute attribute(ASN1ObjectIdentifier type, ASN1Encodable value) {
        return new Attribute(type, new DERSet(value));
    }
}
