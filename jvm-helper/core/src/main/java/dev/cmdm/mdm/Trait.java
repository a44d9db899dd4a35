// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm;

/** Something that a product does, on which a plan or its delivery depends. */
public enum Trait {
    /** Signed bytes reach the Mac unaltered. */
    PASSES_SIGNED,
    /** A command may be repeated under its id: the server takes it once only, or compares what it brings. */
    CHECKS_IDS,
    /** It tells which commands wait for a Mac. */
    TELLS_QUEUE,
    /** It tells what a Mac made of a command. */
    TELLS_RESULTS,
    /** It takes any command of Apple's. */
    TAKES_RAW,
    /** The UUID that a Mac sees is computed from the bytes, see {@link dev.cmdm.profile.HashedUuid}. */
    HASHES_UUIDS,
    /** It keeps profiles in objects of its own, see {@link dev.cmdm.profile.ObjectName}, for what no command carries. */
    MAKES_OBJECTS
}
