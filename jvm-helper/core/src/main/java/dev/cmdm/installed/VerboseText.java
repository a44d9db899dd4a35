// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.installed;

import dev.cmdm.profile.ProfileKey;
import dev.cmdm.profile.Scope;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The attributes in a verbose listing, joined by owner and number: lines such as
 * {@code _computerlevel[1] attribute: installedByMDM: TRUE}. All other lines are passed over.
 */
final class VerboseText {
    private static final String MARK = "] attribute: ";
    private static final String IDENTIFIER = "profileIdentifier";
    private static final String UUID = "profileUUID";
    private static final String BY_MDM = "installedByMDM";
    private static final String SOURCE = "source";

    /** What an MDM is told of such a profile. (Apple, profile.list.yaml: Source.) */
    private static final String DECLARATIVE = "Declarative Device Management";

    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private boolean nothingInstalled;

    private VerboseText() {}

    static VerboseText read(byte[] output) {
        VerboseText text = new VerboseText();
        new String(output, StandardCharsets.UTF_8).lines().forEach(text::line);
        return text;
    }

    List<Entry> entries() {
        return new ArrayList<>(entries.values());
    }

    /** Whether it says that there is no profile. */
    boolean nothingInstalled() {
        return nothingInstalled;
    }

    /** What the lines that describe a profile must name at least. */
    static String name(InstalledProfile profile) {
        ProfileKey listed = profile.listedKey();
        String owner = listed.scope() == Scope.SYSTEM ? ListingEntries.COMPUTER : listed.user();
        return owner + "\n" + listed.identifier().value();
    }

    private void line(String line) {
        int mark = line.indexOf(MARK);
        int open = mark < 0 ? -1 : line.lastIndexOf('[', mark);
        if (open > 0 && isNumber(line.substring(open + 1, mark))) {
            String owner = line.substring(0, open);
            entries.computeIfAbsent(line.substring(0, mark), unused -> new Entry(owner))
                    .attribute(line.substring(mark + MARK.length()));
        } else if (Sentences.nothingInstalled(line)) {
            nothingInstalled = true;
        }
    }

    private static boolean isNumber(String text) {
        return !text.isEmpty() && text.chars().allMatch(character -> character >= '0' && character <= '9');
    }

    /** What the lines of one owner and number say of one profile. */
    static final class Entry {
        private final String owner;
        private final Map<String, String> attributes = new LinkedHashMap<>();
        private boolean contradictory;
        private boolean declarative;

        private Entry(String owner) {
            this.owner = owner;
        }

        private void attribute(String text) {
            int colon = text.indexOf(": ");
            String name = colon < 0 ? "" : text.substring(0, colon);
            declarative |=
                    name.equals(SOURCE) && text.substring(colon + 2).strip().equals(DECLARATIVE);
            if (name.equals(IDENTIFIER) || name.equals(UUID) || name.equals(BY_MDM)) {
                String value = text.substring(colon + 2);
                String before = attributes.putIfAbsent(name, value);
                contradictory |= before != null && !before.equals(value);
            }
        }

        /** What its lines name: owner and identifier. */
        String name() {
            return owner + "\n" + attributes.getOrDefault(IDENTIFIER, "");
        }

        /** Whether it is about a profile and not only about one of its name. */
        boolean describes(InstalledProfile profile) {
            return name().equals(VerboseText.name(profile))
                    && profile.listedUuid()
                            .equalsIgnoreCase(attributes.getOrDefault(UUID, "").replace("(null)", ""));
        }

        /** Whether any line says so; a profile that only claims it keeps itself from being changed. */
        boolean declarative() {
            return declarative;
        }

        /** Whether macOS says at all who installed it. */
        boolean marked() {
            return attributes.containsKey(BY_MDM);
        }

        Origin origin(Origin unmarked) {
            if (contradictory) {
                return Origin.UNKNOWN;
            } else if (!marked()) {
                return unmarked;
            }
            return switch (attributes.getOrDefault(BY_MDM, "").strip()) {
                case "TRUE" -> Origin.MDM;
                case "FALSE" -> Origin.LOCAL;
                default -> Origin.UNKNOWN;
            };
        }
    }
}
