package io.goldsmith.connect.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotBlank;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

class ArrayTextTest {

    /** What the server writes for arrays is read as what was written. */
    @Property(tries = 50)
    void anArrayIsReadAsTheServerWroteIt(@ForAll @Size(max = 4) List<@NotBlank @StringLength(max = 8) String> texts)
            throws SQLException {
        List<String> storable =
                texts.stream().map(text -> text.replace("\0", "0")).toList();
        try (Connection connection = DriverManager.getConnection(CapturedDatabase.anyUrl());
                PreparedStatement query = connection.prepareStatement("select cast(? as text[])::text")) {
            query.setArray(1, connection.createArrayOf("text", storable.toArray()));
            try (ResultSet row = query.executeQuery()) {
                row.next();
                assertThat(ArrayText.elements(row.getString(1))).isEqualTo(storable);
            }
        }
    }
}
