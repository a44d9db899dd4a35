// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server.jamf;

import java.time.Instant;
import java.util.Optional;

/**
 * A command for a Mac and what became of it.
 *
 * @param type as the API names it: {@code INSTALL_PROFILE}
 * @param profile the object it is about
 * @param plist what the Mac is sent
 * @param words why the Mac refused it, empty unless it did
 */
@SuppressWarnings("ArrayRecordComponent") // bytes of the wire; never compared, never changed
record MdmCommand(
        String uuid,
        String udid,
        String type,
        Optional<About> profile,
        byte[] plist,
        State state,
        Instant sent,
        Optional<Instant> completed,
        String words) {
    /** The object that a command is about. */
    record About(int id, String identifier, String name) {}

    /** What became of a command, by the words of the API. (developer.jamf.com, GET /v2/mdm/commands.) */
    enum State {
        /** When the Mac has not answered yet. */
        PENDING,
        /** When the Mac carried it out. */
        ACKNOWLEDGED,
        /** When the Mac put it off. */
        NOT_NOW,
        /** When the Mac refused it. */
        ERROR
    }

    boolean isOpen() {
        return state == State.PENDING || state == State.NOT_NOW;
    }

    MdmCommand answered(State answer, Instant at, String why) {
        var end = answer == State.NOT_NOW ? Optional.<Instant>empty() : Optional.of(at);
        return new MdmCommand(uuid, udid, type, profile, plist, answer, sent, end, why);
    }

    /** As the console and the history call it. */
    String title() {
        return switch (type) {
            case "INSTALL_PROFILE" ->
                "Install Configuration Profile " + profile.map(About::name).orElse("");
            case "REMOVE_PROFILE" ->
                "Remove Configuration Profile " + profile.map(About::name).orElse("");
            default -> type;
        };
    }
}
