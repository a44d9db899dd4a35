// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.sign;

import java.io.IOException;
import java.io.OutputStream;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.PSSParameterSpec;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.operator.ContentVerifier;
import org.bouncycastle.operator.ContentVerifierProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.jspecify.annotations.Nullable;

/**
 * RSASSA-PSS by Java's own provider, which Bouncy Castle asks for under names that it does not have.
 * (RFC 4056.)
 */
final class PssVerifier implements ContentVerifierProvider {
    private static final String NAME = "RSASSA-PSS";

    private final PublicKey key;

    PssVerifier(PublicKey key) {
        this.key = key;
    }

    @Override
    public boolean hasAssociatedCertificate() {
        return false;
    }

    @Override
    public @Nullable X509CertificateHolder getAssociatedCertificate() {
        return null;
    }

    @Override
    public ContentVerifier get(AlgorithmIdentifier algorithm) throws OperatorCreationException {
        try {
            AlgorithmParameters parameters = AlgorithmParameters.getInstance(NAME);
            parameters.init(algorithm.getParameters().toASN1Primitive().getEncoded());
            Signature signature = Signature.getInstance(NAME);
            signature.setParameter(parameters.getParameterSpec(PSSParameterSpec.class));
            signature.initVerify(key);
            return new Verifier(algorithm, signature);
        } catch (GeneralSecurityException | IOException e) {
            throw new OperatorCreationException("RSASSA-PSS with these parameters is not to be had", e);
        }
    }

    private record Verifier(AlgorithmIdentifier algorithm, Signature signature) implements ContentVerifier {
        @Override
        public AlgorithmIdentifier getAlgorithmIdentifier() {
            return algorithm;
        }

        @Override
        public OutputStream getOutputStream() {
            return new SignatureStream(signature);
        }

        @Override
        public boolean verify(byte[] expected) {
            try {
                return signature.verify(expected);
            } catch (SignatureException e) {
                return false;
            }
        }
    }
}
