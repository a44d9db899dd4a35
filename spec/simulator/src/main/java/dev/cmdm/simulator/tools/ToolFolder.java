// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.tools;

import com.dd.plist.NSArray;
import com.dd.plist.NSDictionary;
import com.dd.plist.NSObject;
import dev.cmdm.simulator.facts.Template;
import dev.cmdm.simulator.facts.ToolTexts;
import dev.cmdm.simulator.mac.MacSettings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The folder that stands for a Mac's file system: Apple's tools at their places below it, and in {@code .simulator} what
 * they print.
 */
public final class ToolFolder {
    private static final Map<String, String> SCRIPTS = Map.of(
            "profiles", "usr/bin", "sw_vers", "usr/bin", "id", "usr/bin", "security", "usr/bin", "ioreg", "usr/sbin");

    /** Texts that the scripts print as they are; one that a release does not have is not written. */
    private static final List<String> TEXTS = List.of(
            "help",
            "version",
            "usage",
            "needs-root",
            "install.refused",
            "output.exists",
            "listing.failed",
            "noise.before",
            "noise.after",
            "security.identity",
            "security.identities",
            "security.identity.missing",
            "security.cms.failed",
            "security.usage",
            "sw_vers");

    /** Stands for the keychain: keys and certificates that a user of the simulator puts there. */
    private static final String IDENTITIES = "identities";

    private static final String VERBS_SINCE = "status.configuration.none";

    private final Path root;
    private final MacSettings mac;

    private ToolFolder(Path root, MacSettings mac) {
        this.root = root;
        this.mac = mac;
    }

    /**
     * Writes the tools of a Mac below {@code root}.
     *
     * @param toolPort where the simulator takes changes
     */
    public static void write(Path root, MacSettings mac, int toolPort) throws IOException {
        ToolFolder folder = new ToolFolder(root, mac);
        folder.writeScripts();
        folder.writeTexts();
        folder.writeHardware();
        folder.writeSystemVersion();
        Files.createDirectories(root.resolve(IDENTITIES));
        folder.writeState("name", mac.name() + "\n");
        folder.writeState("users", folder.users());
        folder.writeState("tool-port", toolPort + "\n");
    }

    /** Where the listing of the Mac at this root is kept. */
    public static Path listings(Path root) {
        return state(root).resolve("listings");
    }

    private static Path state(Path root) {
        return root.resolve(".simulator");
    }

    private void writeScripts() throws IOException {
        for (Map.Entry<String, String> script : SCRIPTS.entrySet()) {
            Path folder = Files.createDirectories(root.resolve(script.getValue()));
            Path file = folder.resolve(script.getKey());
            // a new file rather than new content: a shell that runs the old one reads on in it undisturbed
            Path fresh = folder.resolve("." + script.getKey() + ".new");
            Files.write(fresh, resource(script.getKey()));
            if (!fresh.toFile().setExecutable(true, false)) {
                throw new IOException(fresh + " cannot be made executable; is its file system mounted noexec?");
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private void writeTexts() throws IOException {
        Map<String, String> values = Map.of("version", mac.macos().text(), "build", mac.build());
        for (String id : TEXTS) {
            writeOrDelete(
                    "text/" + id, ToolTexts.find(id, mac.macos()).map(text -> Template.fill(text, values) + "\n"));
        }
        writeOrDelete("text/verbs", ToolTexts.find(VERBS_SINCE, mac.macos()));
    }

    private void writeHardware() throws IOException {
        Map<String, String> values = Map.of("serial", mac.serial(), "udid", mac.udid(), "model", mac.model());
        for (String form : List.of("ioreg.txt", "ioreg-r.txt")) {
            String text = new String(resource(form), StandardCharsets.UTF_8);
            writeState("text/" + form, Template.fill(text, values));
        }
        NSDictionary expert = dictionary(Map.of(
                "IOPlatformSerialNumber", mac.serial(),
                "IOPlatformUUID", mac.udid(),
                "IORegistryEntryName", mac.model(),
                "IOObjectClass", "IOPlatformExpertDevice"));
        NSDictionary registry =
                dictionary(Map.of("IORegistryEntryName", "Root", "IORegistryEntryChildren", new NSArray(expert)));
        writeState("text/ioreg.plist", xml(registry));
        writeState("text/ioreg-r.plist", xml(new NSArray(expert)));
    }

    private void writeSystemVersion() throws IOException {
        Path file = root.resolve("System/Library/CoreServices/SystemVersion.plist");
        Files.createDirectories(file.resolveSibling(""));
        String name = mac.macos().major() == 10 ? "Mac OS X" : "macOS";
        Files.writeString(
                file,
                xml(dictionary(Map.of(
                        "ProductName", name,
                        "ProductVersion", mac.macos().text(),
                        "ProductUserVisibleVersion", mac.macos().text(),
                        "ProductBuildVersion", mac.build()))));
    }

    private String users() {
        return mac.users().stream()
                .map(user -> user.uid() + " " + user.name() + "\n")
                .collect(Collectors.joining("", "0 root\n", ""));
    }

    private void writeState(String name, String text) throws IOException {
        Path file = state(root).resolve(name);
        Files.createDirectories(file.resolveSibling(""));
        Files.writeString(file, text);
    }

    private void writeOrDelete(String name, Optional<String> text) throws IOException {
        if (text.isPresent()) {
            writeState(name, text.get());
        } else {
            Files.deleteIfExists(state(root).resolve(name));
        }
    }

    private static String xml(NSObject value) {
        return value.toXMLPropertyList() + "\n";
    }

    private static NSDictionary dictionary(Map<String, Object> values) {
        NSDictionary dictionary = new NSDictionary();
        values.keySet().stream().sorted().forEach(key -> dictionary.put(key, values.get(key)));
        return dictionary;
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream resource = ToolFolder.class.getResourceAsStream(name)) {
            if (resource == null) {
                throw new IOException("the stand-in " + name + " is missing from this build");
            }
            return resource.readAllBytes();
        }
    }
}
