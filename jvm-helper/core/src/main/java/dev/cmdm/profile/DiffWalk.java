// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.profile;

import dev.cmdm.plist.KeyPath;
import dev.cmdm.plist.PlistValue;
import dev.cmdm.plist.PlistValue.Array;
import dev.cmdm.plist.PlistValue.Dict;
import dev.cmdm.profile.Alignment.Pair;
import dev.cmdm.profile.ProfileDiff.Change;
import dev.cmdm.profile.ProfileDiff.Kind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Walks two profiles side by side and notes where they part. */
final class DiffWalk {
    private final List<Change> changes = new ArrayList<>();
    private String payloadType = "";

    private DiffWalk() {}

    /** The differences of two contents; none if and only if their fingerprints are equal. */
    static List<Change> changes(Dict before, Dict after) {
        DiffWalk walk = new DiffWalk();
        Alignment payloads = Alignment.ofPayloads(References.payloads(before), References.payloads(after));
        PayloadNames names = new PayloadNames(before, after, payloads);
        walk.profile(names.before().without(Keys.UUID), names.after().without(Keys.UUID), payloads);
        return walk.changes;
    }

    private void profile(Dict before, Dict after, Alignment payloads) {
        boolean aligned = before.findArray(Keys.CONTENT).isPresent()
                && after.findArray(Keys.CONTENT).isPresent();
        for (String key : keys(before, after)) {
            KeyPath path = KeyPath.TOP.key(key);
            if (aligned && key.equals(Keys.CONTENT)) {
                items(path, array(before), array(after), payloads, false);
            } else {
                compare(path, path, before.entries().get(key), after.entries().get(key), SecretKeys.matches(key));
            }
        }
    }

    private static Array array(Dict profile) {
        return profile.findArray(Keys.CONTENT).orElseThrow();
    }

    /** Compares what stands at a place in each profile, of which one may have nothing. */
    private void compare(
            KeyPath old, KeyPath path, @Nullable PlistValue before, @Nullable PlistValue after, boolean secret) {
        if (before == null || after == null) {
            note(before == null ? path : old, before == null ? Kind.ADDED : Kind.REMOVED, before, after, secret);
        } else if (before instanceof Dict first && after instanceof Dict second) {
            for (String key : keys(first, second)) {
                compare(
                        old.key(key),
                        path.key(key),
                        first.entries().get(key),
                        second.entries().get(key),
                        secret || SecretKeys.matches(key));
            }
        } else if (before instanceof Array first && after instanceof Array second) {
            items(path, first, second, Alignment.of(first.items(), second.items()), secret);
        } else if (!before.equals(after)) {
            note(path, before.getClass() == after.getClass() ? Kind.CHANGED : Kind.TYPE_CHANGED, before, after, secret);
        }
    }

    private void items(KeyPath path, Array before, Array after, Alignment alignment, boolean secret) {
        if (!alignment.inOrder()) {
            note(path, Kind.CHANGED, before, after, secret);
        }
        for (Pair pair : alignment.pairs()) {
            PlistValue first = pair.before() < 0 ? null : before.items().get(pair.before());
            PlistValue second = pair.after() < 0 ? null : after.items().get(pair.after());
            String outer = payloadType;
            payloadType = outer.isEmpty() ? type(second == null ? first : second) : outer;
            compare(path.item(Math.max(pair.before(), 0)), path.item(Math.max(pair.after(), 0)), first, second, secret);
            payloadType = outer;
        }
    }

    private static String type(@Nullable PlistValue payload) {
        return payload instanceof Dict dict ? dict.findText(Keys.TYPE).orElse("") : "";
    }

    private void note(
            KeyPath path, Kind kind, @Nullable PlistValue before, @Nullable PlistValue after, boolean secret) {
        changes.add(
                new Change(path.toString(), payloadType, kind, shown(before, secret), shown(after, secret), secret));
    }

    private static Optional<PlistValue> shown(@Nullable PlistValue value, boolean secret) {
        return secret ? Optional.empty() : Optional.ofNullable(value);
    }

    private static Set<String> keys(Dict before, Dict after) {
        Set<String> keys = new LinkedHashSet<>(before.entries().keySet());
        keys.addAll(after.entries().keySet());
        return keys;
    }
}
