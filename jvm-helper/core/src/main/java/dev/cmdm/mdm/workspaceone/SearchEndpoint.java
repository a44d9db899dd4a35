// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.workspaceone;

import dev.cmdm.mdm.Delivery;
import dev.cmdm.mdm.http.Exchange.Answer;
import dev.cmdm.mdm.http.Json;
import dev.cmdm.profile.ObjectName;
import dev.cmdm.profile.ProfileIdentifier;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code GET /mdm/profiles/search}, version 2: {@code ProfileList}, or 204 for nothing. Version 1 would pass
 * {@code searchtext} over and list everything as {@code Profiles}. (euc-oss/terraform-sdk-uem, generated.)
 */
final class SearchEndpoint {
    private static final int NOTHING = 204;
    private static final int VERSION = 2;
    private static final int PAGE = 500;
    private static final int MOST_PAGES = 20;

    private final UemApi api;

    SearchEndpoint(UemApi api) {
        this.api = api;
    }

    /**
     * An object of cmdm's making.
     *
     * @param id its number, by which it is installed and removed
     */
    record Stored(long id, ObjectName name) {}

    private record Page(int entries, List<Stored> stored) {}

    /** All objects that bring a profile of this identifier, whatever its content. */
    List<Stored> find(ProfileIdentifier identifier) throws NotTakenException {
        List<Stored> all = new ArrayList<>();
        for (int page = 0; page < MOST_PAGES; page++) {
            Page found = page(identifier, page);
            found.stored().stream()
                    .filter(stored -> stored.name().identifier().equals(identifier))
                    .forEach(all::add);
            if (found.entries() < PAGE) {
                return all;
            }
        }
        throw new NotTakenException(new Delivery.Refused(api.http().address() + " found more than " + PAGE * MOST_PAGES
                + " profiles by the identifier " + identifier + "; give it a longer one"));
    }

    private Page page(ProfileIdentifier identifier, int page) throws NotTakenException {
        String text =
                URLEncoder.encode(identifier.value(), StandardCharsets.UTF_8).replace("+", "%20");
        Answer answer = ask("/mdm/profiles/search?searchtext=" + text + "&page=" + page + "&pagesize=" + PAGE);
        if (answer.status() == NOTHING || answer.body().size() == 0) {
            return new Page(0, List.of());
        }
        // A list that is missing is no empty list: an object would be made anew at every run.
        return Json.read(answer.body(), SearchEndpoint::read)
                .flatMap(found -> found)
                .orElseThrow(() -> new NotTakenException(new Delivery.Refused(
                        api.http().address() + " gave no ProfileList; is there something between that takes the"
                                + " header Accept away?")));
    }

    private Answer ask(String path) throws NotTakenException {
        try {
            return api.ask(path, VERSION);
        } catch (NotTakenException e) {
            throw e.aboutNoMac(api.http().address());
        }
    }

    private static Optional<Page> read(Json json) {
        List<Stored> stored = new ArrayList<>();
        int[] entries = {-1};
        json.fields(name -> {
            if (name.equals("ProfileList")) {
                entries[0] = 0;
                json.items(() -> {
                    entries[0]++;
                    entry(json).ifPresent(stored::add);
                });
            }
        });
        return entries[0] < 0 ? Optional.empty() : Optional.of(new Page(entries[0], stored));
    }

    private static Optional<Stored> entry(Json json) {
        long[] id = {0};
        String[] name = {""};
        json.fields(field -> {
            switch (field) {
                case "ProfileId" -> id[0] = json.whole().orElse(0L);
                case "ProfileName" -> name[0] = json.text().orElse("");
                default -> {}
            }
        });
        return id[0] > 0 ? ObjectName.find(name[0]).map(known -> new Stored(id[0], known)) : Optional.empty();
    }
}
