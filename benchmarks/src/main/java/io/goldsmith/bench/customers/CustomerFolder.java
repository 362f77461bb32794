package io.goldsmith.bench.customers;

import io.goldsmith.samples.generate.CustomerFiles;
import java.nio.file.Path;

/**
 * Generated customers on disk.
 *
 * @param folder where they are
 * @param records how many there are
 */
public record CustomerFolder(Path folder, long records) {

    /** The flat file that is matched. */
    public Path customers() {
        return folder.resolve(CustomerFiles.CUSTOMERS);
    }

    /** Which records are the same customer. */
    public Path truth() {
        return folder.resolve(CustomerFiles.TRUTH);
    }
}
