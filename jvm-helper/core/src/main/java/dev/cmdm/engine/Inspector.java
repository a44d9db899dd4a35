// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.engine;

import dev.cmdm.answer.Errors;
import dev.cmdm.answer.Inspection;
import dev.cmdm.answer.Inspection.Warning;
import dev.cmdm.engine.ProfileFiles.Named;
import dev.cmdm.profile.Fingerprint;
import dev.cmdm.profile.Profile;
import dev.cmdm.profile.ProfileReader;
import dev.cmdm.profile.ReadProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks into files, each by itself: what is wrong with one stops no other. */
public final class Inspector {
    private final ProfileReader reader;

    /** An inspector that reads as all of cmdm does. */
    public Inspector(ProfileReader reader) {
        this.reader = reader;
    }

    /** What one file holds. */
    public Inspection inspect(Named file) {
        try {
            return understood(file.name(), reader.read(file.content().get()));
        } catch (RuntimeException e) {
            return new Inspection.Broken(file.name(), Errors.of(e));
        }
    }

    private static Inspection understood(String file, ReadProfile read) {
        Profile profile = read.profile();
        List<Warning> warnings = new ArrayList<>();
        read.warnings()
                .forEach(warning ->
                        warnings.add(new Warning(warning.code(), warning.place().keyPath(), warning.message())));
        Optional<Fingerprint> fingerprint = Fingerprint.findPublic(profile);
        if (fingerprint.isEmpty()) {
            warnings.add(withheld(profile));
        }
        return new Inspection.Understood(file, read, fingerprint, DeliveryNeeds.of(profile), warnings);
    }

    private static Warning withheld(Profile profile) {
        String place = profile.secrets().get(0).toString();
        return new Warning(
                "fingerprint-withheld",
                place,
                "the fingerprint is withheld, for the secret here could be guessed from it");
    }
}
