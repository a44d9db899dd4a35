// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.fleet;

import dev.cmdm.mdm.http.Json;
import java.util.HashMap;
import java.util.Map;

/**
 * How a configuration profile stands on one host. (Fleet, REST API, "Get host": {@code mdm.profiles}.)
 *
 * @param uuid by which Fleet names it
 * @param name its display name
 * @param removes whether it is to go
 * @param state how far that came
 * @param detail why it failed, in the Mac's words; empty for nothing
 */
record HostProfile(String uuid, String name, boolean removes, State state, String detail) {
    /** How far an installation or a removal came. */
    enum State {
        /** It is asked for, and the Mac has not answered; one that put the command off is no other. */
        PENDING,
        /** The Mac acknowledged it. */
        ACKNOWLEDGED,
        /** The Mac refused it, or does not show it. */
        FAILED
    }

    /** Whether the Mac refused to remove it, which Fleet does not ask again. */
    boolean isStuck() {
        return removes && state == State.FAILED;
    }

    static HostProfile read(Json json) {
        Map<String, String> texts = new HashMap<>();
        json.fields(name -> json.text().ifPresent(text -> texts.put(name, text)));
        return new HostProfile(
                texts.getOrDefault("profile_uuid", ""),
                texts.getOrDefault("name", ""),
                texts.getOrDefault("operation_type", "").equals("remove"),
                state(texts.getOrDefault("status", "")),
                texts.getOrDefault("detail", ""));
    }

    /** What Fleet has only made up its mind about has no status yet. */
    private static State state(String status) {
        return switch (status) {
            case "verifying", "verified" -> State.ACKNOWLEDGED;
            case "failed" -> State.FAILED;
            default -> State.PENDING;
        };
    }
}
