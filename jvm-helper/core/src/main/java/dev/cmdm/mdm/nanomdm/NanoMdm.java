// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.nanomdm;

import dev.cmdm.device.Device;
import dev.cmdm.mdm.Capabilities;
import dev.cmdm.mdm.Command;
import dev.cmdm.mdm.Delivery;
import dev.cmdm.mdm.DeviceId;
import dev.cmdm.mdm.MdmServer;
import dev.cmdm.mdm.Probe;
import dev.cmdm.mdm.Product;
import dev.cmdm.mdm.RawCommand;
import dev.cmdm.mdm.ServerUrl;
import dev.cmdm.mdm.Standing;
import dev.cmdm.mdm.http.HttpCall;
import dev.cmdm.mdm.http.HttpCaller;
import dev.cmdm.mdm.http.HttpLimits;
import dev.cmdm.mdm.http.VersionProbe;
import dev.cmdm.secret.Secret;
import java.util.Optional;
import java.util.Set;

/**
 * NanoMDM. It has no search for devices, no view of a queue and no query of results: a Mac is addressed
 * by its UDID, and what became of a command only the Mac shows. It takes each command id once only, on
 * the whole server and for ever, so that a command whose answer was lost is repeated safely.
 */
public final class NanoMdm implements MdmServer {
    /**
     * A command may have 16,777,215 bytes in MySQL (MEDIUMTEXT), the narrowest of its stores; the profile in it is in base64,
     * with less than 1,024 bytes around it. (NanoMDM, storage/mysql/schema.sql.)
     */
    static final long MAXIMUM_SIZE = (16_777_215 - 1_024) / 4 * 3;

    /** What it can do. (NanoMDM, docs/openapi.yaml; storage/pgsql/schema.sql for the ids.) */
    public static final Capabilities CAPABILITIES =
            new Capabilities("NanoMDM", MAXIMUM_SIZE, "bytes", true, true, false, false);

    /** NanoMDM as settings name it. */
    public static final Product PRODUCT = new Product("nanomdm", CAPABILITIES, NanoMdm::open);

    /** The user is fixed, the password is its {@code -api}. (NanoMDM, docs/operations-guide.md.) */
    private static final String USER = "nanomdm";

    private static final String UNSENDABLE =
            "the identifier or the hardware UUID holds a character that no command can; nothing was sent";

    private final HttpCaller http;
    private final EnqueueEndpoint enqueue;

    /** An adapter over a caller, which it closes. */
    NanoMdm(HttpCaller http) {
        this.http = http;
        this.enqueue = new EnqueueEndpoint(http);
    }

    /** An adapter for a server; nothing is sent yet. */
    public static NanoMdm open(ServerUrl url, Secret credential) {
        return new NanoMdm(new HttpCaller(url, USER, credential, HttpLimits.USUAL));
    }

    @Override
    public Capabilities capabilities() {
        return CAPABILITIES;
    }

    @Override
    public String address() {
        return http.address();
    }

    /** Asks for a push certificate of no topic: 400 for those with the credential, 401 for all others. */
    @Override
    public Probe probe() {
        return VersionProbe.run(http, "NanoMDM", HttpCall.get("/v1/pushcert"), 400, "-api");
    }

    @Override
    public Standing standing(Device device) {
        return Standing.NOT_TOLD;
    }

    @Override
    public Delivery send(Device device, Command command) {
        Optional<byte[]> plist = RawCommand.find(command);
        Optional<String> id = DeviceId.find(device);
        if (plist.isEmpty() || id.isEmpty()) {
            return new Delivery.Refused(UNSENDABLE);
        }
        return enqueue.send(id.orElseThrow(), command.commandUuid(), plist.orElseThrow());
    }

    @Override
    public Optional<Set<String>> findQueued(Device device) {
        return Optional.empty();
    }

    @Override
    public void close() {
        http.close();
    }
}
