// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server.mdmdirector;

import dev.cmdm.simulator.wire.GoSyntaxException;
import dev.cmdm.simulator.wire.Reply;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;

/** POST /profile: wants profiles on Macs, and sends what it did not want before. */
final class ProfilePost {
    private static final System.Logger LOG = System.getLogger(ProfilePost.class.getName());

    private final DirectorDevices devices;
    private final StoredProfiles wanted;
    private final SharedProfiles shared;
    private final Commands commands;

    ProfilePost(DirectorDevices devices, StoredProfiles wanted, SharedProfiles shared, Commands commands) {
        this.devices = devices;
        this.wanted = wanted;
        this.shared = shared;
        this.commands = commands;
    }

    Reply answer(byte[] body) {
        try {
            var request = ProfileRequest.read(body);
            var uploads = request.uploads();
            var metadata = new Metadata();
            if (request.isForEverybody()) {
                share(uploads, request.pushNow());
                return metadata.reply(request);
            }
            var macs = request.macs(devices);
            macs.forEach(mac -> want(mac.udid(), uploads, request.pushNow(), metadata.addMac()));
            return macs.size() < request.udids().size() ? DirectorReplies.failed() : metadata.reply(request);
        } catch (GoSyntaxException e) {
            return DirectorReplies.failed();
        }
    }

    /** The list of Macs grows with each profile, so that the profile at place n of a request is queued n times. */
    private void want(String udid, List<Upload> uploads, boolean pushNow, ArrayNode metadata) {
        for (int place = 1; place <= uploads.size(); place++) {
            var upload = uploads.get(place - 1);
            var status = want(udid, upload, pushNow);
            if (status.equals("pushed")) {
                install(udid, upload, place);
            }
            metadata.add(Metadata.profile(status, upload.identifier(), upload.payloadUuid(), upload.hashedUuid()));
        }
    }

    private String want(String udid, Upload upload, boolean pushNow) {
        if (wanted.find(udid, upload.identifier())
                .filter(row -> row.wants(upload))
                .isPresent()) {
            return "unchanged";
        }
        wanted.save(StoredProfile.wanted(udid, upload));
        return pushNow ? "pushed" : "saved";
    }

    private void share(List<Upload> uploads, boolean pushNow) throws GoSyntaxException {
        for (var upload : uploads) {
            var saved = shared.save(upload).upload();
            if (pushNow) {
                devices.all().forEach(mac -> install(mac.udid(), saved, 1));
            }
        }
    }

    private void install(String udid, Upload upload, int times) {
        try {
            for (int count = 0; count < times; count++) {
                commands.install(udid, upload);
            }
        } catch (MicroMdmDownException e) {
            // MDMDirector logs it and answers as if nothing had happened.
            LOG.log(System.Logger.Level.DEBUG, "lost " + upload.identifier(), e);
        }
    }
}
