// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.plist;

import org.jspecify.annotations.Nullable;

/** Where a reader is; remembers names and numbers and makes a path of them only when something is wrong. */
final class PathTracker {
    private KeyPath container = KeyPath.TOP;
    private @Nullable String key;
    private int index = -1;

    /** Enters the current value; give {@link #leave} what this returns. */
    KeyPath enter() {
        KeyPath outer = container;
        container = path();
        key = null;
        index = -1;
        return outer;
    }

    /** Goes back to the container that was left when the current one was entered. */
    void leave(KeyPath outer) {
        container = outer;
        key = null;
        index = -1;
    }

    /** Comes to the value under a key. */
    void at(String name) {
        key = name;
    }

    /** Comes to an item. */
    void at(int number) {
        index = number;
    }

    /** The way to the current value. */
    KeyPath path() {
        if (key != null) {
            return container.key(key);
        }
        return index >= 0 ? container.item(index) : container;
    }
}
