// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0

import com.dd.plist.PropertyListParser;
import com.sun.management.OperatingSystemMXBean;
import dev.cmdm.plist.PlistLimits;
import dev.cmdm.plist.PlistReader;
import dev.cmdm.profile.ProfileReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Parses the profiles of a folder in turns by each reader, warmed up; prints profiles per second of processor time, of the median round. */
final class ParseBench {
    private static final int WARM_UP = 3;
    private static final int ROUNDS = 7;
    private static final int REPEATS = 8; // the processor's clock ticks every 10 ms

    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private interface Reader {
        Object read(byte[] bytes) throws Exception;
    }

    private static Object kept; // so that nothing read is optimised away

    public static void main(String[] args) throws Exception {
        List<byte[]> files = files(Path.of(args[0]));
        PlistReader plists = new PlistReader(PlistLimits.forProfile());
        ProfileReader profiles = new ProfileReader(envelope -> {
            throw new IllegalStateException("nothing is signed here");
        });
        String[] names = {"cmdm", "cmdm-profile", "dd-plist"};
        Reader[] readers = {plists::read, profiles::read, PropertyListParser::parse};
        long[][] times = new long[readers.length][ROUNDS];
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            for (int reader = 0; reader < readers.length; reader++) {
                long time = time(readers[reader], files);
                if (round >= 0) {
                    times[reader][round] = time;
                }
            }
        }
        for (int reader = 0; reader < readers.length; reader++) {
            Arrays.sort(times[reader]);
            System.out.println(names[reader] + " " + Math.round(REPEATS * files.size() * 1e9 / times[reader][ROUNDS / 2]));
        }
    }

    /** Processor time of the whole process, so that the compiler and the garbage collector are counted and neighbours are not. */
    private static long time(Reader reader, List<byte[]> files) throws Exception {
        long start = SYSTEM.getProcessCpuTime();
        for (int repeat = 0; repeat < REPEATS; repeat++) {
            for (byte[] file : files) {
                kept = reader.read(file);
            }
        }
        return SYSTEM.getProcessCpuTime() - start;
    }

    private static List<byte[]> files(Path folder) throws IOException {
        List<byte[]> files = new ArrayList<>();
        try (Stream<Path> paths = Files.list(folder)) {
            for (Path path : paths.sorted().toList()) {
                files.add(Files.readAllBytes(path));
            }
        }
        return files;
    }
}
