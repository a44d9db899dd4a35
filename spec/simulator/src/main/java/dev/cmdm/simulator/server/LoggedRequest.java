// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * One request to a server's API, without its payload and with its credential masked.
 *
 * @param time when it arrived
 * @param path path with query
 * @param status status of the answer; also when the answer was lost, 0 when the connection was reset before anything was done
 * @param answered whether the caller was sent the answer
 * @param requestType RequestType of the command it carried
 * @param identifier PayloadIdentifier of the profile that the command installs or removes
 * @param commandUuid CommandUUID of the command it carried
 * @param authorization "Basic ***", "Bearer ***" or "none"
 * @param tooManyAtOnce how many requests were in progress, if these are more than the server is made for
 */
public record LoggedRequest(
        Instant time,
        String method,
        String path,
        int status,
        boolean answered,
        Optional<String> requestType,
        Optional<String> identifier,
        Optional<String> commandUuid,
        String authorization,
        Optional<Integer> tooManyAtOnce) {

    /** The columns, separated by one space; "-" stands for what the request did not carry. */
    public String line() {
        return String.join(
                        " ",
                        time.truncatedTo(ChronoUnit.MILLIS).toString(),
                        method,
                        path,
                        outcome(),
                        column(requestType),
                        column(identifier),
                        column(commandUuid),
                        authorization)
                + tooManyAtOnce.map(count -> " " + count + "-at-once").orElse("");
    }

    private String outcome() {
        if (status == 0) {
            return "reset";
        }
        return answered ? String.valueOf(status) : status + "-lost";
    }

    private static String column(Optional<String> value) {
        return value.map(text -> text.replaceAll("[\\s\\p{Cntrl}]", "_"))
                .filter(text -> !text.isEmpty())
                .orElse("-");
    }
}
