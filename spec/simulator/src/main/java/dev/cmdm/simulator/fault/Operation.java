// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.fault;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The kinds of request to a server's API that a fault can be laid on. */
public enum Operation {
    /** A command is queued. */
    ENQUEUE,
    /** Devices are looked up. */
    DEVICES,
    /** A device's queue is read or cleared. */
    QUEUE,
    /** A push is asked for. */
    PUSH,
    /** Profiles that the server keeps as objects of its own are found, made or deleted. */
    PROFILES,
    /** A token is asked for. */
    TOKEN,
    /** Anything else; a rule on ANY meets every operation. */
    ANY;

    /** The operation of this lower-case name, as fault documents write it. */
    static Operation named(String name) {
        return Arrays.stream(values())
                .filter(operation -> operation.word().equals(name))
                .findFirst()
                .orElseThrow(() -> new BadFaultException("on", name, words()));
    }

    private static String words() {
        return "one of " + Arrays.stream(values()).map(Operation::word).collect(Collectors.joining(", "));
    }

    /** How fault documents write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
