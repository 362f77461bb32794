package io.goldsmith.samples.campaign.fault;

import java.util.List;
import java.util.Map;

/** A system that the hub reads and writes, whose faults are switched on and off. Safe for use by several threads. */
sealed interface FaultySystem extends AutoCloseable permits FaultyCrm, FaultyAccounting, FaultyErp {

    /** The name of its source system, connector and target. */
    String name();

    /** With what its keys begin. */
    char letter();

    /** Its own user moves a customer. */
    void move(String key, Address address);

    /** Where its customers live, by key. */
    Map<String, Address> addresses();

    /** What the hub changed, in order. */
    List<HubWrite> changes();

    /** How often something came again that had been done, and did nothing; lost answers to what was done included. */
    long repeats();

    /** How many writes arrived, whatever became of them. */
    long writes();

    /** Switches to a fault, or back to {@link FaultKind#NONE}. */
    void fail(FaultKind fault);

    /** How often a fault met the hub. */
    long hits();

    @Override
    void close();
}
