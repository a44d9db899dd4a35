// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.jamf;

import dev.cmdm.mdm.Delivery;
import dev.cmdm.mdm.Notes;
import dev.cmdm.mdm.UndeliveredException;
import dev.cmdm.mdm.http.Exchange.Answer;
import dev.cmdm.mdm.http.HttpCall;
import dev.cmdm.profile.ObjectName;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * {@code /JSSResource/computergroups}. A static group takes additions and deletions one by one, so that two Macs that join
 * at once do not undo each other, as they would in a scope. (Jamf, developer.jamf.com, updatecomputergroupbyid;
 * macadmins/jamf-pro-sdk-python, models/classic/computer_groups.py.)
 */
final class GroupsEndpoint {
    private static final String PATH = "/JSSResource/computergroups";
    private static final String ROOT = "computer_group";
    private static final String XML = "application/xml";
    private static final int LARGEST = 16 * 1024 * 1024;

    private final Answers answers;
    private final Patience patience;

    GroupsEndpoint(Answers answers, Patience patience) {
        this.answers = answers;
        this.patience = patience;
    }

    /**
     * A static group.
     *
     * @param id its number
     * @param members the numbers of its computers
     */
    record Group(String id, Set<String> members) {}

    /**
     * The static group of a name, with all its members.
     *
     * @throws UndeliveredException when a smart group has that name, or one of other letters
     */
    Optional<Group> findNamed(ObjectName name) {
        HttpCall call = HttpCall.get(PATH + "/name/" + Encoded.of(name.toString()))
                .withHeader("Accept", XML)
                .withAnswerLimit(LARGEST);
        return answers.find(call, Privilege.READ_GROUPS).map(answer -> group(answer, name));
    }

    /**
     * Makes a group of nobody; or finds the one that somebody made at the same time.
     *
     * @param notes told when it was made here
     * @return its number
     * @throws UndeliveredException when there is none
     */
    String create(ObjectName name, Notes notes) {
        XmlElement group = XmlElement.of(
                ROOT,
                XmlElement.of("name", name.toString()),
                XmlElement.of("is_smart", "false"),
                XmlElement.of("computers"));
        Answer answer = answers.change(
                HttpCall.of("POST", PATH + "/id/0")
                        .withHeader("Accept", XML)
                        .withBody("text/xml", XmlDocument.write(group)),
                Privilege.CREATE_GROUPS);
        if (Answers.isSuccess(answer)) {
            notes.note("the static group " + name + " was made");
        }
        return Answers.findId(answer)
                .or(() -> patience.find(() -> findNamed(name)).map(Group::id))
                .orElseThrow(() -> new UndeliveredException(new Delivery.Refused(answers.refusal(answer))));
    }

    /**
     * Adds a computer; a second time changes nothing.
     *
     * @return whether there is such a group
     * @throws UndeliveredException when it has another end
     */
    boolean add(String group, String computer) {
        return change(group, "computer_additions", computer);
    }

    /**
     * Takes a computer away; a second time changes nothing.
     *
     * @return whether there is such a group
     * @throws UndeliveredException when it has another end
     */
    boolean remove(String group, String computer) {
        return change(group, "computer_deletions", computer);
    }

    private boolean change(String group, String list, String computer) {
        XmlElement body =
                XmlElement.of(ROOT, XmlElement.of(list, XmlElement.of("computer", XmlElement.of("id", computer))));
        Answer answer = answers.change(
                HttpCall.of("PUT", PATH + "/id/" + group)
                        .withHeader("Accept", XML)
                        .withBody("text/xml", XmlDocument.write(body)),
                Privilege.UPDATE_GROUPS);
        if (answer.status() == 409) {
            throw new UndeliveredException(new Delivery.Refused(answers.refusal(answer)));
        }
        return Answers.isSuccess(answer);
    }

    private Group group(Answer answer, ObjectName name) {
        XmlElement group = XmlDocument.find(answer.body())
                .filter(root -> root.name().equals(ROOT))
                .orElseThrow(() -> answers.notThisProduct("no group"));
        if (!group.say("name").equals(name.toString()) || group.say("is_smart").equals("true")) {
            throw new UndeliveredException(new Delivery.Refused("the group " + name
                    + " in Jamf Pro is a smart one, or one whose name has other letters; give it another name"));
        } else if (!Encoded.isNumber(group.say("id"))) {
            throw answers.notThisProduct("a group without a number");
        }
        return new Group(
                group.say("id"),
                group.in("computers").map(member -> member.say("id")).collect(Collectors.toSet()));
    }
}
