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
import static dev.cmdm.conformance.Behaviour.TOO_LARGE;
import static dev.cmdm.conformance.Behaviour.UNKNOWN_DEVICE;
import static dev.cmdm.conformance.Subject.MICROMDM;
import static dev.cmdm.conformance.Subject.NANOHUB;
import static dev.cmdm.conformance.Subject.NANOMDM;
import static dev.cmdm.conformance.Subject.NANOMDM_SQL;

import java.util.ArrayList;
import java.util.List;

/** Where servers differ from what is expected of all. */
final class Differences {
    static final List<Difference> ALL = all();

    private static final String WEBHOOK = "it tells results to its webhook only";
    private static final String NO_VIEW = "it has no view of a queue";

    private Differences() {}

    private static List<Difference> all() {
        List<Difference> all = new ArrayList<>();
        add(all, MICROMDM, TOO_LARGE, "no limit was found", "2.8");
        add(all, MICROMDM, REPEAT, "it takes an id any number of times", "2.8");
        add(all, MICROMDM, NOT_NOW_TOLD, WEBHOOK, "2.6");
        add(all, MICROMDM, ERROR_CHAIN, WEBHOOK, "2.6");
        add(all, MICROMDM, PROFILE_LIST, WEBHOOK, "2.6");
        for (Subject subject : List.of(NANOMDM, NANOMDM_SQL, NANOHUB)) {
            add(all, subject, NOT_ENROLLED, "it has no search for devices", "4.2");
            add(all, subject, TOO_LARGE, "it limits nothing below 16 MB", "4.6");
            add(all, subject, NOT_NOW_TOLD, WEBHOOK, "4.7");
            add(all, subject, ERROR_CHAIN, WEBHOOK, "4.7");
            add(all, subject, PROFILE_LIST, WEBHOOK, "4.7");
            add(all, subject, QUEUE, NO_VIEW, "4.2");
            add(all, subject, ENROLLED_AGAIN, "an enrollment clears the queue", "4.8");
        }
        add(all, NANOMDM, UNKNOWN_DEVICE, "its file storage takes commands for anybody", "4.4");
        add(all, NANOHUB, UNKNOWN_DEVICE, "its file storage takes commands for anybody", "4.4");
        return List.copyOf(all);
    }

    private static void add(List<Difference> all, Subject subject, Behaviour behaviour, String words, String section) {
        all.add(new Difference(subject, behaviour, words, "docs/mdm-servers.md#" + section));
    }
}
