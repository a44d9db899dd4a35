// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.jamf;

import dev.cmdm.mdm.OneLine;
import dev.cmdm.mdm.http.HttpCall;
import java.util.Comparator;
import java.util.Optional;

/**
 * {@code GET /JSSResource/computerhistory/id/{id}/subset/Commands}, which alone tells what a Mac said when it refused: the
 * status of a failed command. (ruby-jss, ManagementHistory; deploymenttheory/go-api-sdk-jamfpro,
 * classicapi_computer_history.go.)
 */
final class HistoryEndpoint {
    private static final int LARGEST = 32 * 1024 * 1024;

    private final Answers answers;

    HistoryEndpoint(Answers answers) {
        this.answers = answers;
    }

    /**
     * What a Mac said when it refused the latest command about an object.
     *
     * @param object its name, in which a command's own name ends
     * @throws dev.cmdm.mdm.MdmUnavailableException when it cannot be asked now
     */
    Optional<String> findRefusal(String computer, CommandsEndpoint.Direction direction, String object) {
        HttpCall call = HttpCall.get("/JSSResource/computerhistory/id/" + computer + "/subset/Commands")
                .withHeader("Accept", "application/xml")
                .withAnswerLimit(LARGEST);
        String verb = direction == CommandsEndpoint.Direction.INSTALL_PROFILE ? "Install" : "Remove";
        return answers.find(call, Privilege.READ_COMPUTERS)
                .flatMap(answer -> XmlDocument.find(answer.body()))
                .flatMap(history -> history.find("commands"))
                .flatMap(commands -> commands.in("failed")
                        .filter(command -> command.say("name").startsWith(verb))
                        .filter(command -> command.say("name").endsWith(object))
                        .max(Comparator.comparingLong(HistoryEndpoint::issued)))
                .map(command -> OneLine.of(command.say("status")))
                .filter(words -> !words.isEmpty());
    }

    private static long issued(XmlElement command) {
        String epoch = command.say("issued_epoch");
        return epoch.matches("[0-9]{1,18}") ? Long.parseLong(epoch) : 0;
    }
}
