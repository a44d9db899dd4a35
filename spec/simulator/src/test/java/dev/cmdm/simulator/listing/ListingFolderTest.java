// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.listing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cmdm.simulator.TestProfiles;
import dev.cmdm.simulator.mac.Approval;
import dev.cmdm.simulator.mac.MacState;
import dev.cmdm.simulator.mac.Origin;
import dev.cmdm.simulator.mac.TestMacs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ListingFolderTest {
    @TempDir
    private Path folder;

    @Test
    void showsTheStateToldLast() throws Exception {
        ListingFolder listing = new ListingFolder(folder);
        listing.accept(with("com.acme.a"));
        listing.accept(with("com.acme.b"));

        assertThat(current()).contains("com.acme.b").doesNotContain("com.acme.a");
    }

    @Test
    void replacesWhatAnEarlierRunLeft() throws Exception {
        ListingFolder earlier = new ListingFolder(folder);
        for (int i = 0; i < 5; i++) {
            earlier.accept(with("com.acme.old"));
        }
        new ListingFolder(folder).accept(with("com.acme.new"));

        assertThat(current()).contains("com.acme.new");
        assertThat(generations()).isEqualTo(1);
    }

    @Test
    void keepsFewGenerations() throws Exception {
        ListingFolder listing = new ListingFolder(folder);
        for (int i = 0; i < 20; i++) {
            listing.accept(with("com.acme.a"));
        }

        assertThat(generations()).isEqualTo(3);
    }

    @Test
    void aReaderNeverMeetsAMissingOrHalfWrittenListing() throws Exception {
        ListingFolder listing = new ListingFolder(folder);
        listing.accept(with("com.acme.a"));
        AtomicBoolean done = new AtomicBoolean();
        ExecutorService reader = Executors.newSingleThreadExecutor();
        try {
            Future<Integer> readings = reader.submit(() -> readUntil(done));
            for (int i = 0; i < 60; i++) {
                listing.accept(with("com.acme.a"));
            }
            done.set(true);
            assertThat(readings.get()).isPositive();
        } finally {
            reader.shutdownNow();
        }
    }

    private int readUntil(AtomicBoolean done) throws Exception {
        int readings = 0;
        do {
            assertThat(current()).endsWith("</plist>\n");
            readings++;
        } while (!done.get());
        return readings;
    }

    private String current() throws Exception {
        return Files.readString(folder.resolve("current/all.xml"));
    }

    private long generations() throws Exception {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(entry -> !Files.isSymbolicLink(entry)).count();
        }
    }

    private static MacState with(String identifier) throws Exception {
        return TestMacs.state(
                "15.1",
                Approval.USER_APPROVED,
                TestMacs.installed(TestProfiles.bytes(identifier), Origin.MDM, Optional.empty()));
    }
}
