// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm;

import java.util.function.Supplier;

/** Keeps in mind whether a command has changed anything yet: a question that fails after that leaves open what came of it. */
public final class Changes implements Notes {
    private final Notes notes;
    private boolean any;

    /** Nothing changed yet; each change is told on. */
    public Changes(Notes notes) {
        this.notes = notes;
    }

    @Override
    public void note(String words) {
        any = true;
        notes.note(words);
    }

    /** What came of a command, however it ended. */
    public Delivery guard(Supplier<Delivery> command) {
        try {
            return command.get();
        } catch (UndeliveredException e) {
            return e.delivery();
        } catch (MdmUnavailableException e) {
            return any ? new Delivery.Lost(e.words()) : e.asDelivery();
        }
    }
}
