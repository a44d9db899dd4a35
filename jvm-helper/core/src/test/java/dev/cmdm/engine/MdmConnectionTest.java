// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.cmdm.wire.RequestReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MdmConnectionTest {
    private static final Path ROOT = Path.of("../..");

    @Test
    void aSessionMayNameEachProduct() {
        for (String word : MdmConnection.PRODUCTS.words()) {
            String open = "{\"contract\":1,\"id\":\"0\",\"operation\":\"open\",\"config\":{\"mdm\":{\"product\":\""
                    + word + "\"}}}";
            assertThatCode(() -> RequestReader.read(open.getBytes(StandardCharsets.UTF_8)))
                    .as(word)
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void theContractAndTheTypesOfPuppetListTheSameProducts() throws IOException {
        assertThat(Files.readString(ROOT.resolve("spec/contract/request.schema.json")))
                .contains("\"product\": {\"enum\": [" + listed("\"") + "]}");
        assertThat(Files.readString(ROOT.resolve("puppet-module/cmdm/types/product.pp")))
                .contains("Enum[" + listed("'") + "]");
    }

    private static String listed(String quote) {
        return MdmConnection.PRODUCTS.words().stream()
                .map(word -> quote + word + quote)
                .collect(Collectors.joining(", "));
    }
}
