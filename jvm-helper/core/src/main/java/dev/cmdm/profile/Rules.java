// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.profile;

import dev.cmdm.plist.PlistValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a profile cannot do without. Each rule broken is an exception class of its own. */
final class Rules {
    private Rules() {}

    /** The dictionary that the top of a property list has to be. */
    static PlistValue.Dict dictionary(PlistValue root) {
        if (root instanceof PlistValue.Dict dict) {
            return dict;
        }
        throw new NotAProfileException();
    }

    /** Checks the keys that a profile as a whole needs at its top. */
    static void checkWhole(PlistValue.Dict profile) {
        for (String key : List.of(Keys.IDENTIFIER, Keys.UUID, Keys.TYPE)) {
            if (profile.find(key).isEmpty()) {
                throw new MissingKeyException(key);
            }
        }
        checkTexts(profile);
    }

    /** Checks that UUID and type at the top, where they are there, are text. */
    static void checkTexts(PlistValue.Dict profile) {
        for (String key : List.of(Keys.UUID, Keys.TYPE)) {
            if (profile.find(key).isPresent() && profile.findText(key).isEmpty()) {
                throw new BadStructureException(
                        key + " at the top of the profile is no text; write it as a string", Keys.path(key));
            }
        }
    }

    /** The identifier at the top. */
    static ProfileIdentifier identifier(PlistValue.Dict profile) {
        if (profile.find(Keys.IDENTIFIER).isEmpty()) {
            throw new MissingKeyException(Keys.IDENTIFIER);
        }
        return new ProfileIdentifier(
                profile.findText(Keys.IDENTIFIER).orElseThrow(() -> new BadIdentifierException("is no text")));
    }

    /** The payloads, of which no two have one identifier; none when PayloadContent is missing. */
    static List<Payload> payloads(PlistValue.Dict profile) {
        List<Payload> payloads = new ArrayList<>();
        if (profile.find(Keys.CONTENT).isPresent()) {
            for (PlistValue item : array(profile).items()) {
                payloads.add(payload(payloads.size(), item));
            }
        }
        checkIdentifiers(payloads);
        return List.copyOf(payloads);
    }

    private static PlistValue.Array array(PlistValue.Dict profile) {
        return profile.findArray(Keys.CONTENT)
                .orElseThrow(() -> new BadStructureException(
                        "PayloadContent is no array; it holds one dictionary per payload", Keys.path(Keys.CONTENT)));
    }

    private static Payload payload(int index, PlistValue item) {
        if (item instanceof PlistValue.Dict content) {
            return new Payload(content);
        }
        throw new BadStructureException(
                "an element of PayloadContent is no dictionary; each has to be a payload", Keys.path(index));
    }

    private static void checkIdentifiers(List<Payload> payloads) {
        Map<String, Integer> seen = new HashMap<>();
        for (int index = 0; index < payloads.size(); index++) {
            String identifier = payloads.get(index).findIdentifier().orElse(null);
            Integer first = identifier == null ? null : seen.putIfAbsent(identifier, index);
            if (first != null) {
                throw new BadStructureException(
                        "two payloads have one PayloadIdentifier, the other at "
                                + Keys.path(first).toString() + ", and macOS refuses such a profile; give each its own",
                        Keys.path(index, Keys.IDENTIFIER));
            }
        }
    }
}
