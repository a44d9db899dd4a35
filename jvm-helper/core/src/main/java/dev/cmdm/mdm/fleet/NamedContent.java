// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.fleet;

import dev.cmdm.mdm.Delivery;
import dev.cmdm.mdm.UndeliveredException;
import dev.cmdm.plist.Bytes;
import dev.cmdm.plist.CanonicalXml;
import dev.cmdm.plist.PlistException;
import dev.cmdm.plist.PlistLimits;
import dev.cmdm.plist.PlistReader;
import dev.cmdm.plist.PlistValue.Dict;
import dev.cmdm.plist.PlistValue.Text;
import dev.cmdm.profile.ObjectName;
import java.nio.charset.StandardCharsets;

/**
 * The content of an object: the profile under the object's name, for Fleet wants display name and identifier to be one of
 * a kind in a team, and two contents of one identifier may be there at once. All else stays, its PayloadUUID among it.
 */
final class NamedContent {
    private static final PlistReader READER = new PlistReader(PlistLimits.forProfile());

    private NamedContent() {}

    /**
     * A profile under the name of an object.
     *
     * @throws UndeliveredException when Fleet cannot be given it as it is
     */
    static Bytes of(Bytes profile, ObjectName name) {
        byte[] content = CanonicalXml.write(read(profile)
                .with("PayloadDisplayName", new Text(name.toString()))
                .with("PayloadIdentifier", new Text(name.toString())));
        String text = new String(content, StandardCharsets.UTF_8);
        if (text.contains("$FLEET_") || text.contains("${FLEET_")) {
            throw refused(
                    "it holds a variable of Fleet's ($FLEET_…), which Fleet would replace, so that another content"
                            + " would arrive than the declared one");
        }
        return new Bytes(content);
    }

    private static Dict read(Bytes profile) {
        try {
            if (READER.read(profile.toArray()).root() instanceof Dict dict) {
                return dict;
            }
        } catch (PlistException e) {
            throw refused("it is signed, or no property list");
        }
        throw refused("it is no dictionary");
    }

    private static UndeliveredException refused(String why) {
        return new UndeliveredException(
                new Delivery.Refused("Fleet can keep no configuration profile of this content: " + why));
    }
}
