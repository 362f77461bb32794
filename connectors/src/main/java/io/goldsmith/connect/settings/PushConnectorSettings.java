package io.goldsmith.connect.settings;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;

/**
 * A system that sends its records to the hub's own web service. Columns are JSON pointers into what it sends, such as {@code /address/zip}.
 *
 * @param tokens bearer tokens that open it, any of them, so that one can follow another; each at least 16 characters
 * @param signature how its webhooks are signed, of a system that cannot send a bearer token
 * @param maxBatch items per request at most, 1 to 10,000; default 1,000
 * @param maxBatchMib the longest body of a batch, in MiB, 1 to 64; default 8
 * @param rateLimit how many requests it may send; empty: as many as it likes
 * @param maxPending how many records of the hub may wait to be resolved before it must wait; default 100,000
 */
public record PushConnectorSettings(
        String source,
        List<String> tokens,
        Optional<Signature> signature,
        Integer maxBatch,
        Integer maxBatchMib,
        Optional<Rate> rateLimit,
        Integer maxPending,
        List<StreamSettings> streams)
        implements ConnectorSettings {

    public PushConnectorSettings {
        tokens = Given.list(tokens);
        signature = Given.orEmpty(signature);
        maxBatch = Given.or(maxBatch, 1_000);
        maxBatchMib = Given.or(maxBatchMib, 8);
        rateLimit = Given.orEmpty(rateLimit);
        maxPending = Given.or(maxPending, 100_000);
        streams = Given.list(streams);
    }

    /** Never: its system decides when. */
    @Override
    public Optional<Schedule> schedule() {
        return Optional.empty();
    }

    /** Source and streams: what is beside them is partly secret. */
    @Override
    public String toString() {
        return "PushConnectorSettings[" + source + ", " + streams + "]";
    }

    /**
     * How the body of a request is signed.
     *
     * @param header the header with the signature, as hexadecimal digits or in base 64; {@code sha256=} may stand before it
     * @param secret what both sides know, at least 16 characters
     * @param algorithm how it is computed
     */
    public record Signature(String header, String secret, Algorithm algorithm) {

        public Signature {
            algorithm = Given.or(algorithm, Algorithm.HMAC_SHA256);
        }

        /** The header alone. */
        @Override
        public String toString() {
            return "Signature[" + header + "]";
        }
    }

    /** How a signature is computed. */
    public enum Algorithm {
        @JsonProperty("hmac-sha256")
        HMAC_SHA256
    }
}
