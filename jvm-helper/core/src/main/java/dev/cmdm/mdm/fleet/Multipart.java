// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.fleet;

import dev.cmdm.plist.Bytes;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** A form with one file. (RFC 7578.) */
final class Multipart {
    private static final String LINE = "\r\n";

    private final String boundary;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    /**
     * A form with a file and no field yet.
     *
     * @param field the name of the field that the file is in
     * @param name what the file is called
     * @param type its media type
     */
    Multipart(String field, String name, String type, Bytes content) {
        this.boundary = boundary(new String(content.toArray(), StandardCharsets.ISO_8859_1));
        part(field, "; filename=\"" + name + "\"" + LINE + "Content-Type: " + type, content.toArray());
    }

    /** Adds a field; neither name nor value has a line break. */
    void add(String field, String value) {
        part(field, "", value.getBytes(StandardCharsets.UTF_8));
    }

    String type() {
        return "multipart/form-data; boundary=" + boundary;
    }

    byte[] bytes() {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.writeBytes(out.toByteArray());
        whole.writeBytes(("--" + boundary + "--" + LINE).getBytes(StandardCharsets.US_ASCII));
        return whole.toByteArray();
    }

    private void part(String field, String more, byte[] content) {
        String head =
                "--" + boundary + LINE + "Content-Disposition: form-data; name=\"" + field + "\"" + more + LINE + LINE;
        out.writeBytes(head.getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(content);
        out.writeBytes(LINE.getBytes(StandardCharsets.US_ASCII));
    }

    /** The first that does not stand in the file. */
    private static String boundary(String content) {
        int number = 0;
        while (content.contains("cmdm-part-" + number)) {
            number++;
        }
        return "cmdm-part-" + number;
    }
}
