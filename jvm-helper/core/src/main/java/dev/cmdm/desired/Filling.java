// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.desired;

import dev.cmdm.plist.KeyPath;
import dev.cmdm.plist.PlistValue;
import dev.cmdm.profile.ReadProfile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Fills the placeholders of one profile, strictly: whatever begins like one in a text must be one. What
 * comes to stand there is not looked at again, so that nothing in a secret can ask for another.
 */
public final class Filling {
    private static final KeyPath IDENTIFIER = KeyPath.TOP.key("PayloadIdentifier");

    private final ReadProfile profile;
    private final Values values;
    private final List<KeyPath> secrets = new ArrayList<>();

    private Filling(ReadProfile profile, Values values) {
        this.profile = profile;
        this.values = values;
    }

    /**
     * A declared profile as it is to be delivered: the same where it is not to be filled.
     *
     * @throws UnfillableException when its bytes are to be sent as they are
     * @throws BadPlaceholderException when something begins like a placeholder and is none
     * @throws UnknownSecretException when it asks for a secret that has no name here
     */
    public static ReadProfile fill(ReadProfile profile, DesiredProfile.Options options, Values values) {
        if (!options.fill()) {
            return profile;
        }
        if (profile.signed()) {
            throw new UnfillableException("it is signed, which its placeholders cannot be filled without breaking;"
                    + " declare the unsigned profile, or leave out fill");
        }
        if (!options.stamp()) {
            throw new UnfillableException(
                    "it is to be sent byte for byte (stamp: false) and to be filled (fill: true); leave out one");
        }
        return new Filling(profile, values).fill();
    }

    /** The text that a secret of this name comes to stand for, or nothing when none can be called so. */
    public static Optional<String> findSecretPlaceholder(String name) {
        return Placeholder.isName(name)
                ? Optional.of(Placeholder.OPENING + Placeholder.SECRET + name + Placeholder.CLOSING)
                : Optional.empty();
    }

    private ReadProfile fill() {
        PlistValue.Dict filled = dict(KeyPath.TOP, profile.profile().content());
        return profile.filled(filled, secrets);
    }

    private PlistValue.Dict dict(KeyPath path, PlistValue.Dict dict) {
        Map<String, PlistValue> filled = new LinkedHashMap<>();
        dict.entries().forEach((key, value) -> {
            if (key.contains(Placeholder.OPENING)) {
                throw bad(path.key(key), "a placeholder stands in the name of a key, where none is filled");
            }
            filled.put(key, value(path.key(key), value));
        });
        return new PlistValue.Dict(filled);
    }

    private PlistValue value(KeyPath path, PlistValue value) {
        if (value instanceof PlistValue.Dict dict) {
            return dict(path, dict);
        } else if (value instanceof PlistValue.Array array) {
            List<PlistValue> items = new ArrayList<>();
            for (int index = 0; index < array.items().size(); index++) {
                items.add(value(path.item(index), array.items().get(index)));
            }
            return new PlistValue.Array(items);
        }
        return value instanceof PlistValue.Text text && text.value().contains(Placeholder.OPENING)
                ? new PlistValue.Text(text(path, text.value()))
                : value;
    }

    private String text(KeyPath path, String text) {
        if (path.equals(IDENTIFIER)) {
            throw bad(path, "the identifier names the profile and holds no placeholder");
        }
        StringBuilder filled = new StringBuilder(text.length());
        int done = 0;
        for (int open = text.indexOf(Placeholder.OPENING); open >= 0; open = text.indexOf(Placeholder.OPENING, done)) {
            int close = text.indexOf(Placeholder.CLOSING, open);
            if (close < 0) {
                throw bad(path, "{{ opens a placeholder that no }} closes");
            }
            filled.append(text, done, open);
            filled.append(valueOf(path, text.substring(open + Placeholder.OPENING.length(), close)));
            done = close + Placeholder.CLOSING.length();
        }
        return filled.append(text, done, text.length()).toString();
    }

    /** What is no placeholder is not repeated: it may be anything. */
    private String valueOf(KeyPath path, String word) {
        Placeholder placeholder = Placeholder.find(word)
                .orElseThrow(() -> bad(
                        path,
                        "what stands in {{…}} is no placeholder; there are {{serial}}, {{udid}} and {{secret:NAME}},"
                                + " without spaces"));
        if (placeholder instanceof Placeholder.Secret secret) {
            secrets.add(path);
            return secret(path, secret.name());
        }
        return placeholder instanceof Placeholder.Serial ? values.serial() : values.udid();
    }

    private String secret(KeyPath path, String name) {
        try {
            return values.secret(name);
        } catch (UnknownSecretException e) {
            throw e.at(profile.places().get(path));
        }
    }

    private BadPlaceholderException bad(KeyPath path, String what) {
        return new BadPlaceholderException(profile.places().get(path), what);
    }
}
