// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.workspaceone;

import dev.cmdm.mdm.http.Exchange.Answer;
import dev.cmdm.mdm.http.Json;
import dev.cmdm.mdm.workspaceone.SearchEndpoint.Stored;
import java.util.Optional;

/**
 * {@code GET /mdm/profiles/{uuid}/devices?profilestatus=INSTALLED}: on how many Macs an object is installed. It stands in
 * UEM's description of its API; nobody here has seen it answer. (Workspace ONE, MDM API V1, profiles.)
 */
final class HoldersEndpoint {
    private static final int VERSION = 1;
    private static final String UUID = "[0-9A-Fa-f-]{36}";

    private final UemApi api;

    HoldersEndpoint(UemApi api) {
        this.api = api;
    }

    /** Whether the server says that nobody has it; what it does not say, it does not. */
    boolean isHeldByNobody(Stored object) throws NotTakenException {
        if (!object.uuid().matches(UUID)) {
            return false;
        }
        Answer answer = api.ask(
                "/mdm/profiles/" + object.uuid() + "/devices?profilestatus=INSTALLED&page=0&pagesize=1", VERSION);
        return Json.read(answer.body(), HoldersEndpoint::total)
                .flatMap(total -> total)
                .filter(total -> total == 0)
                .isPresent();
    }

    private static Optional<Long> total(Json json) {
        long[] total = {-1};
        json.fields(name -> {
            if (name.equals("TotalResults")) {
                total[0] = json.whole().orElse(-1L);
            }
        });
        return Optional.of(total[0]).filter(known -> known >= 0);
    }
}
