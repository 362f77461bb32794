package io.goldsmith.samples.landscape;

import io.goldsmith.samples.generate.CustomerFiles;
import io.goldsmith.samples.generate.CustomerGenerator;
import io.goldsmith.samples.generate.PostalAddress;
import java.nio.file.Path;

/** What the tests of the three systems start from. */
final class Fixtures {

    static final int RECORDS = 600;
    static final PostalAddress NEW_ADDRESS = new PostalAddress("3 rue du Général Leclerc", "29200", "Brest", "FR");

    private Fixtures() {}

    static Path filled(Path folder) {
        new CustomerFiles(folder).write(new CustomerGenerator(RECORDS, 1));
        return folder;
    }
}
