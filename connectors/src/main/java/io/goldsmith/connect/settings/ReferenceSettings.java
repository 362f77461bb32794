package io.goldsmith.connect.settings;

import io.goldsmith.mdm.reference.ReferenceLayout;
import java.util.Map;

/**
 * A stream of reference data: each file is an edition of them.
 *
 * @param layout what its rows are
 * @param columns the fields of the layout whose columns are called otherwise than its publisher calls them, by field
 */
public record ReferenceSettings(ReferenceLayout layout, Map<String, String> columns) {

    public ReferenceSettings {
        columns = Given.map(columns);
    }
}
