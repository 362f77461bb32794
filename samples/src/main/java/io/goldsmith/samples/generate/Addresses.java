package io.goldsmith.samples.generate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** French addresses: towns by their inhabitants, streets skewed, house numbers mostly small. */
final class Addresses {

    private static final double NEXT_MOVE_NEARBY = 0.6;

    private record Town(String postcode, String name, double inhabitants) {}

    private final Map<String, List<Town>> byDepartment = new HashMap<>();
    private final Weighted<Town> towns;
    private final Weighted<String> types;
    private final Weighted<String> names;

    Addresses() {
        List<Town> all = new ArrayList<>();
        for (String line : WordLists.lines("towns.txt")) {
            int last = line.lastIndexOf(' ');
            Town town = new Town(
                    line.substring(0, 5), line.substring(6, last), Double.parseDouble(line.substring(last + 1)));
            all.add(town);
            byDepartment
                    .computeIfAbsent(department(town.postcode()), department -> new ArrayList<>())
                    .add(town);
        }
        towns = Weighted.by(all, Town::inhabitants);
        Map<String, String> streets = WordLists.sections("streets.txt");
        types = Weighted.parse(streets.get("types"));
        names = Weighted.zipf(WordLists.words(streets.get("names"), "\\|"), 6, 0.8);
    }

    private static String department(String postcode) {
        return postcode.substring(0, 2);
    }

    PostalAddress pick(Draw draw) {
        return inTown(towns.pick(draw), draw);
    }

    /** Another address: mostly in the same town or department, since most moves are short. */
    PostalAddress after(PostalAddress previous, Draw draw) {
        Town town = towns.pick(draw);
        if (draw.chance(NEXT_MOVE_NEARBY)) {
            town = draw.pick(byDepartment.get(department(previous.postcode())));
        }
        return inTown(town, draw);
    }

    private PostalAddress inTown(Town town, Draw draw) {
        StringBuilder street = new StringBuilder(40);
        double skewed = draw.share();
        street.append(1 + (int) (skewed * skewed * skewed * 180));
        if (draw.chance(0.06)) {
            street.append(draw.chance(0.8) ? " bis" : " ter");
        }
        street.append(' ').append(types.pick(draw)).append(' ').append(names.pick(draw));
        if (draw.chance(0.08)) {
            street.append(draw.chance(0.5) ? " Appt " : " Bât ").append(draw.between(1, 60));
        }
        return new PostalAddress(street.toString(), town.postcode(), town.name(), "FR");
    }
}
