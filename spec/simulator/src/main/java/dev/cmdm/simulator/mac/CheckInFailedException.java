// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.mac;

import java.io.IOException;
import java.net.URI;

/** Thrown when a server answers a Mac with anything but 200 and nothing or a command. */
public final class CheckInFailedException extends IOException {
    private static final long serialVersionUID = 1L;

    CheckInFailedException(URI url, int status, String why) {
        super(url + " answered " + status + why);
    }
}
