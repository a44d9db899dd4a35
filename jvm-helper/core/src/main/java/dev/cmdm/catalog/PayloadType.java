// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.catalog;

import java.util.List;
import java.util.Optional;

/**
 * One payload type, as Apple's schema has it; where several files describe it, what they say together.
 *
 * @param name the PayloadType
 * @param files who describes it, at least one
 * @param delivery how it may reach a Mac
 * @param lifetime which macOS knows it
 * @param multiple whether a Mac may have more than one payload of it
 * @param deviceChannel whether it works for the computer
 * @param userChannel whether it works for a user
 * @param keys its own keys, without those that all payloads share
 */
public record PayloadType(
        String name,
        List<SchemaFile> files,
        Delivery delivery,
        Lifetime lifetime,
        boolean multiple,
        boolean deviceChannel,
        boolean userChannel,
        List<PayloadKey> keys) {
    /**
     * A file of Apple's schema.
     *
     * @param name its name, such as {@code com.apple.dock.yaml}
     * @param title what Apple calls the payload
     */
    public record SchemaFile(String name, String title) {}

    /** The key of this name at the top of the payload, or the one that stands for every name. */
    public Optional<PayloadKey> findKey(String key) {
        return Members.find(keys, key);
    }

    /** The file that describes the type, the first of several. */
    public String file() {
        return files.get(0).name();
    }
}
