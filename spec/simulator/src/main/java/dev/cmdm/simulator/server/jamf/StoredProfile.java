// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server.jamf;

import com.dd.plist.NSDictionary;
import dev.cmdm.simulator.server.Fields;
import dev.cmdm.simulator.wire.GoPlist;
import dev.cmdm.simulator.wire.GoSyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A profile as Jamf Pro keeps it and sends it to Macs. At the top, UUID and identifier are its own, both the same; the
 * display name is the object's; what else it writes there is data of the object too. Inner payloads stay as they came,
 * which is unconfirmed. (terraform-provider-jamfpro, issues 539 and 860; terraform-provider-jamfplatform, PR 154.)
 *
 * @param uuid its PayloadUUID and PayloadIdentifier
 * @param xml the property list
 */
record StoredProfile(String uuid, String xml) {
    private static final String ORGANIZATION = "Simulated Organization";

    /** What the object says of its profile. */
    record Labels(String name, String description, boolean userRemovable, String level) {}

    /**
     * What it makes of a profile that it has not seen before.
     *
     * @return nothing if the text is no XML property list, as a signed profile is not
     */
    static Optional<StoredProfile> create(String sent, Labels labels, Supplier<String> ids) {
        return read(sent).map(profile -> stamped(profile, drawn(ids), labels));
    }

    /** What it makes of an update: the UUID stays only if the update brings it; else Macs will have a second copy. */
    Optional<StoredProfile> update(String sent, Labels labels, Supplier<String> ids) {
        return read(sent).map(profile -> stamped(profile, isSame(profile) ? uuid : drawn(ids), labels));
    }

    /** The same profile after other data of the object changed. */
    StoredProfile relabelled(Labels labels) {
        return stamped(read(xml).orElseThrow(), uuid, labels);
    }

    byte[] bytes() {
        return xml.getBytes(StandardCharsets.UTF_8);
    }

    private boolean isSame(NSDictionary profile) {
        return Fields.text(profile, "PayloadUUID").equalsIgnoreCase(uuid);
    }

    private static String drawn(Supplier<String> ids) {
        return ids.get().toUpperCase(Locale.ROOT);
    }

    private static StoredProfile stamped(NSDictionary profile, String uuid, Labels labels) {
        profile.put("PayloadUUID", uuid);
        profile.put("PayloadIdentifier", uuid);
        profile.put("PayloadDisplayName", labels.name());
        profile.put("PayloadDescription", labels.description());
        profile.put("PayloadOrganization", ORGANIZATION);
        profile.put("PayloadEnabled", true);
        profile.put("PayloadType", "Configuration");
        profile.put("PayloadVersion", 1);
        profile.put("PayloadRemovalDisallowed", !labels.userRemovable());
        profile.put("PayloadScope", labels.level().equals("user") ? "User" : "System");
        return new StoredProfile(uuid, profile.toXMLPropertyList());
    }

    private static Optional<NSDictionary> read(String sent) {
        try {
            return Optional.of(GoPlist.xml(sent.getBytes(StandardCharsets.UTF_8)));
        } catch (GoSyntaxException e) {
            return Optional.empty();
        }
    }
}
