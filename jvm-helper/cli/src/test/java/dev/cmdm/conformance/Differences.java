// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.conformance;

import static dev.cmdm.conformance.Behaviour.ENROLLED_AGAIN;
import static dev.cmdm.conformance.Behaviour.ERROR_CHAIN;
import static dev.cmdm.conformance.Behaviour.NOT_ENROLLED;
import static dev.cmdm.conformance.Behaviour.NOT_NOW_TOLD;
import static dev.cmdm.conformance.Behaviour.PROFILE_LIST;
import static dev.cmdm.conformance.Behaviour.QUEUE;
import static dev.cmdm.conformance.Behaviour.REPEAT;
import static dev.cmdm.conformance.Behaviour.STORM;
import static dev.cmdm.conformance.Behaviour.TOO_LARGE;
import static dev.cmdm.conformance.Behaviour.UNKNOWN_DEVICE;
import static dev.cmdm.conformance.Subject.FLEET;
import static dev.cmdm.conformance.Subject.FLEET_OBJECTS;
import static dev.cmdm.conformance.Subject.JAMF;
import static dev.cmdm.conformance.Subject.MDMDIRECTOR;
import static dev.cmdm.conformance.Subject.MICROMDM;
import static dev.cmdm.conformance.Subject.NANOHUB;
import static dev.cmdm.conformance.Subject.NANOMDM;
import static dev.cmdm.conformance.Subject.NANOMDM_SQL;
import static dev.cmdm.conformance.Subject.WORKSPACEONE;
import static dev.cmdm.conformance.Subject.WORKSPACEONE_OBJECTS;

import java.util.ArrayList;
import java.util.List;

/** Where servers differ from what is expected of all. */
final class Differences {
    static final List<Difference> ALL = all();

    private static final String WEBHOOK = "it tells results to its webhook only";
    private static final String NO_IDS = "it tells no command ids";
    private static final String NO_VIEW = "it has no view of a queue";

    private Differences() {}

    private static List<Difference> all() {
        List<Difference> all = new ArrayList<>();
        add(all, MICROMDM, TOO_LARGE, "no limit was found", "2.8");
        add(all, MICROMDM, REPEAT, "it takes an id any number of times", "2.8");
        add(all, MICROMDM, NOT_NOW_TOLD, WEBHOOK, "2.6");
        add(all, MICROMDM, ERROR_CHAIN, WEBHOOK, "2.6");
        add(all, MICROMDM, PROFILE_LIST, WEBHOOK, "2.6");
        nano(all);
        director(all);
        workspaceOne(all);
        add(all, JAMF, TOO_LARGE, "no command carries a profile", "7.5");
        add(all, JAMF, QUEUE, "it tells results, and no queue by command id", "7.5");
        add(all, JAMF, ENROLLED_AGAIN, "what is in an object's scope is sent again", "7.3");
        add(all, FLEET, PROFILE_LIST, "it lists what its teams' profiles brought", "8.3");
        add(all, FLEET, QUEUE, "it tells results, and no queue", "8.4");
        add(all, FLEET_OBJECTS, NOT_NOW_TOLD, "a profile that the Mac put off is pending like any other", "8.6");
        add(all, FLEET_OBJECTS, QUEUE, "it tells how profiles stand, and no queue by command id", "8.6");
        add(all, FLEET_OBJECTS, ENROLLED_AGAIN, "what a label of the Mac brings is sent again", "8.6");
        return List.copyOf(all);
    }

    private static void director(List<Difference> all) {
        add(all, MDMDIRECTOR, TOO_LARGE, "no limit was found", "3.6");
        add(all, MDMDIRECTOR, NOT_NOW_TOLD, NO_IDS, "3.5");
        add(all, MDMDIRECTOR, ERROR_CHAIN, NO_IDS, "3.5");
        add(all, MDMDIRECTOR, QUEUE, NO_IDS, "3.5");
        add(all, MDMDIRECTOR, PROFILE_LIST, "it asks Macs for their profiles every six hours", "3.6");
        add(all, MDMDIRECTOR, ENROLLED_AGAIN, "what it wants of a Mac is sent again", "3.6");
    }

    private static void workspaceOne(List<Difference> all) {
        for (Subject subject : List.of(WORKSPACEONE, WORKSPACEONE_OBJECTS)) {
            add(all, subject, NOT_NOW_TOLD, "it gives no command ids and no results", "6.3");
            add(all, subject, ERROR_CHAIN, "it gives no command ids and no results", "6.3");
            add(all, subject, QUEUE, "it gives no command ids and no results", "6.3");
            add(all, subject, STORM, "what became of a lost request nobody can tell before the deadline", "6.3");
        }
        add(all, WORKSPACEONE, REPEAT, "a custom command has no id", "6.3");
        add(all, WORKSPACEONE_OBJECTS, REPEAT, "each request to install an object is a command", "6.4");
        add(all, WORKSPACEONE, PROFILE_LIST, "it lists its own objects only", "6.5");
    }

    private static void nano(List<Difference> all) {
        for (Subject subject : List.of(NANOMDM, NANOMDM_SQL, NANOHUB)) {
            add(all, subject, NOT_ENROLLED, "it has no search for devices", "4.2");
            add(all, subject, TOO_LARGE, "it limits nothing below 16 MB", "4.6");
            add(all, subject, NOT_NOW_TOLD, WEBHOOK, "4.7");
            add(all, subject, ERROR_CHAIN, WEBHOOK, "4.7");
            add(all, subject, PROFILE_LIST, WEBHOOK, "4.7");
            add(all, subject, QUEUE, NO_VIEW, "4.2");
        }
        add(all, NANOMDM, UNKNOWN_DEVICE, "its file storage takes commands for anybody", "4.4");
        add(all, NANOHUB, UNKNOWN_DEVICE, "its file storage takes commands for anybody", "4.4");
    }

    private static void add(List<Difference> all, Subject subject, Behaviour behaviour, String words, String section) {
        all.add(new Difference(subject, behaviour, words, "docs/mdm-servers.md#" + section));
    }
}
