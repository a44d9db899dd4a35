// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.workspaceone;

import dev.cmdm.mdm.Delivery;
import dev.cmdm.mdm.DeviceId;
import dev.cmdm.mdm.http.Exchange.Answer;
import java.util.Optional;
import java.util.Set;

/**
 * {@code POST /mdm/devices/commands?command=CustomMdmCommand&searchby=Serialnumber&id=…}: the Mac is named by its serial
 * number, so that no call is spent on looking it up. 202 says that it is queued, and nothing else. (Omnissa, API
 * documentation; recorded in 2018.)
 */
final class CommandEndpoint {
    private static final Set<Integer> QUEUED = Set.of(200, 202, 204);
    private static final int VERSION = 1;

    private final UemApi api;
    private final long limit;

    CommandEndpoint(UemApi api, long limit) {
        this.api = api;
        this.limit = limit;
    }

    Delivery send(String serial, String commandXml) {
        if (commandXml.length() > limit) {
            return new Delivery.TooLarge("its command has " + commandXml.length() + " characters, and "
                    + api.http().address() + " takes " + limit + " (mdm.command_limit)");
        }
        String path = "/mdm/devices/commands?command=CustomMdmCommand&searchby=Serialnumber&id=" + serial;
        try {
            Answer answer = api.call("POST", path, VERSION, UemJson.command(commandXml));
            return QUEUED.contains(answer.status())
                    ? new Delivery.Queued(Optional.empty())
                    : new Delivery.Lost(api.http().address() + " answered " + answer.status()
                            + ", which Workspace ONE does not answer to a command");
        } catch (NotTakenException e) {
            return e.delivery();
        }
    }

    /** Whether a serial number can stand in a path. */
    static Optional<String> findSerial(String serial) {
        return DeviceId.find(serial);
    }
}
