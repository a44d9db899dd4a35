// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.plan;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** One short text that changes when a plan does: what is done to whom, by which way, with which content, and why. */
final class Digest {
    private Digest() {}

    static String of(List<Step> steps) {
        MessageDigest sha256 = sha256();
        for (Step step : steps) {
            add(sha256, step.id());
            add(sha256, step.action().name());
            add(sha256, step.route().name());
            add(sha256, step.reason().code().name());
            add(sha256, step.delivery().map(sent -> sent.fingerprint().hex()).orElse(""));
            add(sha256, step.delivery().map(sent -> sent.form().uuid()).orElse(""));
            add(
                    sha256,
                    step.action().changes()
                            ? step.delivery()
                                    .map(sent -> sent.form().kind().name())
                                    .orElse("")
                            : "");
            add(sha256, step.repeats().orElse(""));
        }
        return HexFormat.of().formatHex(sha256.digest(), 0, 16);
    }

    private static void add(MessageDigest sha256, String part) {
        sha256.update(part.getBytes(StandardCharsets.UTF_8));
        sha256.update((byte) 0);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JVM has no SHA-256, which every JVM must have", e);
        }
    }
}
