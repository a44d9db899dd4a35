// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.workspaceone;

import dev.cmdm.mdm.Delivery;
import dev.cmdm.mdm.Notes;
import dev.cmdm.mdm.workspaceone.SearchEndpoint.Stored;
import dev.cmdm.plist.Bytes;
import dev.cmdm.profile.ObjectName;
import java.util.List;
import java.util.OptionalLong;

/**
 * Profiles as objects of the server's own. Each call may be the last of a run: what was made is found by its name at the
 * next one. Macs that make the same object at one moment look once more afterwards, and take the one with the lowest
 * number; none is deleted, for a third Mac may have been given it meanwhile.
 */
final class Objects {
    private final SearchEndpoint search;
    private final CreateEndpoint create;
    private final OnDeviceEndpoint onDevice;
    private final UemSettings settings;

    Objects(UemApi api, UemSettings settings) {
        this.search = new SearchEndpoint(api);
        this.create = new CreateEndpoint(api);
        this.onDevice = new OnDeviceEndpoint(api);
        this.settings = settings;
    }

    /** Installs the object of this name on a Mac, after making it if there is none. */
    Delivery install(String serial, ObjectName name, Bytes content, Notes notes) {
        try {
            OptionalLong there = lowest(search.find(name.identifier()), name);
            return there.isPresent()
                    ? onDevice.install(there.getAsLong(), serial)
                    : onDevice.install(made(name, content, notes), serial);
        } catch (NotTakenException e) {
            return e.delivery();
        }
    }

    /** Takes the object of this name off a Mac. */
    Delivery remove(String serial, ObjectName name, Notes notes) {
        try {
            List<Stored> alike = search.find(name.identifier()).stream()
                    .filter(stored -> isNamed(stored, name))
                    .toList();
            Delivery last = new Delivery.Refused("there is no object " + name
                    + " any more that could be taken off this Mac; remove the profile in the console");
            for (Stored object : alike) {
                last = onDevice.remove(object.id(), serial);
                if (!(last instanceof Delivery.Queued)) {
                    return last;
                }
                notes.note("removal of the object " + object.id() + " queued");
            }
            return last;
        } catch (NotTakenException e) {
            return e.delivery();
        }
    }

    /** Makes an object, and gives the number that all Macs take. */
    private long made(ObjectName name, Bytes content, Notes notes) throws NotTakenException {
        long own = create.make(
                name, settings.group("mdm.group"), settings.group("mdm.smart_group"), PayloadXml.of(content));
        notes.note("made the object " + own + ", " + name);
        long agreed = Math.min(own, lowest(search.find(name.identifier()), name).orElse(own));
        if (agreed != own) {
            notes.note("the object " + agreed + " is the same and was made at the same time; " + own + " stays unused");
        }
        return agreed;
    }

    private static OptionalLong lowest(List<Stored> objects, ObjectName name) {
        return objects.stream()
                .filter(stored -> isNamed(stored, name))
                .mapToLong(Stored::id)
                .min();
    }

    private static boolean isNamed(Stored stored, ObjectName name) {
        return stored.name().identifier().equals(name.identifier())
                && stored.name().uuid().equalsIgnoreCase(name.uuid());
    }
}
