// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.profile;

import dev.cmdm.plist.KeyPath;
import dev.cmdm.plist.PlistValue;
import java.util.ArrayList;
import java.util.List;

/**
 * Fills in what a profile declared as a Hash or JSON may leave out, so that leaving out and writing the
 * obvious are the same content. The rules stand in {@code docs/fingerprint.md}.
 */
final class Filler {
    /** The code of the warning about what was left out. */
    static final String FILLED_IN = "filled-in";

    private static final PlistValue VERSION = PlistValue.Int.of(1);

    private final PlistValue.Dict declared;
    private final WarningList warnings;

    /** A filler of one profile; the warnings get what it fills in. */
    Filler(PlistValue.Dict declared, WarningList warnings) {
        this.declared = declared;
        this.warnings = warnings;
    }

    /**
     * The whole profile.
     *
     * @throws ProfileException when what was declared breaks a rule
     */
    PlistValue.Dict fill() {
        String identifier = Rules.identifier(declared).value();
        Rules.checkTexts(declared);
        PlistValue.Dict filled = declared;
        filled = fill(filled, Keys.TYPE, new PlistValue.Text("Configuration"), Keys.path(Keys.TYPE));
        filled = fill(filled, Keys.VERSION, VERSION, Keys.path(Keys.VERSION));
        if (filled.find(Keys.CONTENT).isPresent()) {
            filled = filled.with(Keys.CONTENT, payloads(identifier, Rules.payloads(declared)));
        }
        String uuid = Fingerprint.of(filled).derivedUuid();
        return fill(filled, Keys.UUID, new PlistValue.Text(uuid), Keys.path(Keys.UUID));
    }

    private PlistValue payloads(String identifier, List<Payload> payloads) {
        List<PlistValue.Dict> contents = payloads.stream().map(Payload::content).toList();
        List<String> names = References.names(declared, contents);
        List<PlistValue> filled = new ArrayList<>();
        for (int index = 0; index < contents.size(); index++) {
            filled.add(payload(identifier, index, contents.get(index), names.get(index)));
        }
        return new PlistValue.Array(filled);
    }

    private PlistValue payload(String identifier, int index, PlistValue.Dict content, String name) {
        PlistValue uuid = new PlistValue.Text(DerivedUuids.ofPayload(identifier, name));
        PlistValue.Dict filled = content;
        filled = fill(filled, Keys.IDENTIFIER, new PlistValue.Text(name), Keys.path(index, Keys.IDENTIFIER));
        filled = fill(filled, Keys.VERSION, VERSION, Keys.path(index, Keys.VERSION));
        return fill(filled, Keys.UUID, uuid, Keys.path(index, Keys.UUID));
    }

    private PlistValue.Dict fill(PlistValue.Dict dict, String key, PlistValue value, KeyPath path) {
        if (dict.find(key).isPresent()) {
            return dict;
        }
        warnings.add(FILLED_IN, key + " was left out and is filled in", path);
        return dict.with(key, value);
    }
}
