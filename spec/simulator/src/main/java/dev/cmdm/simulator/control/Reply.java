// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.control;

import java.util.Map;

/**
 * An answer of the control API.
 *
 * @param json what becomes the JSON body
 */
record Reply(int status, Object json) {
    static Reply ok(Object json) {
        return new Reply(200, json);
    }

    static Reply error(int status, String message) {
        return new Reply(status, Map.of("error", message));
    }
}
