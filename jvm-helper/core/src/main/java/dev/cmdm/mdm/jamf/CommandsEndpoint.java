// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.jamf;

import dev.cmdm.mdm.http.HttpCall;
import dev.cmdm.mdm.http.Json;
import dev.cmdm.plist.Bytes;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * {@code GET /api/v2/mdm/commands}, what became of the commands that followed from scopes. It needs a filter; oldest
 * first unless it is asked otherwise, in pages of 100. (Jamf, developer.jamf.com, GET /v2/mdm/commands; the fields of an
 * item: macadmins/jamf-pro-sdk-python, models/pro/mdm.py.)
 */
final class CommandsEndpoint {
    private static final String PATH = "/api/v2/mdm/commands?page=0&page-size=100&sort=dateSent:desc&filter=";

    private final Answers answers;

    CommandsEndpoint(Answers answers) {
        this.answers = answers;
    }

    /** Which commands are meant, by the words of the API. */
    enum Direction {
        /** When an object comes to a Mac. */
        INSTALL_PROFILE,
        /** When it goes. */
        REMOVE_PROFILE
    }

    /** What became of a command. */
    enum State {
        /** When the Mac did not answer yet. */
        PENDING,
        /** When the Mac put it off. */
        NOT_NOW,
        /** When the Mac carried it out. */
        ACKNOWLEDGED,
        /** When the Mac refused it. */
        ERROR,
        /** When the server says a word that is none of these. */
        OTHER
    }

    /**
     * A command.
     *
     * @param sent when it was asked for, by the server's clock
     */
    record Issued(State state, Instant sent) {
        boolean isOpen() {
            return state == State.PENDING || state == State.NOT_NOW;
        }
    }

    /**
     * The latest command in a direction that brought a Mac an object, or took it away.
     *
     * @throws dev.cmdm.mdm.MdmUnavailableException when it cannot be asked now
     */
    Optional<Issued> findLatest(String managementId, Direction direction, String profile) {
        String filter = "clientManagementId==\"" + managementId + "\" and command==\"" + direction
                + "\" and profileId==" + profile;
        HttpCall call = HttpCall.get(PATH + Encoded.of(filter)).withHeader("Accept", "application/json");
        return read(answers.get(call, Privilege.VIEW_COMMANDS).body()).stream().max(Comparator.comparing(Issued::sent));
    }

    private List<Issued> read(Bytes body) {
        List<Issued> issued = new ArrayList<>();
        boolean[] list = {false};
        Optional<Boolean> read = Json.read(body, json -> {
            json.fields(name -> {
                if (name.equals("results")) {
                    list[0] = json.isArray();
                    json.items(() -> issued(json).ifPresent(issued::add));
                }
            });
            return list[0];
        });
        if (read.filter(found -> found).isEmpty()) {
            throw answers.notThisProduct("no list of commands");
        }
        return issued;
    }

    private static Optional<Issued> issued(Json json) {
        String[] texts = {"", ""};
        json.fields(name -> {
            switch (name) {
                case "commandState", "status" -> texts[0] = json.text().orElse("");
                case "dateSent" -> texts[1] = json.text().orElse("");
                default -> {}
            }
        });
        return time(texts[1]).map(sent -> new Issued(state(texts[0]), sent));
    }

    /** 11.30 and later know COMMAND_FORMAT_ERROR too. (Jamf, changes of 11.30.0.) */
    private static State state(String word) {
        return switch (word.toUpperCase(Locale.ROOT)) {
            case "PENDING" -> State.PENDING;
            case "NOT_NOW" -> State.NOT_NOW;
            case "ACKNOWLEDGED" -> State.ACKNOWLEDGED;
            case "ERROR", "COMMAND_FORMAT_ERROR" -> State.ERROR;
            default -> State.OTHER;
        };
    }

    private static Optional<Instant> time(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
