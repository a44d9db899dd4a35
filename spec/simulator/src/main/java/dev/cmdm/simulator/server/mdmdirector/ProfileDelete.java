// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server.mdmdirector;

import dev.cmdm.simulator.wire.GoSyntaxException;
import dev.cmdm.simulator.wire.Reply;
import tools.jackson.databind.node.ArrayNode;

/** DELETE /profile: no longer wants profiles on Macs, and has them removed, also those that it never knew. */
final class ProfileDelete {
    private final DirectorDevices devices;
    private final StoredProfiles wanted;
    private final SharedProfiles shared;
    private final Commands commands;

    ProfileDelete(DirectorDevices devices, StoredProfiles wanted, SharedProfiles shared, Commands commands) {
        this.devices = devices;
        this.wanted = wanted;
        this.shared = shared;
        this.commands = commands;
    }

    Reply answer(byte[] body) {
        try {
            var request = ProfileRequest.read(body);
            if (request.isForEverybody()) {
                // Nothing goes out: the next reconciliation removes it.
                request.identifiers().forEach(shared::unwant);
                return Reply.empty(200);
            }
            var metadata = new Metadata();
            for (var mac : request.macs(devices)) {
                unwant(mac.udid(), request, metadata.addMac());
            }
            return metadata.reply(request);
        } catch (MicroMdmDownException e) {
            return DirectorReplies.failedBefore(Metadata.failed());
        } catch (GoSyntaxException e) {
            // MDMDirector logs it and goes on with a request that names nobody.
            return Reply.empty(200);
        }
    }

    private void unwant(String udid, ProfileRequest request, ArrayNode metadata) throws MicroMdmDownException {
        for (var identifier : request.identifiers()) {
            boolean known = wanted.find(udid, identifier)
                    .filter(StoredProfile::isUnwanted)
                    .isPresent();
            wanted.save(StoredProfile.unwanted(udid, identifier));
            if (!known && request.pushNow()) {
                commands.remove(udid, identifier);
            }
            metadata.add(Metadata.profile(known ? "unchanged" : "deleted", identifier, "", ""));
        }
    }
}
