// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.sign;

import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Objects;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.cms.CMSAttributeTableGenerator;

/** The signed attributes that openssl writes: contentType, signingTime and messageDigest. (RFC 5652, section 11.) */
final class SignedAttributes implements CMSAttributeTableGenerator {
    private final Instant moment;

    /** Attributes of a signature made at a moment. */
    SignedAttributes(Instant moment) {
        this.moment = moment;
    }

    // Bouncy Castle declares the map for no types in particular.
    @Override
    @SuppressWarnings("rawtypes")
    public AttributeTable getAttributes(Map parameters) {
        ASN1Encodable type = (ASN1ObjectIdentifier) get(parameters, CMSAttributeTableGenerator.CONTENT_TYPE);
        byte[] digest = (byte[]) get(parameters, CMSAttributeTableGenerator.DIGEST);
        ASN1EncodableVector attributes = new ASN1EncodableVector();
        attributes.add(attribute(CMSAttributes.contentType, type));
        attributes.add(attribute(CMSAttributes.signingTime, new Time(Date.from(moment))));
        attributes.add(attribute(CMSAttributes.messageDigest, new DEROctetString(digest)));
        return new AttributeTable(attributes);
    }

    private static Object get(Map<?, ?> parameters, String name) {
        return Objects.requireNonNull(parameters.get(name), name);
    }

    private static Attribute attribute(ASN1ObjectIdentifier type, ASN1Encodable value) {
        return new Attribute(type, new DERSet(value));
    }
}
