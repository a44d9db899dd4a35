// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.profile;

import dev.cmdm.plist.KeyPath;
import dev.cmdm.plist.PlistValue;
import java.util.Map;

/** Looks at every text of a profile: each has to be Unicode, and placeholders nobody filled in are worth a warning. */
final class TextScan {
    private final WarningList warnings;

    private TextScan(WarningList warnings) {
        this.warnings = warnings;
    }

    /**
     * Scans a profile.
     *
     * @param warnings gets one warning per text with a placeholder
     * @throws BadTextException when a text or key is not Unicode
     */
    static void scan(PlistValue.Dict profile, WarningList warnings) {
        new TextScan(warnings).scan(KeyPath.TOP, profile);
    }

    private void scan(KeyPath path, PlistValue value) {
        if (value instanceof PlistValue.Dict dict) {
            for (Map.Entry<String, PlistValue> entry : dict.entries().entrySet()) {
                requireUnicode(path, entry.getKey());
                scan(path.key(entry.getKey()), entry.getValue());
            }
        } else if (value instanceof PlistValue.Array array) {
            for (int index = 0; index < array.items().size(); index++) {
                scan(path.item(index), array.items().get(index));
            }
        } else if (value instanceof PlistValue.Text text) {
            scan(path, text.value());
        }
    }

    private void scan(KeyPath path, String text) {
        requireUnicode(path, text);
        if (Placeholders.standIn(text)) {
            warnings.add("placeholder", "a placeholder stands in the text and is sent as it is", path);
        }
    }

    private static void requireUnicode(KeyPath path, String text) {
        char[] units = text.toCharArray();
        for (int at = 0; at < units.length; at++) {
            if (units[at] >= Character.MIN_SURROGATE && units[at] <= Character.MAX_SURROGATE) {
                if (!Character.isHighSurrogate(units[at])
                        || at + 1 == units.length
                        || !Character.isLowSurrogate(units[at + 1])) {
                    throw new BadTextException(path);
                }
                at++;
            }
        }
    }
}
