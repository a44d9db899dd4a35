// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server.jamf;

import dev.cmdm.simulator.server.jamf.Cluster.Changed;
import dev.cmdm.simulator.wire.Reply;
import dev.cmdm.simulator.wire.Request;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * /JSSResource/computergroups, static ones only. A list of computers replaces all members, so that two who read, change
 * and write it undo each other; additions and deletions change single ones. (jamf-pro-sdk-python,
 * models/classic/computer_groups.py.)
 */
final class GroupsEndpoint {
    private static final String ROOT = "computer_group";

    private final Cluster cluster;
    private final Computers computers;
    private int lastId;

    GroupsEndpoint(Cluster cluster, Computers computers, List<String> names) {
        this.cluster = cluster;
        this.computers = computers;
        names.forEach(name -> cluster.change(objects -> new Changed(made(objects, name), Reply.empty(201))));
    }

    Reply list(Request request) {
        var list = cluster.shown(request).groups().values().stream()
                .map(group -> XmlElement.of(
                        ROOT,
                        XmlElement.of("id", String.valueOf(group.id())),
                        XmlElement.of("name", group.name()),
                        XmlElement.of("is_smart", "false")))
                .toList();
        return JamfReplies.xml(200, ClassicPaths.listed("computer_groups", list));
    }

    Reply get(Request request, ClassicPaths.Key key) {
        return find(cluster.shown(request), key)
                .map(group -> JamfReplies.xml(200, group.write(computers)))
                .orElseGet(JamfReplies::notFound);
    }

    Reply create(Request request) {
        return XmlElement.find(request.body())
                .flatMap(sent -> sent.childText("name"))
                .map(name -> cluster.change(objects -> objects.findGroup(name).isPresent()
                        ? new Changed(objects, JamfReplies.conflict("Duplicate name"))
                        : new Changed(made(objects, name), answer(201, lastId))))
                .orElseGet(() -> JamfReplies.badRequest("The body is no named " + ROOT));
    }

    Reply update(Request request, ClassicPaths.Key key) {
        return XmlElement.find(request.body())
                .map(sent -> cluster.change(objects -> find(objects, key)
                        .map(group -> new Changed(objects.with(changed(group, sent)), answer(201, group.id())))
                        .orElseGet(() -> new Changed(objects, JamfReplies.notFound()))))
                .orElseGet(() -> JamfReplies.badRequest("The body is no " + ROOT));
    }

    Reply delete(ClassicPaths.Key key) {
        return cluster.change(objects -> find(objects, key)
                .map(group -> new Changed(objects.withoutGroup(group.id()), answer(200, group.id())))
                .orElseGet(() -> new Changed(objects, JamfReplies.notFound())));
    }

    private Objects made(Objects objects, String name) {
        return objects.with(new ComputerGroup(++lastId, name, Set.of()));
    }

    private ComputerGroup changed(ComputerGroup group, XmlElement sent) {
        var members = new TreeSet<>(
                sent.child("computers").map(XmlElement::ids).map(Set::copyOf).orElse(group.members()));
        sent.child("computer_additions").map(XmlElement::ids).ifPresent(members::addAll);
        sent.child("computer_deletions").map(XmlElement::ids).ifPresent(members::removeAll);
        members.removeIf(id -> computers.find(id).isEmpty());
        return group.named(sent.childText("name").orElse(group.name())).with(members);
    }

    private static Reply answer(int status, int id) {
        return JamfReplies.xml(status, XmlElement.of(ROOT, XmlElement.of("id", String.valueOf(id))));
    }

    private static Optional<ComputerGroup> find(Objects objects, ClassicPaths.Key key) {
        return key.byName() ? objects.findGroup(key.value()) : key.findId().map(objects.groups()::get);
    }
}
