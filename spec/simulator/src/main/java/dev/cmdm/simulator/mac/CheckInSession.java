// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.mac;

import com.dd.plist.NSDictionary;
import java.io.IOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** One conversation: Idle, then each command that the server has, until it has none. */
final class CheckInSession {
    private final CheckInClient client;
    private final Function<Command, Optional<Answer>> handler;
    private final BiConsumer<Command, Answer> answered;

    /**
     * A conversation.
     *
     * @param handler carries a command out; nothing ends the conversation there
     * @param answered hears of each answer before it is sent
     */
    CheckInSession(
            CheckInClient client, Function<Command, Optional<Answer>> handler, BiConsumer<Command, Answer> answered) {
        this.client = client;
        this.handler = handler;
        this.answered = answered;
    }

    void run() throws IOException, InterruptedException {
        Set<String> postponed = new HashSet<>();
        NSDictionary idle = new NSDictionary();
        idle.put("Status", "Idle");
        Optional<NSDictionary> next = client.report(idle);
        while (next.isPresent()) {
            Command command = Command.of(next.get());
            // a server may offer at once what was just put off; a Mac does not go round in circles then
            if (postponed.contains(command.uuid())) {
                return;
            }
            Optional<Answer> given = handler.apply(command);
            if (given.isEmpty()) {
                return;
            }
            Answer answer = given.get();
            if (answer.equals(Answer.NOT_NOW)) {
                postponed.add(command.uuid());
            }
            answered.accept(command, answer);
            next = client.report(answer.report(command.uuid()));
        }
    }
}
