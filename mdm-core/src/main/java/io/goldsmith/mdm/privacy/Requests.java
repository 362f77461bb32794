package io.goldsmith.mdm.privacy;

import io.goldsmith.mdm.MdmException;
import io.goldsmith.mdm.golden.GoldenId;
import io.goldsmith.mdm.golden.GoldenRecord;
import io.goldsmith.mdm.golden.GoldenRecords;
import io.goldsmith.mdm.store.Store;
import io.goldsmith.mdm.store.Transaction;
import java.sql.SQLException;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * The requests of persons, from received to answered: verified first, then done or refused; each step is audited, and each open
 * request is a task in the work queue. Thread-safe.
 */
public final class Requests {

    private static final Period CLOCK = Period.ofMonths(1);
    private static final Period EXTENSION = Period.ofMonths(2);
    private static final int LONGEST_TEXT = 512;
    private static final int LARGEST_PAGE = 200;

    private final Store store;
    private final GoldenRecords goldenRecords;
    private final Optional<Erasure> erasure;
    private final Steps steps;
    private final RequestTasks tasks;
    private final List<String> recipients;

    Requests(
            Store store, GoldenRecords goldenRecords, Optional<Erasure> erasure, Steps steps, List<String> recipients) {
        this.store = store;
        this.goldenRecords = goldenRecords;
        this.erasure = erasure;
        this.steps = steps;
        this.tasks = new RequestTasks(store);
        this.recipients = recipients;
    }

    /**
     * Receives a request; its clock starts now.
     *
     * @param id the customer; a merged id leads to its survivor
     * @param by who received it
     * @throws MdmException if there is no such customer
     */
    public PrivacyRequest receive(RequestKind kind, GoldenId id, String by) {
        return store.inTransaction(transaction -> {
            GoldenRecord golden = goldenRecords
                    .find(id)
                    .orElseThrow(() -> new MdmException("There is no golden record " + id
                            + " that a request could be about; search for the person first"));
            Instant now = now();
            PrivacyRequest request = new PrivacyRequest(
                    store.ids("entry_id").next(),
                    kind,
                    golden.id(),
                    RequestState.RECEIVED,
                    now,
                    after(now, CLOCK),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    kind.isToldToRecipients() ? recipients(golden) : List.of(),
                    1);
            RequestRows.insert(transaction, request);
            tasks.open(transaction, request);
            audit(transaction, request, "received", by);
            return request;
        });
    }

    private List<PrivacyRequest.Recipient> recipients(GoldenRecord golden) {
        return systems(golden).stream()
                .map(system -> new PrivacyRequest.Recipient(system, Optional.empty()))
                .toList();
    }

    /** The systems that hold the person: those of its source records, and the recipients of everybody's data. */
    Set<String> systems(GoldenRecord golden) {
        Set<String> systems = new TreeSet<>(recipients);
        golden.members().forEach(member -> systems.add(member.source()));
        return systems;
    }

    /** Notes how the requester was verified, and by whom. */
    public PrivacyRequest verify(long requestId, int revision, Verification how, String by) {
        return step(requestId, revision, "verified", by, request -> {
            require(request, RequestState.RECEIVED, "verified");
            return with(request, RequestState.VERIFIED, request.dueAt(), request.extensionReason(), Optional.of(how));
        });
    }

    /**
     * Extends the clock by two months, once.
     *
     * @param reason why, 1 to 512 characters, without a value of the person
     */
    public PrivacyRequest extend(long requestId, int revision, String reason, String by) {
        requireText(reason, "reason of an extension");
        return step(requestId, revision, "extended", by, request -> {
            if (!request.state().isOpen() || request.extensionReason().isPresent()) {
                throw new StaleRequestException("Request " + requestId
                        + " cannot be extended: it is answered, or was extended before; answer it");
            }
            return with(
                    request,
                    request.state(),
                    after(request.dueAt(), EXTENSION),
                    Optional.of(reason),
                    request.verifiedHow());
        });
    }

    /**
     * Does what a verified request asks and answers it: restricts or erases the customer; of the other kinds, notes that it was done.
     *
     * @return the receipts of an erasure; otherwise none
     * @throws StaleRequestException if it has changed since, or the requester was not verified
     */
    public List<ErasureReceipt> fulfil(long requestId, int revision, String by) {
        return store.inTransaction(transaction -> {
            PrivacyRequest request = step(requestId, revision, "done", by, verified -> {
                require(verified, RequestState.VERIFIED, "done");
                return with(
                        verified,
                        RequestState.DONE,
                        verified.dueAt(),
                        verified.extensionReason(),
                        verified.verifiedHow());
            });
            List<ErasureReceipt> receipts = new ArrayList<>();
            if (request.kind() == RequestKind.RESTRICTION) {
                Restrictions.restrict(transaction, survivor(request), requestId, now());
            } else if (request.kind() == RequestKind.ERASURE) {
                receipts.addAll(Privacy.required(erasure)
                        .erase(request.goldenId(), ErasureCause.REQUEST, by, OptionalLong.of(requestId)));
            }
            return receipts;
        });
    }

    private GoldenId survivor(PrivacyRequest request) {
        return goldenRecords
                .find(request.goldenId())
                .map(GoldenRecord::id)
                .orElseThrow(() -> new MdmException(
                        "The customer of request " + request.id() + " is no longer there; refuse it with that ground"));
    }

    /**
     * Refuses a request.
     *
     * @param ground why, 1 to 512 characters, without a value of the person
     */
    public PrivacyRequest refuse(long requestId, int revision, String ground, String by) {
        requireText(ground, "ground of a refusal");
        return step(requestId, revision, "refused", by, request -> {
            if (!request.state().isOpen()) {
                throw new StaleRequestException("Request " + requestId + " is answered already");
            }
            return new PrivacyRequest(
                    request.id(),
                    request.kind(),
                    request.goldenId(),
                    RequestState.REFUSED,
                    request.receivedAt(),
                    request.dueAt(),
                    request.extensionReason(),
                    request.verifiedHow(),
                    Optional.of(ground),
                    request.recipients(),
                    request.revision());
        });
    }

    /**
     * Notes that a recipient was told of what was done.
     *
     * @throws StaleRequestException if it is no recipient of the request, or was told already
     */
    public void tell(long requestId, String system, String by) {
        store.inTransaction(transaction -> {
            if (!RequestRows.tell(transaction, requestId, system, by, now())) {
                throw new StaleRequestException(
                        "Request " + requestId + " has no recipient " + system + " that was not told yet");
            }
            steps.add(transaction, OptionalLong.of(requestId), OptionalLong.empty(), "told a recipient", by);
            return null;
        });
    }

    public Optional<PrivacyRequest> find(long requestId) {
        return store.inTransaction(transaction -> RequestRows.find(transaction, requestId));
    }

    /** The requests about a customer, newest first, at most 200. */
    public List<PrivacyRequest> of(GoldenId id) {
        return store.inTransaction(transaction -> RequestRows.ofGolden(transaction, id.value()));
    }

    /**
     * The requests in a state, those due first.
     *
     * @param page from 0
     * @param size at most 200
     */
    public List<PrivacyRequest> inState(RequestState state, int page, int size) {
        if (page < 0 || size < 1 || size > LARGEST_PAGE) {
            throw new IllegalArgumentException("A page is numbered from 0 and has 1 to " + LARGEST_PAGE
                    + " requests, but page " + page + " of " + size + " was asked for");
        }
        return store.inTransaction(transaction -> RequestRows.inState(transaction, state, page, size));
    }

    /** The audit of a request, oldest step first. */
    public List<PrivacyStep> steps(long requestId) {
        return steps.ofRequest(requestId);
    }

    private PrivacyRequest step(
            long requestId, int revision, String step, String by, UnaryOperator<PrivacyRequest> change) {
        return store.inTransaction(transaction -> {
            PrivacyRequest before = RequestRows.find(transaction, requestId)
                    .filter(request -> request.revision() == revision)
                    .orElseThrow(() -> stale(requestId, revision));
            PrivacyRequest after = change.apply(before);
            if (!RequestRows.update(transaction, after, revision)) {
                throw stale(requestId, revision);
            }
            if (!after.state().isOpen()) {
                tasks.close(transaction, after, by, now());
            } else if (!after.dueAt().equals(before.dueAt())) {
                tasks.extend(transaction, after);
            }
            audit(transaction, after, step, by);
            return RequestRows.find(transaction, requestId).orElseThrow();
        });
    }

    private static StaleRequestException stale(long requestId, int revision) {
        return new StaleRequestException("There is no request " + requestId + " in revision " + revision
                + "; look at it again before you decide");
    }

    private static void require(PrivacyRequest request, RequestState state, String step) {
        if (request.state() != state) {
            throw new StaleRequestException("Request " + request.id() + " cannot be " + step + ": it is "
                    + request.state() + ", but should be " + state);
        }
    }

    private static void requireText(String text, String what) {
        if (text.isBlank() || text.length() > LONGEST_TEXT) {
            throw new IllegalArgumentException(
                    "The " + what + " has 1 to " + LONGEST_TEXT + " characters, but this one has " + text.length());
        }
    }

    private static PrivacyRequest with(
            PrivacyRequest request,
            RequestState state,
            Instant dueAt,
            Optional<String> extensionReason,
            Optional<Verification> verifiedHow) {
        return new PrivacyRequest(
                request.id(),
                request.kind(),
                request.goldenId(),
                state,
                request.receivedAt(),
                dueAt,
                extensionReason,
                verifiedHow,
                request.refusalGround(),
                request.recipients(),
                request.revision());
    }

    private void audit(Transaction transaction, PrivacyRequest request, String step, String by) throws SQLException {
        steps.add(
                transaction,
                OptionalLong.of(request.id()),
                OptionalLong.of(request.goldenId().value()),
                step,
                by);
    }

    private static Instant after(Instant instant, Period period) {
        return instant.atOffset(ZoneOffset.UTC).plus(period).toInstant();
    }

    private Instant now() {
        return store.clock().instant().truncatedTo(ChronoUnit.MICROS);
    }
}
