// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.report;

import dev.cmdm.plist.PlistValue;
import dev.cmdm.profile.ProfileDiff;
import dev.cmdm.profile.ProfileDiff.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What two profiles differ in, as people read it: a line for each key, and one that sums up. */
public final class DiffText {
    private static final int KIND = 12;

    private DiffText() {}

    /**
     * The difference.
     *
     * @param values whether to show values; those of secrets are not shown even then
     */
    public static List<String> lines(ProfileDiff diff, boolean values) {
        List<String> lines = new ArrayList<>();
        int width = diff.changes().stream()
                .mapToInt(change -> Shown.of(change.keyPath()).length())
                .max()
                .orElse(0);
        for (Change change : diff.changes()) {
            String line =
                    "  " + Column.pad(change.kind().word(), KIND) + "  " + Column.pad(Shown.of(change.keyPath()), width)
                            + "   " + Shown.of(change.payloadType()) + (values ? "   " + values(change) : "");
            lines.add(line.stripTrailing());
        }
        lines.add(sum(diff));
        return lines;
    }

    private static String sum(ProfileDiff diff) {
        if (diff.onlyUuids()) {
            return "The same settings; only UUIDs differ.";
        } else if (diff.onlyForm()) {
            return "The same settings; only the form differs.";
        } else if (diff.equal()) {
            return "The same bytes.";
        }
        int count = diff.changes().size();
        return count == 1 ? "1 setting differs." : count + " settings differ.";
    }

    private static String values(Change change) {
        if (change.secret()) {
            return "(a secret, not shown)";
        }
        return value(change.before()) + " -> " + value(change.after());
    }

    private static String value(Optional<PlistValue> value) {
        return value.map(present -> Shown.of(present.match(ShownValue.INSTANCE)))
                .orElse("nothing");
    }
}
