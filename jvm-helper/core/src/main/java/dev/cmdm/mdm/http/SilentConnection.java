// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.http;

import java.io.IOException;
import java.net.Socket;
import javax.net.ssl.SSLSocket;
import org.apache.hc.client5.http.impl.io.DefaultManagedHttpClientConnection;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.impl.io.MonitoringResponseOutOfOrderStrategy;
import org.apache.hc.core5.http.impl.io.SocketHolder;
import org.jspecify.annotations.Nullable;

/**
 * A connection that logs neither headers nor bytes, whatever a host application's logging is set to:
 * they hold the credential and profiles. It looks for an early answer while it writes, so that a server
 * that refuses a large request without reading it is understood.
 */
final class SilentConnection extends DefaultManagedHttpClientConnection {
    private static final int BYTES_BETWEEN_LOOKS = 64 * 1024;

    private @Nullable IOException broken;

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

    /** A server that refuses a large request closes without having read it; what it answered before is still there to read. */
    @Override
    public void sendRequestEntity(ClassicHttpRequest request) throws HttpException, IOException {
        try {
            super.sendRequestEntity(request);
            super.flush();
        } catch (IOException e) {
            broken = e;
        }
    }

    @Override
    public void flush() throws IOException {
        if (broken == null) {
            super.flush();
        }
    }

    @Override
    public ClassicHttpResponse receiveResponseHeader() throws HttpException, IOException {
        try {
            return super.receiveResponseHeader();
        } catch (IOException e) {
            throw broken == null ? e : broken;
        }
    }

    @Override
    public boolean isConsistent() {
        return broken == null && super.isConsistent();
    }

    @Override
    protected void onRequestSubmitted(ClassicHttpRequest request) {}

    @Override
    protected void onResponseReceived(ClassicHttpResponse response) {}
}
