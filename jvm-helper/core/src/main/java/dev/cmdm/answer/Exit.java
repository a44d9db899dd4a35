// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.answer;

import java.util.List;

/** Exit numbers. (sysexits.h from 64 on.) */
public final class Exit {
    /** Done, nothing to do, or pending. */
    public static final int OK = 0;
    /** A step failed or is blocked; with detailed numbers: failed only. */
    public static final int FAILED = 1;
    /** Detailed: a plan has changes, or an apply changed something. */
    public static final int CHANGES = 2;
    /** Detailed: something is pending. */
    public static final int PENDING = 3;
    /** Detailed: something is blocked. */
    public static final int BLOCKED = 4;
    /** The plan changed since it was shown. */
    public static final int PLAN_CHANGED = 5;
    /** Wrong usage. */
    public static final int USAGE = 64;
    /** Bad input data. */
    public static final int DATA = 65;
    /** The MDM is unreachable. */
    public static final int UNAVAILABLE = 69;
    /** An error of cmdm itself. */
    public static final int SOFTWARE = 70;
    /** A credential was refused. */
    public static final int AUTHENTICATION = 77;
    /** Bad configuration. */
    public static final int CONFIGURATION = 78;

    /** Which number counts when several apply, the first one found. */
    private static final List<Integer> PRECEDENCE = List.of(
            SOFTWARE,
            CONFIGURATION,
            AUTHENTICATION,
            DATA,
            UNAVAILABLE,
            USAGE,
            PLAN_CHANGED,
            FAILED,
            BLOCKED,
            PENDING,
            CHANGES);

    private Exit() {}

    /** The number that counts when several apply; {@link #OK} when none does. */
    public static int worst(List<Integer> exits) {
        return PRECEDENCE.stream().filter(exits::contains).findFirst().orElse(OK);
    }
}
