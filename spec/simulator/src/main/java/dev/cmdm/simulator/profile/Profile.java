// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.profile;

import java.util.List;
import java.util.Optional;

/**
 * A profile as a Mac understands it.
 *
 * @param identifier the top PayloadIdentifier
 * @param uuid the top PayloadUUID, its case as given
 * @param version the top PayloadVersion
 * @param names what it is called
 * @param removalDisallowed PayloadRemovalDisallowed
 * @param scope PayloadScope
 * @param payloads in their order
 * @param verification whether it came signed
 * @param signers the signer's certificates in DER, the leaf first; empty when unsigned
 */
public record Profile(
        String identifier,
        String uuid,
        int version,
        Payload.Names names,
        boolean removalDisallowed,
        Scope scope,
        List<Payload> payloads,
        Verification verification,
        List<byte[]> signers) {

    /** PayloadScope (Apple, TopLevel.yaml). */
    public enum Scope {
        /** When the profile is for the whole Mac, or names no scope. */
        SYSTEM,
        /** When the profile is for one user. */
        USER
    }

    /** True when a payload of this type is inside. */
    public boolean holds(String payloadType) {
        return findPayload(payloadType).isPresent();
    }

    /** The first payload of this type. */
    public Optional<Payload> findPayload(String payloadType) {
        return payloads.stream()
                .filter(payload -> payload.type().equals(payloadType))
                .findFirst();
    }
}
