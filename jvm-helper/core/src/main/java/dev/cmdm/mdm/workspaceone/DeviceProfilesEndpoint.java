// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.workspaceone;

import dev.cmdm.mdm.ServerProfiles;
import dev.cmdm.mdm.ServerProfiles.Entry;
import dev.cmdm.mdm.http.Exchange.Answer;
import dev.cmdm.mdm.http.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code GET /mdm/devices/profiles}: the objects assigned to a Mac. Those of status 3 are installed; what a command
 * brought is no object and not among them. (jprichards/PyVMwareAirWatch; Gusto/it-cpe-opensource.)
 */
final class DeviceProfilesEndpoint {
    private static final long INSTALLED = 3;
    private static final int VERSION = 1;

    private final UemApi api;

    DeviceProfilesEndpoint(UemApi api) {
        this.api = api;
    }

    ServerProfiles ask(String serial) throws NotTakenException {
        Answer answer = api.ask("/mdm/devices/profiles?searchby=Serialnumber&id=" + serial, VERSION);
        return new ServerProfiles(
                Optional.empty(),
                Json.read(answer.body(), DeviceProfilesEndpoint::entries).orElse(List.of()));
    }

    private static List<Entry> entries(Json json) {
        List<Entry> entries = new ArrayList<>();
        json.fields(name -> {
            if (name.equals("DeviceProfiles")) {
                json.items(() -> entry(json).ifPresent(entries::add));
            }
        });
        return entries;
    }

    private static Optional<Entry> entry(Json json) {
        String[] name = {""};
        long[] status = {0};
        json.fields(field -> {
            switch (field) {
                case "Name" -> name[0] = json.text().orElse("");
                case "Status" -> status[0] = json.whole().orElse(0L);
                default -> {}
            }
        });
        return status[0] == INSTALLED ? Optional.of(new Entry("", "", name[0])) : Optional.empty();
    }
}
