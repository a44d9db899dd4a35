// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server.mdmdirector;

import dev.cmdm.simulator.fault.Operation;
import dev.cmdm.simulator.json.Fields;
import dev.cmdm.simulator.server.BasicAuth;
import dev.cmdm.simulator.server.Command;
import dev.cmdm.simulator.server.Ids;
import dev.cmdm.simulator.server.ProductServer;
import dev.cmdm.simulator.server.ServerSettings;
import dev.cmdm.simulator.server.ServerSurroundings;
import dev.cmdm.simulator.server.micromdm.MicroMdm;
import dev.cmdm.simulator.wire.GoSyntaxException;
import dev.cmdm.simulator.wire.Reply;
import dev.cmdm.simulator.wire.Request;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * MDMDirector's routes. The Macs are a MicroMDM's, which is part of this server and shows nothing but the Macs' endpoints;
 * it can be taken down over the control API, and reconciliation, which the real server does every six hours, is on demand.
 */
public final class MdmDirector implements ProductServer {
    private static final System.Logger LOG = System.getLogger(MdmDirector.class.getName());

    private final BasicAuth auth;
    private final MicroMdm microMdm;
    private final MicroMdmBelow below;
    private final DirectorDevices devices;
    private final StoredProfiles wanted = new StoredProfiles();
    private final SharedProfiles shared;
    private final Commands commands;
    private final Hearing hearing;
    private final DeviceEndpoint deviceEndpoint;
    private final ProfilePost profilePost;
    private final ProfileDelete profileDelete;

    /** An MDMDirector above a MicroMDM that no Mac has enrolled with. */
    public MdmDirector(ServerSettings settings, ServerSurroundings around) {
        var ids = new Ids(around.random());
        this.auth = new BasicAuth("mdmdirector", settings.apiKey());
        this.microMdm = new MicroMdm(settings, around);
        this.below = new MicroMdmBelow(microMdm, settings, around.clock());
        this.devices = new DirectorDevices(around.clock(), ids);
        this.shared = new SharedProfiles(ids);
        this.commands = new Commands(below, ids, around.clock());
        this.hearing = new Hearing(devices, commands, new Reconciliation(wanted, shared, commands));
        this.deviceEndpoint = new DeviceEndpoint(devices, wanted, below);
        this.profilePost = new ProfilePost(devices, wanted, shared, commands);
        this.profileDelete = new ProfileDelete(devices, wanted, shared, commands);
    }

    @Override
    public String checkInPath() {
        return microMdm.checkInPath();
    }

    @Override
    public String connectPath() {
        return microMdm.connectPath();
    }

    @Override
    public Operation operationOf(Request request) {
        return DirectorRequests.operationOf(request);
    }

    @Override
    public Optional<Command> findCommand(Request request) {
        return DirectorRequests.findCommand(request);
    }

    @Override
    public byte[] enrollmentProfile(URI base) {
        return microMdm.enrollmentProfile(base);
    }

    @Override
    public Optional<Object> control(String what, Fields fields) {
        switch (what) {
            case "POST micromdm-down" -> below.setDown(true);
            case "POST micromdm-up" -> below.setDown(false);
            case "POST reconcile" -> reconcile();
            default -> {
                return Optional.empty();
            }
        }
        return Optional.of(Map.of("done", what));
    }

    @Override
    public Optional<Reply> answer(Request request) {
        if (isForMacs(request.path())) {
            var reply = below.answerMac(request);
            reply.filter(given -> given.status() == 200).ifPresent(given -> hear(request));
            return reply;
        }
        if (request.path().equals("/health")) {
            return Optional.of(DirectorReplies.text(200, "{\"status\":\"UP\"}"));
        }
        return Optional.of(auth.admits(request) ? admitted(request) : DirectorReplies.unauthorized());
    }

    private void hear(Request request) {
        try {
            if (request.path().equals(checkInPath())) {
                hearing.checkedIn(request.body());
            } else {
                hearing.reported(request.body());
            }
        } catch (GoSyntaxException | MicroMdmDownException e) {
            LOG.log(System.Logger.Level.DEBUG, "a Mac's message comes to nothing", e);
        }
    }

    private void reconcile() {
        try {
            for (var device : devices.all()) {
                devices.ask(device.udid());
                commands.askForProfileList(device.udid());
            }
        } catch (MicroMdmDownException e) {
            LOG.log(System.Logger.Level.DEBUG, "no Mac was asked for its profiles", e);
        }
    }

    private Reply admitted(Request request) {
        var path = Arrays.stream(request.path().split("/"))
                .filter(segment -> !segment.isEmpty())
                .toList();
        return switch (request.method() + " " + (path.isEmpty() ? "" : path.get(0))) {
            case "GET device" -> device(path, request);
            case "POST device" ->
                path.size() == 3 && path.get(1).equals("command")
                        ? deviceEndpoint.command(path.get(2), request.body())
                        : Reply.notFound();
            case "GET profile" -> path.size() == 1 ? shared() : wantedOf(path.get(1));
            case "POST profile" -> profilePost.answer(request.body());
            case "DELETE profile" -> profileDelete.answer(request.body());
            case "GET command" -> command(request.path());
            default -> Reply.notFound();
        };
    }

    private Reply device(List<String> path, Request request) {
        if (path.size() == 1) {
            return deviceEndpoint.list(request);
        }
        if (path.size() == 2) {
            return deviceEndpoint.byUdid(path.get(1));
        }
        return switch (path.get(1)) {
            case "serial" -> deviceEndpoint.bySerial(path.get(2));
            case "push" -> deviceEndpoint.push(path.get(2));
            default -> path.get(2).equals("commands") ? deviceEndpoint.queue(path.get(1)) : Reply.notFound();
        };
    }

    private Reply command(String path) {
        return switch (path) {
            case "/command" -> DirectorReplies.list(commands.all());
            case "/command/pending" -> DirectorReplies.list(commands.pending());
            case "/command/error" -> DirectorReplies.list(commands.failed());
            case "/command/pending/delete" -> {
                commands.forgetPending();
                yield Reply.empty(200);
            }
            default -> Reply.notFound();
        };
    }

    private Reply shared() {
        return DirectorReplies.list(
                shared.all().stream().map(SharedProfile::json).toList());
    }

    private Reply wantedOf(String udid) {
        return DirectorReplies.list(
                wanted.of(udid).stream().map(StoredProfile::json).toList());
    }
}
