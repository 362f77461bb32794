package io.goldsmith.samples.landscape;

import io.goldsmith.samples.SamplesException;
import io.goldsmith.samples.generate.AccountingCustomer;
import io.goldsmith.samples.generate.AccountingCustomer.AccountingAddress;
import io.goldsmith.samples.generate.AccountingFormat;
import io.goldsmith.samples.generate.PostalAddress;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.ObjectReader;

/**
 * Accounting's customers: those of the generated file, then what the journal says happened since. Every change is in the journal before
 * it is acknowledged. Safe for use by several threads.
 */
final class AccountingBook implements AdminApi.Administered, AutoCloseable {

    /** A customer and how often it has changed; the version is its ETag. */
    record Entry(AccountingCustomer customer, long version) {

        String tag() {
            return "\"" + version + "\"";
        }
    }

    /** A line of the journal: the state after the request, and by what the request is recognised. */
    record Change(AccountingCustomer customer, long version, PutKey key, boolean repeated) {}

    private static final PutKey NO_KEY = new PutKey("", "");

    private final TreeMap<String, Entry> entries = new TreeMap<>();
    private final Map<String, String> digestByKey = new HashMap<>();
    private final Clock clock;
    private long repeated;
    private Journal<Change> journal;

    private AccountingBook(Clock clock) {
        this.clock = clock;
    }

    /** @param folder of {@code customers.jsonl}; the journal lies beside it */
    static AccountingBook open(Path folder, Clock clock) {
        AccountingBook book = new AccountingBook(clock);
        book.load(folder.resolve("customers.jsonl"));
        book.journal = Journal.open(folder.resolve("data/journal.jsonl"), Change.class, book::replay);
        return book;
    }

    private void load(Path file) {
        ObjectReader json = AccountingFormat.reader();
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            String line = lines.readLine();
            while (line != null) {
                AccountingCustomer customer = json.readValue(line);
                entries.put(customer.id(), new Entry(customer, 1));
                line = lines.readLine();
            }
        } catch (IOException e) {
            throw new SamplesException(
                    "Accounting's customers cannot be read from " + file + ": run the command generate.", e);
        }
    }

    private synchronized void replay(Change change) {
        if (change.key().isGiven()) {
            digestByKey.put(change.key().key(), change.key().digest());
        }
        if (change.repeated()) {
            repeated++;
        } else {
            entries.put(change.customer().id(), new Entry(change.customer(), change.version()));
        }
    }

    private Entry record(Change change) {
        journal.append(change);
        replay(change);
        return entries.get(change.customer().id());
    }

    synchronized Optional<Entry> get(String id) {
        return Optional.ofNullable(entries.get(id));
    }

    /** The customers updated at this instant or later, by id. */
    synchronized List<AccountingCustomer> since(Instant since) {
        return entries.values().stream()
                .map(Entry::customer)
                .filter(customer -> !customer.updatedAt().isBefore(since))
                .toList();
    }

    /** Replaces a customer; empty if there is none of this id. */
    synchronized Optional<Entry> put(String id, AccountingCustomer wanted, Optional<String> ifMatch, PutKey key) {
        Entry current = entries.get(id);
        if (current == null) {
            return Optional.empty();
        }
        if (digestByKey.containsKey(key.key())) {
            if (!digestByKey.get(key.key()).equals(key.digest())) {
                throw new HttpFailure(422, "This Idempotency-Key was used for another request; take a new one.");
            }
            return Optional.of(record(new Change(current.customer(), current.version(), key, true)));
        }
        String expected = ifMatch.orElseThrow(() -> new HttpFailure(
                428, "A PUT needs If-Match with the ETag of the version that it changes; GET the customer first."));
        if (!expected.equals("*") && !expected.equals(current.tag())) {
            throw new HttpFailure(412, "The customer has changed since: GET it again and decide anew.");
        }
        return Optional.of(replace(current, wanted, key));
    }

    private Entry replace(Entry current, AccountingCustomer wanted, PutKey key) {
        AccountingCustomer before = current.customer();
        if (!wanted.kind().isEmpty() && !wanted.kind().equals(before.kind())) {
            throw new HttpFailure(400, "The kind of a customer cannot change; leave it out or correct it.");
        }
        AccountingCustomer same = with(before, wanted, before.updatedAt());
        if (same.equals(before)) {
            return key.isGiven() ? record(new Change(before, current.version(), key, false)) : current;
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return record(new Change(with(before, wanted, now), current.version() + 1, key, false));
    }

    private static AccountingCustomer with(AccountingCustomer before, AccountingCustomer wanted, Instant updatedAt) {
        return new AccountingCustomer(
                before.id(),
                before.kind(),
                wanted.displayName(),
                wanted.siren(),
                wanted.siret(),
                wanted.vatNumber(),
                wanted.iban(),
                wanted.address(),
                wanted.phone(),
                wanted.email(),
                wanted.birthDate(),
                before.totalPurchases(),
                updatedAt);
    }

    @Override
    public synchronized boolean changeAddress(String key, PostalAddress address) {
        Entry current = entries.get(key);
        if (current == null) {
            return false;
        }
        AccountingAddress moved =
                new AccountingAddress(address.street(), address.postcode(), address.town(), address.country());
        replace(current, current.customer().at(moved), NO_KEY);
        return true;
    }

    @Override
    public Optional<Map<String, String>> customer(String key) {
        return get(key).map(entry -> entry.customer().toMap());
    }

    @Override
    public synchronized long changes(String key) {
        return entries.containsKey(key) ? entries.get(key).version() - 1 : 0;
    }

    @Override
    public synchronized long repeatedMessages() {
        return repeated;
    }

    @Override
    public void close() throws IOException {
        journal.close();
    }
}
