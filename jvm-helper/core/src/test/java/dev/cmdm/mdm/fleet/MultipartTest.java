// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cmdm.plist.Bytes;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class MultipartTest {
    @Test
    void writesTheFileAsItIsAndTheFieldsBehindIt() {
        Multipart form = form("a\nb");
        form.add("team_id", "3");
        assertThat(new String(form.bytes(), StandardCharsets.UTF_8))
                .isEqualTo("--cmdm-part-0\r\nContent-Disposition: form-data; name=\"profile\"; filename=\"f\"\r\n"
                        + "Content-Type: t/t\r\n\r\na\nb\r\n"
                        + "--cmdm-part-0\r\nContent-Disposition: form-data; name=\"team_id\"\r\n\r\n3\r\n"
                        + "--cmdm-part-0--\r\n");
        assertThat(form.type()).isEqualTo("multipart/form-data; boundary=cmdm-part-0");
    }

    @Test
    void drawsABoundaryThatTheFileDoesNotHold() {
        assertThat(form("--cmdm-part-0\r\n--cmdm-part-10").type()).endsWith("boundary=cmdm-part-2");
    }

    private static Multipart form(String content) {
        return new Multipart("profile", "f", "t/t", new Bytes(content.getBytes(StandardCharsets.UTF_8)));
    }
}
