// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.desired;

import dev.cmdm.plist.Place;

/** When a profile asks for a secret that the configuration of the helper does not name. */
public final class UnknownSecretException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Place place;
    private final String name;

    /** A secret of this name, of which nobody said where it comes from. */
    public UnknownSecretException(String name) {
        this(name, Place.TOP);
    }

    private UnknownSecretException(String name, Place place) {
        super("no secret is named " + name + " here; name its source in the settings file of this machine: secrets."
                + name + ": file:/path, env:NAME, keychain:ITEM or command:[…]");
        this.name = name;
        this.place = place;
    }

    UnknownSecretException at(Place where) {
        return new UnknownSecretException(name, where);
    }

    /** Where it is asked for. */
    public Place place() {
        return place;
    }
}
