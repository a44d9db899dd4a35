// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.plan;

import java.util.List;
import java.util.Optional;

/**
 * One way for a profile to come.
 *
 * @param form what would be sent; nothing when the way is closed
 * @param words the form in words, with why no earlier one is sent; empty where it is the plain one
 * @param obstacles what closes it
 */
record Way(Optional<Form> form, String words, List<Obstacle> obstacles) {
    /** A way that the declaration rules out. */
    static final Way NOT_ASKED_FOR = new Way(Optional.empty(), "", List.of());

    Way {
        obstacles = List.copyOf(obstacles);
    }

    static Way open(Form form, String words) {
        return new Way(Optional.of(form), words, List.of());
    }

    static Way closed(List<Obstacle> obstacles) {
        return new Way(Optional.empty(), "", obstacles);
    }
}
