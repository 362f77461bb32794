package io.goldsmith.matching.suggest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Small files of made-up customers with duplicates, for surveys. */
final class Customers {

    private static final String[] GIVEN = {
        "Robert",
        "Alexandre",
        "Benjamin",
        "Antoine",
        "Nicolas",
        "Christophe",
        "Catherine",
        "Elisabeth",
        "Margaret",
        "William",
        "Thomas",
        "Michel"
    };
    private static final String[] STARTS = {"Bar", "Cor", "Del", "Fon", "Gar", "Lam", "Mor", "Per", "Rou", "Vau"};
    private static final String[] ENDS = {"bier", "nelle", "quet", "sard", "teau", "vignon", "zac", "dreux"};
    private static final String[] STREETS = {"rue des Lilas", "avenue Foch", "rue Pasteur", "place de la Gare"};
    private static final String[] TOWNS = {"Lyon", "Rennes", "Nantes", "Toulouse", "Dijon", "Angers", "Metz", "Brest"};
    private static final String[] HEADER = {"given_name", "surname", "dob", "street", "zip", "city", "phone", "email"};

    private Customers() {}

    /** The header as it is, or with names that say nothing. */
    static String header(boolean masked) {
        List<String> names = new ArrayList<>(List.of("id"));
        for (int column = 0; column < HEADER.length; column++) {
            names.add(masked ? "c" + (column + 1) : HEADER[column]);
        }
        return String.join(",", names);
    }

    /** Records in the order of their numbers; every third customer has a second record with an error in it. */
    static List<String> records(int customers) {
        Random random = new Random(7);
        List<String> lines = new ArrayList<>();
        for (int customer = 0; customer < customers; customer++) {
            String given = GIVEN[random.nextInt(GIVEN.length)];
            String family = STARTS[random.nextInt(STARTS.length)] + ENDS[random.nextInt(ENDS.length)];
            String born = String.format(
                    "%d-%02d-%02d", 1940 + random.nextInt(60), 1 + random.nextInt(12), 1 + random.nextInt(28));
            int town = random.nextInt(TOWNS.length);
            String address = (1 + random.nextInt(90)) + " " + STREETS[random.nextInt(STREETS.length)] + ",";
            address += (21000 + 1000 * town) + "," + TOWNS[town];
            String phone = "06" + (10_000_000 + random.nextInt(89_999_999));
            String second = "|01" + (10_000_000 + random.nextInt(89_999_999));
            String email = given.toLowerCase() + "." + family.toLowerCase() + random.nextInt(99) + "@orange.fr";
            String phones = customer % 4 == 0 ? phone + second : phone;
            lines.add(String.join(",", "a" + customer, given, family, born, address, phones, email));
            if (customer % 3 == 0) {
                lines.add(String.join(",", "b" + customer, given, family + "s", born, address, phone, ""));
            }
        }
        return lines;
    }

    static Path write(Path folder, String name, String header, List<String> lines) throws IOException {
        return Files.write(folder.resolve(name), concat(header, lines));
    }

    static List<String> shuffled(List<String> lines) {
        List<String> shuffled = new ArrayList<>(lines);
        Collections.shuffle(shuffled, new Random(1));
        return shuffled;
    }

    private static List<String> concat(String header, List<String> lines) {
        List<String> all = new ArrayList<>(List.of(header));
        all.addAll(lines);
        return all;
    }
}
