package io.goldsmith.connect.file;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * A file as what it holds: of {@code .gz} what was packed, of {@code .zip} each entry, else itself. Nothing is unpacked to disk, and no
 * more is unpacked than a file of that size can hold.
 */
final class PackedFile {

    /** How much may be unpacked of a byte on average; text of records comes to 5 to 20. */
    static final int GREATEST_RATIO = 200;

    /** So many bytes may be unpacked of any file. */
    static final long ALWAYS = 64L << 20;

    /** The most bytes that are unpacked of a file. */
    static final long MOST = 16L << 30;

    /** The most entries that an archive may have. */
    static final int MOST_ENTRIES = 10_000;

    private static final int LONGEST_NAME = 200;

    private final Path path;
    private final Charset charset;
    private final String name;
    private long left;

    private PackedFile(Path path, Charset charset) throws IOException {
        this.path = path;
        this.charset = charset;
        this.name = path.getFileName().toString();
        this.left = Math.min(MOST, Math.max(ALWAYS, GREATEST_RATIO * Files.size(path)));
    }

    /** Takes what a file holds. */
    @FunctionalInterface
    interface Reading {

        /**
         * Reads a content.
         *
         * @param entry its name in the archive, empty if the file is none
         * @return whether another one is wanted
         */
        boolean read(String entry, FileContent content) throws IOException;
    }

    /**
     * Hands over what a file holds, one content after the other.
     *
     * @param charset the encoding of a text that does not say its own
     * @throws FileException if it is broken, or holds more than it can
     */
    static void read(Path path, Charset charset, Reading reading) throws IOException {
        PackedFile file = new PackedFile(path, charset);
        String lower = file.name.toLowerCase(Locale.ROOT);
        if (lower.endsWith(".zip")) {
            file.readArchive(reading);
        } else if (lower.endsWith(".gz")) {
            file.readPacked(reading);
        } else {
            try (InputStream content = Files.newInputStream(path)) {
                reading.read("", new FileContent(file.name, content, charset));
            }
        }
    }

    private void readPacked(Reading reading) throws IOException {
        try (InputStream packed = Files.newInputStream(path);
                InputStream content = bounded(new GZIPInputStream(packed, 1 << 16))) {
            reading.read("", new FileContent(name, content, charset));
        } catch (ZipException | EOFException broken) {
            throw broken(".gz");
        }
    }

    private static FileException broken(String kind) {
        return new FileException("the file must be a whole " + kind
                + " without a password, but is none or was cut off; let the sender pack and deliver it again");
    }

    private void readArchive(Reading reading) throws IOException {
        // Names in archives are not always UTF-8; this never fails, and a name is only compared.
        try (ZipFile archive = new ZipFile(path.toFile(), StandardCharsets.ISO_8859_1)) {
            if (archive.size() > MOST_ENTRIES) {
                throw new FileException(
                        "an archive must hold at most " + MOST_ENTRIES + " files, but holds " + archive.size());
            }
            boolean goesOn = true;
            for (Enumeration<? extends ZipEntry> entries = archive.entries(); goesOn && entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                goesOn = entry.isDirectory() || read(archive, entry, reading);
            }
        } catch (ZipException | EOFException broken) {
            throw broken(".zip");
        }
    }

    private boolean read(ZipFile archive, ZipEntry entry, Reading reading) throws IOException {
        String shown = shown(entry.getName());
        try (InputStream content = bounded(archive.getInputStream(entry))) {
            return reading.read(entry.getName(), new FileContent(name + "/" + shown, content, charset));
        } catch (FileException failure) {
            throw new FileException(shown + ": " + failure.getMessage());
        } catch (ZipException | EOFException failure) {
            throw new FileException(shown + ": " + broken(".zip").getMessage());
        }
    }

    /** A name in an archive is the sender's: it is cut, and has no line ends. */
    private static String shown(String entry) {
        String line = entry.replaceAll("\\p{Cntrl}", "?");
        return line.length() > LONGEST_NAME ? line.substring(0, LONGEST_NAME) + "…" : line;
    }

    private InputStream bounded(InputStream unpacked) {
        return new FilterInputStream(unpacked) {
            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
            }

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                int count = super.read(into, offset, length);
                left -= Math.max(count, 0);
                if (left < 0) {
                    throw new FileException("what a packed file holds must be at most " + GREATEST_RATIO
                            + " times as large as the file, or " + (ALWAYS >> 20) + " MiB, and never more than "
                            + (MOST >> 30) + " GiB, but is larger; let the sender split it");
                }
                return count;
            }
        };
    }
}
