// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server.workspaceone;

import com.dd.plist.NSArray;
import com.dd.plist.NSDictionary;
import com.dd.plist.NSObject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/**
 * A profile that the server keeps. On a Mac it has the server's identifier and UUID, whatever was asked for, and the
 * display name with the version behind (scripts in use match by that); what the identifier looks like is unconfirmed.
 *
 * @param uuid the server's UUID for it
 * @param outerUuid PayloadUUID on the Mac
 * @param payloads the payload dictionaries as they were given
 * @param assigned whether its smart groups hold any Mac
 */
record ProfileObject(
        int id, String uuid, String outerUuid, String name, List<NSDictionary> payloads, boolean assigned) {
    static final int VERSION = 1;

    String outerIdentifier() {
        return "com.airwatch.profile." + uuid;
    }

    /** The inner dictionary of the command that brings it. */
    String installCommand() {
        var base64 =
                Base64.getEncoder().encodeToString(outer().toXMLPropertyList().getBytes(StandardCharsets.UTF_8));
        return "<dict><key>RequestType</key><string>InstallProfile</string><key>Payload</key><data>" + base64
                + "</data></dict>";
    }

    /** The inner dictionary of the command that takes it away. */
    String removeCommand() {
        return "<dict><key>RequestType</key><string>RemoveProfile</string><key>Identifier</key><string>"
                + outerIdentifier() + "</string></dict>";
    }

    private NSDictionary outer() {
        var outer = new NSDictionary();
        outer.put("PayloadContent", new NSArray(payloads.toArray(NSObject[]::new)));
        outer.put("PayloadDisplayName", name + "/V_" + VERSION);
        outer.put("PayloadIdentifier", outerIdentifier());
        outer.put("PayloadOrganization", "AirWatch");
        outer.put("PayloadType", "Configuration");
        outer.put("PayloadUUID", outerUuid);
        outer.put("PayloadVersion", 1);
        return outer;
    }
}
