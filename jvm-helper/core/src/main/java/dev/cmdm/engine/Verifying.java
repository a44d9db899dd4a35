// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.engine;

import dev.cmdm.answer.ErrorInfo;
import dev.cmdm.answer.Errors;
import dev.cmdm.answer.NotSignedException;
import dev.cmdm.answer.VerifiedFile;
import dev.cmdm.engine.ProfileFiles.Named;
import dev.cmdm.profile.EnvelopeForm;
import dev.cmdm.profile.ProfileReader;
import dev.cmdm.profile.ProfileWarning;
import dev.cmdm.sign.AuthorityFiles;
import dev.cmdm.sign.CmsOpener;
import dev.cmdm.sign.Verification;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Verifies the signatures of many profiles, and that there is a profile in each. */
public final class Verifying {
    private final CmsOpener opener;

    /**
     * Verifies by the clock of a machine.
     *
     * @param authorities files and folders of certificates of authorities, beside those that its Java knows
     * @throws RuntimeException one of those that {@link Errors} maps, when one of them cannot be used
     */
    public Verifying(Host host, List<Path> authorities) {
        this.opener = CmsOpener.trusting(host.moment(), AuthorityFiles.read(authorities));
    }

    /**
     * Verifies profiles.
     *
     * @param each told of every one, in the given order
     */
    public void verify(List<Named> files, Consumer<VerifiedFile> each) {
        Crew.each(files, this::verify, each);
    }

    private VerifiedFile verify(Named file) {
        try {
            byte[] bytes = file.content().get();
            return EnvelopeForm.begins(bytes) ? signed(file.name(), bytes) : unsigned(file.name(), bytes);
        } catch (RuntimeException e) {
            return new VerifiedFile.Failed(file.name(), Errors.of(e));
        }
    }

    private VerifiedFile unsigned(String name, byte[] bytes) {
        new ProfileReader(opener).read(bytes);
        return new VerifiedFile.Unsigned(name, Errors.of(new NotSignedException()));
    }

    private VerifiedFile signed(String name, byte[] bytes) {
        List<Verification> verified = new ArrayList<>();
        ProfileReader reader = new ProfileReader(envelope -> {
            verified.add(opener.verify(envelope));
            return verified.get(0).opened();
        });
        try {
            List<ProfileWarning> warnings = reader.read(bytes).warnings();
            return new VerifiedFile.Signed(name, verified.get(0).signers(), warnings, Optional.empty());
        } catch (RuntimeException e) {
            ErrorInfo error = Errors.of(e);
            return verified.isEmpty()
                    ? new VerifiedFile.Failed(name, error)
                    : new VerifiedFile.Signed(
                            name, verified.get(0).signers(), verified.get(0).warnings(), Optional.of(error));
        }
    }
}
