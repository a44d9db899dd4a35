// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.jamf;

import dev.cmdm.mdm.Delivery;
import dev.cmdm.mdm.Notes;
import dev.cmdm.mdm.UndeliveredException;
import dev.cmdm.mdm.http.Exchange.Answer;
import dev.cmdm.mdm.http.HttpCall;
import dev.cmdm.plist.Bytes;
import dev.cmdm.profile.ObjectName;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * {@code /JSSResource/osxconfigurationprofiles}, the objects of Jamf Pro. At the top of a profile it writes a UUID of its
 * own as PayloadUUID and PayloadIdentifier, and the object's name as PayloadDisplayName; whoever updates the content
 * without that UUID leaves Macs with two copies. Here content is never updated: another content is another object.
 * (deploymenttheory/terraform-provider-jamfpro, issues 539 and 860; jamf-cli, issue 129.)
 */
final class ProfilesEndpoint {
    private static final String PATH = "/JSSResource/osxconfigurationprofiles";
    private static final String ROOT = "os_x_configuration_profile";

    /** An object repeats its whole content, escaped, and names everybody in its scope. */
    private static final int LARGEST = 64 * 1024 * 1024;

    private static final String XML = "application/xml";

    private final Answers answers;
    private final Patience patience;

    ProfilesEndpoint(Answers answers, Patience patience) {
        this.answers = answers;
        this.patience = patience;
    }

    /**
     * An object.
     *
     * @param id its number
     * @param asOf what the server's clock said; nothing when it did not tell
     */
    record Known(String id, Scope scope, Optional<Instant> asOf) {
        /** The same as of another time. */
        Known asOf(Optional<Instant> time) {
            return new Known(id, scope, time);
        }
    }

    /**
     * The object of a name.
     *
     * @throws UndeliveredException when that is one whose name has other letters
     */
    Optional<Known> findNamed(ObjectName name) {
        HttpCall call = HttpCall.get(PATH + "/name/" + Encoded.of(name.toString()))
                .withHeader("Accept", XML)
                .withAnswerLimit(LARGEST);
        return answers.find(call, Privilege.READ_PROFILES).map(answer -> known(answer, name));
    }

    /** The same, looked for until every node of the cluster must show it. */
    Optional<Known> awaitNamed(ObjectName name) {
        return patience.find(() -> findNamed(name));
    }

    /**
     * Makes an object; or finds the one that somebody made at the same time.
     *
     * @param content an XML property list
     * @param scope whom it is for
     * @param notes told when it was made here
     * @throws UndeliveredException when there is none
     */
    Known create(ObjectName name, Bytes content, Scope scope, Notes notes) {
        XmlElement general = XmlElement.of(
                "general",
                XmlElement.of("name", name.toString()),
                XmlElement.of("description", "Made by cmdm. Its name tells what is inside; do not change either."),
                XmlElement.of("distribution_method", "Install Automatically"),
                XmlElement.of("user_removable", "false"),
                XmlElement.of("level", "computer"),
                XmlElement.of("redeploy_on_update", "Newly Assigned"),
                XmlElement.of("payloads", new String(content.toArray(), StandardCharsets.UTF_8)));
        HttpCall call = HttpCall.of("POST", PATH + "/id/0")
                .withHeader("Accept", XML)
                .withBody("text/xml", XmlDocument.write(XmlElement.of(ROOT, general, scope.xml())));
        Answer answer = answers.change(call, Privilege.CREATE_PROFILES);
        if (Answers.isSuccess(answer)) {
            notes.note("the object " + name + " was made");
        }
        return Answers.findId(answer)
                .map(id -> new Known(id, scope, asOf(answer)))
                .or(() -> awaitNamed(name))
                .orElseThrow(() -> new UndeliveredException(new Delivery.Refused(answers.refusal(answer))));
    }

    private Known known(Answer answer, ObjectName name) {
        XmlElement object = XmlDocument.find(answer.body())
                .filter(root -> root.name().equals(ROOT))
                .orElseThrow(() -> answers.notThisProduct("no object"));
        XmlElement general =
                object.find("general").orElseThrow(() -> answers.notThisProduct("an object that says nothing"));
        if (!general.say("name").equals(name.toString())) {
            throw new UndeliveredException(new Delivery.Refused("the object " + name
                    + " cannot be told in Jamf Pro from one whose name has other letters; give that another name"));
        }
        String id = general.say("id");
        Scope scope = object.find("scope").map(Scope::new).orElseThrow(() -> answers.notThisProduct("no scope"));
        if (!Encoded.isNumber(id)) {
            throw answers.notThisProduct("an object without a number");
        }
        return new Known(id, scope, asOf(answer));
    }

    private static Optional<Instant> asOf(Answer answer) {
        return answer.headers().find("Date").flatMap(ProfilesEndpoint::time);
    }

    private static Optional<Instant> time(String date) {
        try {
            return Optional.of(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
