// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.wire;

import dev.cmdm.answer.Request;
import java.util.Map;
import java.util.Optional;

/** Reads which plan somebody looked at from the answer that showed it. */
public final class ShownPlanReader {
    private ShownPlanReader() {}

    /**
     * The plan in an answer of the contract.
     *
     * @return nothing when it is no answer that holds a plan and tells which Mac it is for
     */
    public static Optional<Request.Shown> find(byte[] answer) {
        try {
            return JsonText.parse(answer) instanceof Map<?, ?> map
                    ? new JsonObject(map, "").findObject("result").flatMap(ShownPlanReader::shown)
                    : Optional.empty();
        } catch (JsonText.MalformedException | JsonObject.FieldException e) {
            return Optional.empty();
        }
    }

    private static Optional<Request.Shown> shown(JsonObject result) {
        Optional<String> udid = result.findObject("device").flatMap(device -> device.findText("udid"));
        return result.findObject("plan")
                .flatMap(plan -> plan.findText("digest"))
                .filter(digest -> udid.isPresent())
                .map(digest -> new Request.Shown(digest, udid));
    }
}
