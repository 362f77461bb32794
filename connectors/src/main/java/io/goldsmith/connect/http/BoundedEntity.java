package io.goldsmith.connect.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.ExecChainHandler;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.HttpEntityWrapper;

/**
 * The body of an answer, unpacked, up to a bound. It is bounded here, in the client, because whatever stands above reads a body to its end, even to
 * throw it away: beyond the bound the connection is dropped.
 */
final class BoundedEntity extends HttpEntityWrapper {

    private final InputStream content;

    private BoundedEntity(HttpEntity entity, int most, ExecChain.Scope scope) throws IOException {
        super(entity);
        this.content = new Bounded(entity.getContent(), most, scope);
    }

    /** Puts a bound on every answer. */
    static ExecChainHandler of(int most) {
        return (request, scope, chain) -> {
            ClassicHttpResponse response = chain.proceed(request, scope);
            if (response.getEntity() != null) {
                response.setEntity(new BoundedEntity(response.getEntity(), most, scope));
            }
            return response;
        };
    }

    @Override
    public InputStream getContent() {
        return content;
    }

    @Override
    public boolean isStreaming() {
        return true;
    }

    private static final class Bounded extends FilterInputStream {

        private final int most;
        private final ExecChain.Scope scope;
        private long seen;

        Bounded(InputStream stream, int most, ExecChain.Scope scope) {
            super(stream);
            this.most = most;
            this.scope = scope;
        }

        @Override
        public int read() throws IOException {
            check();
            int read = super.read();
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            check();
            int read = super.read(into, from, length);
            count(Math.max(read, 0));
            return read;
        }

        @Override
        public long skip(long count) throws IOException {
            check();
            long skipped = super.skip(count);
            count(skipped);
            return skipped;
        }

        @Override
        public boolean markSupported() {
            return false;
        }

        private void count(long more) throws IOException {
            seen += more;
            if (seen > most) {
                scope.execRuntime.discardEndpoint();
            }
            check();
        }

        /** Whoever reads on is told the same again, and not that the connection is gone. */
        private void check() throws TooLongException {
            if (seen > most) {
                throw new TooLongException(most);
            }
        }

        /** Closing reads what is left; of too long a body the connection is gone already. */
        @Override
        public void close() throws IOException {
            if (seen <= most) {
                // To the end, so that the connection can be used again; bounded like any reading.
                byte[] rest = new byte[8_192];
                int read = read(rest);
                while (read >= 0) {
                    read = read(rest);
                }
                super.close();
            }
        }
    }
}
