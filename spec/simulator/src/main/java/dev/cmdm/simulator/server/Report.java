// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server;

import com.dd.plist.NSDictionary;
import dev.cmdm.simulator.wire.GoPlist;
import dev.cmdm.simulator.wire.GoSyntaxException;

/**
 * What a Mac sends to the server URL: what became of a command, or that it is idle.
 *
 * @param commandUuid empty when idle
 * @param raw the body as it came
 */
@SuppressWarnings("ArrayRecordComponent") // bytes of the wire; never compared, never changed
public record Report(String udid, String status, String commandUuid, byte[] raw) {

    /**
     * Reads a body.
     *
     * @throws GoSyntaxException if it is no property list
     */
    public static Report read(byte[] body) throws GoSyntaxException {
        NSDictionary report = GoPlist.any(body);
        return new Report(
                Fields.text(report, "UDID"), Fields.text(report, "Status"), Fields.text(report, "CommandUUID"), body);
    }

    /** Whether the Mac only asks for work. */
    public boolean isIdle() {
        return status.equals("Idle");
    }

    /** Whether the Mac put the command off. */
    public boolean isNotNow() {
        return status.equals("NotNow");
    }
}
