// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.sign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.cmdm.process.ProcessCall;
import dev.cmdm.process.ProcessNotStartedException;
import dev.cmdm.process.ProcessResult;
import dev.cmdm.process.ProcessRunner;
import dev.cmdm.secret.Secrets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Signing by a keychain's key, of which only what comes back is believed. */
class KeychainIdentityTest extends EnvelopeTestBase {
    private final List<ProcessCall> calls = new ArrayList<>();

    @Test
    void signsByAppleSecurityBelowTheRootOfTheMac() {
        byte[] envelope = identity(call -> sign(call, content -> openssl.sign(content, "rsa")))
                .sign(CONTENT);
        assertThat(open(envelope).content().toArray()).isEqualTo(CONTENT);
        assertThat(calls).singleElement().satisfies(call -> {
            assertThat(call.argv().subList(0, 7))
                    .containsExactly("/root of a Mac/usr/bin/security", "cms", "-S", "-H", "SHA256", "-G", "-N");
            assertThat(call.argv().get(7)).isEqualTo("Example: Signer (1)");
            assertThat(call.environment()).isEqualTo(ProcessCall.Environment.INHERITED);
        });
    }

    @Test
    void leavesNothingOfTheProfileBehind() {
        identity(call -> sign(call, content -> openssl.sign(content, "rsa"))).sign(CONTENT);
        assertThat(input(calls.get(0)).getParent()).doesNotExist();
        assertThatExceptionOfType(KeychainSigningException.class)
                .isThrownBy(() -> identity(call -> ended(1)).sign(CONTENT));
        assertThat(input(calls.get(1)).getParent()).doesNotExist();
    }

    @Test
    void tellsThatSecurityDidNotSignWithoutItsWords() {
        assertThatExceptionOfType(KeychainSigningException.class)
                .isThrownBy(() -> identity(call -> ended(1)).sign(CONTENT))
                .withMessageContaining("exit 1")
                .withMessageContaining("security find-identity -v")
                .withMessageNotContaining("canary")
                .satisfies(e -> assertThat(e.where()).isEqualTo("keychain:Example: Signer (1)"));
        assertThatExceptionOfType(KeychainSigningException.class)
                .isThrownBy(() -> identity(call -> ended(0)).sign(CONTENT))
                .withMessageContaining("wrote no file");
        assertThatExceptionOfType(KeychainSigningException.class)
                .isThrownBy(() -> identity(call -> {
                            throw new ProcessNotStartedException(call.program(), new IOException());
                        })
                        .sign(CONTENT))
                .withMessageContaining("/usr/bin/security");
    }

    @Test
    void refusesWhatIsNotTheProfileInAGoodSignature() {
        byte[] other = "another content".getBytes(StandardCharsets.US_ASCII);
        List<UnaryOperator<byte[]>> wrong = List.of(
                content -> openssl.sign(other, "rsa"),
                content -> changed(openssl.sign(content, "rsa"), content),
                content -> content);
        for (UnaryOperator<byte[]> tool : wrong) {
            assertThatExceptionOfType(KeychainSigningException.class)
                    .isThrownBy(() -> identity(call -> sign(call, tool)).sign(CONTENT))
                    .withMessageContaining("what security signed");
        }
    }

    @Test
    void knowsWhoSignsFromWhatWasSignedAndSignsAWordWhenNothingWas() {
        SigningIdentity identity = identity(call -> sign(call, content -> openssl.sign(content, "rsa")));
        String signer = open(identity.sign(CONTENT)).signers().get(0).word();
        assertThat(identity.signer()).isEqualTo(signer);
        assertThat(calls).hasSize(1);
        assertThat(identity(call -> sign(call, content -> openssl.sign(content, "rsa")))
                        .signer())
                .isEqualTo(signer);
        assertThat(calls).hasSize(2);
    }

    private SigningIdentity identity(ProcessRunner tool) {
        ProcessRunner recorded = call -> {
            calls.add(call);
            return tool.run(call);
        };
        Path root = Path.of("/root of a Mac");
        Secrets secrets = new Secrets(Map.of(), "", recorded, root);
        return new Identities(Clock.systemUTC(), secrets, recorded, root)
                .open(new IdentitySource.Keychain("Example: Signer (1)"));
    }

    private static ProcessResult ended(int exit) {
        byte[] words = "canary".getBytes(StandardCharsets.US_ASCII);
        return new ProcessResult(exit, words, words);
    }

    private static ProcessResult sign(ProcessCall call, UnaryOperator<byte[]> tool) {
        try {
            Path out = Path.of(call.argv().get(call.argv().indexOf("-o") + 1));
            Files.write(out, tool.apply(Files.readAllBytes(input(call))));
            return ended(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path input(ProcessCall call) {
        return Path.of(call.argv().get(call.argv().indexOf("-i") + 1));
    }
}
