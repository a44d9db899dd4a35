// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.catalog;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One key of a payload type, or the items of an array, as Apple's schema has it.
 *
 * @param name its name; {@link #ANY} when keys of any name may stand there
 * @param kind what kind of value it takes
 * @param traits what else is to be known
 * @param lifetime which macOS knows it
 * @param usual the value that macOS takes when it is left out, as text; or nothing
 * @param limits what its value may be
 * @param file the file of Apple's schema that describes it
 * @param members the keys of a dictionary, or the one description of all items of an array
 */
public record PayloadKey(
        String name,
        Kind kind,
        Set<Trait> traits,
        Lifetime lifetime,
        Optional<String> usual,
        Limits limits,
        String file,
        List<PayloadKey> members) {
    /** The name that stands for every name. */
    public static final String ANY = "ANY";

    /** What is to be known of a key beside its value. */
    public enum Trait {
        /** It has to be there. */
        REQUIRED,
        /** Only an MDM may set it. (Apple, allowmanualinstall false.) */
        MDM_ONLY,
        /** It does not work on the user channel. (Apple, userchannel false.) */
        DEVICE_ONLY,
        /** It needs a supervised Mac. */
        SUPERVISED,
        /** It needs a Mac that enrolled by itself. (Apple, requiresdep.) */
        AUTOMATED_ENROLLMENT,
        /** Apple describes it for other devices; macOS leaves it alone. */
        NOT_MACOS
    }

    /** Whether it has a trait. */
    public boolean has(Trait trait) {
        return traits.contains(trait);
    }

    /** The key of this name inside the value, or the one that stands for every name. */
    public Optional<PayloadKey> findMember(String key) {
        return Members.find(members, key);
    }

    /** What describes the items of an array, or nothing. */
    public Optional<PayloadKey> findItem() {
        return kind == Kind.ARRAY ? members.stream().findFirst() : Optional.empty();
    }
}
