// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkspaceOneCommandsTest extends WorkspaceOneFixture {
    private static final String BY_SERIAL =
            "/api/mdm/devices/commands?command=CustomMdmCommand&searchby=Serialnumber&id=";
    private static final String REMOVAL = "<dict><key>RequestType</key><string>RemoveProfile</string>"
            + "<key>Identifier</key><string>com.acme.one</string></dict>";

    @ParameterizedTest
    @ValueSource(strings = {"/api/mdm/devices/1/commands?command=CustomMdmCommand", BY_SERIAL + Messages.SERIAL})
    void queuesTheInnerDictionaryAndSaysNothing(String target) {
        start("{}");
        var identity = enroll();
        var answer = command(target, REMOVAL);
        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.body()).isEmpty();
        assertThat(stage.connect(identity, Messages.idle()).body())
                .contains("<key>Command</key>" + REMOVAL + "<key>CommandUUID</key><string>");
        assertThat(stage.server.requests().requests())
                .extracting(
                        request -> request.requestType().orElse(""),
                        request -> request.identifier().orElse(""))
                .containsExactly(org.assertj.core.groups.Tuple.tuple("RemoveProfile", "com.acme.one"));
    }

    @Test
    void offersACommandUntilItIsAnswered() {
        start("{}");
        var identity = enroll();
        command(BY_SERIAL + Messages.SERIAL, REMOVAL);
        var offered = stage.connect(identity, Messages.idle()).body();
        var uuid = offered.replaceAll("(?s).*CommandUUID</key><string>([^<]*)<.*", "$1");
        assertThat(stage.connect(identity, Messages.report("NotNow", uuid)).body())
                .isEmpty();
        assertThat(stage.connect(identity, Messages.idle()).body()).isEqualTo(offered);
        assertThat(stage.connect(identity, Messages.report("Acknowledged", uuid))
                        .body())
                .isEmpty();
        assertThat(stage.connect(identity, Messages.idle()).body()).isEmpty();
    }

    @Test
    void refusesMoreThan2000CharactersWithCode1012() {
        start("{}");
        enroll();
        assertThat(command(BY_SERIAL + Messages.SERIAL, removalOf(2000)).status())
                .isEqualTo(202);
        var answer = command(BY_SERIAL + Messages.SERIAL, removalOf(2001));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(json(answer).path("errorCode").asInt()).isEqualTo(1012);
        assertThat(json(answer).path("message").asString())
                .isEqualTo(
                        "Element: customCommandModel.CommandXml Message: CommandXml length cannot be greater than 2000.");
        assertThat(json(answer).path("activityId").asString()).matches("[0-9a-f-]{36}");
    }

    @Test
    void takesAnyLengthWithoutALimit() {
        start("{\"commandLimit\":0}");
        enroll();
        assertThat(command(BY_SERIAL + Messages.SERIAL, removalOf(100_000)).status())
                .isEqualTo(202);
    }

    @Test
    void answers404ForAMacThatIsNotOnRecordOrNoLongerEnrolled() {
        start("{}");
        var identity = enroll();
        assertThat(command(BY_SERIAL + "OTHER", REMOVAL).status()).isEqualTo(404);
        stage.checkIn(identity, Messages.checkOut());
        assertThat(command(BY_SERIAL + Messages.SERIAL, REMOVAL).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<?xml version=\\\"1.0\\\"?><plist><dict/></plist>",
                "<dict><key>Identifier</key><string>a</string></dict>",
                "<string>RemoveProfile</string>"
            })
    void refusesWhatIsNoInnerDictionary(String xml) {
        start("{}");
        enroll();
        var answer = command(BY_SERIAL + Messages.SERIAL, xml);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(json(answer).path("activityId").asString()).isNotEmpty();
    }

    @Test
    void refusesEveryOtherCommand() {
        start("{}");
        enroll();
        assertThat(command("/api/mdm/devices/1/commands?command=DeviceWipe", REMOVAL)
                        .status())
                .isEqualTo(400);
    }

    @Test
    void hasMacsOnRecordThatNobodySimulates() {
        start("{\"fleet\":2}");
        assertThat(command(BY_SERIAL + "FLEET00002", REMOVAL).status()).isEqualTo(202);
        assertThat(command(BY_SERIAL + "FLEET00003", REMOVAL).status()).isEqualTo(404);
    }

    @Test
    void dropsWhatWaitedWhenAMacEnrollsAgain() {
        start("{}");
        var identity = enroll();
        command(BY_SERIAL + Messages.SERIAL, REMOVAL);
        stage.checkIn(identity, Messages.authenticate());
        assertThat(stage.connect(identity, Messages.idle()).body()).isEmpty();
    }

    private Answer command(String target, String xml) {
        return stage.call("POST", target, headers(), "{\"CommandXml\":\"" + xml + "\"}");
    }

    private static String removalOf(int characters) {
        return REMOVAL.replace("com.acme.one", "a".repeat(characters - REMOVAL.length() + "com.acme.one".length()));
    }
}
