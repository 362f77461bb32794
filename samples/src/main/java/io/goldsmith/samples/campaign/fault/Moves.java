package io.goldsmith.samples.campaign.fault;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** The systems' own users move customers. The same case and seed move the same customers to the same addresses in the same order. */
final class Moves {

    private static final long PAUSE_MILLIS = 25;

    private static final int FEW = 6;
    private static final List<String> TOWNS = List.of("Lyon", "Nantes", "Rennes", "Lille", "Pau");

    private final FaultCase faultCase;
    private final List<FaultySystem> systems;
    private final Random random;
    private final Map<Integer, List<Moved>> moved = new TreeMap<>();
    private final List<Integer> order = new ArrayList<>();
    private int turn;
    private int count;

    /** A move that was made. */
    record Moved(String system, Address to) {}

    Moves(FaultCase faultCase, List<FaultySystem> systems, Random random) {
        this.faultCase = faultCase;
        this.systems = systems;
        this.random = random;
        for (int number = 1; number <= FaultLandscape.CUSTOMERS; number++) {
            order.add(number);
        }
        Collections.shuffle(order, random);
    }

    /** Makes some moves. */
    void make(int moves) throws InterruptedException {
        for (int i = 0; i < moves; i++) {
            int number = next();
            FaultySystem owner = systems.get(number % systems.size());
            if (faultCase.changes() == FaultCase.Changes.AT_ONCE) {
                two().forEach(system -> move(number, system));
                i++;
            } else {
                move(number, owner);
            }
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        }
    }

    /** Whose turn it is: another one each time, or one of a few again and again. */
    private int next() {
        if (faultCase.changes() == FaultCase.Changes.AGAIN) {
            return order.get(random.nextInt(FEW));
        }
        return order.get(turn++ % order.size());
    }

    /** The slow one last, so that its change is newer than what the hub brings. */
    private List<FaultySystem> two() {
        List<FaultySystem> all = new ArrayList<>(systems);
        Collections.shuffle(all, random);
        Optional<FaultySystem> slow = all.stream()
                .filter(system -> faultCase.slow().equals(Optional.of(system.name())))
                .findFirst();
        if (slow.isPresent()) {
            all.remove(slow.get());
            all.add(1, slow.get());
        }
        return all.subList(0, 2);
    }

    private void move(int number, FaultySystem system) {
        Address to = new Address(
                ++count + " rue " + system.name(),
                "%05d".formatted(10_000 + random.nextInt(80_000)),
                TOWNS.get(random.nextInt(TOWNS.size())));
        system.move(new Person(number).key(system.letter()), to);
        moved.computeIfAbsent(number, first -> new ArrayList<>()).add(new Moved(system.name(), to));
    }

    /** What was done to a customer, in order. */
    List<Moved> of(int number) {
        return moved.getOrDefault(number, List.of());
    }
}
