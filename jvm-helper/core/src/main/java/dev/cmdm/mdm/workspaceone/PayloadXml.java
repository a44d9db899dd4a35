// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.workspaceone;

import dev.cmdm.mdm.Delivery;
import dev.cmdm.plist.Bytes;
import dev.cmdm.plist.PlistException;
import dev.cmdm.plist.PlistLimits;
import dev.cmdm.plist.PlistReader;
import dev.cmdm.plist.PlistValue;
import dev.cmdm.plist.PlistValue.Array;
import dev.cmdm.plist.PlistValue.Dict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The payloads of a profile, each as the text of one dictionary; Workspace ONE makes the profile around them. */
final class PayloadXml {
    private static final PlistReader READER = new PlistReader(PlistLimits.forProfile());

    private PayloadXml() {}

    static List<String> of(Bytes profile) throws NotTakenException {
        try {
            List<String> texts = new ArrayList<>();
            for (PlistValue payload : payloads(profile)) {
                texts.add(CommandXml.of(payload));
            }
            if (!texts.isEmpty()) {
                return texts;
            }
        } catch (PlistException e) {
            throw refused("it is signed, or no property list");
        }
        throw refused("it has no payload");
    }

    private static List<PlistValue> payloads(Bytes profile) {
        return Optional.of(READER.read(profile.toArray()).root())
                .filter(Dict.class::isInstance)
                .map(Dict.class::cast)
                .flatMap(dict -> dict.find("PayloadContent"))
                .filter(Array.class::isInstance)
                .map(content -> ((Array) content).items())
                .orElse(List.of());
    }

    private static NotTakenException refused(String why) {
        return new NotTakenException(new Delivery.Refused("Workspace ONE can make no object of this profile: " + why));
    }
}
