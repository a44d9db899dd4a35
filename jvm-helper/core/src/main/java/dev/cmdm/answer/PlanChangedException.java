// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.answer;

/** When the plan is no longer the one that was shown. */
public final class PlanChangedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** A plan that changed. */
    public PlanChangedException() {
        super("the plan changed since it was shown, so nothing was done; look at it again with cmdm plan");
    }
}
