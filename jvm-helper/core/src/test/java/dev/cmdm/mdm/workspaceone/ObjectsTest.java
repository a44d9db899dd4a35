// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.workspaceone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cmdm.mdm.Command;
import dev.cmdm.mdm.Command.Request.InstallProfile;
import dev.cmdm.mdm.Command.Request.RemoveProfile;
import dev.cmdm.mdm.Delivery;
import dev.cmdm.mdm.MissingSettingException;
import dev.cmdm.mdm.http.TestServer.Act;
import dev.cmdm.plist.Bytes;
import dev.cmdm.profile.ObjectName;
import dev.cmdm.profile.ProfileIdentifier;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Profiles as objects. */
class ObjectsTest extends UemFixture {
    private static final ProfileIdentifier DOCK = new ProfileIdentifier("com.acme.dock");
    private static final ObjectName NEW = new ObjectName(DOCK, "6B29FC40-CA47-1067-B31D-00DD010662DA");
    private static final ObjectName OLD = new ObjectName(DOCK, "11111111-CA47-1067-B31D-00DD010662DA");
    private static final String PROFILE = """
            <?xml version="1.0" encoding="UTF-8"?>
            <plist version="1.0"><dict><key>PayloadContent</key><array>
            <dict><key>PayloadType</key><string>com.apple.dock</string><key>tilesize</key><integer>3</integer></dict>
            <dict><key>PayloadType</key><string>com.apple.finder</string><key>Name</key><string>Übung</string></dict>
            </array></dict></plist>
            """;
    private static final String SEARCH = "GET /api/mdm/profiles/search?searchtext=com.acme.dock&page=0&pagesize=500";
    private static final String CREATE = "POST /api/mdm/profiles/platforms/appleosx/create";
    private static final Act NOTHING = answer(204, "");

    private final List<String> notes = new ArrayList<>();

    @Test
    void installsTheObjectThatIsThere() {
        server.then(found(stored(1001, NEW)), DONE);
        assertThat(install()).isEqualTo(new Delivery.Queued(Optional.empty()));
        assertThat(lines()).containsExactly(SEARCH, "POST /api/mdm/profiles/1001/install");
        assertThat(server.requests().get(0).headers()).containsEntry("accept", "application/json;version=2");
        assertThat(server.requests().get(1).text()).isEqualTo("{\"SerialNumber\":\"" + SERIAL + "\"}");
        assertThat(notes).isEmpty();
    }

    @Test
    void makesItFirstWhereThereIsNone() {
        server.then(NOTHING, answer(200, "1001"), found(stored(1001, NEW)), DONE);
        assertThat(install()).isInstanceOf(Delivery.Queued.class);
        assertThat(lines()).containsExactly(SEARCH, CREATE, SEARCH, "POST /api/mdm/profiles/1001/install");
        assertThat(server.requests().get(1).text())
                .contains(
                        "\"Name\":\"" + NEW + "\"",
                        "\"ManagedLocationGroupID\":1234",
                        "\"AssignedSmartGroups\":[{\"SmartGroupId\":55}]",
                        "\"AssignmentType\":\"Optional\"",
                        "{\"CustomSettings\":\"<dict><key>PayloadType</key><string>com.apple.dock</string>"
                                + "<key>tilesize</key><integer>3</integer></dict>\"}",
                        "<string>&#220;bung</string>");
        assertThat(notes).containsExactly("made the object 1001, " + NEW);
    }

    @Test
    void takesTheLowestNumberWhenAnotherMacMadeTheSameAtOnce() {
        server.then(NOTHING, answer(201, "1002"), found(stored(1002, NEW), stored(1001, NEW)), DONE);
        assertThat(install()).isInstanceOf(Delivery.Queued.class);
        assertThat(lines())
                .as("nothing is deleted: a third Mac may have been given it meanwhile")
                .containsExactly(SEARCH, CREATE, SEARCH, "POST /api/mdm/profiles/1001/install");
        assertThat(notes).hasSize(2).last().asString().contains("1002 stays unused");
    }

    @Test
    void keepsItsOwnWhenItIsTheLowestOrTheSearchLagsBehind() {
        server.then(NOTHING, answer(200, "1001"), found(stored(1002, NEW)), DONE);
        assertThat(install()).isInstanceOf(Delivery.Queued.class);
        assertThat(lines()).contains("POST /api/mdm/profiles/1001/install").noneMatch(line -> line.contains("DELETE"));
    }

    @Test
    void deletesNoFormerObjectForAnotherMacMayBeAboutToInstallIt() {
        server.then(
                found(stored(900, OLD), stored(901, OLD)),
                answer(200, "1001"),
                found(stored(1001, NEW), stored(900, OLD), stored(901, OLD)),
                DONE);
        assertThat(install()).isInstanceOf(Delivery.Queued.class);
        assertThat(lines()).containsExactly(SEARCH, CREATE, SEARCH, "POST /api/mdm/profiles/1001/install");
    }

    @Test
    void doesNotTakeAnObjectOfAnotherIdentifierForItsOwn() {
        ObjectName longer = new ObjectName(new ProfileIdentifier("com.acme.dock.v2"), NEW.uuid());
        server.then(found(stored(5, longer)), answer(200, "1001"), NOTHING, DONE);
        install();
        assertThat(lines()).contains(CREATE).doesNotContain("POST /api/mdm/profiles/5/install");
    }

    @Test
    void readsFurtherPagesOfASearch() {
        String full = Stream.generate(() -> "{\"ProfileId\":1,\"ProfileName\":\"other\"}")
                .limit(500)
                .collect(Collectors.joining(","));
        server.then(answer(200, "{\"ProfileList\":[" + full + "]}"), found(stored(1001, NEW)), DONE);
        assertThat(install()).isInstanceOf(Delivery.Queued.class);
        assertThat(lines().get(1)).endsWith("page=1&pagesize=500");
    }

    @Test
    void makesNothingOnAnAnswerWithoutAList() {
        server.then(answer(200, "{\"Profiles\":[]}"));
        assertThat(install().toString()).contains("Refused", "gave no ProfileList");
        assertThat(lines()).containsExactly(SEARCH);
    }

    @Test
    void findsAtTheNextRunWhatItMadeBeforeItWasCutOff() {
        server.then(NOTHING, lost());
        assertThat(install()).as("nothing was queued for the Mac").isInstanceOf(Delivery.Unreachable.class);
        server.then(found(stored(1001, NEW)), DONE);
        assertThat(install()).isInstanceOf(Delivery.Queued.class);
        assertThat(lines().stream().filter(CREATE::equals)).hasSize(1);
    }

    @Test
    void isLostWhenTheAnswerToTheInstallationIs() {
        server.then(found(stored(1001, NEW)), lost());
        assertThat(install()).isInstanceOf(Delivery.Lost.class);
    }

    @Test
    void isDeferredBeforeTheMacIsAskedForAnything() {
        server.then(quota(204, "5000", "7", "50400"));
        assertThat(install()).isInstanceOf(Delivery.Deferred.class);
        assertThat(lines()).containsExactly(SEARCH);
    }

    @Test
    void tellsThatAGroupIsToBeSetBeforeAnythingIsSent() {
        settings.put("mdm.objects", "true");
        settings.remove("mdm.smart_group");
        assertThatThrownBy(this::open)
                .isInstanceOf(MissingSettingException.class)
                .hasMessageContaining("mdm.smart_group");
    }

    @Test
    void doesNotTakeAMissingApiForAMissingMac() {
        server.then(answer(404, ""));
        assertThat(install().toString()).contains("Refused", "answered 404 to a call that is about no Mac");
    }

    @Test
    void takesAnObjectOffThisMacAndLeavesItForOthers() {
        server.then(found(stored(900, OLD)), DONE);
        assertThat(remove()).isEqualTo(new Delivery.Queued(Optional.empty()));
        assertThat(lines()).hasSize(2).element(1).isEqualTo("POST /api/mdm/profiles/900/remove");
        assertThat(notes).containsExactly("removal of the object 900 queued");
    }

    @Test
    void saysThatAnObjectIsGoneThatCouldBeTakenOff() {
        server.then(NOTHING);
        assertThat(remove().toString()).contains("Refused", "there is no object " + OLD);
    }

    @Test
    void refusesContentThatIsNoPlainProfile() {
        server.then(NOTHING);
        Bytes envelope = new Bytes(new byte[] {0x30, 0x03, 1, 1, 1});
        assertThat(mdm.send(MAC, new Command("c-1", new InstallProfile(DOCK, envelope, Optional.of(NEW), false)))
                        .toString())
                .contains("Refused", "it is signed, or no property list");
    }

    private Delivery install() {
        Bytes content = new Bytes(PROFILE.getBytes(StandardCharsets.UTF_8));
        return mdm.send(
                MAC, new Command("c-1", new InstallProfile(DOCK, content, Optional.of(NEW), false)), notes::add);
    }

    private Delivery remove() {
        return mdm.send(MAC, new Command("c-1", new RemoveProfile(DOCK, Optional.of(OLD))), notes::add);
    }

    private static Act found(String... stored) {
        return answer(
                200, "{\"ProfileList\":[" + String.join(",", stored) + "],\"TotalResults\":" + stored.length + "}");
    }

    private static String stored(int id, ObjectName name) {
        return "{\"ProfileId\":" + id + ",\"ProfileName\":\"" + name + "\",\"ProfileUuid\":\"" + uuid(id) + "\"}";
    }

    private static String uuid(int id) {
        return "3d958f38-246e-4854-a306-" + String.format("%012d", id);
    }
}
