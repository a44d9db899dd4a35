// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.fleet;

import dev.cmdm.mdm.Delivery;
import dev.cmdm.mdm.UndeliveredException;
import dev.cmdm.mdm.http.Json;
import dev.cmdm.profile.ObjectName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A configuration profile of a team.
 *
 * @param uuid by which Fleet names it
 * @param name its display name
 * @param identifier its PayloadIdentifier
 * @param labels whom it is for
 */
record TeamProfile(String uuid, String name, String identifier, ProfileLabels labels) {
    static TeamProfile read(Json json) {
        Map<String, String> texts = new HashMap<>();
        ProfileLabels.Reading labels = new ProfileLabels.Reading();
        json.fields(name -> {
            labels.read(name, json);
            json.text().ifPresent(text -> texts.put(name, text));
        });
        return new TeamProfile(
                texts.getOrDefault("profile_uuid", ""),
                texts.getOrDefault("name", ""),
                texts.getOrDefault("identifier", ""),
                labels.labels());
    }

    /**
     * The object of a name among the profiles of a team.
     *
     * @throws UndeliveredException when that is one whose name or identifier has other letters
     */
    static Optional<TeamProfile> findNamed(List<TeamProfile> team, ObjectName name) {
        String wanted = name.toString();
        Optional<TeamProfile> alike = team.stream()
                .filter(profile -> profile.name.equalsIgnoreCase(wanted) || profile.identifier.equalsIgnoreCase(wanted))
                .findFirst();
        if (alike.filter(profile -> !profile.is(wanted)).isPresent()) {
            throw new UndeliveredException(new Delivery.Refused("a configuration profile of this Mac's team in Fleet"
                    + " looks like " + name + " and has another name or identifier; delete it there"));
        }
        return alike;
    }

    private boolean is(String wanted) {
        return name.equals(wanted) && identifier.equals(wanted);
    }
}
