// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.apply;

import dev.cmdm.mdm.Capabilities;
import dev.cmdm.mdm.Command;
import dev.cmdm.mdm.Command.Request.InstallProfile;
import dev.cmdm.mdm.Command.Request.RemoveProfile;
import dev.cmdm.mdm.Delivery;
import dev.cmdm.mdm.Notes;
import dev.cmdm.mdm.SizeLimit;
import dev.cmdm.mdm.Trait;
import dev.cmdm.plist.Bytes;
import dev.cmdm.profile.ProfileIdentifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A server that wants profiles on the Mac, compares bytes, and believes to have sent what it lost. (MDMDirector.) */
final class FakeDirector extends FakeServer {
    /** A moment of a command that goes out anew. */
    enum Moment {
        BEFORE_FORGETTING,
        BETWEEN,
        AFTER_ASKING
    }

    private static final Capabilities CAPABILITIES =
            Capabilities.of("MDMDirector", SizeLimit.NONE_FOUND, Trait.CHECKS_IDS, Trait.HASHES_UUIDS);

    /** Where the helper is killed, once. */
    Optional<Moment> killedAt = Optional.empty();
    /** Whether what it sends is lost on the way to the Mac's queue. */
    boolean loses;

    final List<String> calls = new ArrayList<>();

    private final World world;
    private final Map<ProfileIdentifier, Bytes> wanted = new HashMap<>();
    private final Set<ProfileIdentifier> unwanted = new HashSet<>();
    private final Set<String> forgottenFor = new HashSet<>();

    FakeDirector(World world) {
        super(world, CAPABILITIES);
        this.world = world;
    }

    @Override
    Delivery take(Command command, Notes notes) {
        if (command.request() instanceof InstallProfile install) {
            return install.anew() ? anew(command, install, notes) : post(command, install);
        }
        return delete(command, ((RemoveProfile) command.request()).identifier());
    }

    private Delivery anew(Command command, InstallProfile install, Notes notes) {
        reach(Moment.BEFORE_FORGETTING);
        if (forgottenFor.add(command.commandUuid())) {
            calls.add("forget");
            wanted.remove(install.identifier());
            unwanted.add(install.identifier());
            notes.note("forgotten");
        }
        reach(Moment.BETWEEN);
        Delivery sent = post(command, install);
        reach(Moment.AFTER_ASKING);
        return sent;
    }

    private Delivery post(Command command, InstallProfile install) {
        calls.add("post");
        unwanted.remove(install.identifier());
        if (install.content().equals(wanted.put(install.identifier(), install.content()))) {
            return new Delivery.Unchanged();
        }
        return sent(command);
    }

    private Delivery delete(Command command, ProfileIdentifier identifier) {
        calls.add("delete");
        wanted.remove(identifier);
        return unwanted.add(identifier) ? sent(command) : new Delivery.Unchanged();
    }

    private Delivery sent(Command command) {
        if (!loses) {
            world.accept(command);
        }
        return new Delivery.Queued(Optional.empty());
    }

    private void reach(Moment moment) {
        if (killedAt.filter(moment::equals).isPresent()) {
            killedAt = Optional.empty();
            throw new Killed();
        }
    }
}
