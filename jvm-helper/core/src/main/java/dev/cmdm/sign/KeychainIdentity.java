// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.sign;

import dev.cmdm.process.ProcessCall;
import dev.cmdm.process.ProcessException;
import dev.cmdm.process.ProcessResult;
import dev.cmdm.process.ProcessRunner;
import dev.cmdm.profile.EnvelopeOpener.Opened;
import dev.cmdm.profile.ProfileException;
import dev.cmdm.profile.ProfileWarning;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An identity of a keychain, whose key never leaves it: {@code security cms -S}. (Apple, security(1).) What the tool
 * made is opened and compared before it is believed.
 */
final class KeychainIdentity implements SigningIdentity {
    private final String name;
    private final ProcessRunner runner;
    private final Path security;
    private final CmsOpener opener;
    private @Nullable String signer;

    KeychainIdentity(String name, ProcessRunner runner, Path security, Clock clock) {
        this.name = name;
        this.runner = runner;
        this.security = security;
        this.opener = new CmsOpener(clock, List::of);
    }

    @Override
    public byte[] sign(byte[] content) {
        try {
            // Only its owner may look into such a folder, for profiles hold passwords.
            Path folder = Files.createTempDirectory("cmdm-sign");
            try {
                return sign(content, folder);
            } finally {
                delete(folder);
            }
        } catch (IOException | UncheckedIOException e) {
            throw failed("no temporary file could be written or read; is the disk full?");
        }
    }

    /** Its certificate is known only from what it signed; asked before that, it signs a word. */
    @Override
    public synchronized String signer() {
        if (signer == null) {
            sign("who signs?".getBytes(StandardCharsets.US_ASCII));
        }
        return Objects.requireNonNull(signer);
    }

    /** The same holds for what is odd about it. */
    @Override
    public List<ProfileWarning> warnings() {
        return List.of();
    }

    private byte[] sign(byte[] content, Path folder) throws IOException {
        Path in = Files.write(folder.resolve("profile"), content);
        Path out = folder.resolve("signed");
        run(List.of(
                security.toString(),
                "cms",
                "-S",
                "-H",
                "SHA256",
                "-G",
                "-N",
                name,
                "-i",
                in.toString(),
                "-o",
                out.toString()));
        if (!Files.isRegularFile(out)) {
            throw failed("security wrote no file; is there such an identity? See: security find-identity -v");
        }
        byte[] envelope = Files.readAllBytes(out);
        requireHolds(envelope, content);
        return envelope;
    }

    private void run(List<String> argv) {
        // The caller's variables, because the keychains are those of the caller's home.
        ProcessCall call = ProcessCall.of(argv).withEnvironment(ProcessCall.Environment.INHERITED);
        try {
            ProcessResult result = runner.run(call);
            if (!result.succeeded()) {
                throw failed("security did not sign (exit " + result.exit()
                        + "); is there such an identity, and its keychain unlocked? See: security find-identity -v");
            }
        } catch (ProcessException e) {
            throw failed("security did not sign: " + e.getMessage());
        }
    }

    private void requireHolds(byte[] envelope, byte[] content) {
        try {
            Opened opened = opener.open(envelope);
            if (Arrays.equals(opened.content().toArray(), content)) {
                remember(opened);
                return;
            }
        } catch (ProfileException e) {
            throw failed("what security signed cannot be used: " + e.getMessage());
        }
        throw failed("what security signed is not the profile; sign with a key in a file");
    }

    private synchronized void remember(Opened opened) {
        signer = opened.signers().get(0).word();
    }

    private KeychainSigningException failed(String what) {
        return new KeychainSigningException(name, what);
    }

    private static void delete(Path folder) throws IOException {
        for (String file : List.of("profile", "signed")) {
            Files.deleteIfExists(folder.resolve(file));
        }
        Files.delete(folder);
    }
}
