package io.goldsmith.connect.jdbc;

import io.goldsmith.connect.spi.ExtractionRun;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;

/** One route for each table: its query goes to the database, the rows that stream back are landed. */
final class JdbcRoutes extends RouteBuilder {

    /** The exchange property with the run. */
    static final String RUN = "goldsmith.run";

    /** The exchange property with who takes the records without landing them, in the place of a run. */
    static final String READING = "goldsmith.reading";

    private final String dataSource;
    private final List<JdbcStream> streams;
    private final int fetchSize;
    private final long timeoutSeconds;

    JdbcRoutes(String dataSource, List<JdbcStream> streams, int fetchSize, long timeoutSeconds) {
        this.dataSource = dataSource;
        this.streams = streams;
        this.fetchSize = fetchSize;
        this.timeoutSeconds = timeoutSeconds;
    }

    @Override
    public void configure() {
        // StreamList reads a fetch at a time and is closed when the exchange ends, well or not; the connection's
        // auto-commit is off.
        String rows = "jdbc:" + dataSource + "?outputType=StreamList&useHeadersAsParameters=true&resetAutoCommit=false"
                + "&statement.fetchSize=" + fetchSize + "&statement.queryTimeout=" + timeoutSeconds;
        errorHandler(noErrorHandler());
        for (JdbcStream stream : streams) {
            from("direct:" + stream.routeId())
                    .routeId(stream.routeId())
                    .to(rows)
                    .process(exchange -> take(stream, exchange));
        }
    }

    private static void take(JdbcStream stream, Exchange exchange) {
        JdbcReading reading = exchange.getProperty(READING, JdbcReading.class);
        if (reading == null) {
            stream.land(rowsOf(exchange), exchange.getProperty(RUN, ExtractionRun.class));
        } else {
            stream.read(rowsOf(exchange), reading);
        }
    }

    @SuppressWarnings("unchecked") // what the component gives for StreamList
    private static Iterator<Map<String, Object>> rowsOf(Exchange exchange) {
        return exchange.getMessage().getBody(Iterator.class);
    }
}
