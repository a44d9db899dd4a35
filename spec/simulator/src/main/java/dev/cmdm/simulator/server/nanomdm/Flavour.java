// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server.nanomdm;

import dev.cmdm.simulator.server.Product;

/**
 * In what the servers with NanoMDM's API differ.
 *
 * @param prefix what stands before each path of the API
 * @param user whom its credential names
 * @param realm what it calls its API when it refuses a credential
 */
record Flavour(String prefix, String user, String realm) {
    private static final Flavour NANOMDM = new Flavour("/v1/", "nanomdm", "nanomdm");

    /** NanoMDM, workflows and declarations in one server (nanohub, cmd/nanohub/nanohub.go). */
    private static final Flavour NANOHUB = new Flavour("/api/v1/nanomdm/", "nanohub", "NanoHUB API");

    static Flavour of(Product product) {
        return product == Product.NANOHUB ? NANOHUB : NANOMDM;
    }

    String enqueue() {
        return prefix + "enqueue/";
    }

    String push() {
        return prefix + "push/";
    }

    String pushCertificate() {
        return prefix + "pushcert";
    }
}
