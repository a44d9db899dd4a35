// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.mac;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** What the listing of a Mac shows, which may lag behind what is installed. */
final class Display {
    private final ProfileStore store;
    private final Function<List<InstalledProfile>, MacState> state;
    private final Consumer<MacState> listing;
    private List<InstalledProfile> shown = List.of();

    /**
     * A display that shows nothing yet.
     *
     * @param state the Mac's state, with these profiles in place of those in its store
     * @param listing is told what to show
     */
    Display(ProfileStore store, Function<List<InstalledProfile>, MacState> state, Consumer<MacState> listing) {
        this.store = store;
        this.state = state;
        this.listing = listing;
    }

    /** Shows what is installed now. */
    synchronized void catchUp() {
        shown = store.all();
        refresh();
    }

    /** Shows the same profiles, and what else has changed. */
    synchronized void refresh() {
        listing.accept(state.apply(shown));
    }
}
