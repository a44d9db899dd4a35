// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.nanomdm;

import dev.cmdm.mdm.Capabilities;
import dev.cmdm.mdm.Product;
import dev.cmdm.mdm.SizeLimit;
import dev.cmdm.mdm.Trait;

/**
 * In what the servers with NanoMDM's API differ.
 *
 * @param word how settings name it
 * @param name as people call it
 * @param user whom its credential names; fixed
 * @param prefix what stands before each path of the API
 * @param option the server's own option that sets the password, without which it has no API
 */
record Flavour(String word, String name, String user, String prefix, String option) {
    /** NanoMDM by itself. (NanoMDM, docs/operations-guide.md.) */
    static final Flavour NANOMDM = new Flavour("nanomdm", "NanoMDM", "nanomdm", "/v1/", "-api");

    /** NanoMDM, NanoCMD and KMFDDM in one server. (NanoHUB, docs/operations-guide.md and cmd/nanohub/nanohub.go.) */
    static final Flavour NANOHUB = new Flavour("nanohub", "NanoHUB", "nanohub", "/api/v1/nanomdm/", "-api-key");

    /**
     * A command may have 16,777,215 bytes in MySQL (MEDIUMTEXT), the narrowest store of both; the profile in it is in
     * base64, with less than 1,024 bytes around it. (NanoMDM, storage/mysql/schema.sql.)
     */
    static final long MAXIMUM_SIZE = (16_777_215 - 1_024) / 4 * 3;

    /** The product as settings name it. */
    Product product() {
        return new Product(word, capabilities(), access -> NanoMdm.open(this, access));
    }

    /** What it can do. (NanoMDM, docs/openapi.yaml; storage/pgsql/schema.sql for the ids.) */
    Capabilities capabilities() {
        return Capabilities.of(
                name, SizeLimit.bytes(MAXIMUM_SIZE), Trait.PASSES_SIGNED, Trait.CHECKS_IDS, Trait.TAKES_RAW);
    }

    String enqueue(String id) {
        return prefix + "enqueue/" + id;
    }

    String push(String id) {
        return prefix + "push/" + id;
    }

    String pushCertificate() {
        return prefix + "pushcert";
    }
}
