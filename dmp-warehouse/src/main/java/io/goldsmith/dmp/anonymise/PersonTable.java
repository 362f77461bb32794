package io.goldsmith.dmp.anonymise;

import io.goldsmith.dmp.profile.Profile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The persons of one load with their values of the projection's columns, dictionary-encoded. A person has one row: a
 * key that comes again is counted and left out, so that rows never pass for persons. Keys are held only while the table
 * is filled, about 150 bytes a person, the rows about 4 bytes a value.
 */
public final class PersonTable {

    private final ProjectionColumns columns;
    private final List<EncodedColumn> quasiIdentifiers = new ArrayList<>();
    private final List<EncodedColumn> sensitive = new ArrayList<>();
    private final Set<String> keys = new HashSet<>();
    private int persons;
    private int repeated;

    /** An empty table. */
    public PersonTable(ProjectionColumns columns) {
        this.columns = columns;
        columns.quasiIdentifiers().forEach(column -> quasiIdentifiers.add(new EncodedColumn()));
        columns.sensitive().forEach(column -> sensitive.add(new EncodedColumn()));
    }

    /** Adds a person; false when the key was there already, and nothing is added. */
    public boolean add(Profile profile) {
        return add(profile.key(), columns.valuesOf(profile));
    }

    /** Adds a person by key, with a value for each column in order; false when the key was there already. */
    boolean add(String key, List<String> values) {
        if (!keys.add(key)) {
            repeated++;
            return false;
        }
        for (int i = 0; i < values.size(); i++) {
            int quasi = quasiIdentifiers.size();
            (i < quasi ? quasiIdentifiers.get(i) : sensitive.get(i - quasi)).add(values.get(i));
        }
        persons++;
        return true;
    }

    /** How many persons were added. */
    public int persons() {
        return persons;
    }

    /** How many rows were left out because their person was there already. */
    public int repeated() {
        return repeated;
    }

    ProjectionColumns columns() {
        return columns;
    }

    List<EncodedColumn> quasiIdentifiers() {
        return quasiIdentifiers;
    }

    List<EncodedColumn> sensitive() {
        return sensitive;
    }
}
