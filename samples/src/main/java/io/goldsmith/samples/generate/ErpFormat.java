package io.goldsmith.samples.generate;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.Writer;
import java.nio.charset.Charset;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** The ERP's own way with files: Windows-1252, semicolons, French headers, decimal commas, days before months. */
public final class ErpFormat {

    public static final Charset CHARSET = Charset.forName("windows-1252");
    public static final char SEPARATOR = ';';

    /** The columns of a clients file; the first is the key. */
    public static final List<String> CLIENT_COLUMNS = List.of(
            "CODE_CLIENT",
            "TYPE",
            "CIVILITE",
            "NOM",
            "PRENOM",
            "RAISON_SOCIALE",
            "SIREN",
            "DATE_NAISSANCE",
            "ADRESSE",
            "CODE_POSTAL",
            "VILLE",
            "PAYS",
            "TELEPHONE",
            "COURRIEL",
            "DATE_MODIF");

    /** The columns of an orders file. */
    public static final List<String> ORDER_COLUMNS =
            List.of("NO_COMMANDE", "CODE_CLIENT", "DATE_COMMANDE", "MONTANT", "CATEGORIE");

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm:ss").withZone(ZoneOffset.UTC);

    private ErpFormat() {}

    /** A day as the ERP writes it, for example {@code 31/12/1980}. */
    public static String day(LocalDate day) {
        return DAY.format(day);
    }

    /** An instant as the ERP writes it, in UTC and cut to seconds. */
    public static String time(Instant instant) {
        return TIME.format(instant);
    }

    /** A writer of the ERP's files; the caller has chosen {@link #CHARSET}. */
    public static CsvWriter writer(Writer out) {
        return CsvWriter.builder()
                .fieldSeparator(SEPARATOR)
                .lineDelimiter(LineDelimiter.CRLF)
                .build(out);
    }

    static String[] clientLine(ErpClient client) {
        PostalAddress address = client.address();
        return new String[] {
            client.key(),
            client.organisation() ? "E" : "P",
            client.title(),
            client.familyName(),
            client.givenName(),
            client.companyName(),
            client.siren(),
            client.birthDate().map(ErpFormat::day).orElse(""),
            address.street(),
            address.postcode(),
            address.town(),
            address.country(),
            client.phone(),
            client.email(),
            time(client.lastModified())
        };
    }

    static String[] orderLine(String clientKey, ErpOrder order) {
        String cents = Long.toString(order.cents() % 100);
        String amount = order.cents() / 100 + "," + (cents.length() < 2 ? "0" : "") + cents;
        return new String[] {order.number(), clientKey, day(order.date()), amount, order.category()};
    }
}
