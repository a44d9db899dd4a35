// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm;

import dev.cmdm.device.Device;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The Macs of a server that is asked about each before its first command, and whose answers are remembered as long as
 * this object lives. Not for several threads.
 *
 * @param <M> a Mac as the product knows it
 */
public final class KnownMacs<M> {
    private final Function<Device, M> question;
    private final Function<M, Standing> standing;
    private final Map<String, M> byUdid = new HashMap<>();

    /**
     * No Macs yet.
     *
     * @param question asks the server about a Mac; throws {@link MdmUnavailableException} when it cannot be asked now
     * @param standing what an answer says of whether the Mac is managed
     */
    public KnownMacs(Function<Device, M> question, Function<M, Standing> standing) {
        this.question = question;
        this.standing = standing;
    }

    /**
     * A Mac as the server knows it now.
     *
     * @throws MdmUnavailableException when it cannot be asked now
     */
    public M lookUp(Device device) {
        M mac = question.apply(device);
        byUdid.put(device.udid(), mac);
        return mac;
    }

    /**
     * A Mac as the server knew it when it was last asked, which is now if it never was.
     *
     * @throws MdmUnavailableException when it cannot be asked now
     */
    public M known(Device device) {
        M mac = byUdid.get(device.udid());
        return mac == null ? lookUp(device) : mac;
    }

    /**
     * Sends something to a Mac if the server manages it: for any other it would queue and never run. Never throws for
     * what a server does.
     */
    public Delivery deliver(Device device, Function<M, Delivery> send) {
        return deliver(() -> known(device), send);
    }

    /** The same to a Mac as the server knows it now. */
    public Delivery deliverAnew(Device device, Function<M, Delivery> send) {
        return deliver(() -> lookUp(device), send);
    }

    private Delivery deliver(Supplier<M> look, Function<M, Delivery> send) {
        try {
            M mac = look.get();
            return standing.apply(mac).findRefusal().orElseGet(() -> send.apply(mac));
        } catch (MdmUnavailableException e) {
            return e.asDelivery();
        }
    }
}
