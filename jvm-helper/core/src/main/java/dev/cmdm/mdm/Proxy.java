// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm;

import dev.cmdm.secret.Secret;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What passes connections on. It is asked for a tunnel to the server and sees neither credential nor profile.
 * (RFC 9110, 9.3.6.)
 *
 * @param host a name or an address
 * @param port from 1 to 65535
 * @param credential {@code user:password} for itself; nothing when it asks for none
 * @param except names of servers that are reached without it, as in {@code NO_PROXY}
 */
public record Proxy(String host, int port, Optional<Secret> credential, List<String> except) {
    public Proxy {
        except = List.copyOf(except);
    }

    /**
     * Reads {@code http://host:port}; also {@code host:port}, and with a user before the host, as variables of the
     * environment have it.
     *
     * @param from which setting or variable, for messages; the text itself may hold a password
     * @throws LinkException when it names no such proxy
     */
    public static Proxy parse(String text, String from) {
        String stripped = text.strip();
        try {
            URI uri = new URI(stripped.contains("://") ? stripped : "http://" + stripped);
            if (!"http".equalsIgnoreCase(uri.getScheme()) || uri.getHost() == null) {
                throw bad(from);
            }
            return new Proxy(uri.getHost(), uri.getPort() < 0 ? 80 : uri.getPort(), credential(uri), List.of());
        } catch (URISyntaxException e) {
            throw bad(from);
        }
    }

    /** The same with its credential. */
    public Proxy with(Secret userAndPassword) {
        return new Proxy(host, port, Optional.of(userAndPassword), except);
    }

    /** The same with exceptions: names, domains with or without a dot before them, {@code *}; a comma between two. */
    public Proxy without(String names) {
        List<String> all = Arrays.stream(names.split(",", -1))
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .filter(name -> !name.isEmpty())
                .toList();
        return new Proxy(host, port, credential, all);
    }

    /** Whether a server is reached through it; one on this machine never is. */
    public boolean serves(ServerUrl url) {
        return !url.isLoopback() && except.stream().noneMatch(name -> covers(name, url));
    }

    /** The proxy in words, without its credential. */
    public String address() {
        return host + ":" + port;
    }

    private static boolean covers(String name, ServerUrl url) {
        String bare = name.startsWith("*.") ? name.substring(2) : name.startsWith(".") ? name.substring(1) : name;
        return name.equals("*")
                || bare.equals(url.host())
                || bare.equals(url.address())
                || url.host().endsWith("." + bare);
    }

    private static Optional<Secret> credential(URI uri) {
        return Optional.ofNullable(uri.getRawUserInfo())
                .map(raw -> Secret.of(URLDecoder.decode(raw.replace("+", "%2B"), StandardCharsets.UTF_8)));
    }

    private static LinkException bad(String from) {
        return new LinkException("the proxy in " + from + " is none that can be used; write http://host:port");
    }
}
