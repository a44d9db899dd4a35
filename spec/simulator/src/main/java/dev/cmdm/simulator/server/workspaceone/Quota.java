// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server.workspaceone;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How many calls are left in this minute and on this day. That there are both limits is documented; that they begin at
 * full minutes and days (UTC) is unconfirmed.
 */
final class Quota {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration DAY = Duration.ofDays(1);

    /**
     * What a call is told.
     *
     * @param limit calls of the narrowest window
     * @param remaining calls left in it
     * @param reset when it begins anew
     * @param refused whether this call was one too many
     */
    record Standing(int limit, int remaining, Instant reset, boolean refused) {}

    private static final class Window {
        private final Duration length;
        private final int limit;
        private long begin;
        private int used;

        Window(Duration length, int limit) {
            this.length = length;
            this.limit = limit;
        }

        void roll(Instant now) {
            long current = Math.floorDiv(now.getEpochSecond(), length.toSeconds());
            if (current != begin) {
                begin = current;
                used = 0;
            }
        }

        int remaining() {
            return limit - used;
        }

        Instant reset() {
            return Instant.ofEpochSecond((begin + 1) * length.toSeconds());
        }

        Standing standing(boolean refused) {
            return new Standing(limit, remaining(), reset(), refused);
        }
    }

    private final Clock clock;
    private List<Window> windows = List.of();

    Quota(Clock clock, Optional<Integer> perMinute, Optional<Integer> perDay) {
        this.clock = clock;
        limit(perMinute, perDay);
    }

    /** Sets the limits; counting begins anew. */
    synchronized void limit(Optional<Integer> perMinute, Optional<Integer> perDay) {
        List<Window> fresh = new ArrayList<>();
        perMinute.ifPresent(limit -> fresh.add(new Window(MINUTE, limit)));
        perDay.ifPresent(limit -> fresh.add(new Window(DAY, limit)));
        windows = fresh;
    }

    /** Counts a call, unless it is one too many; says nothing where there is no limit. */
    synchronized Optional<Standing> take() {
        windows.forEach(window -> window.roll(clock.instant()));
        var spent = windows.stream().filter(window -> window.remaining() == 0).max(Comparator.comparing(Window::reset));
        if (spent.isPresent()) {
            return spent.map(window -> window.standing(true));
        }
        windows.forEach(window -> window.used++);
        return windows.stream().min(Comparator.comparing(Window::remaining)).map(window -> window.standing(false));
    }
}
