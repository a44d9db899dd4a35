// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.jamf;

import dev.cmdm.mdm.Delivery;
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

    ProfilesEndpoint(Answers answers) {
        this.answers = answers;
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

    /** The object of a name. */
    Optional<Known> findNamed(ObjectName name) {
        return find("/name/" + Encoded.of(name.toString()));
    }

    /** The object of a number. */
    Optional<Known> findNumbered(String id) {
        return find("/id/" + id);
    }

    /**
     * Makes an object that nobody has.
     *
     * @param content an XML property list
     * @return whether it was made; not when there is one of this name
     * @throws UndeliveredException when it has another end
     */
    boolean create(ObjectName name, Bytes content) {
        XmlElement general = XmlElement.of(
                "general",
                XmlElement.of("name", name.toString()),
                XmlElement.of("description", "Made by cmdm. Its name tells what is inside; do not change either."),
                XmlElement.of("distribution_method", "Install Automatically"),
                XmlElement.of("user_removable", "false"),
                XmlElement.of("level", "computer"),
                XmlElement.of("redeploy_on_update", "Newly Assigned"),
                XmlElement.of("payloads", new String(content.toArray(), StandardCharsets.UTF_8)));
        Answer answer =
                change("POST", "/id/0", XmlElement.of(ROOT, general, Scope.NOBODY.xml()), Privilege.CREATE_PROFILES);
        if (!Answers.isSuccess(answer) && findNamed(name).isEmpty()) {
            throw new UndeliveredException(new Delivery.Refused(answers.refusal(answer)));
        }
        return Answers.isSuccess(answer);
    }

    /**
     * Writes a scope, and nothing else of the object.
     *
     * @return whether there was still such an object
     * @throws UndeliveredException when it has another end
     */
    boolean write(String id, Scope scope) {
        Answer answer = change("PUT", "/id/" + id, XmlElement.of(ROOT, scope.xml()), Privilege.UPDATE_PROFILES);
        if (answer.status() == 409) {
            throw new UndeliveredException(new Delivery.Refused(answers.refusal(answer)));
        }
        return Answers.isSuccess(answer);
    }

    private Optional<Known> find(String key) {
        HttpCall call = HttpCall.get(PATH + key).withHeader("Accept", XML).withAnswerLimit(LARGEST);
        return answers.find(call, Privilege.READ_PROFILES).map(this::known);
    }

    private Known known(Answer answer) {
        XmlElement object = XmlDocument.find(answer.body())
                .filter(root -> root.name().equals(ROOT))
                .orElseThrow(() -> answers.notThisProduct("no object"));
        String id = object.find("general").map(general -> general.say("id")).orElse("");
        Scope scope = object.find("scope").map(Scope::new).orElseThrow(() -> answers.notThisProduct("no scope"));
        if (!Encoded.isNumber(id)) {
            throw answers.notThisProduct("an object without a number");
        }
        return new Known(id, scope, answer.headers().find("Date").flatMap(ProfilesEndpoint::time));
    }

    private static Optional<Instant> time(String date) {
        try {
            return Optional.of(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private Answer change(String method, String key, XmlElement body, Privilege needed) {
        HttpCall call =
                HttpCall.of(method, PATH + key).withHeader("Accept", XML).withBody("text/xml", XmlDocument.write(body));
        return answers.change(call, needed);
    }
}
