// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.sign;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.interfaces.RSAKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.operator.DefaultDigestAlgorithmIdentifierFinder;

/**
 * One signature by Java's own providers: RSA PKCS#1 v1.5, ECDSA or RSASSA-PSS, as the key is, over SHA-256. A
 * RSASSA-PSS key that insists on a longer digest gets it. (RFC 8017, RFC 4056, RFC 5753.)
 */
final class KeySignature {
    private static final String SHA_256 = "SHA-256";
    private static final AlgorithmIdentifier SHA_256_IDENTIFIER =
            new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256);
    private static final byte[] SAMPLE = {1, 2, 3};
    private static final PSSParameterSpec PSS =
            new PSSParameterSpec(SHA_256, "MGF1", MGF1ParameterSpec.SHA256, 32, PSSParameterSpec.TRAILER_FIELD_BC);

    private final Signature signature;
    private final AlgorithmIdentifier algorithm;
    private final AlgorithmIdentifier digest;
    private final String digestName;

    private KeySignature(
            Signature signature, AlgorithmIdentifier algorithm, AlgorithmIdentifier digest, String digestName) {
        this.signature = signature;
        this.algorithm = algorithm;
        this.digest = digest;
        this.digestName = digestName;
    }

    /**
     * A signature by a key.
     *
     * @throws NoSuchAlgorithmException when the key is of another kind, or insists on less than SHA-256
     */
    static KeySignature by(PrivateKey key) throws GeneralSecurityException {
        KeySignature made = switch (key.getAlgorithm()) {
            case "RSA" ->
                sha256(
                        "SHA256withRSA",
                        new AlgorithmIdentifier(PKCSObjectIdentifiers.sha256WithRSAEncryption, DERNull.INSTANCE));
            case "EC" -> sha256("SHA256withECDSA", new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256));
            case "RSASSA-PSS" -> pss((RSAKey) key);
            default -> throw new NoSuchAlgorithmException("a key of another kind");
        };
        made.signature.initSign(key);
        return made;
    }

    /**
     * Whether a public key checks what a private key signs.
     *
     * @throws GeneralSecurityException when the private key cannot sign here
     */
    static boolean match(PrivateKey key, PublicKey other) throws GeneralSecurityException {
        Signature signature = by(key).signature;
        signature.update(SAMPLE);
        byte[] signed = signature.sign();
        try {
            signature.initVerify(other);
            signature.update(SAMPLE);
            return signature.verify(signed);
        } catch (InvalidKeyException | SignatureException e) {
            return false;
        }
    }

    private static KeySignature sha256(String name, AlgorithmIdentifier algorithm) throws GeneralSecurityException {
        return new KeySignature(Signature.getInstance(name), algorithm, SHA_256_IDENTIFIER, SHA_256);
    }

    private static KeySignature pss(RSAKey key) throws GeneralSecurityException {
        PSSParameterSpec parameters = key.getParams() instanceof PSSParameterSpec insisted ? insisted : PSS;
        if (parameters.getDigestAlgorithm().equals("SHA-1")) {
            throw new NoSuchAlgorithmException("SHA-1");
        }
        Signature signature = Signature.getInstance("RSASSA-PSS");
        signature.setParameter(parameters);
        try {
            ASN1Primitive encoded =
                    ASN1Primitive.fromByteArray(signature.getParameters().getEncoded());
            AlgorithmIdentifier algorithm = new AlgorithmIdentifier(PKCSObjectIdentifiers.id_RSASSA_PSS, encoded);
            AlgorithmIdentifier digest = new DefaultDigestAlgorithmIdentifierFinder().find(algorithm);
            return new KeySignature(signature, algorithm, digest, parameters.getDigestAlgorithm());
        } catch (IOException e) {
            throw new NoSuchAlgorithmException("RSASSA-PSS with these parameters", e);
        }
    }

    /** What a signer's info names as its signature algorithm. */
    AlgorithmIdentifier algorithm() {
        return algorithm;
    }

    /** What the content is digested with. */
    AlgorithmIdentifier digest() {
        return digest;
    }

    byte[] digest(byte[] content) throws NoSuchAlgorithmException {
        return MessageDigest.getInstance(digestName).digest(content);
    }

    byte[] sign(byte[] bytes) throws SignatureException {
        signature.update(bytes);
        return signature.sign();
    }
}
