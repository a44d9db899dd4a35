// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One recorded exchange of spec/wire; bodies as text in ISO 8859-1, so that every byte has its character. */
record Transcript(
        String name,
        String method,
        String target,
        Map<String, String> requestHeaders,
        String requestBody,
        int status,
        Map<String, String> answerHeaders,
        String answerBody) {
    static final Path WIRE = Path.of("..", "wire");
    private static final Pattern BASE64 = Pattern.compile("\\[\\d+ bytes, base64] (\\S+)");

    static Transcript read(String file) {
        var text = text(file).replaceFirst("^(# .*\n)*", "");
        var halves = text.split("\n< HTTP/1.1 ", 2);
        var request = halves[0].split("\n>(?:\n|$)", 2);
        var line = request[0].split("\n", 2)[0].split(" ");
        var answer = halves.length > 1 ? halves[1].split("\n<\n", 2) : new String[] {"0", ""};
        return new Transcript(
                Path.of(file).getFileName().toString().replace(".txt", ""),
                line[1],
                line[2],
                headers(request[0], "> "),
                body(request[1]),
                Integer.parseInt(answer[0].split("\\D", 2)[0]),
                headers(answer[0], "< "),
                body(answer[1]));
    }

    /** The numbered exchanges of a folder, in order of the calls. */
    static List<Transcript> numbered(String folder) {
        try (Stream<Path> files = Files.list(WIRE.resolve(folder))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches("\\d\\d-.*\\.txt"))
                    .sorted()
                    .map(name -> read(folder + "/" + name))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(String file) {
        try {
            return Files.readString(WIRE.resolve(file), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int number() {
        return Integer.parseInt(name.substring(0, 2));
    }

    private static Map<String, String> headers(String head, String mark) {
        var headers = new TreeMap<String, String>();
        head.lines()
                .skip(1)
                .map(line -> line.substring(mark.length()).split(": ", 2))
                .forEach(header -> headers.put(header[0].toLowerCase(Locale.ROOT), header[1]));
        return headers;
    }

    /** The recorder put one end of line after each body that is not empty. */
    private static String body(String text) {
        var body = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
        var binary = BASE64.matcher(body);
        return binary.matches()
                ? new String(Base64.getDecoder().decode(binary.group(1)), StandardCharsets.ISO_8859_1)
                : body;
    }
}
