// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.prepare;

import dev.cmdm.desired.BadPlaceholderException;
import dev.cmdm.desired.Content;
import dev.cmdm.desired.Desired;
import dev.cmdm.desired.DesiredProfile;
import dev.cmdm.desired.Filling;
import dev.cmdm.desired.UnfillableException;
import dev.cmdm.desired.UnknownSecretException;
import dev.cmdm.desired.Values;
import dev.cmdm.mdm.Capabilities;
import dev.cmdm.mdm.SizeLimit;
import dev.cmdm.mdm.Trait;
import dev.cmdm.plan.Form;
import dev.cmdm.plan.Prepared;
import dev.cmdm.plan.ServerLimits;
import dev.cmdm.plist.PlistException;
import dev.cmdm.profile.Fingerprint;
import dev.cmdm.profile.ProfileException;
import dev.cmdm.profile.ReadProfile;
import dev.cmdm.secret.SecretException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Fills declared profiles where that is asked for, and makes the forms in which they could be sent. */
public final class Preparer {
    private final Taker taker;
    private final Forming forming;
    private final Values values;

    /**
     * A preparer.
     *
     * @param server what will be asked to take the profiles; nothing when none is configured
     * @param forming which forms are made
     * @param values what comes to stand where placeholders are
     */
    public Preparer(Optional<Capabilities> server, Forming forming, Values values) {
        this.taker = Taker.of(server);
        this.forming = forming;
        this.values = values;
    }

    /** The declared profiles with their forms, in declared order. What is filled in is asked for one after the other. */
    public List<Prepared> prepare(Desired desired) {
        boolean asks = desired.profiles().stream()
                .anyMatch(profile -> profile.options().fill());
        Stream<DesiredProfile> profiles = asks ? desired.profiles().stream() : desired.profiles().parallelStream();
        return profiles.map(this::prepare).toList();
    }

    /** What a plan must know of a server. */
    public static ServerLimits limits(Capabilities server) {
        SizeLimit limit = server.command().orElse(SizeLimit.bytes(ServerLimits.NOTHING));
        return new ServerLimits(
                server.product(),
                limit.maximum(),
                limit.unit().words(),
                server.has(Trait.PASSES_SIGNED),
                server.has(Trait.CHECKS_IDS),
                server.has(Trait.HASHES_UUIDS),
                server.has(Trait.MAKES_OBJECTS));
    }

    /** A profile whose content cannot be filled or written is broken like one that could not be read. */
    private Prepared prepare(DesiredProfile desired) {
        Optional<ReadProfile> read = desired.findProfile();
        if (read.isEmpty()) {
            return new Prepared(desired, Optional.empty(), List.of());
        }
        try {
            return prepare(desired, Filling.fill(read.orElseThrow(), desired.options(), values));
        } catch (PlistException
                | ProfileException
                | BadPlaceholderException
                | UnknownSecretException
                | UnfillableException
                | SecretException e) {
            return new Prepared(desired.with(new Content.Broken(e)), Optional.empty(), List.of());
        }
    }

    private Prepared prepare(DesiredProfile desired, ReadProfile filled) {
        Fingerprint fingerprint = Fingerprint.of(filled.profile());
        List<Form> forms = Forms.of(filled, desired.options(), fingerprint, forming, taker);
        return new Prepared(desired.with(new Content.Understood(filled)), Optional.of(fingerprint), forms);
    }
}
