// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.scaffold;

import dev.cmdm.plist.KeyPath;
import dev.cmdm.plist.PlistValue;
import dev.cmdm.profile.SecretKeys;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Takes password-like values out of settings, for what is written goes where many read it. */
final class Cleaner {
    private Cleaner() {}

    /**
     * Settings without such values.
     *
     * @param losses gets each that was taken out
     */
    static PlistValue.Dict clean(PlistValue.Dict settings, KeyPath at, List<Loss> losses) {
        Map<String, PlistValue> kept = new LinkedHashMap<>();
        settings.entries().forEach((key, value) -> {
            if (isSecret(key, value)) {
                losses.add(new Loss(
                        Loss.Code.SECRET_LEFT_OUT,
                        at.key(key).toString(),
                        "the Mac shows a value under this password-like key; it was not written, add it"));
            } else {
                kept.put(key, clean(value, at.key(key), losses));
            }
        });
        return new PlistValue.Dict(kept);
    }

    private static PlistValue clean(PlistValue value, KeyPath at, List<Loss> losses) {
        if (value instanceof PlistValue.Dict dict) {
            return clean(dict, at, losses);
        } else if (value instanceof PlistValue.Array array) {
            List<PlistValue> items = new ArrayList<>();
            for (PlistValue item : array.items()) {
                items.add(clean(item, at.item(items.size()), losses));
            }
            return new PlistValue.Array(items);
        }
        return value;
    }

    /** Whether a key is shown anywhere in settings. */
    static boolean shows(PlistValue value, String key) {
        if (value instanceof PlistValue.Dict dict) {
            return dict.find(key).isPresent()
                    || dict.entries().values().stream().anyMatch(inner -> shows(inner, key));
        }
        return value instanceof PlistValue.Array array && array.items().stream().anyMatch(inner -> shows(inner, key));
    }

    /** What has keys of its own is looked into instead. */
    private static boolean isSecret(String key, PlistValue value) {
        return !hasKeys(value)
                && !SecretKeys.in(new PlistValue.Dict(Map.of(key, value))).isEmpty();
    }

    private static boolean hasKeys(PlistValue value) {
        return value instanceof PlistValue.Dict
                || (value instanceof PlistValue.Array array
                        && array.items().stream().anyMatch(Cleaner::hasKeys));
    }
}
