// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.conformance;

import dev.cmdm.device.Device;
import dev.cmdm.installed.Installed;
import dev.cmdm.installed.InstalledProfile;
import dev.cmdm.mdm.Command;
import dev.cmdm.mdm.Delivery;
import dev.cmdm.mdm.MdmServer;
import dev.cmdm.mdm.ProductSettings;
import dev.cmdm.mdm.ServerAccess;
import dev.cmdm.mdm.ServerUrl;
import dev.cmdm.plist.Bytes;
import dev.cmdm.secret.Secret;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/** A server that is being tried, with a Mac of its. */
abstract class Bench {
    private final Subject subject;

    Bench(Subject subject) {
        this.subject = subject;
    }

    Subject subject() {
        return subject;
    }

    /** Where the server is. */
    abstract String url();

    abstract Secret credential();

    /** The Mac that is managed by the server. */
    abstract Device device();

    /** What the Mac's own listing shows. */
    abstract Installed installed();

    /** Waits until something is so. */
    abstract void until(String what, BooleanSupplier condition);

    /**
     * The same as a simulated one, on which things can be made to go wrong.
     *
     * @throws NotTriedException when the server is a real one
     */
    abstract SimulatedBench simulated();

    /** Whether the Mac has a profile by this UUID. */
    boolean has(String name, String uuid) {
        return copies(name).stream().anyMatch(copy -> copy.hasUuid(uuid));
    }

    /** Whether the Mac has no copy of a profile. */
    boolean lacks(String name) {
        return copies(name).isEmpty();
    }

    List<InstalledProfile> copies(String name) {
        return installed().copies(TestContent.key(name)).toList();
    }

    /** An adapter for the server, of its own. */
    MdmServer open() {
        return open(url(), credential());
    }

    MdmServer open(String url, Secret credential) {
        return subject.product()
                .opener()
                .open(new ServerAccess(ServerUrl.parse(url), credential, productSettings(), Instant::now));
    }

    Sent install(MdmServer server, String name, int setting) {
        return install(server, device(), name, setting);
    }

    Sent install(MdmServer server, Device device, String name, int setting) {
        TestContent.Brought brought = TestContent.of(name, setting, server.capabilities(), device);
        return send(server, device, new Command(id(), brought.request()), brought.uuid());
    }

    /** The same command once more, under its id. */
    Sent again(MdmServer server, Sent sent) {
        return send(server, device(), sent.command(), sent.uuid());
    }

    /** Content of any size, as it is. */
    Delivery installAsIs(MdmServer server, String name, Bytes content) {
        return server.send(
                device(),
                new Command(
                        id(),
                        new Command.Request.InstallProfile(TestContent.key(name).identifier(), content)));
    }

    Delivery remove(MdmServer server, String name) {
        return server.send(
                device(),
                new Command(
                        id(),
                        new Command.Request.RemoveProfile(TestContent.key(name).identifier())));
    }

    /** Sends a profile and waits until the Mac has it. */
    Sent installed(MdmServer server, String name, int setting) {
        Sent sent = install(server, name, setting);
        Checks.queued(sent.delivery());
        arrived(name, sent);
        return sent;
    }

    void arrived(String name, Sent sent) {
        until(name + " is on the Mac", () -> has(name, sent.uuid()));
    }

    private static Sent send(MdmServer server, Device device, Command command, String uuid) {
        return new Sent(command, uuid, server.send(device, command));
    }

    static String id() {
        return UUID.randomUUID().toString();
    }

    Map<String, String> set() {
        return subject.settings();
    }

    ProductSettings productSettings() {
        return new ProductSettings() {
            @Override
            public Optional<String> find(String word) {
                return Optional.ofNullable(set().get(word)).or(() -> Defaults.find(word));
            }

            @Override
            public Optional<Secret> findSecret(String word) {
                return Optional.ofNullable(secrets().get(word)).map(Secret::of);
            }
        };
    }

    Map<String, String> secrets() {
        return subject.secrets();
    }
}
