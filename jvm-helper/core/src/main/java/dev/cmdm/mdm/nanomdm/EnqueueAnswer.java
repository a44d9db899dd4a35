// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.nanomdm;

import dev.cmdm.mdm.http.Json;
import dev.cmdm.plist.Bytes;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the server says of one command for one Mac; every key of it is optional. (NanoMDM, docs/openapi.yaml.)
 *
 * @param commandUuid the command it speaks of
 * @param commandError why it was not queued
 * @param pushError why the Mac was not told; the command is queued all the same
 */
record EnqueueAnswer(Optional<String> commandUuid, Optional<String> commandError, Optional<String> pushError) {

    /**
     * Reads an answer; an error may stand at the top or under the id.
     *
     * @return nothing when the body is no JSON object
     */
    static Optional<EnqueueAnswer> read(Bytes body, String id) {
        return Json.read(body, json -> read(json, id));
    }

    private static EnqueueAnswer read(Json json, String id) {
        Map<String, String> texts = new HashMap<>();
        json.fields(name -> {
            if (name.equals("status")) {
                json.fields(of -> {
                    if (of.equalsIgnoreCase(id)) {
                        errors(json, texts);
                    }
                });
            } else {
                json.text().ifPresent(text -> texts.put(name, text));
            }
        });
        return new EnqueueAnswer(find(texts, "command_uuid"), find(texts, "command_error"), find(texts, "push_error"));
    }

    private static void errors(Json json, Map<String, String> texts) {
        json.fields(name -> {
            if (name.endsWith("_error")) {
                json.text().ifPresent(text -> texts.put(name, text));
            }
        });
    }

    private static Optional<String> find(Map<String, String> texts, String name) {
        return Optional.ofNullable(texts.get(name));
    }
}
