// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.sign;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Set;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;

/** Reads the outermost structure of an envelope and refuses all kinds but SignedData. (RFC 5652, section 3.) */
final class ContentInfoReader {
    private static final Set<ASN1ObjectIdentifier> ENCRYPTED = Set.of(
            CMSObjectIdentifiers.envelopedData,
            CMSObjectIdentifiers.encryptedData,
            CMSObjectIdentifiers.authEnvelopedData,
            PKCSObjectIdentifiers.signedAndEnvelopedData);

    private final ByteArrayInputStream bytes;
    private boolean trailing;

    ContentInfoReader(byte[] bytes) {
        this.bytes = new ByteArrayInputStream(bytes);
    }

    /** The SignedData. */
    ContentInfo read() {
        ContentInfo envelope = ContentInfo.getInstance(structure());
        readTrailing();
        if (ENCRYPTED.contains(envelope.getContentType())) {
            throw new CmsEncryptedException(
                    "the envelope is encrypted and only the Mac it is meant for can open it; give the profile unencrypted");
        }
        if (!CMSObjectIdentifiers.signedData.equals(envelope.getContentType())) {
            throw new CmsUnsupportedException(
                    "the envelope is neither signed nor encrypted data; give the profile itself or a signed one");
        }
        return envelope;
    }

    /** Whether harmless bytes follow the envelope; known after {@link #read}. */
    boolean trailing() {
        return trailing;
    }

    private ASN1Primitive structure() {
        try (ASN1InputStream input = new ASN1InputStream(bytes, bytes.available())) {
            ASN1Primitive structure = input.readObject();
            if (structure == null) {
                throw cut();
            }
            return structure;
        } catch (IOException e) {
            throw cut();
        }
    }

    private void readTrailing() {
        for (int next = bytes.read(); next >= 0; next = bytes.read()) {
            if (next != 0 && !Character.isWhitespace(next)) {
                throw new CmsMalformedException("something else follows the signed envelope; remove it");
            }
            trailing = true;
        }
    }

    private static CmsMalformedException cut() {
        return new CmsMalformedException("the signed envelope is broken or cut off; fetch or sign the profile again");
    }
}
