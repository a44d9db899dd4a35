// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server.fleet;

import dev.cmdm.simulator.wire.Request;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The parts of a multipart/form-data body by their field name (RFC 7578).
 *
 * @param parts contents of each field, in their order
 * @param fileNames file name of each field that has one
 */
record Multipart(Map<String, List<byte[]>> parts, Map<String, String> fileNames) {
    private static final Pattern BOUNDARY = Pattern.compile("multipart/form-data;.*boundary=\"?([^\";]+)\"?.*");
    private static final Pattern NAME = Pattern.compile("(?:^|[; ])name=\"([^\"]*)\"");
    private static final Pattern FILE_NAME = Pattern.compile("filename=\"([^\"]*)\"");
    private static final String HEAD_END = "\r\n\r\n";

    /** The form that this request brings; nothing if it brings none. */
    static Optional<Multipart> find(Request request) {
        var boundary = BOUNDARY.matcher(request.findHeader("Content-Type").orElse(""));
        // Latin 1 gives each byte a character of its own, so that positions and bytes stay the same.
        var body = new String(request.body(), StandardCharsets.ISO_8859_1);
        return boundary.matches()
                ? Optional.of(read(("\r\n" + body).split(Pattern.quote("\r\n--" + boundary.group(1)), -1)))
                : Optional.empty();
    }

    /** The first of this name. */
    Optional<byte[]> part(String name) {
        return parts.getOrDefault(name, List.of()).stream().findFirst();
    }

    /** The first of this name. */
    Optional<String> text(String name) {
        return texts(name).stream().findFirst();
    }

    List<String> texts(String name) {
        return parts.getOrDefault(name, List.of()).stream()
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .toList();
    }

    private static Multipart read(String[] sections) {
        var form = new Multipart(new HashMap<>(), new HashMap<>());
        for (var section : sections) {
            int end = section.indexOf(HEAD_END);
            if (end >= 0) {
                form.add(section.substring(0, end), section.substring(end + HEAD_END.length()));
            }
        }
        return form;
    }

    private void add(String head, String content) {
        var name = NAME.matcher(head);
        if (name.find()) {
            parts.computeIfAbsent(name.group(1), first -> new ArrayList<>())
                    .add(content.getBytes(StandardCharsets.ISO_8859_1));
            var file = FILE_NAME.matcher(head);
            if (file.find()) {
                fileNames.putIfAbsent(name.group(1), file.group(1));
            }
        }
    }
}
