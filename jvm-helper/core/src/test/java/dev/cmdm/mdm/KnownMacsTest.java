// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cmdm.device.Device;
import dev.cmdm.mdm.http.Mdms;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KnownMacsTest {
    private static final Device MAC = Mdms.device("C02XK1ABCDEF", "8B3BB2B1-5F1B-4790-8A11-E3BF74726AD8");
    private static final Device OTHER = Mdms.device("C02XK1ABCDEG", "8B3BB2B1-5F1B-4790-8A11-E3BF74726AD9");
    private static final Delivery QUEUED = new Delivery.Queued(Optional.empty());

    private final List<String> asked = new ArrayList<>();
    private final List<Standing> sent = new ArrayList<>();

    @Test
    void aMacIsAskedAboutOnceHoweverManyCommandsItGets() {
        KnownMacs<Standing> macs = macs(serial -> Standing.ENROLLED);
        assertThat(deliver(macs, MAC)).isEqualTo(QUEUED);
        assertThat(deliver(macs, MAC)).isEqualTo(QUEUED);
        assertThat(deliver(macs, OTHER)).isEqualTo(QUEUED);
        assertThat(asked).containsExactly(MAC.serial(), OTHER.serial());
    }

    @Test
    void whoLooksUpAsksAnewAndItsAnswerIsTheOneThatCounts() {
        KnownMacs<Standing> macs = macs(serial -> asked.size() == 1 ? Standing.UNKNOWN : Standing.ENROLLED);
        assertThat(macs.known(MAC)).isEqualTo(Standing.UNKNOWN);
        assertThat(macs.lookUp(MAC)).isEqualTo(Standing.ENROLLED);
        assertThat(macs.known(MAC)).isEqualTo(Standing.ENROLLED);
        assertThat(asked).hasSize(2);
    }

    @Test
    void whatIsSentToAMacAsItIsNowIsNeverSentByAnAnswerOfBefore() {
        KnownMacs<Standing> macs = macs(serial -> asked.size() == 1 ? Standing.ENROLLED : Standing.NOT_ENROLLED);
        assertThat(deliver(macs, MAC)).isEqualTo(QUEUED);
        assertThat(macs.deliverAnew(MAC, mac -> QUEUED)).isEqualTo(new Delivery.NotEnrolled());
        assertThat(asked).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource
    void onlyAMacThatIsManagedIsSentSomething(Standing standing) {
        assertThat(deliver(macs(serial -> standing), MAC))
                .isEqualTo(
                        switch (standing) {
                            case ENROLLED -> QUEUED;
                            case NOT_ENROLLED -> new Delivery.NotEnrolled();
                            case UNKNOWN, NOT_TOLD -> new Delivery.UnknownDevice();
                        });
        assertThat(sent).hasSize(standing == Standing.ENROLLED ? 1 : 0);
    }

    @Test
    void aServerThatCannotBeAskedGetsNothingAndIsAskedAgain() {
        KnownMacs<Standing> macs = macs(serial -> {
            throw new MdmUnavailableException("mdm.example.com:443 is down", asked.size() == 2);
        });
        assertThat(deliver(macs, MAC)).isEqualTo(new Delivery.Unreachable("mdm.example.com:443 is down"));
        assertThat(deliver(macs, MAC)).isEqualTo(new Delivery.AuthenticationRefused());
        assertThat(sent).isEmpty();
        assertThatThrownBy(() -> macs.known(MAC)).isInstanceOf(MdmUnavailableException.class);
        assertThatThrownBy(() -> macs.lookUp(MAC)).isInstanceOf(MdmUnavailableException.class);
    }

    @Test
    void aQuestionBetweenLookingUpAndSendingCountsLikeTheLookUp() {
        assertThat(macs(serial -> Standing.ENROLLED).deliver(MAC, mac -> {
                    throw new MdmUnavailableException("no list of profiles", false);
                }))
                .isEqualTo(new Delivery.Unreachable("no list of profiles"));
    }

    private KnownMacs<Standing> macs(Function<String, Standing> server) {
        return new KnownMacs<>(
                device -> {
                    asked.add(device.serial());
                    return server.apply(device.serial());
                },
                Function.identity());
    }

    private Delivery deliver(KnownMacs<Standing> macs, Device device) {
        return macs.deliver(device, mac -> {
            sent.add(mac);
            return QUEUED;
        });
    }
}
