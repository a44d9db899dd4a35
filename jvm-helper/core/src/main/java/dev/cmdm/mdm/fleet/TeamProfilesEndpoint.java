// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.fleet;

import dev.cmdm.mdm.Delivery;
import dev.cmdm.mdm.MdmUnavailableException;
import dev.cmdm.mdm.UndeliveredException;
import dev.cmdm.mdm.http.Exchange.Answer;
import dev.cmdm.mdm.http.HttpCall;
import dev.cmdm.mdm.http.HttpCaller;
import dev.cmdm.mdm.http.Json;
import dev.cmdm.plist.Bytes;
import dev.cmdm.profile.ObjectName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code configuration_profiles}: what Fleet keeps by itself on the hosts of a team, on all of them or on those that have
 * labels. A name and an identifier may stand once in a team. (Fleet, REST API, "OS settings".)
 */
final class TeamProfilesEndpoint {
    /** Beyond these, which are twenty thousand profiles, no list is followed. */
    private static final int MOST_PAGES = 200;

    private static final String PATH = FleetAnswers.API + "configuration_profiles";
    private static final String FILE_TYPE = "application/x-apple-aspen-config";
    private static final int CONFLICT = 409;

    private final HttpCaller http;

    TeamProfilesEndpoint(HttpCaller http) {
        this.http = http;
    }

    /**
     * All of a team, or of the hosts in none; none of those that the credential may not see.
     *
     * @throws MdmUnavailableException when they are not told
     */
    List<TeamProfile> all(Optional<Long> team) {
        List<TeamProfile> profiles = new ArrayList<>();
        boolean more = true;
        for (int page = 0; more && page < MOST_PAGES; page++) {
            Optional<Answer> answer = FleetAnswers.find(http, HttpCall.get(path(team, page)));
            more = answer.isPresent()
                    && Json.read(answer.orElseThrow().body(), json -> read(json, profiles))
                            .orElseThrow(() -> FleetAnswers.strange(http, "list of configuration profiles"));
        }
        return profiles;
    }

    /**
     * Why a profile of an identifier must not come or go by cmdm: Fleet keeps it on the Mac by a configuration profile of
     * somebody else's, and would undo it.
     */
    Optional<String> findObstacle(List<TeamProfile> team, KnownHost host, String identifier) {
        return team.stream()
                .filter(profile -> profile.identifier().equals(identifier))
                .filter(profile -> host.findProfile(profile.uuid()).isPresent())
                .map(profile -> "Fleet keeps " + identifier + " on this Mac by a configuration profile of its own, \""
                        + http.words(profile.name())
                        + "\", and would undo this; take it out of Fleet, or out of what is declared")
                .findFirst();
    }

    /**
     * Makes a profile for the label of its name.
     *
     * @param content its property list, named so
     * @return whether it was made; not when there is one of this name or identifier, or no such label
     * @throws UndeliveredException when it has another end
     */
    boolean create(Optional<Long> team, ObjectName name, Bytes content) {
        Multipart form = new Multipart("profile", "profile.mobileconfig", FILE_TYPE, content);
        team.ifPresent(id -> form.add("team_id", id.toString()));
        form.add("labels_include_any", name.toString());
        Optional<Refusal> refusal = Refusal.find(http, HttpCall.of("POST", PATH).withBody(form.type(), form.bytes()));
        refusal.filter(why -> !isToBeTriedAgain(why, team, name)).ifPresent(why -> {
            throw new UndeliveredException(why.says("size") ? new Delivery.TooLarge(why.words()) : why.delivery());
        });
        return refusal.isEmpty();
    }

    /** Whether somebody made the same at the same moment, or deleted the label. */
    private boolean isToBeTriedAgain(Refusal refusal, Optional<Long> team, ObjectName name) {
        return refusal.status() == CONFLICT
                ? TeamProfile.findNamed(all(team), name).isPresent()
                : refusal.says("label") && refusal.says("exist");
    }

    private static String path(Optional<Long> team, int page) {
        return PATH + "?" + team.map(id -> "team_id=" + id + "&").orElse("") + "page=" + page + "&per_page=100";
    }

    /** Takes note of a page; whether there is another. */
    private static boolean read(Json json, List<TeamProfile> profiles) {
        boolean[] more = {false};
        json.fields(name -> {
            switch (name) {
                case "profiles" -> json.items(() -> profiles.add(TeamProfile.read(json)));
                case "meta" -> json.fields(field -> more[0] |= field.equals("has_next_results") && json.isTrue());
                default -> {}
            }
        });
        return more[0];
    }
}
