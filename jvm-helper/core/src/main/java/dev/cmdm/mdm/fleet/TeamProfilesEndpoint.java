// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.fleet;

import dev.cmdm.mdm.http.Exchange.Answer;
import dev.cmdm.mdm.http.HttpCall;
import dev.cmdm.mdm.http.HttpCaller;
import dev.cmdm.mdm.http.Json;
import java.util.HashMap;
import java.util.Map;

/**
 * {@code GET configuration_profiles}: what Fleet keeps by itself on every host of a team. Only read, never written: such
 * a profile reaches all hosts of the team and its removal leaves all of them, which is no business of one Mac.
 * (Fleet, REST API, "OS settings".)
 */
final class TeamProfilesEndpoint {
    /** A team of more pages than this has more profiles than a Mac can sensibly have. */
    private static final int MOST_PAGES = 20;

    private final HttpCaller http;

    TeamProfilesEndpoint(HttpCaller http) {
        this.http = http;
    }

    /** The identifiers of the profiles that Fleet keeps on a host; none of those that the credential may not see. */
    Map<String, String> namesByIdentifier(KnownHost host) {
        Map<String, String> names = new HashMap<>();
        boolean more = !host.profiles().isEmpty();
        for (int page = 0; more && page < MOST_PAGES; page++) {
            more = http.call(HttpCall.get(path(host, page))) instanceof Answer answer
                    && answer.status() == 200
                    && Json.read(answer.body(), json -> read(json, host, names)).orElse(false);
        }
        return names;
    }

    private static String path(KnownHost host, int page) {
        String team = host.team().map(id -> "team_id=" + id + "&").orElse("");
        return FleetAnswers.API + "configuration_profiles?" + team + "page=" + page + "&per_page=100";
    }

    /** Takes note of a page; whether there is another. */
    private static boolean read(Json json, KnownHost host, Map<String, String> names) {
        boolean[] more = {false};
        json.fields(name -> {
            switch (name) {
                case "profiles" -> json.items(() -> add(json, host, names));
                case "meta" -> json.fields(field -> more[0] |= field.equals("has_next_results") && json.isTrue());
                default -> {}
            }
        });
        return more[0];
    }

    private static void add(Json json, KnownHost host, Map<String, String> names) {
        Map<String, String> texts = new HashMap<>();
        json.fields(name -> json.text().ifPresent(text -> texts.put(name, text)));
        if (host.profiles().contains(texts.getOrDefault("profile_uuid", ""))) {
            names.put(texts.getOrDefault("identifier", ""), texts.getOrDefault("name", ""));
        }
    }
}
