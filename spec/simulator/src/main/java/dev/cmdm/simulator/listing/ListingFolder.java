// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.listing;

import dev.cmdm.simulator.mac.MacState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The folder that holds what the profiles stand-in prints. Each change of the Mac writes a generation of its own and
 * then turns the link {@code current} to it in one step, so that a reader sees one state of the Mac, never a mixture.
 */
public final class ListingFolder implements Consumer<MacState> {
    private static final String CURRENT = "current";
    private static final int KEPT = 3;

    private final Path folder;
    private long generation;

    /** Writes below this folder, which is made when it is missing; what an earlier run left there is replaced. */
    public ListingFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * Shows this state from now on.
     *
     * @throws UncheckedIOException if the folder cannot be written
     */
    @Override
    public synchronized void accept(MacState state) {
        try {
            Path next = folder.resolve(Long.toString(++generation));
            write(next, state);
            turn(next);
            forget();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path next, MacState state) throws IOException {
        deleteTree(next);
        Files.createDirectories(next);
        for (Map.Entry<String, String> file : Outputs.of(state).entrySet()) {
            Files.writeString(next.resolve(file.getKey()), file.getValue());
        }
        Files.writeString(next.resolve("fault"), state.faults().listing().name().toLowerCase(Locale.ROOT) + "\n");
    }

    private void turn(Path next) throws IOException {
        Path link = folder.resolve(CURRENT + ".new");
        Files.deleteIfExists(link);
        Files.createSymbolicLink(link, next.getFileName());
        Files.move(link, folder.resolve(CURRENT), StandardCopyOption.ATOMIC_MOVE);
    }

    private void forget() throws IOException {
        List<Path> generations;
        try (Stream<Path> entries = Files.list(folder)) {
            generations = entries.filter(Files::isDirectory)
                    .filter(entry -> !Files.isSymbolicLink(entry))
                    .toList();
        }
        for (Path entry : generations) {
            // a reader that opened the link a moment ago still finds its files
            if (isForgotten(entry.getFileName().toString())) {
                deleteTree(entry);
            }
        }
    }

    private boolean isForgotten(String name) {
        if (!name.matches("\\d{1,18}")) {
            return false;
        }
        long number = Long.parseLong(name);
        return number <= generation - KEPT || number > generation;
    }

    private static void deleteTree(Path tree) throws IOException {
        if (!Files.exists(tree)) {
            return;
        }
        List<Path> entries;
        try (Stream<Path> walk = Files.walk(tree)) {
            entries = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path entry : entries) {
            Files.delete(entry);
        }
    }
}
