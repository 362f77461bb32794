package io.goldsmith.dmp.anonymise;

import io.goldsmith.dmp.AttributeRule;
import io.goldsmith.dmp.DmpSettings;
import io.goldsmith.dmp.DmpSettingsException;
import io.goldsmith.dmp.profile.Generalisation;
import io.goldsmith.dmp.profile.Profile;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The columns of the anonymous projection: quasi-identifiers first, then sensitive attributes, and nothing else.
 *
 * @param quasiIdentifiers what is generalised
 * @param sensitive what must stay diverse within each class
 */
public record ProjectionColumns(List<QuasiIdentifier> quasiIdentifiers, List<String> sensitive) {

    /**
     * @param name the profile's attribute
     * @param generalise the word of the generalisation that the profile holds it by
     * @param hierarchy how it becomes coarser from there
     */
    public record QuasiIdentifier(String name, String generalise, Hierarchy hierarchy) {}

    public ProjectionColumns {
        quasiIdentifiers = List.copyOf(quasiIdentifiers);
        sensitive = List.copyOf(sensitive);
    }

    /** @throws DmpSettingsException when a quasi-identifier's generalisation is unknown */
    public static ProjectionColumns of(DmpSettings settings) {
        List<String> problems = new ArrayList<>();
        List<QuasiIdentifier> columns = new ArrayList<>();
        for (String name : settings.projection().quasiIdentifiers()) {
            AttributeRule rule = settings.profile().attributes().get(name);
            Generalisation.of(rule.generalise())
                    .ifPresentOrElse(
                            made -> columns.add(new QuasiIdentifier(name, made.word(), Hierarchies.of(made))),
                            () -> problems.add("dmp.profile.attributes." + name
                                    + ".generalise: there is no generalisation '" + rule.generalise() + "'"));
        }
        if (!problems.isEmpty()) {
            throw new DmpSettingsException(problems);
        }
        return new ProjectionColumns(columns, settings.projection().sensitive());
    }

    /** The names of all the columns, in the order of the projection. */
    public List<String> names() {
        return Stream.concat(quasiIdentifiers.stream().map(QuasiIdentifier::name), sensitive.stream())
                .toList();
    }

    /** What makes two publications comparable: the columns and where their hierarchies start. */
    public String signature() {
        return String.join(
                ";",
                Stream.concat(
                                quasiIdentifiers.stream().map(column -> column.name() + ":" + column.generalise()),
                                sensitive.stream().map(name -> name + ":sensitive"))
                        .toList());
    }

    /** The profile's values of the columns, {@link Hierarchy#UNKNOWN} where there is none. */
    public List<String> valuesOf(Profile profile) {
        return names().stream()
                .map(name -> profile.valueOf(name, Hierarchy.UNKNOWN))
                .toList();
    }
}
