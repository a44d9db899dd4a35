// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.journal;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/**
 * One entry as one line: {@code checksum TAB version TAB kind TAB moment TAB name=value TAB …}. The
 * checksum is CRC-32C over the bytes after its tab, in eight hexadecimal digits, so that a line that was
 * cut off or altered is recognised. Values are escaped, so that neither tab nor newline stands in one.
 * Unknown fields are ignored; another version or an unknown kind is not read.
 */
final class LineFormat {
    private static final String VERSION = "1";
    private static final String TAB = "\t";
    private static final int CHECKSUM_DIGITS = 8;
    private static final int HEAD_FIELDS = 3;

    private LineFormat() {}

    /** The line of an entry, without a newline. */
    static String write(Entry entry) {
        Fields fields = entry.match(new FieldWriter());
        String head = String.join(
                TAB, VERSION, entry.match(new KindWriter()), entry.at().toString());
        String content = head + TAB + fields;
        return checksum(content) + TAB + content;
    }

    /**
     * The entry of a line.
     *
     * @param line without a newline
     * @throws UnreadableLineException when it is not what was once written
     */
    static Entry read(String line) {
        String content = verified(line);
        String[] head = content.split(TAB, HEAD_FIELDS + 1);
        if (head.length != HEAD_FIELDS + 1 || !head[0].equals(VERSION)) {
            throw new UnreadableLineException("it is of another version");
        }
        return EntryReader.read(head[1], Fields.instant(head[2]), Fields.read(head[HEAD_FIELDS]));
    }

    private static String verified(String line) {
        if (line.length() <= CHECKSUM_DIGITS || line.charAt(CHECKSUM_DIGITS) != '\t') {
            throw new UnreadableLineException("it has no checksum");
        }
        String content = line.substring(CHECKSUM_DIGITS + 1);
        if (!checksum(content).equals(line.substring(0, CHECKSUM_DIGITS))) {
            throw new UnreadableLineException("its checksum does not match");
        }
        return content;
    }

    private static String checksum(String content) {
        CRC32C crc = new CRC32C();
        crc.update(content.getBytes(StandardCharsets.UTF_8));
        return String.format("%08x", crc.getValue());
    }
}
