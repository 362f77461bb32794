package io.goldsmith.samples.ldap;

import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResult;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldap.sdk.controls.SimplePagedResultsControl;
import com.unboundid.util.StaticUtils;
import io.goldsmith.connect.spi.RowSink;
import io.goldsmith.connect.spi.RowSource;
import io.goldsmith.connect.spi.StreamQuery;
import io.goldsmith.connect.spi.TextRow;
import java.io.IOException;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An opened directory, read page by page. Its position is a time: a reading has what was changed since. A directory hands entries over in no order of time, so the position
 * moves once, when all are handed over, and to a time before the reading began.
 */
final class LdapDirectory implements RowSource {

    private static final String NAME = "@dn";
    private static final String CHANGED = "modifyTimestamp";

    private final LDAPConnection connection;
    private final LdapAddress address;
    private final Filter filter;
    private final int pageSize;
    private final Duration overlap;
    private final Clock clock;

    LdapDirectory(
            LDAPConnection connection,
            LdapAddress address,
            Filter filter,
            int pageSize,
            Duration overlap,
            Clock clock) {
        this.connection = connection;
        this.address = address;
        this.filter = filter;
        this.pageSize = pageSize;
        this.overlap = overlap;
        this.clock = clock;
    }

    @Override
    public void read(StreamQuery query, RowSink sink) throws IOException {
        Instant next = clock.instant().minus(overlap);
        try {
            if (isReadToTheEnd(request(query), sink)) {
                sink.reached(next.toString());
            }
        } catch (LDAPException failure) {
            throw address.failed(failure);
        }
    }

    private SearchRequest request(StreamQuery query) {
        Filter wanted = query.position()
                .map(since -> Filter.createANDFilter(
                        filter,
                        Filter.createGreaterOrEqualFilter(
                                CHANGED, StaticUtils.encodeGeneralizedTime(Date.from(Instant.parse(since))))))
                .orElse(filter);
        Set<String> attributes = new LinkedHashSet<>(query.columns());
        attributes.remove(NAME);
        if (query.columns().isEmpty()) {
            // All that people wrote, and all that the directory keeps of it.
            attributes.addAll(List.of(SearchRequest.ALL_USER_ATTRIBUTES, SearchRequest.ALL_OPERATIONAL_ATTRIBUTES));
        }
        return new SearchRequest(query.from(), SearchScope.SUB, wanted, attributes.toArray(String[]::new));
    }

    private boolean isReadToTheEnd(SearchRequest request, RowSink sink) throws LDAPException {
        Optional<ASN1OctetString> cookie = Optional.empty();
        do {
            request.setControls(new SimplePagedResultsControl(pageSize, cookie.orElse(null)));
            SearchResult page = connection.search(request);
            for (SearchResultEntry entry : page.getSearchEntries()) {
                if (!sink.row(row(entry))) {
                    return false;
                }
            }
            SimplePagedResultsControl answer = SimplePagedResultsControl.get(page);
            cookie =
                    answer != null && answer.moreResultsToReturn() ? Optional.of(answer.getCookie()) : Optional.empty();
        } while (cookie.isPresent());
        return true;
    }

    /** A directory compares names of attributes without regard to case; columns keep the case that it answers. */
    private static TextRow row(SearchResultEntry entry) {
        Map<String, List<String>> columns = new LinkedHashMap<>();
        columns.put(NAME, List.of(entry.getDN()));
        for (Attribute attribute : entry.getAttributes()) {
            columns.put(
                    attribute.getName(),
                    Arrays.stream(attribute.getValues())
                            .map(value -> attribute.getName().equalsIgnoreCase(CHANGED) ? instant(value) : value)
                            .toList());
        }
        return new TextRow("an entry of the directory", columns);
    }

    /** What the directory writes as {@code 20240229113000Z} or with fractions, as an instant that a mapping can read. */
    private static String instant(String generalizedTime) {
        try {
            return StaticUtils.decodeGeneralizedTime(generalizedTime)
                    .toInstant()
                    .toString();
        } catch (ParseException other) {
            return generalizedTime;
        }
    }

    @Override
    public void close() {
        connection.close();
    }
}
