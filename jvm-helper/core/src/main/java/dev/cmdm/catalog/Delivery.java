// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.catalog;

import java.util.Locale;

/** How a payload type may reach a Mac. (Apple, userapprovedmdm and allowmanualinstall.) */
public enum Delivery {
    /** When an MDM or a person may install it. */
    ANY("mdm-or-manual"),
    /** When only an MDM may, and a user or the automated enrollment approved that MDM. */
    MDM_ONLY("mdm-only(UAMDM)"),
    /** When a person may install it, and an MDM only if it is approved. */
    APPROVED_MDM("mdm-or-manual(UAMDM-when-MDM)"),
    /** When only a person may install it. */
    MANUAL_ONLY("manual-only"),
    /** When it is what enrolls a Mac in an MDM. */
    ENROLLMENT("enrollment-only"),
    /** When macOS has dropped it. */
    REMOVED("removed"),
    /** When it is for iPhones and other devices, not for Macs. */
    NOT_MACOS("not-macos"),
    /** When it is no payload of its own: the top of a profile, or what all payloads share. */
    CONTAINER("(container)");

    private final String tableWord;

    Delivery(String tableWord) {
        this.tableWord = tableWord;
    }

    /** The word in JSON. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Delivery read(String word) {
        for (Delivery delivery : values()) {
            if (delivery.tableWord.equals(word)) {
                return delivery;
            }
        }
        throw new IllegalStateException("an unknown delivery: " + word);
    }
}
