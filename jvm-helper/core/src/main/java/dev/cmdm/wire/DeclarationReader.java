// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.wire;

import dev.cmdm.desired.Channel;
import dev.cmdm.desired.Declaration;
import dev.cmdm.desired.DesiredProfile.Options;
import dev.cmdm.desired.Ensure;
import dev.cmdm.plist.Bytes;
import dev.cmdm.plist.PlistValue;
import dev.cmdm.profile.PayloadUuids;
import dev.cmdm.profile.ProfileIdentifier;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Reads one declared profile of a request. */
final class DeclarationReader {
    private DeclarationReader() {}

    static Declaration read(JsonObject profile) {
        Ensure ensure = ensure(profile);
        if (ensure == Ensure.ABSENT && !profile.has("identifier")) {
            throw profile.wrong("identifier", "a string, for the profile is absent");
        }
        return new Declaration(
                profile.findText("label")
                        .or(() -> profile.findText("identifier"))
                        .orElse(profile.place()),
                profile.findText("identifier"),
                ensure,
                source(profile, ensure),
                user(profile),
                options(profile));
    }

    private static Ensure ensure(JsonObject profile) {
        return switch (profile.text("ensure", "present")) {
            case "present" -> Ensure.PRESENT;
            case "absent" -> Ensure.ABSENT;
            default -> throw profile.wrong("ensure", "present or absent");
        };
    }

    private static Declaration.Source source(JsonObject profile, Ensure ensure) {
        int given = (profile.has("content") ? 1 : 0) + (profile.has("data") ? 1 : 0) + (profile.has("path") ? 1 : 0);
        if (given > 1 || (given == 0 && ensure == Ensure.PRESENT)) {
            throw profile.wrong("content", "given once, as content, data or path");
        }
        if (profile.has("content")) {
            return new Declaration.Source.Tree(content(profile));
        }
        Optional<byte[]> data = profile.findData("data");
        if (data.isPresent()) {
            return new Declaration.Source.Raw(new Bytes(data.orElseThrow()));
        }
        return profile.findText("path")
                .<Declaration.Source>map(path -> new Declaration.Source.File(Path.of(path)))
                .orElseGet(Declaration.Source.None::new);
    }

    /** Whoever names a secret means it: it is no text like {@code {{…}}}, which stays where nothing is filled. */
    private static PlistValue.Dict content(JsonObject profile) {
        return profile.flag("fill", false)
                ? PlistJson.dictWithSecrets(map(profile), profile.at("content"))
                : PlistJson.dict(map(profile), profile.at("content"));
    }

    private static Map<?, ?> map(JsonObject profile) {
        if (profile.raw("content") instanceof Map<?, ?> map) {
            return map;
        }
        throw profile.wrong("content", "an object");
    }

    private static String user(JsonObject profile) {
        String scope = profile.text("scope", "system");
        String user = profile.text("user", "");
        return switch (scope) {
            case "system" -> "";
            case "user" -> {
                if (user.isBlank()) {
                    throw profile.wrong("user", "the short name of a user, for the scope is user");
                }
                yield user;
            }
            default -> throw profile.wrong("scope", "system or user");
        };
    }

    private static Options options(JsonObject profile) {
        return new Options(
                channel(profile),
                profile.flag("stamp", true),
                profile.findText("payloadUuids").map(word -> payloadUuids(profile, word)),
                profile.flag("fill", false),
                profile.flag("resign", false),
                profile.flag("allowCut", false),
                profile.texts("replaces").stream().map(ProfileIdentifier::new).toList(),
                profile.texts("legacyUuids"));
    }

    private static Channel channel(JsonObject profile) {
        return switch (profile.text("channel", "auto")) {
            case "auto" -> Channel.AUTO;
            case "mdm" -> Channel.MDM;
            case "local" -> Channel.LOCAL;
            default -> throw profile.wrong("channel", "auto, mdm or local");
        };
    }

    private static PayloadUuids payloadUuids(JsonObject profile, String word) {
        return switch (word) {
            case "keep" -> PayloadUuids.KEEP;
            case "derive" -> PayloadUuids.DERIVE;
            default -> throw profile.wrong("payloadUuids", "keep or derive");
        };
    }
}
