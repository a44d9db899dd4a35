// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm;

import dev.cmdm.plist.CanonicalXml;
import dev.cmdm.plist.PlistValue;
import dev.cmdm.plist.PlistValue.Array;
import dev.cmdm.plist.PlistValue.Dict;
import dev.cmdm.plist.PlistValue.Int;
import dev.cmdm.plist.PlistValue.Text;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;

/** Writes the manifest of a package, with its size and hashes computed. (Apple, ManifestURL.) */
public final class ManifestWriter {
    /** How long a piece is, by custom: a Mac can begin again at a piece that broke. */
    private static final long PIECE = 10L * 1024 * 1024;

    private ManifestWriter() {}

    /**
     * What a package is.
     *
     * @param url where Macs will find it
     * @param identifier its bundle identifier
     * @param version its bundle version
     * @param title as people call it
     */
    public record About(String url, String identifier, String version, String title) {}

    /** The manifest of a package, which is read to its end. */
    public static byte[] write(InputStream in, About about) throws IOException {
        ChunkHashes md5 = ChunkHashes.of("MD5", PIECE);
        ChunkHashes sha256 = ChunkHashes.of("SHA-256", PIECE);
        long bytes = 0;
        byte[] part = new byte[64 * 1024];
        for (int read = in.read(part); read >= 0; read = in.read(part)) {
            md5.add(part, read);
            sha256.add(part, read);
            bytes += read;
        }
        Dict asset = new Dict(Map.of(
                "kind", new Text("software-package"),
                "url", new Text(about.url()),
                "md5-size", number(PIECE),
                "md5s", texts(md5.end()),
                "sha256-size", number(PIECE),
                "sha256s", texts(sha256.end())));
        Dict metadata = new Dict(Map.of(
                "kind", new Text("software"),
                "bundle-identifier", new Text(about.identifier()),
                "bundle-version", new Text(about.version()),
                "title", new Text(about.title()),
                "sizeInBytes", number(bytes)));
        Dict item = new Dict(Map.of("assets", new Array(List.of(asset)), "metadata", metadata));
        return CanonicalXml.write(new Dict(Map.of("items", new Array(List.of(item)))));
    }

    private static Int number(long value) {
        return new Int(BigInteger.valueOf(value));
    }

    private static Array texts(List<String> values) {
        return new Array(values.stream().<PlistValue>map(Text::new).toList());
    }
}
