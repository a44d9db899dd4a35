// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.util.List;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;

class NetworkWordsTest {
    /** A server that misses a certificate of ours says so and resets; which of the two arrives is chance. */
    @Test
    void anEndBeforeTlsStoodIsToldAlikeHoweverItIsWrapped() {
        IOException handshake = new SSLHandshakeException("Remote host terminated the handshake");
        handshake.initCause(new EOFException("SSL peer shut down incorrectly"));
        for (IOException failure : List.of(
                new SocketException("Connection reset"),
                new SSLException("Broken pipe", new SocketException("Broken pipe (Write failed)")),
                handshake)) {
            assertThat(NetworkWords.unreachable(failure, HttpLimits.USUAL))
                    .as(failure.toString())
                    .startsWith("it ended the connection before TLS stood; it may want a certificate");
        }
    }
}
