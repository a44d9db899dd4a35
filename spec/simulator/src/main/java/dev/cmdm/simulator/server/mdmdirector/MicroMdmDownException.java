// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server.mdmdirector;

/** The MicroMDM below cannot be reached. */
final class MicroMdmDownException extends Exception {
    private static final long serialVersionUID = 1L;

    MicroMdmDownException(String path) {
        super("MicroMDM does not answer " + path);
    }
}
