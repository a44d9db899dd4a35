// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.sign;

import dev.cmdm.profile.ProfileException;
import dev.cmdm.profile.Signer;
import java.util.Optional;

/**
 * One signer of an envelope and what was found.
 *
 * @param signer who, by the certificate; believed only when there is no fault
 * @param algorithm kind of key and digest, such as {@code RSA with SHA-256}
 * @param chain whether the certificate's issuer is known
 * @param fault why the signature does not hold, or cannot be checked; nothing when it holds
 */
public record CheckedSigner(Signer signer, String algorithm, Chain chain, Optional<ProfileException> fault) {}
