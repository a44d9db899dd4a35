// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.profile;

import com.dd.plist.NSDictionary;
import java.util.Optional;

/**
 * One payload of a profile.
 *
 * @param type PayloadType
 * @param identifier PayloadIdentifier
 * @param uuid PayloadUUID
 * @param version PayloadVersion
 * @param names what it is called
 * @param settings every key but the common ones (Apple, CommonPayloadKeys.yaml)
 */
public record Payload(String type, String identifier, String uuid, int version, Names names, NSDictionary settings) {
    /** PayloadDisplayName, PayloadDescription and PayloadOrganization; each may be absent. */
    public record Names(Optional<String> displayName, Optional<String> description, Optional<String> organization) {}
}
