package io.goldsmith.samples.campaign.fault;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The customers of a system that keeps them itself: it counts what changes them, and recognises messages that come again. */
final class CustomerBook {

    /**
     * A customer.
     *
     * @param modified when it changed last
     * @param version counts its changes, from 1
     */
    record Entry(Person person, Address address, Instant modified, long version) {}

    private final TreeMap<String, Entry> entries = new TreeMap<>();
    private final List<HubWrite> changes = new ArrayList<>();
    private final Set<String> accepted = new HashSet<>();
    private long repeats;
    private long writes;

    CustomerBook(char letter, int customers, Instant loaded) {
        for (int number = 1; number <= customers; number++) {
            Person person = new Person(number);
            entries.put(person.key(letter), new Entry(person, person.firstAddress(), loaded, 1));
        }
    }

    synchronized Entry entry(String key) {
        return entries.get(key);
    }

    synchronized Map<String, Entry> entries() {
        return new TreeMap<>(entries);
    }

    synchronized void move(String key, Address address) {
        set(key, address);
    }

    /** Does what a message says, unless it was done before; says whether that changed anything. */
    synchronized boolean write(String key, Address address, String message) {
        writes++;
        if (!accepted.add(message)) {
            repeats++;
            return false;
        }
        if (entries.get(key).address().equals(address)) {
            return false;
        }
        set(key, address);
        changes.add(new HubWrite(key, message));
        return true;
    }

    private void set(String key, Address address) {
        Entry before = entries.get(key);
        entries.put(
                key,
                new Entry(
                        before.person(), address, Instant.now().truncatedTo(ChronoUnit.MICROS), before.version() + 1));
    }

    /** Something that had been done was looked up again, and not done again. */
    synchronized void lookedUpAgain() {
        repeats++;
    }

    synchronized Map<String, Address> addresses() {
        Map<String, Address> addresses = new TreeMap<>();
        entries.forEach((key, entry) -> addresses.put(key, entry.address()));
        return addresses;
    }

    synchronized List<HubWrite> changes() {
        return List.copyOf(changes);
    }

    synchronized long repeats() {
        return repeats;
    }

    synchronized long writes() {
        return writes;
    }
}
