// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Where a server is. Only https, because a credential that commands every Mac and the profiles
 * themselves travel there; plain http is for a server on this machine.
 *
 * @param scheme {@code https} or {@code http}
 * @param host a name or an address, IPv6 in brackets
 * @param port from 1 to 65535, written out
 * @param path what goes before every path of the product, such as {@code /mdm}; empty when nothing does
 */
public record ServerUrl(String scheme, String host, int port, String path) {
    private static final Pattern LOOPBACK =
            Pattern.compile("localhost|\\[::1]|127(\\.(25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])){3}");
    private static final Pattern PATH = Pattern.compile("(/[A-Za-z0-9._~-]+)*");

    /**
     * Reads and checks a URL as written in a setting.
     *
     * @throws ServerUrlException when it is none that may be used; its text is not repeated, for it may hold a password
     */
    public static ServerUrl parse(String text) {
        URI uri = uri(text.strip());
        if (uri.getRawUserInfo() != null || uri.getRawQuery() != null || uri.getRawFragment() != null) {
            throw new ServerUrlException(
                    "the URL of the MDM holds a user, a query or a fragment; write only https://host:port, the credential has a setting of its own");
        }
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        requireSafe(scheme, host);
        return new ServerUrl(scheme, host, port(uri, scheme), path(uri));
    }

    /** The server without a credential or a path: {@code mdm.example.com:443}. */
    public String address() {
        return host + ":" + port;
    }

    /** Whether it is on this machine. */
    public boolean isLoopback() {
        return isLoopback(host);
    }

    /** The whole URL of a path that begins with a slash. */
    public URI resolve(String pathAndQuery) {
        return URI.create(scheme + "://" + address() + path + pathAndQuery);
    }

    @Override
    public String toString() {
        return scheme + "://" + address() + path;
    }

    private static URI uri(String text) {
        try {
            URI uri = new URI(text);
            if (uri.getScheme() != null && uri.getHost() != null) {
                return uri;
            }
        } catch (URISyntaxException e) {
            throw new ServerUrlException("the URL of the MDM is no URL; write https://host:port");
        }
        throw new ServerUrlException("the URL of the MDM names no host; write https://host:port");
    }

    private static void requireSafe(String scheme, String host) {
        if (scheme.equals("http") && !isLoopback(host)) {
            throw new ServerUrlException(
                    "the URL of the MDM is http:// at " + host
                            + ", where the credential and the profiles could be read on the way; use https:// (http is for 127.0.0.1, [::1] and localhost only)");
        } else if (!scheme.equals("http") && !scheme.equals("https")) {
            throw new ServerUrlException("the URL of the MDM must begin with https://");
        }
    }

    private static boolean isLoopback(String host) {
        return LOOPBACK.matcher(host).matches();
    }

    private static int port(URI uri, String scheme) {
        int port = uri.getPort() == -1 ? (scheme.equals("https") ? 443 : 80) : uri.getPort();
        if (port < 1 || port > 65535) {
            throw new ServerUrlException("the URL of the MDM names port " + port + "; ports go from 1 to 65535");
        }
        return port;
    }

    private static String path(URI uri) {
        String path = uri.getRawPath().replaceAll("/+$", "");
        if (!PATH.matcher(path).matches() || path.contains("/.")) {
            throw new ServerUrlException(
                    "the path in the URL of the MDM may hold letters, digits, . _ ~ - between single slashes only");
        }
        return path;
    }
}
