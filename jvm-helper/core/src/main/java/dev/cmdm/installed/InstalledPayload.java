// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.installed;

import dev.cmdm.plist.PlistValue;

/**
 * One payload as the listing shows it. What it shows is never a proof of content: macOS lifts keys
 * and drops secrets.
 *
 * @param type Apple's PayloadType, empty when the listing has none
 * @param identifier its PayloadIdentifier, empty when the listing has none
 * @param uuid its PayloadUUID, empty when the listing has none
 * @param settings the settings shown, lifted by macOS under PayloadContent; empty when it shows none
 * @param described what else is shown of it, such as PayloadVersion; empty when nothing is
 */
public record InstalledPayload(
        String type, String identifier, String uuid, PlistValue.Dict settings, PlistValue.Dict described) {
    /** A payload of which nothing else is shown. */
    public InstalledPayload(String type, String identifier, String uuid, PlistValue.Dict settings) {
        this(type, identifier, uuid, settings, PlistValue.Dict.empty());
    }

    /** Without the settings, whose values are never printed. */
    @Override
    public String toString() {
        return type + " " + identifier + " " + uuid + ", " + settings.entries().size() + " settings";
    }
}
