// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server.workspaceone;

import dev.cmdm.simulator.server.Device;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The profiles that the server keeps, and how each stands on each Mac. Two of one name may be there. */
final class ProfileObjects {
    private static final int FIRST_ID = 1001;

    private final Map<Integer, ProfileObject> byId = new TreeMap<>();
    private final Map<String, ProfileStatus> statuses = new HashMap<>();
    private final CommandQueues queues;
    private int nextId = FIRST_ID;

    ProfileObjects(CommandQueues queues) {
        this.queues = queues;
    }

    /** Makes an object out of what has everything but its id. */
    synchronized ProfileObject add(ProfileObject draft) {
        var object = new ProfileObject(
                nextId++, draft.uuid(), draft.outerUuid(), draft.name(), draft.payloads(), draft.assigned());
        byId.put(object.id(), object);
        return object;
    }

    /** All, the latest first, so that nobody relies on an order that no document promises. */
    synchronized List<ProfileObject> all() {
        var all = new ArrayList<>(byId.values());
        Collections.reverse(all);
        return all;
    }

    List<ProfileObject> assigned() {
        return all().stream().filter(ProfileObject::assigned).toList();
    }

    synchronized Optional<ProfileObject> find(int id) {
        return Optional.ofNullable(byId.get(id));
    }

    synchronized ProfileStatus status(int id, String udid) {
        return statuses.getOrDefault(key(id, udid), ProfileStatus.NOT_INSTALLED);
    }

    void install(ProfileObject object, Device device) {
        note(object, device, ProfileStatus.PENDING_INSTALL);
        queues.add(
                device,
                object.installCommand(),
                answer -> note(object, device, isDone(answer) ? ProfileStatus.INSTALLED : ProfileStatus.ERROR));
    }

    /** It counts as installed until the Mac says that it is gone. */
    void remove(ProfileObject object, Device device) {
        queues.add(device, object.removeCommand(), answer -> note(object, device, ProfileStatus.NOT_INSTALLED));
    }

    /** Deletes it, on every Mac that has it too, as the console says; nobody recorded that of the API. */
    void delete(ProfileObject object, List<Device> devices) {
        devices.stream()
                .filter(device -> status(object.id(), device.udid()) == ProfileStatus.INSTALLED)
                .forEach(device -> remove(object, device));
        synchronized (this) {
            byId.remove(object.id());
        }
    }

    /** Notes that this Mac begins anew. */
    synchronized void forget(String udid) {
        statuses.keySet().removeIf(key -> key.endsWith(" " + udid));
    }

    private synchronized void note(ProfileObject object, Device device, ProfileStatus status) {
        statuses.put(key(object.id(), device.udid()), status);
    }

    private static boolean isDone(String answer) {
        return answer.equals("Acknowledged");
    }

    private static String key(int id, String udid) {
        return id + " " + udid;
    }
}
