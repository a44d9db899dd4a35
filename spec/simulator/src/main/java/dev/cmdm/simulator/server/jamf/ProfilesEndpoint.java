// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server.jamf;

import dev.cmdm.simulator.server.Ids;
import dev.cmdm.simulator.server.jamf.Cluster.Changed;
import dev.cmdm.simulator.server.jamf.ConfigurationProfile.General;
import dev.cmdm.simulator.wire.Reply;
import dev.cmdm.simulator.wire.Request;
import java.util.Optional;

/**
 * /JSSResource/osxconfigurationprofiles. A PUT changes what it names: a scope is replaced as a whole, so that of two who
 * read, change and write it the later undoes the earlier. (terraform-provider-jamfpro; which status a refusal has beside
 * 404 and 409 is unconfirmed.)
 */
final class ProfilesEndpoint {
    private static final String ROOT = "os_x_configuration_profile";

    private final Cluster cluster;
    private final Computers computers;
    private final Assignments assignments;
    private final Ids ids;
    private int lastId;

    ProfilesEndpoint(Cluster cluster, Computers computers, Assignments assignments, Ids ids) {
        this.cluster = cluster;
        this.computers = computers;
        this.assignments = assignments;
        this.ids = ids;
    }

    Reply list(Request request) {
        var profiles = cluster.shown(request).profiles().values();
        var list = profiles.stream()
                .map(profile -> XmlElement.of(
                        ROOT,
                        XmlElement.of("id", String.valueOf(profile.id())),
                        XmlElement.of("name", profile.general().name())))
                .toList();
        return JamfReplies.xml(200, ClassicPaths.listed("os_x_configuration_profiles", list));
    }

    Reply get(Request request, ClassicPaths.Key key) {
        var objects = cluster.shown(request);
        return find(objects, key)
                .map(profile -> JamfReplies.xml(200, profile.write(computers, objects)))
                .orElseGet(JamfReplies::notFound);
    }

    Reply create(Request request) {
        return XmlElement.find(request.body())
                .filter(sent -> sent.name().equals(ROOT))
                .map(sent -> cluster.change(objects -> created(objects, sent)))
                .orElseGet(() -> JamfReplies.badRequest("The body is no " + ROOT));
    }

    Reply update(Request request, ClassicPaths.Key key) {
        return XmlElement.find(request.body())
                .filter(sent -> sent.name().equals(ROOT))
                .map(sent -> cluster.change(objects -> find(objects, key)
                        .map(known -> updated(objects, known, sent))
                        .orElseGet(() -> new Changed(objects, JamfReplies.notFound()))))
                .orElseGet(() -> JamfReplies.badRequest("The body is no " + ROOT));
    }

    Reply delete(ClassicPaths.Key key) {
        return cluster.change(objects -> find(objects, key)
                .map(known -> new Changed(objects.withoutProfile(known.id()), answer(200, known.id())))
                .orElseGet(() -> new Changed(objects, JamfReplies.notFound())));
    }

    private Changed created(Objects objects, XmlElement sent) {
        var general = sent.child("general").orElseGet(() -> XmlElement.of("general"));
        var name = general.childText("name").orElse("");
        var labels = GeneralChanges.labels(general, Optional.empty());
        var content = StoredProfile.create(general.childText("payloads").orElse(""), labels, ids::uuid);
        if (name.isEmpty()) {
            return new Changed(objects, JamfReplies.conflict("Unable to match a name"));
        } else if (objects.findProfile(name).isPresent()) {
            return new Changed(objects, JamfReplies.conflict("Duplicate name"));
        } else if (content.isEmpty()) {
            return new Changed(objects, JamfReplies.conflict("The payloads are no property list"));
        }
        var made = new ConfigurationProfile(
                ++lastId,
                GeneralChanges.applied(general, Optional.empty(), content.get()),
                sent.child("scope").map(Scope::read).orElse(Scope.NOBODY));
        return stored(objects, made, 201);
    }

    private Changed updated(Objects objects, ConfigurationProfile known, XmlElement sent) {
        var general = sent.child("general").orElseGet(() -> XmlElement.of("general"));
        var old = Optional.of(known.general());
        var labels = GeneralChanges.labels(general, old);
        var content = general.childText("payloads")
                .map(text -> known.general().content().update(text, labels, ids::uuid))
                .orElseGet(() -> Optional.of(known.general().content().relabelled(labels)));
        if (content.isEmpty()) {
            return new Changed(objects, JamfReplies.conflict("The payloads are no property list"));
        }
        if (objects.findProfile(labels.name())
                .filter(other -> other.id() != known.id())
                .isPresent()) {
            return new Changed(objects, JamfReplies.conflict("Duplicate name"));
        }
        General changed = GeneralChanges.applied(general, old, content.get());
        var made = new ConfigurationProfile(
                known.id(), changed, sent.child("scope").map(Scope::read).orElse(known.scope()));
        if (general.childText("redeploy_on_update").orElse("").equals("All")) {
            assignments.redeploy(made, objects);
        }
        return stored(objects, made, 201);
    }

    private Changed stored(Objects objects, ConfigurationProfile profile, int status) {
        boolean known = profile.scope().computers().stream()
                .allMatch(id -> computers.find(id).isPresent());
        return known
                ? new Changed(objects.with(profile), answer(status, profile.id()))
                : new Changed(objects, JamfReplies.conflict("Problem with computer in scope"));
    }

    private static Reply answer(int status, int id) {
        return JamfReplies.xml(status, XmlElement.of(ROOT, XmlElement.of("id", String.valueOf(id))));
    }

    private static Optional<ConfigurationProfile> find(Objects objects, ClassicPaths.Key key) {
        return key.byName() ? objects.findProfile(key.value()) : key.findId().map(objects.profiles()::get);
    }
}
