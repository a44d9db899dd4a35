// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm;

import dev.cmdm.secret.Secret;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * How servers are reached from this machine.
 *
 * @param authorities a file of certificates in PEM that are trusted beside the platform's
 * @param identity the certificate by which this machine shows itself
 * @param proxy what stands between this machine and all servers but its own
 * @param timing the clock, and waiting
 * @param random spreads repeats, so that many machines do not come back at one moment
 * @param debug hears one line for each request and answer, without secrets and payloads; nobody listens as a rule
 * @param met hears what each server that answers shows of itself
 */
public record Link(
        Optional<Path> authorities,
        Optional<Identity> identity,
        Optional<Proxy> proxy,
        Timing timing,
        RandomGenerator random,
        Consumer<String> debug,
        Consumer<Meeting> met) {

    /**
     * A key with its certificate.
     *
     * @param file PKCS#12 or PEM
     * @param password asked only when something is encrypted; nothing when none is configured
     */
    public record Identity(Path file, Optional<Supplier<Secret>> password) {}

    /** Straight to the server, with the platform's trust and nobody listening. */
    public static Link direct(Timing timing, RandomGenerator random) {
        return new Link(
                Optional.empty(), Optional.empty(), Optional.empty(), timing, random, line -> {}, meeting -> {});
    }

    /** The same with authorities of one's own. */
    public Link withAuthorities(Path file) {
        return new Link(Optional.of(file), identity, proxy, timing, random, debug, met);
    }

    /** The same with a certificate to show. */
    public Link withIdentity(Identity shown) {
        return new Link(authorities, Optional.of(shown), proxy, timing, random, debug, met);
    }

    /** The same through a proxy. */
    public Link withProxy(Proxy through) {
        return new Link(authorities, identity, Optional.of(through), timing, random, debug, met);
    }

    /** The same with somebody who listens. */
    public Link withDebug(Consumer<String> listener) {
        return new Link(authorities, identity, proxy, timing, random, listener, met);
    }

    /** The same with somebody who wants to know what servers show of themselves. */
    public Link withMet(Consumer<Meeting> listener) {
        return new Link(authorities, identity, proxy, timing, random, debug, listener);
    }
}
