// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.workspaceone;

import dev.cmdm.mdm.Delivery;
import dev.cmdm.mdm.http.Exchange.Answer;
import dev.cmdm.profile.ObjectName;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * {@code POST /mdm/profiles/platforms/appleosx/create}, version 2: answers the number of the new object and nothing
 * else. Objects are never updated: for macOS that may answer 200 and change nothing. (euc-oss/terraform-sdk-uem, guides.)
 */
final class CreateEndpoint {
    private static final int VERSION = 2;

    private final UemApi api;

    CreateEndpoint(UemApi api) {
        this.api = api;
    }

    /** Makes an object; whether a lost one was made the next search shows, so that it is made once. */
    long make(ObjectName name, long group, long smartGroup, List<String> payloads) throws NotTakenException {
        String body = UemJson.profile(name.toString(), group, smartGroup, payloads);
        Answer answer;
        try {
            answer = api.call("POST", "/mdm/profiles/platforms/appleosx/create", VERSION, body);
        } catch (NotTakenException e) {
            throw e.beforeTheCommand().aboutNoMac(api.http().address());
        }
        String number = new String(answer.body().toArray(), StandardCharsets.UTF_8).strip();
        if (!number.matches("[0-9]{1,18}")) {
            throw new NotTakenException(new Delivery.Refused(api.http().address() + " answered " + answer.status()
                    + " without the number of the new object " + name));
        }
        return Long.parseLong(number);
    }
}
