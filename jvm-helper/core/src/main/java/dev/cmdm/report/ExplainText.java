// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.report;

import dev.cmdm.answer.Explanation;
import dev.cmdm.catalog.Lifetime;
import dev.cmdm.catalog.Limits;
import dev.cmdm.catalog.PayloadKey;
import dev.cmdm.catalog.PayloadKey.Trait;
import dev.cmdm.catalog.PayloadType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What Apple says of a payload type or key, as people read it. */
public final class ExplainText {
    private static final int LABEL = 13;

    private ExplainText() {}

    /** A line for each thing to know, then the keys. */
    public static List<String> lines(Explanation explanation) {
        List<String> lines = new ArrayList<>();
        PayloadType type = explanation.type();
        explanation
                .key()
                .ifPresentOrElse(
                        key -> key(lines, type.name() + "." + explanation.keyPath(), key, type),
                        () -> type(lines, type));
        return lines;
    }

    private static void type(List<String> lines, PayloadType type) {
        lines.add(type.name());
        add(
                lines,
                "title",
                join(type.files().stream().map(PayloadType.SchemaFile::title).toList()));
        add(lines, "macOS", lifetime(type.lifetime()));
        add(lines, "installed by", delivery(type));
        add(lines, "works for", channels(type));
        add(lines, "on one Mac", type.multiple() ? "several" : "one");
        add(
                lines,
                "source",
                "Apple, "
                        + join(type.files().stream()
                                .map(PayloadType.SchemaFile::name)
                                .toList()));
        keys(lines, type.keys());
    }

    private static void key(List<String> lines, String path, PayloadKey key, PayloadType type) {
        lines.add(path);
        add(lines, "kind", key.kind().word());
        add(lines, "presence", key.has(Trait.REQUIRED) ? "required" : "optional");
        add(lines, "macOS", key.has(Trait.NOT_MACOS) ? "left alone by macOS" : lifetime(key.lifetime()));
        key.usual().ifPresent(usual -> add(lines, "default", usual));
        limits(lines, key.limits());
        add(lines, "installed by", key.has(Trait.MDM_ONLY) ? "an MDM only" : delivery(type));
        needs(lines, key);
        add(lines, "source", "Apple, " + key.file());
        keys(lines, key.members());
    }

    private static void limits(List<String> lines, Limits limits) {
        if (!limits.allowed().isEmpty()) {
            add(lines, "values", join(limits.allowed()));
        }
        limits.least().map(BigDecimal::toPlainString).ifPresent(least -> add(lines, "at least", least));
        limits.most().map(BigDecimal::toPlainString).ifPresent(most -> add(lines, "at most", most));
        limits.format().ifPresent(format -> add(lines, "format", format));
    }

    private static void needs(List<String> lines, PayloadKey key) {
        if (key.has(Trait.SUPERVISED)) {
            add(lines, "needs", "a supervised Mac");
        }
        if (key.has(Trait.AUTOMATED_ENROLLMENT)) {
            add(lines, "needs", "automated enrollment");
        }
        if (key.has(Trait.DEVICE_ONLY)) {
            add(lines, "works for", "the computer only");
        }
    }

    private static String delivery(PayloadType type) {
        return switch (type.delivery()) {
            case ANY -> "an MDM or a person";
            case MDM_ONLY -> "an approved MDM only";
            case APPROVED_MDM -> "an approved MDM or a person";
            case MANUAL_ONLY -> "a person only";
            case ENROLLMENT -> "enrollment";
            case REMOVED -> "nobody any more";
            case NOT_MACOS -> "nobody on a Mac; it is for other devices";
            case CONTAINER -> "whoever installs the profile";
        };
    }

    private static String channels(PayloadType type) {
        if (type.deviceChannel()) {
            return type.userChannel() ? "the computer and users" : "the computer";
        }
        return type.userChannel() ? "users" : "neither the computer nor users";
    }

    private static String lifetime(Lifetime lifetime) {
        return lifetime.introduced().map(first -> first + " and later").orElse("every version")
                + lifetime.deprecated().map(end -> ", deprecated since " + end).orElse("")
                + lifetime.removed().map(end -> ", gone since " + end).orElse("");
    }

    private static void keys(List<String> lines, List<PayloadKey> keys) {
        if (keys.isEmpty()) {
            return;
        }
        lines.add("");
        lines.add("  keys");
        int width = Column.width(keys.stream().map(PayloadKey::name).toList());
        keys.forEach(key -> lines.add("    " + Column.pad(key.name(), width + 2)
                + Column.pad(key.kind().word(), LABEL)
                + key.usual().map(usual -> "default " + usual + " ").orElse("")
                + (key.has(Trait.REQUIRED) ? "required" : "")));
        lines.replaceAll(String::stripTrailing);
    }

    private static void add(List<String> lines, String label, String text) {
        lines.add("  " + Column.pad(label, LABEL) + text);
    }

    private static String join(List<String> texts) {
        return texts.stream().distinct().collect(Collectors.joining(", "));
    }
}
