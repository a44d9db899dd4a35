// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.engine;

import dev.cmdm.desired.Channel;
import dev.cmdm.desired.Declaration;
import dev.cmdm.desired.Desired;
import dev.cmdm.desired.DesiredProfile;
import dev.cmdm.desired.DesiredProfile.Options;
import dev.cmdm.desired.Ensure;
import dev.cmdm.device.Device;
import dev.cmdm.journal.JournalState;
import dev.cmdm.journal.Keep;
import dev.cmdm.plan.Migration;
import dev.cmdm.plan.Migrations;
import dev.cmdm.plan.Prepared;
import dev.cmdm.plist.Bytes;
import dev.cmdm.prepare.ProbeProfile;
import java.util.List;
import java.util.Optional;

/** Gathers what a plan must know of local copies that make way for the MDM's. */
final class MakingWay {
    /** What was kept is sent as it was kept. */
    private static final Options AS_KEPT =
            new Options(Channel.AUTO, false, Optional.empty(), false, false, false, List.of(), List.of());

    private final Run run;
    private final Keep keep;

    MakingWay(Run run) {
        this.run = run;
        this.keep = run.keep();
    }

    Migrations migrations(Desired desired, Device device, JournalState state) {
        List<DesiredProfile> kept = state.migrations().stream()
                .filter(open -> !isDeclared(open, desired))
                .flatMap(open -> load(open).stream())
                .toList();
        return new Migrations(
                state.migrations(),
                prepare(desired, device, kept),
                prepare(desired, device, List.of(ProbeProfile.declared())).stream()
                        .findFirst());
    }

    private List<Prepared> prepare(Desired desired, Device device, List<DesiredProfile> profiles) {
        return run.preparer(device).prepare(new Desired(desired.owner(), Optional.empty(), profiles));
    }

    private static boolean isDeclared(Migration open, Desired desired) {
        return desired.profiles().stream()
                .anyMatch(profile -> profile.key().filter(open.key()::equals).isPresent());
    }

    private Optional<DesiredProfile> load(Migration open) {
        return keep.find(open.key())
                .map(content -> new Declaration(
                        open.key().toString(),
                        Optional.of(open.key().identifier().value()),
                        Ensure.PRESENT,
                        new Declaration.Source.Raw(new Bytes(content)),
                        open.key().user(),
                        AS_KEPT))
                .map(run.loader()::load)
                .filter(profile -> profile.findProfile().isPresent());
    }
}
