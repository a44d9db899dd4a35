// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.workspaceone;

import dev.cmdm.device.Device;
import dev.cmdm.mdm.Capabilities;
import dev.cmdm.mdm.Command;
import dev.cmdm.mdm.Command.Request;
import dev.cmdm.mdm.Delivery;
import dev.cmdm.mdm.MdmServer;
import dev.cmdm.mdm.Notes;
import dev.cmdm.mdm.Probe;
import dev.cmdm.mdm.Product;
import dev.cmdm.mdm.ProductSettings;
import dev.cmdm.mdm.ServerAccess;
import dev.cmdm.mdm.ServerProfiles;
import dev.cmdm.mdm.SizeLimit;
import dev.cmdm.mdm.SizeUnit;
import dev.cmdm.mdm.Standing;
import dev.cmdm.mdm.Trait;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Workspace ONE UEM. All its administrators share a quota of API calls, so nothing is asked before a command is sent, and
 * nothing is sent once little of the quota is left. A command carries a profile as it is, up to about 1.4 KB; what is
 * larger may become an object of the server's own, of which the Mac sees another identifier and another UUID. What a Mac
 * made of a command it does not tell.
 */
public final class WorkspaceOne implements MdmServer {
    /** Workspace ONE as settings name it. */
    public static final Product PRODUCT = new Product("workspaceone", WorkspaceOne::capabilities, WorkspaceOne::open);

    private static final String NAME = "Workspace ONE";
    private static final String UNSENDABLE =
            "the identifier or the serial number holds a character that no command can; nothing was sent";

    private final Capabilities capabilities;
    private final UemApi api;
    private final Quota quota;
    private final CommandEndpoint commands;
    private final DevicesEndpoint devices;
    private final DeviceProfilesEndpoint profiles;
    private final Objects objects;

    /** An adapter over an API, whose caller it closes. */
    WorkspaceOne(UemApi api, Quota quota, UemSettings settings) {
        this.capabilities = capabilities(settings.own());
        this.api = api;
        this.quota = quota;
        this.commands = new CommandEndpoint(api, settings.commandLimit());
        this.devices = new DevicesEndpoint(api);
        this.profiles = new DeviceProfilesEndpoint(api);
        this.objects = new Objects(api, settings);
    }

    /** An adapter for a server; nothing is sent yet. */
    static WorkspaceOne open(ServerAccess access) {
        UemSettings settings = new UemSettings(access.settings());
        settings.requireGroups();
        Quota quota = new Quota(settings.quotaReserve(), access.clock());
        return new WorkspaceOne(new Entrance(access, settings).api(quota), quota, settings);
    }

    /** Signed bytes arrive as they are, where they fit. (Workspace ONE, error 1012; recorded in 2018.) */
    static Capabilities capabilities(ProductSettings own) {
        UemSettings settings = new UemSettings(own);
        Set<Trait> traits = Stream.concat(
                        Stream.of(Trait.PASSES_SIGNED, Trait.TAKES_RAW),
                        settings.objects() ? Stream.of(Trait.MAKES_OBJECTS) : Stream.empty())
                .collect(Collectors.toSet());
        return new Capabilities(
                NAME, Optional.of(new SizeLimit(settings.commandLimit(), SizeUnit.COMMAND_XML)), traits);
    }

    @Override
    public Capabilities capabilities() {
        return capabilities;
    }

    @Override
    public String address() {
        return api.http().address();
    }

    @Override
    public Probe probe() {
        try {
            devices.probe();
            String left = quota.words();
            String words = NAME + " at " + address() + (left.isEmpty() ? "" : ", " + left);
            return new Probe(true, true, words, quota.findObstacle());
        } catch (NotTakenException e) {
            boolean reached = !(e.delivery() instanceof Delivery.Unreachable);
            Optional<Delivery.Deferred> spent = quota.findObstacle();
            return new Probe(
                    reached, spent.isPresent(), e.asUnavailable(this::placed).words(), spent);
        }
    }

    @Override
    public Standing standing(Device device) {
        Optional<String> serial = CommandEndpoint.findSerial(device.serial());
        try {
            return serial.isPresent() ? devices.ask(serial.orElseThrow(), device) : Standing.UNKNOWN;
        } catch (NotTakenException e) {
            throw e.asUnavailable(this::placed);
        }
    }

    @Override
    public Delivery send(Device device, Command command, Notes notes) {
        Optional<String> serial = CommandEndpoint.findSerial(device.serial());
        if (serial.isEmpty()) {
            return new Delivery.Refused(UNSENDABLE);
        }
        Request request = command.request();
        if (request instanceof Request.InstallProfile install
                && install.object().isPresent()) {
            return objects.install(serial.orElseThrow(), install.object().orElseThrow(), install.content(), notes);
        } else if (request instanceof Request.RemoveProfile remove
                && remove.object().isPresent()) {
            return objects.remove(serial.orElseThrow(), remove.object().orElseThrow(), notes);
        }
        return CommandXml.find(request)
                .map(xml -> commands.send(serial.orElseThrow(), xml))
                .orElseGet(() -> new Delivery.Refused(UNSENDABLE));
    }

    @Override
    public Optional<ServerProfiles> findProfiles(Device device) {
        Optional<String> serial = CommandEndpoint.findSerial(device.serial());
        try {
            return serial.isPresent() ? Optional.of(profiles.ask(serial.orElseThrow())) : Optional.empty();
        } catch (NotTakenException e) {
            throw e.asUnavailable(this::placed);
        }
    }

    @Override
    public Optional<Set<String>> findQueued(Device device) {
        return Optional.empty();
    }

    @Override
    public void close() {
        api.http().close();
    }

    private String placed(String words) {
        return words.contains(address()) ? words : address() + ": " + words;
    }
}
