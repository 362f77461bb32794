package io.goldsmith.connect.push;

import io.goldsmith.connect.ExtractionCounts;
import io.goldsmith.connect.mapping.StreamMapping;
import io.goldsmith.connect.push.PushLanding.Landed;
import io.goldsmith.connect.push.PushRefusal.Kind;
import io.goldsmith.connect.settings.PushConnectorSettings;
import io.goldsmith.connect.settings.StreamSettings;
import io.goldsmith.matching.record.RecordId;
import io.goldsmith.mdm.Hub;
import io.goldsmith.mdm.source.Delivery;
import io.goldsmith.mdm.store.StoreException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

/** Takes what one system sends. What is answered was landed durably. Thread-safe. */
public final class PushConnector {

    /** The longest body of a single record, in bytes. */
    public static final int GREATEST_RECORD = 1 << 20;

    /** Another connector or node may make the same new record, or take the same key, at the same time: the one that loses looks again. */
    private static final int ATTEMPTS = 5;

    private static final long LONGEST_PAUSE_NANOS = 50_000_000;

    private final Hub hub;
    private final PushConnectorSettings settings;
    private final PushCredentials credentials;
    private final PushAdmission admission;
    private final StoredAnswers answers;
    private final PushRun run;
    private final Map<String, PushLanding> streams = new LinkedHashMap<>();
    private final KeyLocks locks = new KeyLocks();
    private final Runnable wake;

    /** @param wake lets what was landed be resolved */
    public PushConnector(Hub hub, String name, PushConnectorSettings settings, Runnable wake) {
        this.hub = hub;
        this.settings = settings;
        this.credentials = new PushCredentials(settings);
        this.admission = new PushAdmission(hub, name, settings);
        this.answers = new StoredAnswers(hub.store(), name);
        this.run = new PushRun(hub, name);
        this.wake = wake;
        for (StreamSettings stream : settings.streams()) {
            StreamMapping mapping = StreamMapping.of(
                    settings.source(), stream, hub.configuration().folder());
            streams.put(stream.name(), new PushLanding(hub, settings.source(), stream.name(), mapping));
        }
    }

    /** Whether a bearer token opens it. */
    public boolean opens(String token) {
        return credentials.opens(token);
    }

    /** The header in which its webhooks are signed; empty if they are not. */
    public Optional<String> signatureHeader() {
        return credentials.signatureHeader();
    }

    /** Whether a body is signed as its webhooks are. */
    public boolean isSigned(String signature, byte[] body) {
        return credentials.isSigned(signature, body);
    }

    /** The longest body of a batch, in bytes. */
    public int greatestBatch() {
        return settings.maxBatchMib() << 20;
    }

    /** How many items a batch may have. */
    public int greatestBatchItems() {
        return settings.maxBatch();
    }

    /**
     * Lands what a request sends, as a whole; when this returns, it survives a crash and is resolved next.
     *
     * @return the answer as JSON: {@code {"outcome": …}} of a single item; of a batch {@code {"items": […], "counts": {…}}}
     * @throws PushRefusal if it is not taken; nothing of it was landed then
     */
    public String land(PushRequest request) {
        admission.require();
        PushLanding stream = stream(request.stream());
        if (!request.isBatch()) {
            requireRecords(stream, request.stream());
        }
        if (request.items().size() > settings.maxBatch()) {
            throw new PushRefusal(
                    Kind.TOO_LONG,
                    "A batch must have at most " + settings.maxBatch() + " items, but has "
                            + request.items().size());
        }
        Optional<String> known = known(request);
        if (known.isPresent()) {
            return known.get();
        }
        admission.requireRoom();
        List<Delivery> deliveries =
                request.items().stream().map(stream::delivery).toList();
        long into = run.enter();
        ExtractionCounts counts = ExtractionCounts.NONE;
        try {
            Answered answered = land(request, stream, deliveries, into);
            counts = answered.counts();
            return answered.answer();
        } finally {
            run.leave(counts);
            wake.run();
        }
    }

    private record Answered(String answer, ExtractionCounts counts) {}

    private Optional<String> known(PushRequest request) {
        return request.idempotencyKey()
                .flatMap(key ->
                        hub.store().inTransaction(transaction -> answers.find(transaction, key, request.identity())));
    }

    private Answered land(PushRequest request, PushLanding stream, List<Delivery> deliveries, long into) {
        if (deliveries.size() == 1 && request.idempotencyKey().isEmpty()) {
            // Without a transaction of its own it shares one with others that come at the same time.
            return answered(request, List.of(stream.land(into, deliveries.get(0))));
        }
        Set<String> keys = new HashSet<>();
        request.idempotencyKey().ifPresent(keys::add);
        deliveries.forEach(delivery -> PushLanding.keyOf(delivery).ifPresent(keys::add));
        return locks.holding(keys, () -> landAgain(request, stream, deliveries, into));
    }

    private Answered landAgain(PushRequest request, PushLanding stream, List<Delivery> deliveries, long into) {
        for (int attempt = 1; ; attempt++) {
            try {
                return landAsAWhole(request, stream, deliveries, into);
            } catch (StoreException lost) {
                if (attempt == ATTEMPTS) {
                    throw lost;
                }
                LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(LONGEST_PAUSE_NANOS));
            }
        }
    }

    private Answered landAsAWhole(PushRequest request, PushLanding stream, List<Delivery> deliveries, long into) {
        return hub.store().inTransaction(transaction -> {
            if (request.idempotencyKey().isPresent()) {
                Optional<String> meanwhile =
                        answers.find(transaction, request.idempotencyKey().get(), request.identity());
                if (meanwhile.isPresent()) {
                    return new Answered(meanwhile.get(), ExtractionCounts.NONE);
                }
            }
            Answered answered = answered(
                    request,
                    deliveries.stream()
                            .map(delivery -> stream.land(into, delivery))
                            .toList());
            if (request.idempotencyKey().isPresent()) {
                answers.add(transaction, request.idempotencyKey().get(), request.identity(), answered.answer());
            }
            return answered;
        });
    }

    private static Answered answered(PushRequest request, List<Landed> landed) {
        ExtractionCounts counts =
                landed.stream().map(Landed::counts).reduce(ExtractionCounts.NONE, ExtractionCounts::plus);
        String answer = request.isBatch() ? PushAnswers.batch(landed) : PushAnswers.single(landed.get(0));
        return new Answered(answer, counts);
    }

    /**
     * Where a record is.
     *
     * @throws PushRefusal if the hub has never heard of it, or the stream holds no records
     */
    public PushStatus status(String stream, String key) {
        admission.require();
        requireRecords(stream(stream), stream);
        return PushStatus.of(hub, new RecordId(settings.source(), key))
                .orElseThrow(() ->
                        new PushRefusal(Kind.UNKNOWN, "The hub has no record of this key from this source system"));
    }

    private PushLanding stream(String name) {
        PushLanding stream = streams.get(name);
        if (stream == null) {
            throw new PushRefusal(
                    Kind.UNKNOWN,
                    "There is no such stream; those of the connector are " + String.join(", ", streams.keySet()));
        }
        return stream;
    }

    private static void requireRecords(PushLanding stream, String name) {
        if (!stream.holdsRecords()) {
            throw new PushRefusal(
                    Kind.NOT_BY_KEY,
                    "Only records have an address each, but the stream " + name
                            + " holds others; send them by POST to the stream");
        }
    }

    /** Does what is due now and then: ends a run that has lasted, and forgets answers that nobody will ask for any more. */
    public void tidy() {
        run.endIfOver();
        answers.forgetOld();
    }

    /** Ends its run; nothing is landed after this. */
    public void close() {
        run.end();
    }
}
