// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cmdm.mdm.Delivery;

/** What an adapter has to say. */
final class Checks {
    private Checks() {}

    static void queued(Delivery delivery) {
        assertThat(delivery).isInstanceOf(Delivery.Queued.class);
    }

    static void is(Class<? extends Delivery> kind, Delivery delivery) {
        assertThat(delivery).isInstanceOf(kind);
    }
}
