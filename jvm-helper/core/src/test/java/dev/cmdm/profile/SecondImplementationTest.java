// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cmdm.plist.PlistValue.Dict;
import java.util.ArrayList;
import java.util.List;
import org.jruby.embed.LocalContextScope;
import org.jruby.embed.PathType;
import org.jruby.embed.ScriptingContainer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The implementation in Ruby, written from {@code docs/fingerprint.md} alone, against the one that ships. */
class SecondImplementationTest {
    private static final int ROUNDS = 1_500;
    private static final JsonMapper JSON = JsonMapper.shared();

    private static ScriptingContainer ruby;
    private static Object module;

    @BeforeAll
    static void load() {
        ruby = new ScriptingContainer(LocalContextScope.SINGLETHREAD);
        ruby.runScriptlet(
                PathType.ABSOLUTE,
                Vector.FOLDER.resolve("reference.rb").toAbsolutePath().toString());
        module = ruby.runScriptlet("CmdmFingerprint");
    }

    @AfterAll
    static void unload() {
        ruby.terminate();
    }

    @Test
    void agreesOnThousandsOfFiles() {
        compare("file", ROUNDS);
    }

    @Test
    void agreesOnThousandsOfHashes() {
        assertThat(compare("content", ROUNDS)).as("profiles that were refused").isLessThan(ROUNDS / 4);
    }

    private static int compare(String kind, int rounds) {
        List<Profile> profiles = new ArrayList<>();
        ArrayNode questions = JSON.createArrayNode();
        int refused = 0;
        for (int seed = 0; seed < rounds; seed++) {
            ProfileGenerator generator = new ProfileGenerator(seed);
            Dict declared = kind.equals("file") ? generator.file() : generator.content();
            try {
                profiles.add(Vector.profile(kind, declared));
            } catch (BadStructureException e) {
                refused++;
                continue;
            }
            ObjectNode question = questions.addObject().put("kind", kind);
            question.set("profile", ContractJson.write(declared));
        }
        List<JsonNode> answers = ask(questions);
        assertThat(answers).hasSameSizeAs(profiles);
        for (int at = 0; at < answers.size(); at++) {
            agree(new Vector(answers.get(at)), profiles.get(at), questions.get(at));
        }
        return refused;
    }

    private static void agree(Vector answer, Profile profile, JsonNode question) {
        String about = question.toString();
        assertThat(Fingerprint.of(profile).hex()).as(about).isEqualTo(answer.text("fingerprint"));
        assertThat(Fingerprint.of(profile).derivedUuid()).as(about).isEqualTo(answer.text("derivedUuid"));
        assertThat(Vector.derivedUuids(profile)).as(about).isEqualTo(answer.payloadUuids());
    }

    private static List<JsonNode> ask(ArrayNode questions) {
        String answers = ruby.callMethod(module, "answers", questions.toString(), String.class);
        return JSON.readTree(answers).values().stream().toList();
    }
}
