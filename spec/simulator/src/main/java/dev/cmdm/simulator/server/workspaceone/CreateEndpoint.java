// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server.workspaceone;

import com.dd.plist.NSDictionary;
import dev.cmdm.simulator.server.Fields;
import dev.cmdm.simulator.server.Ids;
import dev.cmdm.simulator.wire.GoPlist;
import dev.cmdm.simulator.wire.GoSyntaxException;
import dev.cmdm.simulator.wire.Reply;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * POST /api/mdm/profiles/platforms/appleosx/create: makes an object of payload dictionaries and answers its bare number
 * (vendor's client library). The refusals' words are unconfirmed, and that version 1 has no such call is too.
 */
final class CreateEndpoint {
    /** A body that makes no object. */
    private static final class UnusableException extends Exception {
        private static final long serialVersionUID = 1L;

        private final String words;

        UnusableException(String words) {
            super(words);
            this.words = words;
        }
    }

    private final ProfileObjects objects;
    private final UemSettings settings;
    private final Ids ids;
    private final UemReplies replies;

    CreateEndpoint(ProfileObjects objects, UemSettings settings, Ids ids, UemReplies replies) {
        this.objects = objects;
        this.settings = settings;
        this.ids = ids;
        this.replies = replies;
    }

    Reply create(JsonNode body, Accepted accepted) {
        try {
            if (accepted.version() != 2) {
                throw new UnusableException("The request is invalid.");
            }
            var object = objects.add(draft(body));
            return replies.of(accepted, 200, "int", JsonNodeFactory.instance.numberNode(object.id()));
        } catch (UnusableException e) {
            return replies.error(accepted, 400, e.words);
        }
    }

    private ProfileObject draft(JsonNode body) throws UnusableException {
        var general = body.path("General");
        var name = general.path("Name").asString("");
        if (name.isEmpty()) {
            throw new UnusableException("General.Name is required.");
        }
        if (general.path("ManagedLocationGroupID").asInt(0) != settings.organizationGroup()) {
            throw new UnusableException("The organization group does not exist.");
        }
        return new ProfileObject(
                0, ids.uuid(), ids.uuid().toUpperCase(Locale.ROOT), name, payloads(body), isAssigned(general));
    }

    private boolean isAssigned(JsonNode general) {
        return StreamSupport.stream(general.path("AssignedSmartGroups").spliterator(), false)
                .anyMatch(group -> group.path("SmartGroupId").asInt(0) == settings.smartGroup());
    }

    private static List<NSDictionary> payloads(JsonNode body) throws UnusableException {
        List<NSDictionary> payloads = new ArrayList<>();
        for (JsonNode each : body.path("CustomSettingsList")) {
            payloads.add(payload(each.path("CustomSettings").asString("")));
        }
        if (payloads.isEmpty()) {
            throw new UnusableException("A profile needs a payload.");
        }
        return payloads;
    }

    private static NSDictionary payload(String xml) throws UnusableException {
        try {
            var whole = "<plist version=\"1.0\">" + xml + "</plist>";
            NSDictionary payload = GoPlist.any(whole.getBytes(StandardCharsets.UTF_8));
            if (!Fields.text(payload, "PayloadType").isEmpty()) {
                return payload;
            }
        } catch (GoSyntaxException e) {
            throw new UnusableException("CustomSettings is not valid XML.");
        }
        throw new UnusableException("CustomSettings has no PayloadType.");
    }
}
