// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.micromdm;

import dev.cmdm.mdm.MdmUnavailableException;
import dev.cmdm.mdm.http.Exchange.Answer;
import dev.cmdm.mdm.http.HttpCall;
import dev.cmdm.mdm.http.HttpCaller;
import dev.cmdm.mdm.http.Json;
import java.util.HashSet;
import java.util.Set;

/**
 * {@code GET /v1/commands/{udid}}. An empty queue is {@code {}}, and so is that of an unknown device. A command
 * that the Mac put off stays in it; one that it answered in any other way is gone. (MicroMDM, platform/queue.)
 */
final class QueueEndpoint {
    /** The whole of every queued profile comes along, in base64 twice. */
    private static final int ANSWER_LIMIT = 64 * 1024 * 1024;

    private static final String PATH = "/v1/commands/";

    private final HttpCaller http;

    QueueEndpoint(HttpCaller http) {
        this.http = http;
    }

    /** A question that changes nothing and that only the right credential gets answered. */
    static HttpCall ofNoMac() {
        return HttpCall.get(PATH + "00000000-0000-0000-0000-000000000000");
    }

    /** The ids that wait; their payloads are skipped unread. */
    Set<String> ask(String udid) {
        HttpCall call = HttpCall.get(PATH + udid).withAnswerLimit(ANSWER_LIMIT);
        Answer answer = MicroMdmAnswers.require(http, call);
        return Json.read(answer.body(), QueueEndpoint::ids)
                .orElseThrow(() -> new MdmUnavailableException(
                        http.address() + " gave no queue; check mdm.url and mdm.product", false));
    }

    private static Set<String> ids(Json json) {
        Set<String> ids = new HashSet<>();
        json.fields(name -> {
            if (name.equals("commands")) {
                json.items(() -> json.text("uuid").ifPresent(ids::add));
            }
        });
        return ids;
    }
}
