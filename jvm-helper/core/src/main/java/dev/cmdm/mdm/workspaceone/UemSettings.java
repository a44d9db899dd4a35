// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.workspaceone;

import dev.cmdm.mdm.MissingSettingException;
import dev.cmdm.mdm.ProductSettings;
import java.util.Optional;

/**
 * What is set for a Workspace ONE, by the words of the settings.
 *
 * @param own the settings themselves
 */
record UemSettings(ProductSettings own) {
    /** By an error of 2018; whether later releases take more is not known. (Workspace ONE, error 1012.) */
    private static final long SEEN_LIMIT = 2000;

    private static final long USUAL_RESERVE = 100;

    /** The most characters of {@code CommandXml}. */
    long commandLimit() {
        return number("mdm.command_limit").orElse(SEEN_LIMIT);
    }

    /** How many calls are left for others before a quota is used up. */
    long quotaReserve() {
        return number("mdm.quota_reserve").orElse(USUAL_RESERVE);
    }

    /**
     * Demands what objects need, if there are to be any, before anything is sent.
     *
     * @throws MissingSettingException when a group is not set
     */
    void requireGroups() {
        if (objects()) {
            group("mdm.group");
            group("mdm.smart_group");
        }
    }

    /** Whether profiles that no command can carry become objects. */
    boolean objects() {
        return own.isTrue("mdm.objects");
    }

    /**
     * The number of an organization group or a smart group.
     *
     * @throws MissingSettingException when it is not set, or is no number
     */
    long group(String word) {
        return number(word).orElseThrow(() -> new MissingSettingException(word, "its number", "Workspace ONE objects"));
    }

    /**
     * A setting that must be there.
     *
     * @throws MissingSettingException when it is not
     */
    String text(String word, String what) {
        return own.find(word).orElseThrow(() -> new MissingSettingException(word, what, "Workspace ONE"));
    }

    private Optional<Long> number(String word) {
        return own.find(word).filter(text -> text.matches("[0-9]{1,9}")).map(Long::parseLong);
    }
}
