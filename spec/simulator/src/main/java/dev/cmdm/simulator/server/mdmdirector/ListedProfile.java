// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server.mdmdirector;

import com.dd.plist.NSArray;
import com.dd.plist.NSData;
import com.dd.plist.NSDictionary;
import com.dd.plist.NSNumber;
import com.dd.plist.NSObject;
import dev.cmdm.simulator.server.Fields;
import dev.cmdm.simulator.wire.GoJson;
import java.util.Base64;
import tools.jackson.databind.node.ObjectNode;

/**
 * One item of a Mac's last ProfileList.
 *
 * @param id drawn by the server for its row
 * @param item what the Mac said
 */
record ListedProfile(String id, String udid, NSDictionary item) {
    String identifier() {
        return Fields.text(item, "PayloadIdentifier");
    }

    String uuid() {
        return Fields.text(item, "PayloadUUID");
    }

    ObjectNode json() {
        var json = GoJson.object()
                .put("ID", id)
                .put("DeviceUDID", udid)
                .put("HasRemovalPasscode", flag("HasRemovalPasscode"))
                .put("IsEncrypted", flag("IsEncrypted"))
                .put("IsManaged", flag("IsManaged"));
        json.putNull("PayloadContent");
        json.put("PayloadDescription", Fields.text(item, "PayloadDescription"))
                .put("PayloadDisplayName", Fields.text(item, "PayloadDisplayName"))
                .put("PayloadIdentifier", identifier())
                .put("PayloadOrganization", Fields.text(item, "PayloadOrganization"))
                .put("PayloadRemovalDisallowed", flag("PayloadRemovalDisallowed"))
                .put("PayloadUUID", uuid())
                .put("PayloadVersion", item.get("PayloadVersion") instanceof NSNumber version ? version.intValue() : 0)
                .put("FullPayload", false);
        putSigners(json);
        return json;
    }

    private boolean flag(String key) {
        return item.get(key) instanceof NSNumber number && number.boolValue();
    }

    private void putSigners(ObjectNode json) {
        if (!(item.get("SignerCertificates") instanceof NSArray signers) || signers.count() == 0) {
            json.putNull("SignerCertificates");
            return;
        }
        var listed = json.putArray("SignerCertificates");
        for (NSObject signer : signers.getArray()) {
            if (signer instanceof NSData certificate) {
                listed.add(Base64.getEncoder().encodeToString(certificate.bytes()));
            }
        }
    }
}
