// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server.jamf;

import dev.cmdm.simulator.server.Ids;
import dev.cmdm.simulator.wire.Reply;
import dev.cmdm.simulator.wire.Request;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The objects, as a cluster of servers shows them: to a caller who sends its sticky cookie back as they are, to any
 * other as they were some time ago. A change is always made to what is. (developer.jamf.com, sticky sessions; the
 * cookie's name: go-api-sdk-jamfpro, api_client_builders.go.)
 */
final class Cluster {
    private static final Pattern COOKIE = Pattern.compile("(?:^|;\\s*)jpro-ingress=([^;\\s]+)");

    /** What a change leads to. */
    record Changed(Objects after, Reply reply) {}

    private record Version(Instant since, Objects objects) {}

    private final Deque<Version> versions = new ArrayDeque<>();
    private final Set<String> sessions = new HashSet<>();
    private final Clock clock;
    private final Ids ids;
    private final Duration staleReads;
    private final BiConsumer<Objects, Objects> listener;

    /**
     * A cluster with these objects.
     *
     * @param listener told the objects before and after each change
     */
    Cluster(Objects first, Clock clock, Ids ids, Duration staleReads, BiConsumer<Objects, Objects> listener) {
        this.clock = clock;
        this.ids = ids;
        this.staleReads = staleReads;
        this.listener = listener;
        versions.addLast(new Version(Instant.MIN, first));
    }

    /** What this caller is shown. */
    synchronized Objects shown(Request request) {
        return isSticky(request) ? current() : versions.getFirst().objects();
    }

    synchronized Objects current() {
        forget();
        return versions.getLast().objects();
    }

    synchronized Reply change(Function<Objects, Changed> change) {
        var before = current();
        var changed = change.apply(before);
        if (!changed.after().equals(before)) {
            versions.addLast(new Version(clock.instant(), changed.after()));
        }
        listener.accept(before, changed.after());
        return changed.reply();
    }

    /** The same answer, with a cookie for a caller who has none. */
    synchronized Reply sticky(Request request, Reply reply) {
        if (isSticky(request)) {
            return reply;
        }
        var session = ids.trace();
        sessions.add(session);
        return reply.with("Set-Cookie", "jpro-ingress=" + session + "; Path=/; HttpOnly");
    }

    private boolean isSticky(Request request) {
        forget();
        Matcher cookie = COOKIE.matcher(request.findHeader("Cookie").orElse(""));
        return cookie.find() && sessions.contains(cookie.group(1));
    }

    /** Drops what nobody is shown any more; the first that stays is what a caller without a cookie sees. */
    private void forget() {
        var horizon = clock.instant().minus(staleReads);
        while (versions.size() > 1) {
            var first = versions.removeFirst();
            if (versions.getFirst().since().isAfter(horizon)) {
                versions.addFirst(first);
                return;
            }
        }
    }
}
