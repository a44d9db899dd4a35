// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** A file of settings, in YAML; {@code mdm: {url: …}} and {@code mdm.url: …} say the same. */
public final class SettingsFile {
    private static final int MAXIMUM_SIZE = 1024 * 1024;

    private SettingsFile() {}

    /**
     * What a file sets, or nothing when there is none.
     *
     * @throws ConfigurationException when it cannot be read or is no YAML
     */
    public static Optional<Layer> find(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MAXIMUM_SIZE + 1);
            if (bytes.length > MAXIMUM_SIZE) {
                throw new ConfigurationException(file + " is larger than 1 MiB, which no file of settings is");
            }
            return Optional.of(parse(new String(bytes, StandardCharsets.UTF_8), file));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new ConfigurationException(file + " cannot be read; check that it is a file and its mode");
        }
    }

    private static Layer parse(String yaml, Path file) {
        Object document;
        try {
            document = new Load(LoadSettings.builder().setLabel(file.toString()).build()).loadFromString(yaml);
        } catch (YamlEngineException e) {
            throw new ConfigurationException(file + line(e) + " is no YAML; check its indentation and quotes");
        }
        Map<String, String> flat = new LinkedHashMap<>();
        if (document instanceof Map<?, ?> map) {
            flatten("", map, flat);
        } else if (document != null) {
            throw new ConfigurationException(file + " must hold names and values, such as mdm: {url: …}");
        }
        return Layer.file(flat, file.toString());
    }

    /** Where a parser stopped; it quotes what stands there, which may be secret, so nothing else of it is told. */
    private static String line(YamlEngineException e) {
        return e instanceof MarkedYamlEngineException marked
                ? marked.getProblemMark()
                        .map(mark -> ", line " + (mark.getLine() + 1) + ",")
                        .orElse("")
                : "";
    }

    private static void flatten(String prefix, Map<?, ?> map, Map<String, String> flat) {
        map.forEach((key, value) -> {
            String name = prefix + key;
            if (value instanceof Map<?, ?> inner) {
                flatten(name + ".", inner, flat);
            } else if (value instanceof List<?> list) {
                flat.put(name, list.stream().map(String::valueOf).collect(Collectors.joining(", ")));
            } else if (value != null) {
                flat.put(name, value.toString());
            }
        });
    }
}
