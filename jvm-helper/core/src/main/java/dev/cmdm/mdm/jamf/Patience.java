// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.jamf;

import dev.cmdm.mdm.Timing;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Looks again for what must be there: what one server of a cluster has another may show up to a minute later. (Jamf,
 * developer.jamf.com, sticky sessions.)
 */
final class Patience {
    private static final List<Duration> SPANS =
            List.of(Duration.ofSeconds(1), Duration.ofSeconds(4), Duration.ofSeconds(15));

    private final Timing timing;

    Patience(Timing timing) {
        this.timing = timing;
    }

    /** What a look shows, now or a little later; nothing when it shows nothing by then, or an end is wanted. */
    <T> Optional<T> find(Supplier<Optional<T>> look) {
        Optional<T> found = look.get();
        for (Duration span : SPANS) {
            if (found.isPresent() || !timing.sleep(span)) {
                break;
            }
            found = look.get();
        }
        return found;
    }
}
