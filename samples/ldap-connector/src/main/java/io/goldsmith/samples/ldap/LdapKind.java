package io.goldsmith.samples.ldap;

import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import io.goldsmith.connect.spi.ConnectorKind;
import io.goldsmith.connect.spi.KindOption;
import io.goldsmith.connect.spi.RowSource;
import io.goldsmith.connect.spi.SourceOptions;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;

/** LDAP directories: a stream is a branch, {@code from} its distinguished name, a column an attribute; {@code @dn} is the entry's name. */
public final class LdapKind implements ConnectorKind {

    private static final String URL = "url";
    private static final String USER = "bind-dn";
    private static final String PASSWORD = "password";
    private static final String FILTER = "filter";
    private static final String START_TLS = "start-tls";
    private static final String PAGE_SIZE = "page-size";
    private static final String OVERLAP = "overlap";
    private static final String TIMEOUT = "timeout";

    @Override
    public String name() {
        return "ldap";
    }

    @Override
    public String description() {
        return "An LDAP directory, such as OpenLDAP or Active Directory.";
    }

    @Override
    public List<KindOption> options() {
        return List.of(
                KindOption.required(
                        URL, "Where it is: ldaps://host or ldap://host, with :port if it is another than usual."),
                KindOption.required(USER, "The distinguished name of the user who reads."),
                KindOption.secret(PASSWORD, "The user's password."),
                KindOption.optional(
                        FILTER, "Which entries of a branch are read, as an LDAP filter.", "(objectClass=person)"),
                KindOption.optional(
                        START_TLS,
                        "Whether a connection to ldap:// is encrypted before the user is named; false only where nobody listens.",
                        "true"),
                KindOption.optional(PAGE_SIZE, "Entries per page, 1 to 1000.", "500"),
                KindOption.optional(
                        OVERLAP,
                        "How far before the last reading the next one begins: as far as the clocks of directory and hub may differ, an ISO-8601 duration.",
                        "PT2M"),
                KindOption.optional(
                        TIMEOUT, "How long to wait for a connection or a page, an ISO-8601 duration.", "PT30S"));
    }

    @Override
    public RowSource open(SourceOptions options) throws IOException {
        LdapAddress address = LdapAddress.of(options.required(URL), Boolean.parseBoolean(options.required(START_TLS)));
        return new LdapDirectory(
                address.connect(options.required(USER), options.required(PASSWORD), duration(options, TIMEOUT)),
                address,
                filter(options),
                pageSize(options),
                duration(options, OVERLAP),
                Clock.systemUTC());
    }

    private static Filter filter(SourceOptions options) throws IOException {
        try {
            return Filter.create(options.required(FILTER));
        } catch (LDAPException broken) {
            throw new IOException(
                    "the option " + FILTER + " must be an LDAP filter such as (objectClass=person), but is none",
                    broken);
        }
    }

    private static int pageSize(SourceOptions options) throws IOException {
        String text = options.required(PAGE_SIZE);
        if (!text.matches("[1-9][0-9]{0,2}|1000")) {
            throw new IOException("the option " + PAGE_SIZE + " must be a number from 1 to 1000, but is " + text);
        }
        return Integer.parseInt(text);
    }

    private static Duration duration(SourceOptions options, String option) throws IOException {
        String text = options.required(option);
        try {
            return Duration.parse(text);
        } catch (DateTimeParseException broken) {
            throw new IOException("the option " + option + " must be a duration such as PT30S, but is " + text, broken);
        }
    }
}
