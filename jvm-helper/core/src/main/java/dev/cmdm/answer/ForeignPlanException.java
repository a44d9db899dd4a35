// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.answer;

/** When a plan that was shown is one of another Mac. */
public final class ForeignPlanException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** A plan of another Mac. */
    public ForeignPlanException() {
        super("the plan was made for another Mac, so nothing was done; make one on this Mac with cmdm plan -o json");
    }
}
