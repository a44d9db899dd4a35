// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server.jamf;

/** A configuration profile object. */
record ConfigurationProfile(int id, General general, Scope scope) {
    /**
     * Its general part.
     *
     * @param level {@code computer} or {@code user}
     * @param content the profile, as Jamf Pro made it of what was sent
     */
    record General(
            String name,
            String description,
            String distributionMethod,
            boolean userRemovable,
            String level,
            StoredProfile content) {}

    /** Whether Macs in its scope get it without anybody's doing. */
    boolean isAutomatic() {
        return general.distributionMethod().equals("Install Automatically");
    }

    /** The object as it is read; the wish to redeploy to all is never among it. (terraform-provider-jamfplatform, PR 185.) */
    XmlElement write(Computers known, Objects objects) {
        return XmlElement.of(
                "os_x_configuration_profile",
                XmlElement.of(
                        "general",
                        XmlElement.of("id", String.valueOf(id)),
                        XmlElement.of("name", general.name()),
                        XmlElement.of("description", general.description()),
                        XmlElement.of("site", XmlElement.of("id", "-1"), XmlElement.of("name", "None")),
                        XmlElement.of("distribution_method", general.distributionMethod()),
                        XmlElement.of("user_removable", String.valueOf(general.userRemovable())),
                        XmlElement.of("level", general.level()),
                        XmlElement.of("uuid", general.content().uuid()),
                        XmlElement.of("redeploy_on_update", "Newly Assigned"),
                        XmlElement.of("payloads", general.content().xml())),
                scope.write(known, objects));
    }
}
