// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.workspaceone;

import dev.cmdm.mdm.http.Exchange.Answer;
import dev.cmdm.mdm.http.HttpCaller;
import dev.cmdm.mdm.http.Json;
import java.util.Locale;
import java.util.Optional;

/**
 * An error of Workspace ONE's own: {@code {"errorCode":1012,"message":"…","activityId":"…"}}. The code comes as a number
 * or as text. (Workspace ONE, recorded in 2018; euc-oss/terraform-sdk-uem, client.)
 */
final class UemError {
    private static final String TOO_LONG = "1012";

    private String code = "";
    private String message = "";
    private String activityId = "";

    private UemError() {}

    /** The error that a body tells, or nothing when it is none of its own. */
    static Optional<UemError> find(Answer answer) {
        return Json.read(answer.body(), UemError::read)
                .filter(error -> !error.code.isEmpty() || !error.message.isEmpty());
    }

    /** Whether it is about the length of what was sent. */
    boolean isTooLong() {
        return code.equals(TOO_LONG) || message.toLowerCase(Locale.ROOT).contains("length");
    }

    /** On one line: the code, the server's words, and the id by which its support finds the call. */
    String words(HttpCaller http) {
        return "error " + (code.isEmpty() ? "without a code" : http.words(code))
                + (message.isEmpty() ? "" : ": " + http.words(message))
                + (activityId.isEmpty() ? "" : " (activityId " + http.words(activityId) + ")");
    }

    private static UemError read(Json json) {
        UemError error = new UemError();
        json.fields(name -> {
            switch (name) {
                case "errorCode" ->
                    error.code =
                            json.whole().map(String::valueOf).or(json::text).orElse("");
                case "message" -> error.message = json.text().orElse("");
                case "activityId" -> error.activityId = json.text().orElse("");
                default -> {}
            }
        });
        return error;
    }
}
