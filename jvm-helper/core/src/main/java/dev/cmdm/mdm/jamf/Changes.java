// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.jamf;

import dev.cmdm.mdm.Delivery;
import dev.cmdm.mdm.MdmUnavailableException;
import dev.cmdm.mdm.Notes;
import java.util.function.Supplier;

/** Keeps in mind whether a command has changed anything yet: a question that fails after that leaves open what came of it. */
final class Changes implements Notes {
    private final Notes notes;
    private boolean any;

    Changes(Notes notes) {
        this.notes = notes;
    }

    @Override
    public void note(String words) {
        any = true;
        notes.note(words);
    }

    /** What came of a command, however it ended. */
    Delivery guard(Supplier<Delivery> command) {
        try {
            return command.get();
        } catch (UndeliveredException e) {
            return e.delivery();
        } catch (MdmUnavailableException e) {
            if (any) {
                return new Delivery.Lost(e.words());
            }
            return e.asDelivery();
        }
    }
}
