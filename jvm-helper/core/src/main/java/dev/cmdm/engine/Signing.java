// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.engine;

import dev.cmdm.answer.Errors;
import dev.cmdm.answer.OutputFailedException;
import dev.cmdm.answer.SignedFile;
import dev.cmdm.engine.ProfileFiles.Named;
import dev.cmdm.profile.ProfileReader;
import dev.cmdm.profile.ProfileWarning;
import dev.cmdm.sign.CmsOpener;
import dev.cmdm.sign.IdentitySource;
import dev.cmdm.sign.ProfileSigner;
import dev.cmdm.sign.SigningIdentity;
import dev.cmdm.sign.SigningOutcome;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Signs many profiles with one identity. What is wrong with one of them stops no other. */
public final class Signing {
    private final SigningIdentity identity;
    private final ProfileSigner signer;

    private Signing(SigningIdentity identity, Clock clock) {
        this.identity = identity;
        // Who signed before is only named: an authority that is unknown here changes nothing.
        this.signer = new ProfileSigner(new ProfileReader(new CmsOpener(clock, List::of)), identity);
    }

    /**
     * One profile to sign.
     *
     * @param file where it comes from
     * @param output where it goes, also when it is signed already
     */
    public record Job(Named file, Output output) {
        private Optional<Path> findPath() {
            return file.name().equals(ProfileFiles.STANDARD_INPUT)
                    ? Optional.empty()
                    : Optional.of(Path.of(file.name()));
        }
    }

    /**
     * Opens the identity.
     *
     * @throws RuntimeException one of those that {@link Errors} maps, when it cannot be used
     */
    public static Signing open(Host host, IdentitySource source) {
        return new Signing(host.identities().open(source), host.moment());
    }

    /** What is odd about the identity. */
    public List<ProfileWarning> warnings() {
        return identity.warnings();
    }

    /**
     * Signs profiles.
     *
     * @param each told of every one, in the given order
     */
    public void sign(List<Job> jobs, Consumer<SignedFile> each) {
        Crew.each(jobs, this::sign, each);
    }

    private SignedFile sign(Job job) {
        String name = job.file().name();
        try {
            byte[] bytes = job.file().content().get();
            SigningOutcome outcome = signer.sign(bytes);
            if (outcome instanceof SigningOutcome.AlreadySigned already) {
                return new SignedFile.AlreadySigned(name, keep(job, bytes), already.signers());
            }
            byte[] envelope = ((SigningOutcome.Signed) outcome).envelope().toArray();
            return new SignedFile.Signed(name, put(job, envelope));
        } catch (RuntimeException e) {
            return new SignedFile.Failed(name, Errors.of(e));
        }
    }

    /** Leaves a file that was to be signed in its place, and copies any other as it is. */
    private static Optional<String> keep(Job job, byte[] bytes) {
        return job.output() instanceof Output.InPlace ? Optional.empty() : put(job, bytes);
    }

    private static Optional<String> put(Job job, byte[] bytes) {
        Output output = job.output();
        if (output instanceof Output.Stream stream) {
            print(stream, bytes);
            return Optional.empty();
        } else if (output instanceof Output.File file) {
            OutputFiles.write(file.path(), bytes, job.findPath(), file.overwrite());
            return Optional.of(file.path().toString());
        }
        OutputFiles.replace(job.findPath().orElseThrow(), bytes);
        return Optional.empty();
    }

    private static void print(Output.Stream stream, byte[] bytes) {
        try {
            stream.out().write(bytes);
            stream.out().flush();
        } catch (IOException e) {
            throw new OutputFailedException("standard output");
        }
    }
}
