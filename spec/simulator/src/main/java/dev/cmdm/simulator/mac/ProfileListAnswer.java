// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.mac;

import com.dd.plist.NSArray;
import com.dd.plist.NSData;
import com.dd.plist.NSDictionary;
import com.dd.plist.NSNumber;
import com.dd.plist.NSObject;
import com.dd.plist.NSString;
import dev.cmdm.simulator.facts.MacosVersion;
import dev.cmdm.simulator.facts.PayloadFacts;
import dev.cmdm.simulator.profile.Payload;
import dev.cmdm.simulator.profile.Profile;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The value of ProfileList in the answer to the command of that name (Apple, profile.list.yaml). */
final class ProfileListAnswer {
    private static final MacosVersion WITH_PAYLOAD_UUIDS = MacosVersion.of("14");
    private static final MacosVersion WITH_SOURCE = MacosVersion.of("15");

    private ProfileListAnswer() {}

    static NSArray of(List<InstalledProfile> installed, MacosVersion macos) {
        return new NSArray(
                installed.stream().map(profile -> item(profile, macos)).toArray(NSObject[]::new));
    }

    private static NSDictionary item(InstalledProfile installed, MacosVersion macos) {
        Profile profile = installed.profile();
        Map<String, Object> item = named(profile.names());
        item.put("PayloadIdentifier", profile.identifier());
        item.put("PayloadUUID", profile.uuid());
        item.put("PayloadVersion", profile.version());
        item.put("PayloadRemovalDisallowed", new NSNumber(profile.removalDisallowed()));
        item.put("HasRemovalPasscode", new NSNumber(profile.holds(PayloadFacts.REMOVAL_PASSWORD)));
        item.put("IsEncrypted", new NSNumber(false));
        if (installed.origin() == Origin.DECLARATIVE && macos.atLeast(WITH_SOURCE)) {
            item.put("Source", "Declarative Device Management");
        }
        item.put(
                "SignerCertificates",
                array(profile.signers().stream().map(NSData::new).toArray(NSObject[]::new)));
        item.put(
                "PayloadContent",
                array(profile.payloads().stream()
                        .map(payload -> item(payload, macos))
                        .toArray(NSObject[]::new)));
        return NativeValues.dictionary(item);
    }

    private static NSDictionary item(Payload payload, MacosVersion macos) {
        Map<String, Object> item = named(payload.names());
        item.put("PayloadType", payload.type());
        item.put("PayloadIdentifier", payload.identifier());
        item.put("PayloadVersion", payload.version());
        if (macos.atLeast(WITH_PAYLOAD_UUIDS)) {
            item.put("PayloadUUID", payload.uuid());
        }
        return NativeValues.dictionary(item);
    }

    private static Map<String, Object> named(Payload.Names names) {
        Map<String, Object> item = new TreeMap<>();
        names.displayName().ifPresent(text -> item.put("PayloadDisplayName", new NSString(text)));
        names.description().ifPresent(text -> item.put("PayloadDescription", new NSString(text)));
        names.organization().ifPresent(text -> item.put("PayloadOrganization", new NSString(text)));
        return item;
    }

    private static NSArray array(NSObject[] elements) {
        return new NSArray(elements);
    }
}
