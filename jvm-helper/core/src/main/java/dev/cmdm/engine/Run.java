// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.engine;

import dev.cmdm.answer.Request;
import dev.cmdm.config.Setting;
import dev.cmdm.config.Settings;
import dev.cmdm.desired.OverlappingSetsException;
import dev.cmdm.desired.Prefix;
import dev.cmdm.desired.ProfileBytes;
import dev.cmdm.desired.ProfileLoader;
import dev.cmdm.device.Device;
import dev.cmdm.journal.FileHistory;
import dev.cmdm.journal.FileJournal;
import dev.cmdm.journal.FileKeep;
import dev.cmdm.journal.History;
import dev.cmdm.journal.Holder;
import dev.cmdm.journal.Keep;
import dev.cmdm.macos.Mac;
import dev.cmdm.prepare.Forming;
import dev.cmdm.prepare.Preparer;
import dev.cmdm.sign.SigningIdentity;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What holds over all requests of one run: settings, the Mac, the server, and what was removed already. */
final class Run implements AutoCloseable {
    private static final Duration PATIENCE_FOR_LOCK = Duration.ofSeconds(30);
    private static final String PROGRAM = "cmdm";

    private final Host host;
    private final Settings settings;
    private final Mac mac;
    private final MdmConnection mdm;
    private final Optional<SigningIdentity> identity;
    private final FillingValues values;
    private final Map<String, Prefix> completeSets = new HashMap<>();
    private int removals;
    private volatile boolean stopped;

    Run(Host host, Settings settings, Mac mac, MdmConnection mdm) {
        this.host = host;
        this.settings = settings;
        this.mac = mac;
        this.mdm = mdm;
        this.identity = DeliverySigning.find(host, settings);
        this.values = new FillingValues(settings, host.secrets());
    }

    Host host() {
        return host;
    }

    Settings settings() {
        return settings;
    }

    Mac mac() {
        return mac;
    }

    MdmConnection mdm() {
        return mdm;
    }

    /** Who signs what is sent; nothing when nobody does. */
    Optional<SigningIdentity> identity() {
        return identity;
    }

    /** Makes the forms of what is declared for a Mac. */
    Preparer preparer(Device device) {
        Forming forming = new Forming(identity, settings.flag(Setting.UNWRAP), settings.flag(Setting.BINARY));
        return new Preparer(mdm.capabilities(), forming, values.on(device));
    }

    /** Reads declared content. */
    ProfileLoader loader() {
        return new ProfileLoader(host.profileReader(), new ProfileBytes());
    }

    /** The journal, open for writing; waits a while for another writer. */
    FileJournal journal() {
        Holder holder = Holder.here(PROGRAM, host.time().now());
        return FileJournal.open(
                host.stateFolder(),
                new FileJournal.Opening(holder, host.time(), PATIENCE_FOR_LOCK, ZoneId.systemDefault()));
    }

    /** The history, to add to while the journal is open. */
    History history() {
        return new FileHistory(host.stateFolder(), PROGRAM);
    }

    /** Where content is kept whose local copy makes way, while the journal is open. */
    Keep keep() {
        return new FileKeep(host.stateFolder());
    }

    /** Whether nothing may be changed: the request says so, or this machine's settings do, whatever the request says. */
    boolean audit(Request.Options options) {
        return options.mode() == Request.Mode.AUDIT
                || settings.find(Setting.MODE)
                        .filter(mode -> mode.text().equals("audit"))
                        .isPresent();
    }

    /** How long a request waits for the Mac, in seconds. */
    int waitSeconds(Request.Options options) {
        return options.waitSeconds().orElseGet(() -> settings.count(Setting.WAIT_SECONDS));
    }

    /** How many profiles may go in this run for not being declared. */
    int removalLimit(Request.Options options) {
        return options.removalLimit().orElseGet(() -> settings.count(Setting.REMOVAL_LIMIT));
    }

    /** How long an MDM may hold that it was asked before for what is not on the Mac. */
    Duration nudgeAfter() {
        return Duration.ofSeconds(settings.count(Setting.MDM_NUDGE_AFTER));
    }

    /** How many profiles earlier requests of this run removed for not being declared. */
    int removals() {
        return removals;
    }

    void removed(int count) {
        removals += count;
    }

    /**
     * Remembers what a complete set claims.
     *
     * @throws OverlappingSetsException when another complete set of this run claims some of it
     */
    void claim(Request.Declared declared) {
        Optional<Prefix> prefix = declared.prefix();
        if (prefix.isEmpty()) {
            return;
        }
        completeSets.forEach((owner, other) -> {
            if (!owner.equals(declared.owner().name()) && other.overlaps(prefix.orElseThrow())) {
                throw new OverlappingSetsException(
                        owner, other, declared.owner().name(), prefix.orElseThrow());
            }
        });
        completeSets.put(declared.owner().name(), prefix.orElseThrow());
    }

    void stop() {
        stopped = true;
        mdm.stop();
    }

    boolean stopped() {
        return stopped;
    }

    @Override
    public void close() {
        mdm.close();
    }
}
