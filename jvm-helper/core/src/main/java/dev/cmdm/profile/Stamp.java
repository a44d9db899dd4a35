// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.profile;

import dev.cmdm.plist.CanonicalXml;
import dev.cmdm.plist.PlistValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Gives an unsigned profile the PayloadUUID that proves its content, so that identifier and UUID, all
 * that a Mac or an MDM reports of it, tell what is installed. A stamped profile has the fingerprint it
 * had before. Signed profiles are never stamped, for that would break their signature.
 */
public final class Stamp {
    private Stamp() {}

    /** The stamped profile in canonical XML, as it is sent. */
    public static byte[] write(Profile profile, PayloadUuids payloadUuids) {
        return CanonicalXml.write(content(profile, payloadUuids));
    }

    /** The content of the stamped profile. */
    public static PlistValue.Dict content(Profile profile, PayloadUuids payloadUuids) {
        Fingerprint fingerprint = Fingerprint.of(profile);
        PlistValue.Dict content = switch (payloadUuids) {
            case KEEP -> profile.content();
            case DERIVE -> derive(profile, fingerprint);
        };
        return content.with(Keys.UUID, new PlistValue.Text(fingerprint.derivedUuid()));
    }

    private static PlistValue.Dict derive(Profile profile, Fingerprint fingerprint) {
        PlistValue.Dict content = profile.content();
        Rewriter rewriter =
                new Rewriter(References.in(content), profile.identifier().value());
        PlistValue.Dict derived = rewriter.members(content);
        // A text that happens to equal a derived UUID would become a reference: then nothing is derived.
        return Fingerprint.of(derived).equals(fingerprint) ? derived : content;
    }

    /** Puts a payload's derived UUID wherever its own one stands. */
    private static final class Rewriter {
        private final References references;
        private final String identifier;

        Rewriter(References references, String identifier) {
            this.references = references;
            this.identifier = identifier;
        }

        PlistValue.Dict members(PlistValue.Dict dict) {
            Map<String, PlistValue> rewritten = new LinkedHashMap<>();
            dict.entries().forEach((key, value) -> rewritten.put(key, rewrite(key, value)));
            return new PlistValue.Dict(rewritten);
        }

        private PlistValue rewrite(String key, PlistValue value) {
            if (value instanceof PlistValue.Dict dict) {
                return members(dict);
            } else if (value instanceof PlistValue.Array array) {
                List<PlistValue> items = new ArrayList<>();
                array.items().forEach(item -> items.add(rewrite(key, item)));
                return new PlistValue.Array(items);
            } else if (value instanceof PlistValue.Text text) {
                return references
                        .find(key, text.value())
                        .<PlistValue>map(name -> new PlistValue.Text(DerivedUuids.ofPayload(identifier, name)))
                        .orElse(text);
            }
            return value;
        }
    }
}
