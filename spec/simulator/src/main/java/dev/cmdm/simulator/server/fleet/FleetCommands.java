// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server.fleet;

import com.dd.plist.NSData;
import com.dd.plist.NSDictionary;
import dev.cmdm.simulator.server.Command;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The commands that Fleet makes itself for the profiles of a team. */
final class FleetCommands {
    private final CommandStore store;
    private final HostPushes pushes;
    private final ProfileSigner signer;

    FleetCommands(CommandStore store, HostPushes pushes, ProfileSigner signer) {
        this.store = store;
        this.pushes = pushes;
        this.signer = signer;
    }

    Command install(String commandUuid, byte[] profile) {
        var inner = new NSDictionary();
        inner.put("RequestType", "InstallProfile");
        inner.put("Payload", new NSData(signer.sign(profile)));
        return command(commandUuid, inner);
    }

    Command remove(String commandUuid, String identifier) {
        var inner = new NSDictionary();
        inner.put("RequestType", "RemoveProfile");
        inner.put("Identifier", identifier);
        return command(commandUuid, inner);
    }

    void send(String udid, Command command) {
        store.add(List.of(udid), command);
        pushes.pushIfPossible(udid);
    }

    /** Takes back what was not fetched yet. */
    void withdraw(String udid, String commandUuid) {
        store.withdraw(udid, commandUuid);
    }

    private static Command command(String commandUuid, NSDictionary inner) {
        var whole = new NSDictionary();
        whole.put("Command", inner);
        whole.put("CommandUUID", commandUuid);
        return Command.of(whole, whole.toXMLPropertyList().getBytes(StandardCharsets.UTF_8));
    }
}
