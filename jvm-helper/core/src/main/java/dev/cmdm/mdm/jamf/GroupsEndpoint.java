// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.jamf;

import dev.cmdm.mdm.Delivery;
import dev.cmdm.mdm.UndeliveredException;
import dev.cmdm.mdm.http.Exchange.Answer;
import dev.cmdm.mdm.http.HttpCall;
import dev.cmdm.profile.ObjectName;
import java.util.Optional;

/**
 * {@code /JSSResource/computergroups}. A static group takes additions and deletions one by one, so that two Macs that join
 * at once do not undo each other, as they would in a scope. (macadmins/jamf-pro-sdk-python,
 * models/classic/computer_groups.py; jamf/ruby-jss, computer_group.rb.)
 */
final class GroupsEndpoint {
    private static final String PATH = "/JSSResource/computergroups";
    private static final String ROOT = "computer_group";
    private static final String XML = "application/xml";
    private static final int LARGEST = 16 * 1024 * 1024;

    private final Answers answers;

    GroupsEndpoint(Answers answers) {
        this.answers = answers;
    }

    /**
     * The number of the static group of a name.
     *
     * @throws UndeliveredException when a smart group has that name, or one of other letters
     */
    Optional<String> findNamed(ObjectName name) {
        return find("/name/" + Encoded.of(name.toString())).map(found -> number(found, name));
    }

    /**
     * Makes a group of nobody.
     *
     * @return whether it was made; not when there is one of this name
     * @throws UndeliveredException when it has another end
     */
    boolean create(ObjectName name) {
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
        if (!Answers.isSuccess(answer) && findNamed(name).isEmpty()) {
            throw new UndeliveredException(new Delivery.Refused(answers.refusal(answer)));
        }
        return Answers.isSuccess(answer);
    }

    /** Whether a computer is a member; nobody is one of a group that there is not. */
    boolean hasMember(String group, String computer) {
        return find("/id/" + group)
                .filter(found -> found.in("computers")
                        .anyMatch(member -> member.say("id").equals(computer)))
                .isPresent();
    }

    /**
     * Adds a computer.
     *
     * @return whether there is such a group
     * @throws UndeliveredException when it has another end
     */
    boolean add(String group, String computer) {
        return change(group, "computer_additions", computer);
    }

    /**
     * Takes a computer away.
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

    private Optional<XmlElement> find(String key) {
        HttpCall call = HttpCall.get(PATH + key).withHeader("Accept", XML).withAnswerLimit(LARGEST);
        return answers.find(call, Privilege.READ_GROUPS).map(this::group);
    }

    private XmlElement group(Answer answer) {
        return XmlDocument.find(answer.body())
                .filter(root -> root.name().equals(ROOT))
                .orElseThrow(() -> answers.notThisProduct("no group"));
    }

    private String number(XmlElement group, ObjectName name) {
        if (!group.say("name").equals(name.toString()) || group.say("is_smart").equals("true")) {
            throw new UndeliveredException(new Delivery.Refused("the group " + name
                    + " in Jamf Pro is a smart one, or one whose name has other letters; give it another name"));
        }
        String id = group.say("id");
        if (!Encoded.isNumber(id)) {
            throw answers.notThisProduct("a group without a number");
        }
        return id;
    }
}
