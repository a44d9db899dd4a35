// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.http;

import dev.cmdm.mdm.Proxy;
import dev.cmdm.mdm.ServerUrl;
import dev.cmdm.plist.Bytes;
import dev.cmdm.secret.Secret;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.DefaultConnectionKeepAliveStrategy;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.BasicHttpClientConnectionManager;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.HostnameVerificationPolicy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.URIScheme;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/** Apache HttpClient with one connection and everything left out that would act by itself. */
final class Transport {
    /** A connection that lay idle longer may be closed by the other side just as it is used again. */
    private static final TimeValue IDLE = TimeValue.ofSeconds(3);

    private static final String[] PROTOCOLS = {"TLSv1.3", "TLSv1.2"};

    private final ServerUrl url;
    private final Optional<Proxy> proxy;
    private final CloseableHttpClient client;
    private Optional<ServerTls> met = Optional.empty();

    Transport(ServerUrl url, HttpLimits limits, SSLContext tls, Optional<Proxy> proxy) {
        this.url = url;
        this.proxy = proxy;
        this.client = client(limits, tls);
    }

    /**
     * Sends a request and reads its whole answer.
     *
     * @throws IOException when there is none; the crossing tells what may have been written
     */
    Exchange exchange(HttpCall call, Optional<Secret> authorization, Crossing crossing) throws IOException {
        HttpClientContext context = HttpClientContext.create();
        context.setAttribute(MarkingExecutor.CROSSING, crossing);
        HttpHost host = new HttpHost(url.scheme(), unbracketed(url.host()), url.port());
        HttpUriRequestBase request = request(call, authorization);
        try (ClassicHttpResponse response = client.executeOpen(host, request, context)) {
            met = ServerTls.find(context.getSSLSession());
            requireThrough(response, crossing);
            return new Exchange.Answer(
                    response.getCode(), headers(response), body(request, response, call.answerLimit()));
        }
    }

    /** Makes something of an answer's status and of its body as it comes; nothing of the body when it has none. */
    interface Maker<T> {
        T make(int status, Optional<InputStream> body) throws IOException;
    }

    /**
     * Sends a question that everybody may ask and reads its answer as it comes.
     *
     * @throws IOException when there is none; the crossing tells what may have been written
     */
    <T> T read(HttpCall call, Crossing crossing, Maker<T> maker) throws IOException {
        HttpClientContext context = HttpClientContext.create();
        context.setAttribute(MarkingExecutor.CROSSING, crossing);
        HttpHost host = new HttpHost(url.scheme(), unbracketed(url.host()), url.port());
        HttpUriRequestBase request = request(call, Optional.empty());
        try (ClassicHttpResponse response = client.executeOpen(host, request, context)) {
            return made(response, crossing, maker, request);
        }
    }

    private <T> T made(ClassicHttpResponse response, Crossing crossing, Maker<T> maker, HttpUriRequestBase request)
            throws IOException {
        try {
            requireThrough(response, crossing);
            InputStream body =
                    response.getEntity() == null ? null : response.getEntity().getContent();
            return maker.make(response.getCode(), Optional.ofNullable(body));
        } finally {
            // Otherwise closing the response would read the rest of it first, however long.
            request.cancel();
        }
    }

    /** What the server showed of itself at the last answer; nothing before, and without TLS. */
    Optional<ServerTls> met() {
        return met;
    }

    /** An answer that came before anything was written to the server is the proxy's. */
    private void requireThrough(ClassicHttpResponse response, Crossing crossing) throws IOException {
        if (!crossing.crossed()) {
            throw new ProxyRefusedException(proxy.map(Proxy::address).orElse(""), response.getCode());
        }
    }

    void close() {
        client.close(CloseMode.IMMEDIATE);
    }

    private HttpUriRequestBase request(HttpCall call, Optional<Secret> authorization) {
        HttpUriRequestBase request = new HttpUriRequestBase(call.method(), url.resolve(call.path()));
        call.headers().fields().forEach(field -> request.addHeader(field.name(), field.value()));
        authorization.ifPresent(shown -> request.setHeader(HttpHeaders.AUTHORIZATION, shown.expose()));
        if (!call.contentType().isEmpty()) {
            request.setEntity(new ByteArrayEntity(call.body().toArray(), ContentType.parse(call.contentType())));
        }
        return request;
    }

    /** A value that no field may have counts as absent. */
    private static Headers headers(ClassicHttpResponse response) {
        Headers headers = Headers.NONE;
        for (Header field : response.getHeaders()) {
            String value = field.getValue();
            if (value != null && value.chars().noneMatch(Character::isISOControl)) {
                headers = headers.with(field.getName(), value);
            }
        }
        return headers;
    }

    private static Bytes body(HttpUriRequestBase request, ClassicHttpResponse response, int limit) throws IOException {
        if (response.getEntity() == null) {
            return new Bytes(new byte[0]);
        }
        InputStream content = response.getEntity().getContent();
        byte[] bytes = content.readNBytes(limit + 1);
        if (bytes.length > limit) {
            // Otherwise closing the response would read the rest of it first, however long.
            request.cancel();
            throw new AnswerTooLargeException(limit);
        }
        return new Bytes(bytes);
    }

    private CloseableHttpClient client(HttpLimits limits, SSLContext tls) {
        HttpClientBuilder builder = HttpClientBuilder.create();
        proxy.ifPresent(through -> builder.setProxy(new HttpHost("http", through.host(), through.port())));
        return builder.setConnectionManager(connections(limits, tls))
                .setRequestExecutor(new MarkingExecutor(proxy))
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(timeout(limits.answer()))
                        .setConnectionRequestTimeout(timeout(limits.connect()))
                        .setAuthenticationEnabled(false)
                        .setProtocolUpgradeEnabled(false)
                        .build())
                .setKeepAliveStrategy(Transport::keepAlive)
                .setUserAgent("cmdm")
                .setDefaultCookieSpecRegistry(name -> null)
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .build();
    }

    private static BasicHttpClientConnectionManager connections(HttpLimits limits, SSLContext context) {
        BasicHttpClientConnectionManager connections = BasicHttpClientConnectionManager.create(
                null,
                null,
                scheme -> scheme.equals(URIScheme.HTTPS.id) ? tls(context) : null,
                socket -> new SilentConnection());
        connections.setConnectionConfig(ConnectionConfig.custom()
                .setConnectTimeout(timeout(limits.connect()))
                .setSocketTimeout(timeout(limits.answer()))
                .setValidateAfterInactivity(TimeValue.ofMilliseconds(1))
                .build());
        connections.setTlsConfig(TlsConfig.custom()
                .setHandshakeTimeout(timeout(limits.connect()))
                .build());
        return connections;
    }

    private static TimeValue keepAlive(HttpResponse response, HttpContext context) {
        TimeValue offered = DefaultConnectionKeepAliveStrategy.INSTANCE.getKeepAliveDuration(response, context);
        return TimeValue.isPositive(offered) && offered.compareTo(IDLE) < 0 ? offered : IDLE;
    }

    /** The platform checks the name; the client's own check would load a list of all public suffixes for it. */
    private static TlsSocketStrategy tls(SSLContext context) {
        return new DefaultClientTlsStrategy(context, PROTOCOLS, null, null, HostnameVerificationPolicy.BUILTIN, null);
    }

    private static String unbracketed(String host) {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    private static Timeout timeout(Duration duration) {
        return Timeout.of(duration.toMillis(), TimeUnit.MILLISECONDS);
    }
}
