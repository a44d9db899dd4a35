// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.http;

import java.io.IOException;
import java.net.Socket;
import javax.net.ssl.SSLSocket;
import org.apache.hc.client5.http.impl.io.DefaultManagedHttpClientConnection;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.impl.io.MonitoringResponseOutOfOrderStrategy;
import org.apache.hc.core5.http.impl.io.SocketHolder;

/**
 * A connection that logs neither headers nor bytes, whatever a host application's logging is set to:
 * they hold the credential and profiles. It looks for an early answer while it writes, so that a server
 * that refuses a large request without reading it is understood.
 */
final class SilentConnection extends DefaultManagedHttpClientConnection {
    private static final int BYTES_BETWEEN_LOOKS = 64 * 1024;

    SilentConnection() {
        super(
                "mdm",
                null,
                null,
                null,
                null,
                null,
                new MonitoringResponseOutOfOrderStrategy(BYTES_BETWEEN_LOOKS),
                null,
                null);
    }

    @Override
    public void bind(Socket socket) throws IOException {
        bind(new SocketHolder(socket));
    }

    @Override
    public void bind(SSLSocket tls, Socket socket) throws IOException {
        bind(new SocketHolder(tls, socket));
    }

    @Override
    protected void onRequestSubmitted(ClassicHttpRequest request) {}

    @Override
    protected void onResponseReceived(ClassicHttpResponse response) {}
}
