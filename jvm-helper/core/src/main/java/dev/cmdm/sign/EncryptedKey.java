// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.sign;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PBES2Parameters;
import org.bouncycastle.asn1.pkcs.PBKDF2Params;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;

/**
 * Decrypts a private key in PKCS#8. (RFC 5958; RFC 8018 for PBES2.) Java 17 reads neither PBES2 with triple DES,
 * which OpenSSL wrote until version 3, nor names the ciphers as Bouncy Castle asks for them.
 */
final class EncryptedKey {
    private static final Map<ASN1ObjectIdentifier, String> DERIVATIONS = Map.of(
            PKCSObjectIdentifiers.id_hmacWithSHA1, "PBKDF2WithHmacSHA1",
            PKCSObjectIdentifiers.id_hmacWithSHA224, "PBKDF2WithHmacSHA224",
            PKCSObjectIdentifiers.id_hmacWithSHA256, "PBKDF2WithHmacSHA256",
            PKCSObjectIdentifiers.id_hmacWithSHA384, "PBKDF2WithHmacSHA384",
            PKCSObjectIdentifiers.id_hmacWithSHA512, "PBKDF2WithHmacSHA512");

    private static final Map<ASN1ObjectIdentifier, Algorithm> CIPHERS = Map.of(
            NISTObjectIdentifiers.id_aes128_CBC, new Algorithm("AES", 128),
            NISTObjectIdentifiers.id_aes192_CBC, new Algorithm("AES", 192),
            NISTObjectIdentifiers.id_aes256_CBC, new Algorithm("AES", 256),
            PKCSObjectIdentifiers.des_EDE3_CBC, new Algorithm("DESede", 192));

    private final org.bouncycastle.asn1.pkcs.EncryptedPrivateKeyInfo locked;

    EncryptedKey(org.bouncycastle.asn1.pkcs.EncryptedPrivateKeyInfo locked) {
        this.locked = locked;
    }

    private record Algorithm(String name, int bits) {}

    /**
     * The key.
     *
     * @throws NoSuchAlgorithmException when it is encrypted in a way that is unknown here
     * @throws GeneralSecurityException when the password is wrong
     */
    PrivateKeyInfo open(char[] password) throws GeneralSecurityException, IOException {
        boolean second = PKCSObjectIdentifiers.id_PBES2.equals(
                locked.getEncryptionAlgorithm().getAlgorithm());
        return PrivateKeyInfo.getInstance(second ? openByPbes2(password) : openByPlatform(password));
    }

    private byte[] openByPbes2(char[] password) throws GeneralSecurityException {
        PBES2Parameters scheme =
                PBES2Parameters.getInstance(locked.getEncryptionAlgorithm().getParameters());
        ASN1ObjectIdentifier function = scheme.getKeyDerivationFunc().getAlgorithm();
        Algorithm algorithm = CIPHERS.get(scheme.getEncryptionScheme().getAlgorithm());
        if (!PKCSObjectIdentifiers.id_PBKDF2.equals(function) || algorithm == null) {
            throw new NoSuchAlgorithmException("PBES2 of another kind");
        }
        PBKDF2Params derivation =
                PBKDF2Params.getInstance(scheme.getKeyDerivationFunc().getParameters());
        byte[] vector = ASN1OctetString.getInstance(scheme.getEncryptionScheme().getParameters())
                .getOctets();
        Cipher cipher = Cipher.getInstance(algorithm.name() + "/CBC/PKCS5Padding");
        cipher.init(Cipher.DECRYPT_MODE, derive(password, derivation, algorithm), new IvParameterSpec(vector));
        return cipher.doFinal(locked.getEncryptedData());
    }

    private static Key derive(char[] password, PBKDF2Params derivation, Algorithm algorithm)
            throws GeneralSecurityException {
        String name = DERIVATIONS.get(derivation.getPrf().getAlgorithm());
        if (name == null) {
            throw new NoSuchAlgorithmException("PBKDF2 of another kind");
        }
        PBEKeySpec spec = new PBEKeySpec(
                password, derivation.getSalt(), derivation.getIterationCount().intValueExact(), algorithm.bits());
        byte[] derived = SecretKeyFactory.getInstance(name).generateSecret(spec).getEncoded();
        return new SecretKeySpec(derived, algorithm.name());
    }

    private byte[] openByPlatform(char[] password) throws GeneralSecurityException, IOException {
        EncryptedPrivateKeyInfo info = new EncryptedPrivateKeyInfo(locked.getEncoded());
        Key key = SecretKeyFactory.getInstance(info.getAlgName()).generateSecret(new PBEKeySpec(password));
        Cipher cipher = Cipher.getInstance(info.getAlgName());
        cipher.init(Cipher.DECRYPT_MODE, key, info.getAlgParameters());
        return cipher.doFinal(info.getEncryptedData());
    }
}
