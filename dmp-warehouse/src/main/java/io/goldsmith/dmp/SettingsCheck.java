package io.goldsmith.dmp;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Gathers every problem of the section, so that one round mends them all. */
final class SettingsCheck {

    /** Names become columns: plain words only. */
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}");

    private final List<String> problems = new ArrayList<>();

    SettingsCheck between(String key, Number value, Number least, Number greatest) {
        double number = value.doubleValue();
        if (!(number >= least.doubleValue() && number <= greatest.doubleValue())) {
            problems.add("dmp." + key + " must be between " + least + " and " + greatest + ", but is " + value);
        }
        return this;
    }

    SettingsCheck columns(ProfileSettings profile, ProjectionSettings projection) {
        for (String name : profile.attributes().keySet()) {
            if (!NAME.matcher(name).matches()) {
                problems.add("dmp.profile.attributes: '" + name
                        + "' must be lower-case letters, digits and underscores, starting with a letter");
            }
        }
        if (projection.quasiIdentifiers().isEmpty()) {
            problems.add("dmp.projection.quasi-identifiers must name at least one profile attribute, but is empty");
        }
        Set<String> seen = new HashSet<>();
        Stream.concat(projection.quasiIdentifiers().stream(), projection.sensitive().stream())
                .forEach(name -> column(name, profile, seen));
        return this;
    }

    List<String> problems() {
        return problems;
    }

    private void column(String name, ProfileSettings profile, Set<String> seen) {
        if (!profile.attributes().containsKey(name)) {
            problems.add("dmp.projection: '" + name + "' must be an attribute of dmp.profile.attributes ("
                    + String.join(", ", profile.attributes().keySet()) + ")");
        }
        if (!seen.add(name)) {
            problems.add("dmp.projection: '" + name + "' is named twice; name each column once");
        }
    }
}
