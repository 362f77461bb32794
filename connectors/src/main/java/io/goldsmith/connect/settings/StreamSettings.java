package io.goldsmith.connect.settings;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One table, file pattern or resource of a connector; it holds records, orders, relations or reference data, exactly one of these.
 *
 * @param name the stream's name within its connector
 * @param from the table, the file name pattern (with {@code *} and {@code ?}; of an archive {@code *.zip/clients-*.csv}), or the resource; empty of what is
 *     pushed
 * @param format how its files are written; default {@code csv}
 * @param items of JSON files: the JSON pointer to the array of items; empty: the file is that array
 * @param item of XML files: the element that repeats, as a path from the root such as {@code /export/partner}, or its name alone
 * @param fields of files of fixed width: the columns, in order
 */
public record StreamSettings(
        String name,
        String from,
        Optional<RecordsSettings> records,
        Optional<OrdersSettings> orders,
        Optional<RelationsSettings> relations,
        Optional<ReferenceSettings> reference,
        FileFormat format,
        Optional<String> items,
        Optional<String> item,
        Map<String, FieldRange> fields) {

    public StreamSettings {
        from = Given.or(from, "");
        records = Given.orEmpty(records);
        orders = Given.orEmpty(orders);
        relations = Given.orEmpty(relations);
        reference = Given.orEmpty(reference);
        format = Given.or(format, FileFormat.CSV);
        items = Given.orEmpty(items);
        item = Given.orEmpty(item);
        fields = Given.map(fields);
    }

    /** How many of records, orders, relations and reference data it says; right is one. */
    public int contents() {
        return Math.toIntExact(Stream.of(records, orders, relations, reference)
                .filter(Optional::isPresent)
                .count());
    }
}
