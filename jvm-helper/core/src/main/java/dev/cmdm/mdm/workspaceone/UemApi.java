// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.workspaceone;

import dev.cmdm.mdm.Delivery;
import dev.cmdm.mdm.http.Exchange;
import dev.cmdm.mdm.http.Exchange.Answer;
import dev.cmdm.mdm.http.HttpCall;
import dev.cmdm.mdm.http.HttpCaller;
import dev.cmdm.mdm.http.Verdicts;
import dev.cmdm.secret.Secret;
import java.util.Optional;

/**
 * One call of Workspace ONE's API: below {@code /api}, with the tenant's key, in a version of its own. Without a version
 * the answer would have the fields of version 1, without JSON in {@code Accept} it would be XML. (Omnissa,
 * API documentation; euc-oss/terraform-sdk-uem, client.)
 */
final class UemApi {
    private static final int NOT_FOUND = 404;
    private static final int UNPROCESSABLE = 422;
    private static final int BAD_REQUEST = 400;

    private final HttpCaller http;
    private final String prefix;
    private final Optional<Secret> tenantCode;
    private final Quota quota;

    /**
     * The API of a server.
     *
     * @param prefix what comes before {@code /mdm}
     */
    UemApi(HttpCaller http, String prefix, Optional<Secret> tenantCode, Quota quota) {
        this.http = http;
        this.prefix = prefix;
        this.tenantCode = tenantCode;
        this.quota = quota;
    }

    HttpCaller http() {
        return http;
    }

    /**
     * Calls.
     *
     * @return an answer from 200 to 299
     * @throws NotTakenException when there is none
     */
    Answer call(String method, String path, int version, String json) throws NotTakenException {
        Optional<Delivery.Deferred> obstacle = quota.findObstacle();
        if (obstacle.isPresent()) {
            throw new NotTakenException(obstacle.orElseThrow());
        }
        Exchange exchange = http.call(request(method, path, version, json));
        if (!(exchange instanceof Answer answer)) {
            throw new NotTakenException(Verdicts.delivery(exchange, http.address()));
        }
        Optional<Delivery.Deferred> spent = quota.note(answer);
        if (spent.isPresent()) {
            throw new NotTakenException(spent.orElseThrow());
        } else if (answer.status() >= 200 && answer.status() < 300) {
            return answer;
        }
        throw new NotTakenException(refusal(answer));
    }

    /** A question; when its answer was lost, nothing is. */
    Answer ask(String path, int version) throws NotTakenException {
        try {
            return call("GET", path, version, "");
        } catch (NotTakenException e) {
            throw e.beforeTheCommand();
        }
    }

    private HttpCall request(String method, String path, int version, String json) {
        HttpCall bare = json.isEmpty() ? HttpCall.of(method, prefix + path) : HttpCall.postJson(prefix + path, json);
        HttpCall call = bare.withHeader("Accept", "application/json;version=" + version);
        return tenantCode.map(code -> call.withSecret("aw-tenant-code", code)).orElse(call);
    }

    private Delivery refusal(Answer answer) {
        Optional<UemError> error = UemError.find(answer);
        boolean own = error.isPresent() || answer.body().size() == 0;
        if (answer.status() == NOT_FOUND && own) {
            return new Delivery.UnknownDevice();
        }
        boolean refused = answer.status() == UNPROCESSABLE || answer.status() == BAD_REQUEST;
        if (refused && error.isPresent()) {
            String words = http.address() + " answered " + answer.status() + ", "
                    + error.orElseThrow().words(http);
            return error.orElseThrow().isTooLong() ? new Delivery.TooLarge(words) : new Delivery.Refused(words);
        }
        return Verdicts.delivery(answer, http.address());
    }
}
