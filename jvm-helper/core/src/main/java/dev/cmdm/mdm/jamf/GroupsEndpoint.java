// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.jamf;

import dev.cmdm.mdm.http.Exchange.Answer;
import dev.cmdm.mdm.http.HttpCall;

/**
 * {@code /JSSResource/computergroups}. A static group takes additions one by one, so that two Macs that join at once do
 * not undo each other, as they would in a scope. (macadmins/jamf-pro-sdk-python, models/classic/computer_groups.py.)
 */
final class GroupsEndpoint {
    private static final String PATH = "/JSSResource/computergroups/id/";
    private static final String ROOT = "computer_group";
    private static final String XML = "application/xml";
    private static final int LARGEST = 16 * 1024 * 1024;

    private final Answers answers;

    GroupsEndpoint(Answers answers) {
        this.answers = answers;
    }

    /** Whether a computer is a member; nobody is one of a group that there is not. */
    boolean hasMember(String group, String computer) {
        return answers.find(
                        HttpCall.get(PATH + group).withHeader("Accept", XML).withAnswerLimit(LARGEST),
                        Privilege.READ_GROUPS)
                .map(this::group)
                .filter(found -> found.in("computers")
                        .anyMatch(member -> member.say("id").equals(computer)))
                .isPresent();
    }

    /**
     * Adds a computer.
     *
     * @throws UndeliveredException when it has another end than a success, 404 or 409
     */
    void add(String group, String computer) {
        change(group, "computer_additions", computer);
    }

    /**
     * Takes a computer away.
     *
     * @throws UndeliveredException when it has another end than a success, 404 or 409
     */
    void remove(String group, String computer) {
        change(group, "computer_deletions", computer);
    }

    private void change(String group, String list, String computer) {
        XmlElement body =
                XmlElement.of(ROOT, XmlElement.of(list, XmlElement.of("computer", XmlElement.of("id", computer))));
        Answer unused = answers.change(
                HttpCall.of("PUT", PATH + group)
                        .withHeader("Accept", XML)
                        .withBody("text/xml", XmlDocument.write(body)),
                Privilege.UPDATE_GROUPS);
    }

    private XmlElement group(Answer answer) {
        return XmlDocument.find(answer.body())
                .filter(root -> root.name().equals(ROOT))
                .orElseThrow(() -> answers.notThisProduct("no group"));
    }
}
