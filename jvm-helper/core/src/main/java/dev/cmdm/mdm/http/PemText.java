// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.http;

import dev.cmdm.mdm.LinkException;
import dev.cmdm.plist.Bytes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file with certificates and keys, each between two lines that name it; what stands around them is passed over.
 * (RFC 7468.)
 */
final class PemText {
    /** All authorities of a platform have less than half of it. */
    private static final int MAXIMUM_SIZE = 1024 * 1024;

    private static final Pattern BLOCK = Pattern.compile("-----BEGIN ([A-Z0-9 ]{1,40})-----([^-]*)-----END \\1-----");

    private final Path file;
    private final byte[] bytes;
    private final List<Block> blocks = new ArrayList<>();

    private PemText(Path file, byte[] bytes) {
        this.file = file;
        this.bytes = bytes;
    }

    /** What stands between two lines. */
    record Block(String label, Bytes content) {}

    /** Reads a file; one that is no PEM has no blocks. */
    static PemText read(Path file) {
        PemText text = new PemText(file, bytes(file));
        Matcher matcher = BLOCK.matcher(new String(text.bytes, StandardCharsets.ISO_8859_1));
        while (matcher.find()) {
            text.blocks.add(new Block(matcher.group(1), new Bytes(text.decode(matcher.group(2)))));
        }
        return text;
    }

    byte[] bytes() {
        return bytes;
    }

    /** Whether it has any block. */
    boolean isPem() {
        return !blocks.isEmpty();
    }

    /** The blocks whose label ends with a word, in the file's order. */
    List<Block> blocks(String label) {
        return blocks.stream().filter(block -> block.label().endsWith(label)).toList();
    }

    /**
     * Its certificates, in the file's order.
     *
     * @throws LinkException when there is none or one is broken
     */
    List<X509Certificate> certificates() {
        List<X509Certificate> certificates = new ArrayList<>();
        for (Block block : blocks("CERTIFICATE")) {
            certificates.add(certificate(block));
        }
        if (certificates.isEmpty()) {
            throw new LinkException(
                    file + " holds no certificate in PEM; it must begin with -----BEGIN CERTIFICATE-----");
        }
        return certificates;
    }

    private X509Certificate certificate(Block block) {
        try {
            return (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(
                            new ByteArrayInputStream(block.content().toArray()));
        } catch (CertificateException e) {
            throw broken();
        }
    }

    private byte[] decode(String base64) {
        try {
            return Base64.getMimeDecoder().decode(withoutHead(base64));
        } catch (IllegalArgumentException e) {
            throw broken();
        }
    }

    /** Keys in OpenSSL's old form have fields and an empty line before their content. */
    private static String withoutHead(String text) {
        int end = text.replace("\r\n", "\n").indexOf("\n\n");
        return text.contains(":") && end >= 0 ? text.replace("\r\n", "\n").substring(end) : text;
    }

    private LinkException broken() {
        return new LinkException(file + " holds a certificate or key that is broken; export it again");
    }

    private static byte[] bytes(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MAXIMUM_SIZE + 1);
            if (bytes.length > MAXIMUM_SIZE) {
                throw new LinkException(file + " is larger than 1 MiB, which no file of certificates is");
            }
            return bytes;
        } catch (NoSuchFileException e) {
            throw new LinkException(file + " is missing; name the file that holds the certificates");
        } catch (IOException e) {
            throw new LinkException(file + " cannot be read; is it a file, and may this account read it?");
        }
    }
}
