// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.profile;

import dev.cmdm.plist.PlistValue;

/**
 * Gives an unsigned profile the PayloadUUID that proves its content, so that identifier and UUID, all
 * that a Mac or an MDM reports of it, tell what is installed. A stamped profile has the fingerprint it
 * had before. Signed profiles are never stamped, for that would break their signature.
 */
public final class Stamp {
    private Stamp() {}

    /** The content of the stamped profile. */
    public static PlistValue.Dict content(Profile profile, PayloadUuids payloadUuids) {
        return content(profile, Fingerprint.of(profile), payloadUuids);
    }

    /** The same of a profile whose fingerprint is known. */
    public static PlistValue.Dict content(Profile profile, Fingerprint fingerprint, PayloadUuids payloadUuids) {
        PlistValue.Dict content = switch (payloadUuids) {
            case KEEP -> profile.content();
            case DERIVE -> derive(profile, fingerprint);
        };
        return content.with(Keys.UUID, new PlistValue.Text(fingerprint.derivedUuid()));
    }

    private static PlistValue.Dict derive(Profile profile, Fingerprint fingerprint) {
        PlistValue.Dict content = profile.content();
        String identifier = profile.identifier().value();
        PlistValue.Dict derived = new ReferenceRewriter(
                        References.in(content), name -> DerivedUuids.ofPayload(identifier, name))
                .rewrite(content);
        // A text that happens to equal a derived UUID would become a reference: then nothing is derived.
        return Fingerprint.of(derived).equals(fingerprint) ? derived : content;
    }
}
