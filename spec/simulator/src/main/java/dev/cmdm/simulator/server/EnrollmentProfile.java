// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server;

import com.dd.plist.NSArray;
import com.dd.plist.NSDictionary;
import com.dd.plist.NSObject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * The profile that makes a Mac a server's own. Keys and values are those of the enrollment profiles that the products
 * document; payload UUIDs depend on the payload identifier only, so that the same server gives out the same profile.
 *
 * @param identifier PayloadIdentifier of the profile
 * @param scepIdentifier PayloadIdentifier of its SCEP payload
 * @param organization its PayloadOrganization
 * @param capabilities ServerCapabilities of the com.apple.mdm payload
 */
public record EnrollmentProfile(
        String identifier, String scepIdentifier, String organization, List<String> capabilities) {
    private static final int ALL_RIGHTS = 8191;

    /** The profile of a server at these URLs, as XML. */
    public byte[] xml(URI base, URI checkInUrl, URI serverUrl, String topic) {
        var profile = payload(identifier, "Configuration", "Enrollment Profile", "The server may alter your settings");
        profile.put("PayloadScope", "System");
        profile.put("PayloadContent", new NSArray(scep(base), mdm(checkInUrl, serverUrl, topic)));
        return profile.toXMLPropertyList().getBytes(StandardCharsets.UTF_8);
    }

    private NSDictionary scep(URI base) {
        var scep = payload(scepIdentifier, "com.apple.security.scep", "SCEP", "Configures SCEP");
        scep.put(
                "PayloadContent",
                NSObject.fromJavaObject(Map.of(
                        "URL", base + "/scep", "Keysize", 2048, "Key Type", "RSA", "Key Usage", 5, "Challenge", "")));
        return scep;
    }

    private NSDictionary mdm(URI checkInUrl, URI serverUrl, String topic) {
        var mdm = payload(identifier + ".mdm", "com.apple.mdm", "MDM", "Enrolls with the MDM server");
        mdm.put("AccessRights", ALL_RIGHTS);
        mdm.put("CheckInURL", checkInUrl.toString());
        mdm.put("CheckOutWhenRemoved", true);
        mdm.put("IdentityCertificateUUID", uuid(scepIdentifier));
        mdm.put("ServerCapabilities", NSObject.fromJavaObject(capabilities));
        mdm.put("ServerURL", serverUrl.toString());
        mdm.put("SignMessage", true);
        mdm.put("Topic", topic);
        return mdm;
    }

    private NSDictionary payload(String payloadIdentifier, String type, String displayName, String description) {
        var payload = new NSDictionary();
        payload.put("PayloadDescription", description);
        payload.put("PayloadDisplayName", displayName);
        payload.put("PayloadIdentifier", payloadIdentifier);
        payload.put("PayloadOrganization", organization);
        payload.put("PayloadType", type);
        payload.put("PayloadUUID", uuid(payloadIdentifier));
        payload.put("PayloadVersion", 1);
        return payload;
    }

    private static String uuid(String payloadIdentifier) {
        return UUID.nameUUIDFromBytes(payloadIdentifier.getBytes(StandardCharsets.UTF_8))
                .toString()
                .toUpperCase(Locale.ROOT);
    }
}
