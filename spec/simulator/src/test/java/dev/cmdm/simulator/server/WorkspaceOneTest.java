// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cmdm.simulator.identity.DeviceIdentity;
import dev.cmdm.simulator.json.Fields;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class WorkspaceOneTest {
    private static final String BY_SERIAL =
            "/api/mdm/devices/commands?command=CustomMdmCommand&searchby=Serialnumber&id=";
    private static final String REMOVAL = "<dict><key>RequestType</key><string>RemoveProfile</string>"
            + "<key>Identifier</key><string>com.acme.one</string></dict>";

    @TempDir
    Path folder;

    private final Stage.Options options = new Stage.Options(Product.WORKSPACEONE);
    private Stage stage = null;

    @AfterEach
    void stop() {
        stage.close();
    }

    @Test
    void findsADeviceBySerialAndTellsItsIds() {
        start("{}");
        enroll();
        var device = json(get("/api/mdm/devices?searchby=Serialnumber&id=" + Messages.SERIAL));
        assertThat(device.path("Id").path("Value").asInt()).isEqualTo(1);
        assertThat(device.path("Udid").asString()).isEqualTo(Messages.UDID);
        assertThat(device.path("EnrollmentStatus").asString()).isEqualTo("Enrolled");
        assertThat(get("/api/mdm/devices?searchby=Udid&id=" + Messages.UDID).status())
                .isEqualTo(200);
        assertThat(get("/api/mdm/devices?searchby=Serialnumber&id=OTHER").status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({"cmdm:secret, tenant, 200", "cmdm:secret, other, 403", "cmdm:secret, '', 403", "cmdm:wrong, tenant, 401"
    })
    void letsInWhoBringsPasswordAndTenantCode(String credential, String tenant, int status) {
        start("{}");
        enroll();
        Map<String, String> headers = new HashMap<>(basic(credential));
        if (!tenant.isEmpty()) {
            headers.put("aw-tenant-code", tenant);
        }
        assertThat(stage.call("GET", "/api/mdm/devices?searchby=Serialnumber&id=" + Messages.SERIAL, headers, "")
                        .status())
                .isEqualTo(status);
    }

    @Test
    void givesOutTokensThatEnd() {
        start("{\"clientId\":\"id\",\"clientSecret\":\"s3cret\",\"tokenSeconds\":60}");
        enroll();
        var answer = token("s3cret");
        assertThat(json(answer).path("token_type").asString()).isEqualTo("Bearer");
        assertThat(json(answer).path("expires_in").asInt()).isEqualTo(60);
        var bearer = Map.of(
                "Authorization", "Bearer " + json(answer).path("access_token").asString(""));
        var target = "/api/mdm/devices?searchby=Serialnumber&id=" + Messages.SERIAL;
        assertThat(stage.call("GET", target, bearer, "").status()).isEqualTo(200);
        options.now = options.now.plusSeconds(60);
        assertThat(stage.call("GET", target, bearer, "").status()).isEqualTo(401);
        assertThat(stage.server.requests().requests())
                .extracting(LoggedRequest::authorization)
                .containsExactly("none", "Bearer ***", "Bearer ***");
    }

    @Test
    void revokesTokensOverTheControlApi() {
        start("{\"clientId\":\"id\",\"clientSecret\":\"s3cret\"}");
        enroll();
        var bearer = Map.of(
                "Authorization",
                "Bearer " + json(token("s3cret")).path("access_token").asString(""));
        stage.server.control("DELETE tokens", Fields.parse("request", "{}"));
        assertThat(stage.call("GET", "/api/mdm/devices?searchby=Serialnumber&id=" + Messages.SERIAL, bearer, "")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void refusesAWrongClientInTheWordsOfOAuth() {
        start("{\"clientId\":\"id\",\"clientSecret\":\"s3cret\"}");
        assertThat(token("wrong").status()).isEqualTo(400);
        assertThat(token("wrong").body()).isEqualTo("{\"error\":\"invalid_client\"}");
    }

    @Test
    void answersXmlToWhomDoesNotAskForJson() {
        start("{}");
        enroll();
        var headers = new HashMap<>(headers());
        headers.put("Accept", "*/*");
        var answer = stage.call("GET", "/api/mdm/devices?searchby=Serialnumber&id=" + Messages.SERIAL, headers, "");
        assertThat(answer.headers().get("content-type")).startsWith("application/xml");
        assertThat(answer.body()).startsWith("<Device>").contains("<SerialNumber>" + Messages.SERIAL);
    }

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
    void countsCallsByTheMinuteAndByTheDay() {
        start("{\"quotaPerMinute\":2,\"quotaPerDay\":3}");
        enroll();
        assertThat(quotaOf(device())).isEqualTo("200: 1 of 2");
        assertThat(quotaOf(device())).isEqualTo("200: 0 of 2");
        var refused = device();
        assertThat(quotaOf(refused)).isEqualTo("429: 0 of 2");
        assertThat(refused.headers()).containsEntry("x-ratelimit-reset", String.valueOf(nextMinute()));
        options.now = options.now.plus(Duration.ofMinutes(1));
        assertThat(quotaOf(device())).isEqualTo("200: 0 of 3");
        assertThat(quotaOf(device())).isEqualTo("429: 0 of 3");
        options.now = options.now.plus(Duration.ofDays(1));
        assertThat(quotaOf(device())).isEqualTo("200: 1 of 2");
    }

    @Test
    void tellsTheSecondsUntilTheResetWhereTheWorldSaysSo() {
        start("{\"quotaPerMinute\":1,\"quotaReset\":\"seconds\"}");
        enroll();
        assertThat(device().headers()).containsEntry("x-ratelimit-reset", "49");
    }

    @Test
    void beginsToCountAnewOverTheControlApi() {
        start("{\"quotaPerDay\":1}");
        enroll();
        device();
        stage.server.control("PUT quota", Fields.parse("request", "{}"));
        assertThat(quotaOf(device())).isEqualTo("200: 0 of 1");
        stage.server.control("PUT quota", Fields.parse("request", "{\"perDay\":0}"));
        assertThat(device().headers()).doesNotContainKey("x-ratelimit-limit");
    }

    @Test
    void doesNotCountWhoWasTurnedAway() {
        start("{\"quotaPerDay\":1}");
        enroll();
        stage.call("GET", "/api/mdm/devices", basic("cmdm:wrong"), "");
        assertThat(quotaOf(device())).isEqualTo("200: 0 of 1");
    }

    @Test
    void hasMacsOnRecordThatNobodySimulates() {
        start("{\"fleet\":2}");
        assertThat(command(BY_SERIAL + "FLEET00002", REMOVAL).status()).isEqualTo(202);
        assertThat(command(BY_SERIAL + "FLEET00003", REMOVAL).status()).isEqualTo(404);
    }

    @Test
    void listsAllDevicesPageByPage() {
        start("{\"fleet\":3}");
        assertThat(get("/api/mdm/devices/search?page=0&pagesize=2").body())
                .contains("FLEET00001", "FLEET00002", "\"Total\":3")
                .doesNotContain("FLEET00003");
        assertThat(get("/api/mdm/devices/search?page=2&pagesize=2").status()).isEqualTo(204);
    }

    @Test
    void dropsWhatWaitedWhenAMacEnrollsAgain() {
        start("{}");
        var identity = enroll();
        command(BY_SERIAL + Messages.SERIAL, REMOVAL);
        stage.checkIn(identity, Messages.authenticate());
        assertThat(stage.connect(identity, Messages.idle()).body()).isEmpty();
    }

    private void start(String fields) {
        options.fields = fields;
        stage = new Stage(options, folder);
    }

    private DeviceIdentity enroll() {
        var identity = stage.server.issueIdentity("a Mac");
        stage.checkIn(identity, Messages.authenticate());
        stage.checkIn(identity, Messages.tokenUpdate());
        return identity;
    }

    private Answer device() {
        return get("/api/mdm/devices?searchby=Serialnumber&id=" + Messages.SERIAL);
    }

    private Answer get(String target) {
        return stage.call("GET", target, headers(), "");
    }

    private Answer command(String target, String xml) {
        return stage.call("POST", target, headers(), "{\"CommandXml\":\"" + xml + "\"}");
    }

    private Answer token(String secret) {
        return stage.call(
                "POST",
                "/connect/token",
                Map.of("Content-Type", "application/x-www-form-urlencoded"),
                "grant_type=client_credentials&client_id=id&client_secret=" + secret);
    }

    private long nextMinute() {
        return (options.now.getEpochSecond() / 60 + 1) * 60;
    }

    private static String quotaOf(Answer answer) {
        return answer.status() + ": " + answer.headers().get("x-ratelimit-remaining") + " of "
                + answer.headers().get("x-ratelimit-limit");
    }

    private static String removalOf(int characters) {
        return REMOVAL.replace("com.acme.one", "a".repeat(characters - REMOVAL.length() + "com.acme.one".length()));
    }

    private static Map<String, String> headers() {
        var headers = new HashMap<>(basic("cmdm:secret"));
        headers.put("aw-tenant-code", "tenant");
        headers.put("Accept", "application/json;version=2");
        return headers;
    }

    private static Map<String, String> basic(String credential) {
        var encoded = Base64.getEncoder().encodeToString(credential.getBytes(StandardCharsets.UTF_8));
        return Map.of("Authorization", "Basic " + encoded, "Accept", "application/json");
    }

    private static JsonNode json(Answer answer) {
        return JsonMapper.shared().readTree(answer.body());
    }
}
