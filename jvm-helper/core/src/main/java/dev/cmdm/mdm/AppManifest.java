// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm;

import dev.cmdm.plist.PlistException;
import dev.cmdm.plist.PlistLimits;
import dev.cmdm.plist.PlistReader;
import dev.cmdm.plist.PlistValue;
import dev.cmdm.plist.PlistValue.Array;
import dev.cmdm.plist.PlistValue.Dict;
import dev.cmdm.plist.PlistValue.Int;
import dev.cmdm.plist.PlistValue.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a Mac reads before it fetches an application: where its package is and what that must hash to. (Apple,
 * ManifestURL.)
 *
 * @param packages every package that it names
 */
public record AppManifest(List<PackageAsset> packages) {
    /** No manifest has more; a Mac fetches it whole. */
    public static final int MAXIMUM_SIZE = 1024 * 1024;

    private static final String KIND = "software-package";

    public AppManifest {
        packages = List.copyOf(packages);
    }

    /**
     * Reads a manifest.
     *
     * @param from where it came from, for messages
     * @throws ManifestException when it is none, or names a package without hashes
     */
    public static AppManifest read(byte[] bytes, String from) {
        List<PackageAsset> packages = new ArrayList<>();
        for (Dict item : dicts(root(bytes, from), "items")) {
            for (Dict asset : dicts(item, "assets")) {
                if (asset.findText("kind").filter(KIND::equals).isPresent()) {
                    packages.add(asset(asset, from));
                }
            }
        }
        if (packages.isEmpty()) {
            throw new ManifestException(from + " names no package: items, assets, kind " + KIND
                    + "; is it the manifest of an application?");
        }
        return new AppManifest(packages);
    }

    private static Dict root(byte[] bytes, String from) {
        try {
            if (new PlistReader(PlistLimits.forProfile()).read(bytes).root() instanceof Dict dict) {
                return dict;
            }
        } catch (PlistException e) {
            throw new ManifestException(from + " is no property list; is it the manifest of an application?");
        }
        throw new ManifestException(from + " is no dictionary; is it the manifest of an application?");
    }

    private static PackageAsset asset(Dict asset, String from) {
        List<PackageAsset.Hashes> hashes = Stream.of(
                        hashes(asset, "md5-size", "md5s", "MD5", from),
                        hashes(asset, "sha256-size", "sha256s", "SHA-256", from))
                .flatMap(Optional::stream)
                .toList();
        if (hashes.isEmpty()) {
            throw new ManifestException(
                    from + " has a package without md5s or sha256s, so that a Mac takes any; make it anew with"
                            + " cmdm command install-application --make-manifest");
        }
        String url =
                asset.findText("url").orElseThrow(() -> new ManifestException(from + " has a package without a url"));
        return new PackageAsset(url, hashes);
    }

    private static Optional<PackageAsset.Hashes> hashes(
            Dict asset, String size, String list, String algorithm, String from) {
        Optional<Array> given = asset.findArray(list);
        if (given.isEmpty()) {
            return Optional.empty();
        }
        long pieces = asset.find(size)
                .filter(value -> value instanceof Int number && number.value().bitLength() < 63)
                .map(value -> ((Int) value).value().longValue())
                .filter(bytes -> bytes >= PackageAsset.SMALLEST_PIECE)
                .orElseThrow(() -> new ManifestException(
                        from + " has " + list + " without a usable " + size + ", which tells how long a piece is"));
        return Optional.of(new PackageAsset.Hashes(algorithm, pieces, texts(given.orElseThrow())));
    }

    private static List<String> texts(Array array) {
        return array.items().stream()
                .map((PlistValue value) ->
                        value instanceof Text text ? text.value().toLowerCase(Locale.ROOT) : "")
                .toList();
    }

    private static List<Dict> dicts(Dict dict, String key) {
        return dict.findArray(key).stream()
                .flatMap(array -> array.items().stream())
                .filter(Dict.class::isInstance)
                .map(Dict.class::cast)
                .toList();
    }
}
