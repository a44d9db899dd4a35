// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.http;

import dev.cmdm.mdm.Link;
import dev.cmdm.mdm.ManifestException;
import dev.cmdm.mdm.ServerUrl;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/**
 * Fetches what everybody may fetch, as a Mac would: by https only, without a credential, without following where it
 * may point, and no more than so many bytes. It is read as it comes and never kept.
 */
public final class Download {
    private static final int OK = 200;

    private final Link link;
    private final HttpLimits limits;

    /** Downloads over a link; its debug listener hears of them. */
    public Download(Link link, HttpLimits limits) {
        this.link = link;
        this.limits = limits;
    }

    /** What reads a body to its end. */
    @FunctionalInterface
    public interface Reader<T> {
        T read(InputStream in) throws IOException;
    }

    /**
     * Fetches.
     *
     * @param most how many bytes it may have
     * @throws ManifestException when it cannot be fetched, in one line
     */
    public <T> T fetch(String address, long most, Reader<T> reader) {
        URI uri = uri(address);
        ServerUrl server = ServerUrl.parse("https://" + uri.getRawAuthority());
        Transport transport =
                new Transport(server, limits, Tls.context(link), link.proxy().filter(proxy -> proxy.serves(server)));
        HttpCall call = HttpCall.getOpenly(path(uri));
        Talk talk = new Talk(server, link.debug());
        talk.asks(call);
        Crossing crossing = new Crossing();
        try {
            return transport.read(
                    call, crossing, (status, body) -> reader.read(new CappedStream(ok(status, body, server), most)));
        } catch (AnswerTooLargeException e) {
            throw new ManifestException(
                    where(server, uri) + " is larger than " + most + " bytes; is it the right one?");
        } catch (IOException e) {
            String why = crossing.crossed() ? NetworkWords.lost(e, limits) : NetworkWords.unreachable(e, limits);
            throw new ManifestException(where(server, uri) + " cannot be fetched: " + why);
        } finally {
            transport.close();
        }
    }

    private static InputStream ok(int status, Optional<InputStream> body, ServerUrl server) {
        if (status != OK || body.isEmpty()) {
            throw new ManifestException(server.address() + " answered " + status
                    + (status >= 300 && status < 400 ? ", which points elsewhere and is not followed" : "")
                    + "; a Mac needs the file at this very address");
        }
        return body.orElseThrow();
    }

    private static URI uri(String address) {
        try {
            URI uri = new URI(address.strip());
            boolean usable = "https".equalsIgnoreCase(uri.getScheme())
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && uri.getRawFragment() == null;
            if (usable) {
                return uri;
            }
        } catch (URISyntaxException e) {
            throw new ManifestException("an address is no URL; Macs fetch by https:// only");
        }
        throw new ManifestException("an address must begin with https:// and hold no user; Macs fetch by https only");
    }

    private static String path(URI uri) {
        String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
    }

    /** Without the query, in which some servers have a key. */
    private static String where(ServerUrl server, URI uri) {
        return server + (uri.getRawPath() == null ? "" : uri.getRawPath());
    }
}
