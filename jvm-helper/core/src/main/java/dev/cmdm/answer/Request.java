// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.answer;

import dev.cmdm.desired.Declaration;
import dev.cmdm.desired.Owner;
import dev.cmdm.desired.Prefix;
import dev.cmdm.device.Device;
import dev.cmdm.device.MacOsVersion;
import dev.cmdm.mdm.Command.Request.Raw;
import dev.cmdm.plist.Bytes;
import dev.cmdm.profile.ProfileKey;
import dev.cmdm.scaffold.Notation;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * One request.
 *
 * @param id the caller's, repeated on every line of the answer
 * @param operation what is asked
 * @param desired what is declared; nothing when the operation needs none
 * @param readings what the caller read from the Mac; what it leaves out, the helper reads
 * @param options how it shall be done
 * @param arguments what the operation is about, beside what is declared
 */
public record Request(
        String id,
        Operation operation,
        Optional<Declared> desired,
        Readings readings,
        Options options,
        Arguments arguments) {

    /** A request about all that is there. */
    public Request(String id, Operation operation, Optional<Declared> desired, Readings readings, Options options) {
        this(id, operation, desired, readings, options, Arguments.NONE);
    }

    /**
     * What an operation is about.
     *
     * @param identifiers of profiles; empty means all, where an operation may be about all
     * @param limit how many lines of the history, from the youngest
     * @param macos the macOS that profiles are looked at for; nothing for none in particular
     * @param importing how and where to write what is installed; nothing when that is not asked
     * @param command what to send beside the plan; nothing when that is not asked
     */
    public record Arguments(
            Set<String> identifiers,
            int limit,
            Optional<MacOsVersion> macos,
            Optional<Importing> importing,
            Optional<Raw> command) {
        /** About all there is. */
        public static final Arguments NONE = new Arguments(Set.of(), 50);

        /** About profiles, or so many lines. */
        public Arguments(Set<String> identifiers, int limit) {
            this(identifiers, limit, Optional.empty(), Optional.empty(), Optional.empty());
        }

        /** About what is installed, to be written down. */
        public Arguments(Importing importing) {
            this(Set.of(), NONE.limit(), Optional.empty(), Optional.of(importing), Optional.empty());
        }

        /** About one command. */
        public Arguments(Raw command) {
            this(Set.of(), NONE.limit(), Optional.empty(), Optional.empty(), Optional.of(command));
        }

        public Arguments {
            identifiers = Set.copyOf(identifiers);
        }

        /** Whether it is about a profile, named by its identifier or by the key that steps go by. */
        public boolean isAbout(ProfileKey key) {
            return identifiers.contains(key.identifier().value()) || identifiers.contains(key.toString());
        }
    }

    /**
     * How what is installed is written down.
     *
     * @param notation in what
     * @param folder where to
     * @param overwrite whether files that are there may be replaced
     * @param prefix only what lies under it; nothing means all
     */
    public record Importing(Notation notation, Path folder, boolean overwrite, Optional<Prefix> prefix) {}

    /**
     * What one owner declares.
     *
     * @param owner who
     * @param prefix what a complete set claims; nothing when the list is not complete
     * @param profiles in declared order
     */
    public record Declared(Owner owner, Optional<Prefix> prefix, List<Declaration> profiles) {
        public Declared {
            profiles = List.copyOf(profiles);
        }
    }

    /**
     * What the caller read of the Mac.
     *
     * @param listing printed by {@code profiles -P -o stdout-xml}
     * @param verbose printed by {@code profiles -P -v}
     * @param device which Mac it is
     * @param elsewhere whether it is another Mac than this machine, of which nothing can be read here
     */
    public record Readings(
            Optional<Bytes> listing, Optional<Bytes> verbose, Optional<Device> device, boolean elsewhere) {
        /** The helper reads everything itself. */
        public static final Readings NONE = new Readings(Optional.empty(), Optional.empty(), Optional.empty(), false);

        /** Of another Mac, all that is known of it: who installed a profile only if {@code verbose} is there. */
        public static Readings elsewhere(Bytes listing, Optional<Bytes> verbose, Device device) {
            return new Readings(Optional.of(listing), verbose, Optional.of(device), true);
        }
    }

    /**
     * How a request shall be carried out; what is left out has the design's default.
     *
     * @param mode whether anything may be changed
     * @param waitSeconds how long to wait for the Mac, per request; empty: as this machine is set up
     * @param shown the plan that was shown; another one is refused
     * @param only the ids of the steps to carry out; empty means all
     * @param removalLimit how many undeclared profiles may go in one run; empty: as this machine is set up
     * @param allowEmpty whether an empty complete list may remove
     * @param keep identifiers that are never removed for not being declared
     */
    public record Options(
            Mode mode,
            OptionalInt waitSeconds,
            Optional<Shown> shown,
            Set<String> only,
            OptionalInt removalLimit,
            boolean allowEmpty,
            Set<String> keep) {
        /** What holds when nothing is said. */
        public static final Options DEFAULTS = new Options(
                Mode.ENFORCE, OptionalInt.empty(), Optional.empty(), Set.of(), OptionalInt.empty(), false, Set.of());

        public Options {
            only = Set.copyOf(only);
            keep = Set.copyOf(keep);
        }
    }

    /**
     * A plan that somebody looked at.
     *
     * @param digest the plan's
     * @param udid of the Mac it was made for; nothing where the caller knows that it is this one
     */
    public record Shown(String digest, Optional<String> udid) {
        /** A plan of this Mac. */
        public static Shown here(String digest) {
            return new Shown(digest, Optional.empty());
        }
    }

    /** Whether anything may be changed. */
    public enum Mode {
        /** Plans and carries out. */
        ENFORCE,
        /** Plans and reports, and sends, installs and removes nothing. */
        AUDIT
    }
}
