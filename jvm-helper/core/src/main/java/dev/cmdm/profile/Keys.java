// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.profile;

import dev.cmdm.plist.KeyPath;

/** Apple's names of the keys that every profile and payload share, and the paths to them. (Apple, TopLevel.yaml, CommonPayloadKeys.yaml.) */
final class Keys {
    static final String IDENTIFIER = "PayloadIdentifier";
    static final String UUID = "PayloadUUID";
    static final String TYPE = "PayloadType";
    static final String VERSION = "PayloadVersion";
    static final String CONTENT = "PayloadContent";
    static final String SCOPE = "PayloadScope";
    static final String DISPLAY_NAME = "PayloadDisplayName";
    static final String REMOVAL_DISALLOWED = "PayloadRemovalDisallowed";
    static final String ENCRYPTED_CONTENT = "EncryptedPayloadContent";

    private Keys() {}

    /** Where a key of the top stands. */
    static KeyPath path(String key) {
        return KeyPath.TOP.key(key);
    }

    /** Where a payload stands. */
    static KeyPath path(int payload) {
        return KeyPath.TOP.key(CONTENT).item(payload);
    }

    /** Where a key of a payload stands. */
    static KeyPath path(int payload, String key) {
        return path(payload).key(key);
    }
}
