// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.sign;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.util.List;

/** Which keys Java can verify with, everywhere: RSA, and EC on the curves of NIST. */
final class SignerKeys {
    private static final List<String> CURVES = List.of("secp256r1", "secp384r1", "secp521r1");

    private SignerKeys() {}

    /** Whether a signature by this key can be checked. */
    static boolean supports(PublicKey key) {
        return key instanceof RSAPublicKey
                || (key instanceof ECPublicKey curve
                        && CURVES.stream()
                                .anyMatch(name -> curve.getParams().getOrder().equals(order(name))));
    }

    private static BigInteger order(String curve) {
        try {
            AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
            parameters.init(new ECGenParameterSpec(curve));
            return parameters.getParameterSpec(ECParameterSpec.class).getOrder();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java lacks the curve " + curve, e);
        }
    }
}
