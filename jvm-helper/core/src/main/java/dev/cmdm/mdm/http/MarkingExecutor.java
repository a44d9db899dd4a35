// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.http;

import dev.cmdm.mdm.Proxy;
import dev.cmdm.secret.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.Method;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.io.HttpClientConnection;
import org.apache.hc.core5.http.io.HttpResponseInformationCallback;
import org.apache.hc.core5.http.protocol.HttpContext;

/**
 * Marks the moment between a connection that stands and the first byte written to the server. What asks a proxy for
 * the way there comes before, and gets the proxy's own credential.
 */
final class MarkingExecutor extends HttpRequestExecutor {
    static final String CROSSING = "cmdm.crossing";

    private final Optional<Secret> proxyCredential;

    MarkingExecutor(Optional<Proxy> proxy) {
        this.proxyCredential = proxy.flatMap(Proxy::credential);
    }

    @Override
    public ClassicHttpResponse execute(
            ClassicHttpRequest request,
            HttpClientConnection connection,
            HttpResponseInformationCallback informed,
            HttpContext context)
            throws IOException, HttpException {
        if (Method.CONNECT.isSame(request.getMethod())) {
            proxyCredential.ifPresent(
                    credential -> request.setHeader(HttpHeaders.PROXY_AUTHORIZATION, basic(credential)));
        } else {
            ((Crossing) context.getAttribute(CROSSING)).cross();
        }
        return super.execute(request, connection, informed, context);
    }

    private static String basic(Secret userAndPassword) {
        byte[] pair = userAndPassword.expose().getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(pair);
    }
}
